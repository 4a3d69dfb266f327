import type { Instant } from '../domain/calendar.ts';
import { personId, type StaffId, staffId, type ThreadId, threadId } from '../domain/ids.ts';
import type { Role } from '../domain/roles.ts';
import { beyondFirstMinute, holdsHalf, keptFrom, namedReaders, restrictedEvents } from '../events/restricted.ts';
import type { Stage } from '../policy/concern-stage.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';
import { type Raised, raiseForm } from './concerns.ts';

/** A colleague who could be named as a reader. */
export interface PossibleReader {
  readonly staff: StaffId;
  readonly name: string;
  /** The role for which the form proposes them, leads first; null for everybody else. */
  readonly proposedAs: Role | null;
}

/** A restricted concern in the list of somebody who reads it. */
export interface RestrictedLine {
  readonly concern: ThreadId;
  readonly reference: string;
  readonly name: string;
  readonly raisedAt: Instant;
  readonly raisedBy: StaffId;
  readonly mine: boolean;
  readonly told: boolean;
  readonly acknowledgedAt: Instant | null;
  readonly stage: Stage;
  /** Everybody who reads it now, the raiser among them. */
  readonly readers: readonly StaffId[];
}

const { reader, why } = restrictedEvents['restricted.reader-added'].content.shape;
const { why: whyOut } = restrictedEvents['restricted.reader-removed'].content.shape;

/**
 * Restricted concerns. What else is done with one is done by the calls of `concerns`, which take it like any other; none
 * of them, and none of anybody else's calls, ever answers with it to somebody who does not read it.
 */
export const restrictedCalls = {
  /** Nobody has been told, and nobody reads it but the raiser and `readers`. */
  raise: command<Raised>()(
    z.strictObject({ ...raiseForm, ...beyondFirstMinute, keptFrom, readers: namedReaders, holdsHalf }),
  ),
  /** Who could be named, those whom the form proposes first. */
  couldRead: query<readonly PossibleReader[]>()(z.strictObject({ person: personId.optional(), keptFrom })),
  /** Who could be named beside those who read it already. */
  couldReadToo: query<readonly PossibleReader[]>()(z.strictObject({ concern: threadId })),
  /** Gives a colleague a record to read, in the midst of urgent work: a passphrase typed lately is enough. */
  addReader: command<null>()(z.strictObject({ concern: threadId, reader: staffId, why }), { proof: 'recent' }),
  removeReader: command<null>()(z.strictObject({ concern: threadId, reader, why: whyOut }), { proof: 'recent' }),
  /** Empty for everybody who reads none, as if there were none. */
  list: query<readonly RestrictedLine[]>()(z.strictObject({})),
};
