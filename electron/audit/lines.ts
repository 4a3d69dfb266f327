import type { AuditLine } from '../../shared/contract/audit.ts';
import type { PersonId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { type ReferenceLetter, referenceOf } from '../../shared/domain/reference.ts';
import { eventTypes, isEventType } from '../../shared/events/index.ts';
import type { ThreadKind } from '../../shared/events/kinds.ts';
import type { RegisterState } from '../../shared/policy/register-state.ts';
import { type Header, readLine } from '../store/log/header.ts';
import { prepared } from '../store/log/statements.ts';
import type { ReadableLog } from '../store/log/transaction.ts';
import { leafHash } from '../store/log/tree.ts';

const letters: Readonly<Record<ThreadKind, ReferenceLetter | null>> = {
  register: null,
  person: 'P',
  concern: 'C',
  'leads-notes': null, // Of their concern nothing shows but to those who read them.
  restricted: 'C',
  referral: 'R',
  session: 'S',
};

/** What happened, in words; a type that only a newer program knows by its own name. */
export function wordsFor(type: string): string {
  return isEventType(type) ? eventTypes[type].words : type;
}

/** What kind of thread an entry's is; told by the type that began it, which everybody may see. */
export type KindOfThread = (thread: ThreadId) => ThreadKind | null;

/** Looks the first entry of a thread up in the log. */
export function kindOfThreadIn(log: ReadableLog): KindOfThread {
  return (thread) => {
    const sql = 'SELECT type FROM event WHERE thread = ? ORDER BY n LIMIT 1';
    const type = prepared<[string], { type: string }>(log, sql).get(thread)?.type;
    if (type === undefined || !isEventType(type)) return null;
    const kind = eventTypes[type].thread;
    return kind === 'any' ? null : kind;
  };
}

/** The reference of the record of an entry. From headers alone, so that it says nothing that is not everybody's. */
function recordOf({ thread, about }: Header, kindOfThread: KindOfThread): string | null {
  const kind = thread === null ? null : kindOfThread(thread);
  const letter = kind === null ? null : letters[kind];
  if (thread === null || letter === null) return null;
  if (letter === 'P') return about === null ? null : referenceOf('P', about as PersonId); // `as`: a person's thread is about a person.
  return referenceOf(letter, thread);
}

function nameOfAuthor(actor: StaffId, { staff, recovery, earlierRecoveries }: RegisterState): string {
  const recoveries = [recovery, ...earlierRecoveries].map(({ id }) => id);
  return staff.get(actor)?.name ?? (recoveries.includes(actor) ? 'Recovery key' : 'Not in the register');
}

/** An entry as people read it: staff by name, everybody else by reference. */
export function auditLine(line: string, register: RegisterState, kindOfThread: KindOfThread): AuditLine {
  const { header } = readLine(line);
  const { seq, id, log, at, actor, about, type } = header;
  const staff = about === null ? undefined : register.staff.get(about as never); // `as`: `about` may be a person or staff.
  return {
    what: wordsFor(type),
    who: actor === null ? null : { staff: actor, name: nameOfAuthor(actor, register) },
    at,
    record: recordOf(header, kindOfThread),
    about: about === null ? null : (staff?.name ?? referenceOf('P', about as PersonId)),
    entry: seq,
    event: id,
    computer: log.slice(0, 6),
    seal: leafHash(Buffer.from(line)).toString('base64'),
  };
}
