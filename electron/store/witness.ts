import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type LogId, logId, type StoreId, storeId } from '../../shared/domain/ids.ts';
import { z } from '../../shared/zod.ts';
import { sha256 } from './crypto/hash.ts';
import type { Anchor } from './log/checkpoints.ts';

const seen = z.strictObject({
  store: storeId,
  log: logId,
  size: z.int().min(0),
  root: z.base64().length(44),
  /** In which folder it was seen last: SHA-256 of its path, since a path can hold a name. */
  in: z.base64().length(44).optional(),
});
const witness = z.strictObject({ format: z.literal('witness/1'), seen: z.array(seen).max(1_000) });
type Witness = z.infer<typeof witness>;

/**
 * The newest checkpoint that this user of the computer saw, per store and log, kept outside the store's folder. If the
 * folder is later put back to an older state, this is what notices. Losing the file loses only that anchor.
 */
export class WitnessFile {
  readonly #path: string;
  readonly #folder: string;
  readonly #in: string | undefined;

  /**
   * @param profile a local folder of the operating system's user that does not roam or sync
   * @param folder of the store: two copies of one may lie on this computer, and each goes on by itself
   */
  constructor(profile: string, folder?: string) {
    this.#folder = profile;
    this.#in = folder && sha256(Buffer.from(resolve(folder))).toString('base64');
    this.#path = join(profile, 'witness.json');
  }

  #read(): Witness {
    try {
      return witness.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      return { format: 'witness/1', seen: [] };
    }
  }

  logsOf(store: StoreId): readonly LogId[] {
    return this.#read()
      .seen.filter((one) => one.store === store)
      .map(({ log }) => log);
  }

  /** Logs that were last seen in this very folder, or nobody knows where. */
  logsHere(store: StoreId): readonly { readonly log: LogId; readonly size: number }[] {
    return this.#seenHere().filter((one) => one.store === store);
  }

  /** The store that was last seen in this folder, or null. */
  lastHere(): StoreId | null {
    return this.#seenHere().at(-1)?.store ?? null;
  }

  #seenHere(): Witness['seen'] {
    return this.#read().seen.filter(({ in: where }) => where === undefined || where === this.#in);
  }

  anchorOf(store: StoreId, log: LogId): Anchor | null {
    const found = this.#read().seen.find((one) => one.store === store && one.log === log);
    return found === undefined ? null : { size: found.size, root: Buffer.from(found.root, 'base64') };
  }

  /** Remembers what is seen now, if the profile can be written. */
  tell(store: StoreId, log: LogId, anchor: Anchor): void {
    try {
      this.remember(store, log, anchor);
    } catch {
      // One anchor less; the log itself is whole, and nobody is kept from it because a profile cannot be written.
    }
  }

  remember(store: StoreId, log: LogId, { size, root }: Anchor): void {
    const others = this.#read().seen.filter((one) => one.store !== store || one.log !== log);
    const next: Witness = {
      format: 'witness/1',
      seen: [...others, { store, log, size, root: root.toString('base64'), ...(this.#in && { in: this.#in }) }],
    };
    mkdirSync(this.#folder, { recursive: true });
    const aside = `${this.#path}.part`;
    const descriptor = openSync(aside, 'w', 0o600);
    try {
      writeSync(descriptor, JSON.stringify(next));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(aside, this.#path);
  }
}
