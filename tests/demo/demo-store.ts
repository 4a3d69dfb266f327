/** The demo as tests build it: whole and real, with the quick key derivation, in a folder of its own. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDemo, type Demo } from '../../electron/demo/build.ts';
import { idOf } from '../../electron/demo/cast.ts';
import { type StaffKey, staff } from '../../electron/demo/data/staff.ts';
import { must } from '../../electron/demo/perform.ts';
import { handlers, projections } from '../../electron/features.ts';
import { joinHalves, parseCode } from '../../electron/store/crypto/recovery-code.ts';
import { openLogFile } from '../../electron/store/log/open.ts';
import { type ReadableLog, readable } from '../../electron/store/log/transaction.ts';
import { Router } from '../../electron/store/router.ts';
import type { StorePlace } from '../../electron/store/unlock.ts';
import { readVault } from '../../electron/store/vault/files.ts';
import type { Identity } from '../../electron/store/vault/identity.ts';
import { storeKeysFrom } from '../../electron/store/vault/identity.ts';
import { openSlot } from '../../electron/store/vault/slots.ts';
import { contract, type LogClient } from '../../shared/contract/index.ts';
import type { StaffId, StoreId } from '../../shared/domain/ids.ts';
import { copyOf, madeOnce } from '../factories/template.ts';
import { quickKdf } from '../factories/world.ts';

export interface BuiltDemo extends Demo {
  readonly root: string;
  readonly place: StorePlace;
}

function report(mistake: unknown): never {
  throw new Error(`a mistake of the program: ${JSON.stringify(mistake)}`);
}

const build = (place: StorePlace): Promise<Demo> => buildDemo({ place, loadedAt: new Date(), report, kdf: quickKdf });

export async function builtDemo(): Promise<BuiltDemo> {
  const root = mkdtempSync(join(tmpdir(), 'practice-log-demo-'));
  const place = { folder: join(root, 'store'), profile: join(root, 'profile') };
  const template = await madeOnce('demo', (folder) =>
    build({ folder: join(folder, 'store'), profile: join(folder, 'profile') }),
  );
  if (template === null) return { ...(await build(place)), root, place };
  copyOf(template.folder, { store: place.folder, profile: place.profile });
  return { ...template.facts, root, place };
}

export function remove({ root }: BuiltDemo): void {
  rmSync(root, { recursive: true, force: true });
}

/** Signs somebody in at the demo's computer, for as long as `work` takes. */
export async function asStaff<T>(demo: BuiltDemo, who: StaffKey, work: (log: LogClient) => Promise<T>): Promise<T> {
  const router = new Router({ place: demo.place, contract, handlers, projections, now: () => new Date(), report });
  try {
    const log = router.client();
    await must(log.store.unlock({ staff: idOf(demo.cast.staff, who), passphrase: staff[who].passphrase }));
    return await work(log);
  } finally {
    router.close();
  }
}

/** The export of the whole log by the manager: the path of its zip. */
export async function exported(demo: BuiltDemo): Promise<string> {
  const folder = join(demo.root, 'export');
  mkdirSync(folder);
  const ask = { from: null, to: null, why: 'For a test', folder };
  return asStaff(demo, 'sedley', async (log) => (await must(log.audit.export(ask))).file);
}

/** One identity with nothing but its own secret, beside a copy of the log file. */
export interface Alone {
  readonly me: StaffId;
  readonly store: StoreId;
  readonly identity: Identity;
  readonly log: ReadableLog;
}

export async function alone(demo: BuiltDemo, who: StaffKey | 'recovery'): Promise<Alone> {
  const { vault } = readVault(demo.place.folder);
  const [first, second] = demo.recoveryHalves;
  const me =
    who === 'recovery' ? vault.slots.find(({ type }) => type === 'recovery')?.staff : idOf(demo.cast.staff, who);
  if (me === undefined) throw new Error('no recovery slot');
  const secret = who === 'recovery' ? joinHalves(parseCode(first), parseCode(second)) : staff[who].passphrase;
  const { identity, storeKey } = await openSlot(vault, me, secret);
  const copy = join(demo.root, `${who}.db`);
  copyFileSync(join(demo.place.folder, `log.${vault.log}.db`), copy);
  const log = readable(openLogFile(copy, storeKeysFrom(storeKey).file, { create: false }));
  return { me, store: vault.store, identity, log };
}
