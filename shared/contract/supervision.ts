import type { IsoDate } from '../domain/calendar.ts';
import { draftId, type EventId, eventId, type StaffId, type ThreadId, threadId } from '../domain/ids.ts';
import type { DueState } from '../domain/supervision-due.ts';
import { recordedSession, supervisionEvents } from '../events/supervision.ts';
import type { SessionFacts } from '../policy/supervision.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';

const { supervisor: _, ...asked } = recordedSession;
const { v: _v, ...signature } = supervisionEvents['session.signed'].content.shape;

export interface SessionLine {
  readonly session: ThreadId;
  readonly reference: string;
  readonly kind: SessionFacts['recorded']['kind'];
  readonly heldOn: string;
  readonly supervisor: StaffId;
  readonly supervisees: readonly StaffId[];
  /** Whether everybody who was there has signed. */
  readonly signed: boolean;
  readonly minutes: number;
  /** The day that was agreed for the next one. */
  readonly nextOn: IsoDate | null;
  readonly unsignedBy: readonly StaffId[];
  /** Whether my own signature is still missing. */
  readonly mustSign: boolean;
}

/** One person and one of their supervisors. */
export interface SupervisionDue {
  readonly staff: StaffId;
  readonly supervisor: StaffId;
  /** The newest session of these two, of any kind. */
  readonly last: IsoDate | null;
  /** By when they meet next; where they never met, an interval after the one was named for the other. */
  readonly next: IsoDate;
  readonly state: DueState;
}

export interface SessionPage {
  readonly session: ThreadId;
  readonly reference: string;
  readonly newest: EventId;
  readonly state: SessionFacts;
}

export const supervisionCalls = {
  record: command<{ readonly session: ThreadId; readonly reference: string; readonly event: EventId }>()(
    z.strictObject({ ...asked, draft: draftId.optional() }),
    { roles: ['supervisor', 'safeguarding-lead', 'deputy-safeguarding-lead'] },
  ),
  sign: command<EventId>()(z.strictObject({ session: threadId, seen: eventId, ...signature }), { proof: 'recent' }),
  comment: command<EventId>()(
    z.strictObject({ session: threadId, comment: supervisionEvents['session.commented'].content.shape.comment }),
  ),
  list: query<readonly SessionLine[]>()(z.strictObject({})),
  /** Mine with each of my supervisors, and that of each person whom I supervise: what others hold nobody can know. */
  due: query<readonly SupervisionDue[]>()(z.strictObject({})),
  open: query<SessionPage>()(z.strictObject({ session: threadId })),
};
