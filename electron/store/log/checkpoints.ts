import type { LogId, StaffId, StoreId } from '../../../shared/domain/ids.ts';
import type { SigningKey } from '../crypto/ed25519.ts';
import type { DeviceLog, Head } from './head.ts';
import { checkpointText, cosignLine, signNote, verifierKey, verifyCosignature } from './note.ts';
import type { ReadableLog, WritableLog } from './transaction.ts';
import { rootOf } from './tree.ts';

/** A size and root that somebody saw: the log must still have this root at this size. */
export interface Anchor {
  readonly size: number;
  /** 32 bytes. */
  readonly root: Buffer;
}

/** Name of a log in its checkpoints (C2SP tlog-checkpoint). Ids only. */
export function originOf(store: StoreId, log: LogId): string {
  return `practice-log/${store}/${log}`;
}

/** The verifier key of a device's log, in the form of C2SP signed-note. */
export function logVerifierKey(store: StoreId, own: DeviceLog): string {
  return verifierKey(originOf(store, own.log), own.key.publicKey);
}

/** Signs where the log stands, and keeps the note. The caller has just read or written every line up to there. */
export function signCheckpoint(log: WritableLog, store: StoreId, own: DeviceLog, head: Head): string {
  const origin = originOf(store, own.log);
  const text = checkpointText({ origin, size: head.frontier.size, root: rootOf(head.frontier) });
  const note = signNote(text, origin, own.key);
  log
    .prepare('INSERT INTO checkpoint (log_id, size, note) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
    .run(own.log, head.frontier.size, note);
  return note;
}

function cosignerName(store: StoreId, staff: StaffId): string {
  return `practice-log/${store}/staff/${staff}`;
}

/** "I verified to here": adds a person's own signature to a checkpoint (C2SP tlog-cosignature). */
export function cosign(
  log: WritableLog,
  by: { readonly store: StoreId; readonly log: LogId; readonly staff: StaffId; readonly signing: SigningKey },
  note: string,
  now: Date,
): void {
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
  const line = cosignLine(
    text,
    cosignerName(by.store, by.staff),
    by.signing,
    Math.max(0, Math.floor(now.getTime() / 1000)),
  );
  log
    .prepare(
      'INSERT INTO cosignature (log_id, staff, note) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET note = excluded.note',
    )
    .run(by.log, by.staff, `${note}${line}`);
}

/** Signs where a log stands, and adds a person's "I verified to here". Gives the note without the cosignature. */
export function signAndCosign(
  log: WritableLog,
  by: { readonly store: StoreId; readonly staff: StaffId; readonly signing: SigningKey },
  own: DeviceLog,
  head: Head,
  now: Date,
): string {
  const note = signCheckpoint(log, by.store, own, head);
  cosign(log, { ...by, log: own.log }, note, now);
  return note;
}

/** How far a person verified when they last unlocked, or null: then everything is verified anew. */
export function lastCosigned(
  db: ReadableLog,
  store: StoreId,
  log: LogId,
  staff: StaffId,
  publicKey: Buffer,
): Anchor | null {
  const row = db
    .prepare<[string, string], { note: string }>('SELECT note FROM cosignature WHERE log_id = ? AND staff = ?')
    .get(log, staff);
  if (row === undefined) return null;
  return verifyCosignature(row.note, cosignerName(store, staff), publicKey);
}
