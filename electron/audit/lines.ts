import type { AuditLine } from '../../shared/contract/audit.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { type ReferenceLetter, referenceOf } from '../../shared/domain/reference.ts';
import { eventTypes, isEventType } from '../../shared/events/index.ts';
import type { ThreadKind } from '../../shared/events/kinds.ts';
import type { RegisterState } from '../../shared/policy/register-state.ts';
import { type Header, readLine } from '../store/log/header.ts';
import { leafHash } from '../store/log/tree.ts';

const letters: Readonly<Record<ThreadKind, ReferenceLetter | null>> = {
  register: null,
  person: 'P',
  concern: 'C',
  referral: 'R',
  session: 'S',
};

/** What happened, in words; a type that only a newer program knows by its own name. */
export function wordsFor(type: string): string {
  return isEventType(type) ? eventTypes[type].words : type;
}

/** The reference of the record of an entry. From the header alone, so that it says nothing that is not everybody's. */
function recordOf({ type, thread, about }: Header): string | null {
  if (thread === null || !isEventType(type)) return null;
  const kind = eventTypes[type].thread;
  const letter = kind === null || kind === 'any' ? null : letters[kind];
  if (letter === 'P') return about === null ? null : referenceOf('P', about as PersonId); // `as`: a person's thread is about a person.
  return letter === null ? null : referenceOf(letter, thread);
}

/** An entry as people read it: staff by name, everybody else by reference. */
export function auditLine(line: string, register: RegisterState): AuditLine {
  const { header } = readLine(line);
  const { seq, id, at, actor, about, type } = header;
  const staff = about === null ? undefined : register.staff.get(about as never); // `as`: `about` may be a person or staff.
  return {
    entry: seq,
    event: id,
    at,
    who: actor === null ? null : { staff: actor, name: register.staff.get(actor)?.name ?? 'Not in the register' },
    what: wordsFor(type),
    record: recordOf(header),
    about: about === null ? null : (staff?.name ?? referenceOf('P', about as PersonId)),
    seal: leafHash(Buffer.from(line)).toString('base64'),
  };
}
