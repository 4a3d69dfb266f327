import { draftId, type EventId, eventId, type StaffId, type ThreadId, threadId } from '../domain/ids.ts';
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
  sign: command<EventId>()(z.strictObject({ session: threadId, seen: eventId, ...signature })),
  comment: command<EventId>()(
    z.strictObject({ session: threadId, comment: supervisionEvents['session.commented'].content.shape.comment }),
  ),
  list: query<readonly SessionLine[]>()(z.strictObject({})),
  open: query<SessionPage>()(z.strictObject({ session: threadId })),
};
