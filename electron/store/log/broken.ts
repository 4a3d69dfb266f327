import type { ThreadId } from '../../../shared/domain/ids.ts';
import { StoreFailure } from '../failure.ts';
import type { Row } from './chain.ts';

/** What does not hold, and how many entries before it do, over all logs of the store. */
export class BrokenLog extends StoreFailure {
  readonly sound: number;
  constructor({ kind, entry }: StoreFailure, sound: number) {
    super(kind, entry);
    this.sound = sound;
  }
}

/** Events of the register that change nobody's rights: leaving such ones unread brings no ended role back. */
const bystanders: ReadonlySet<string> = new Set([
  'access.changed',
  'audit.exported',
  'backup.drilled',
  'backup.made',
  'contact.set',
  'cover.seen',
  'draft.discarded',
  'leaving.checked',
  'log.missed',
  'record.printed',
  'recovery.proposed',
  'recovery.tried',
  'recovery.withdrawn',
  'unlock.failed',
]);

/**
 * Asks of an entry that is left unread, since one before it does not hold, whether rights may hang on it. Its line is
 * not to be trusted, so anything in it that could mean the register counts.
 *
 * @throws StoreFailure logChanged
 */
export function passOver({ seq, line, type, thread }: Row, register: ThreadId | undefined): void {
  if (register === undefined) throw new StoreFailure('logChanged', seq);
  if (thread !== register && !line.includes(register)) return;
  const signed = /"type":"([^"]*)"/.exec(line)?.[1] ?? '';
  if (!bystanders.has(type) || !bystanders.has(signed)) throw new StoreFailure('logChanged', seq);
}
