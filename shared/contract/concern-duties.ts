import type { Instant, IsoDate } from '../domain/calendar.ts';
import { draftId, type EventId, type PersonId, type StaffId, type ThreadId, threadId } from '../domain/ids.ts';
import { concernDuties } from '../events/concern-duties.ts';
import type { Escalation, OutsideReferral } from '../policy/concern-stage.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';

const { v: _v, ...sharing } = concernDuties['concern.sharing-decided'].content.shape;
const { v: _vReport, ...report } = concernDuties['concern.report-recorded'].content.shape;

interface Awaited {
  readonly concern: ThreadId;
  readonly reference: string;
  readonly person: PersonId;
  readonly name: string;
  /** The referral or the escalation that is not answered yet. */
  readonly event: EventId;
  readonly by: StaffId;
  readonly since: Instant;
  /** By when somebody asks again; null where nobody set a day. */
  readonly due: IsoDate | null;
  /** Whoever asks decides about the concern. */
  readonly mayDecide: boolean;
  readonly practiceRun: boolean;
}

/** Something outside the practice, or up a ladder, that nobody has answered for good. */
export type AwaitedLine =
  | (Awaited & {
      readonly kind: 'referral';
      readonly destination: OutsideReferral['destination'];
      readonly to: string | undefined;
      /** They said that it came, and no more. */
      readonly acknowledged: boolean;
    })
  | (Awaited & {
      readonly kind: 'escalation';
      readonly about: Escalation['about'];
      readonly step: number;
      readonly to: string;
    });

export const concernDutyCalls = {
  /** Whether information goes outside, with whom and why: by those who decide. */
  decideSharing: command<EventId>()(z.strictObject({ concern: threadId, draft: draftId.optional(), ...sharing })),
  /** By whoever reads the concern, also when it is closed: nobody can stop a report. */
  recordReport: command<EventId>()(z.strictObject({ concern: threadId, ...report })),
  /** Of every concern that I read: those with a day first, the earliest first. */
  awaited: query<readonly AwaitedLine[]>()(z.strictObject({})),
};
