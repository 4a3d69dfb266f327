import type { Instant } from '../domain/calendar.ts';
import { draftId, type EventId, type StaffId, type ThreadId, threadId } from '../domain/ids.ts';
import { concernCourse } from '../events/concern-course.ts';
import type { ConcernCourse } from '../policy/concern-stage.ts';
import { z } from '../zod.ts';
import { command } from './call.ts';

/** What an event says, without the version of its shape. */
function said<Shape extends z.ZodRawShape>({ content }: { readonly content: { readonly shape: Shape } }) {
  const { v: _, ...shape } = content.shape;
  return shape;
}

/** Which concern, and the draft that it was typed in, which ends with it. */
const on = { concern: threadId, draft: draftId.optional() };

/** A concern that this one was linked to, from either side. Only one that whoever asks reads. */
export interface LinkedConcern {
  readonly concern: ThreadId;
  readonly reference: string;
  readonly name: string;
  readonly as: ConcernCourse['links'][number]['as'];
  /** Whether the link was written on the other one: then that one is the duplicate, and it is taken back there. */
  readonly fromThere: boolean;
  readonly why: string;
  readonly by: StaffId;
  readonly at: Instant;
}

/** How a concern was closed, as far as a list says it. */
export interface ClosingLine {
  readonly outcome: ConcernCourse['closings'][number]['outcome'];
  readonly at: Instant;
}

/**
 * What becomes of a concern after the decision. Each appends one entry and answers with its id. Those that answer an
 * earlier entry name it; none lies ahead of now, or before what it answers.
 */
export const concernCourseCalls = {
  referOutside: command<EventId>()(z.strictObject({ ...on, ...said(concernCourse['concern.referred-outside']) })),
  answerOutside: command<EventId>()(z.strictObject({ ...on, ...said(concernCourse['concern.outside-answered']) })),
  chase: command<EventId>()(z.strictObject({ ...on, ...said(concernCourse['concern.chased']) })),
  takeAdvice: command<EventId>()(z.strictObject({ ...on, ...said(concernCourse['concern.advice-taken']) })),
  review: command<EventId>()(z.strictObject({ ...on, ...said(concernCourse['concern.reviewed']) })),
  escalate: command<EventId>()(z.strictObject({ ...on, ...said(concernCourse['concern.escalated']) })),
  answerEscalation: command<EventId>()(
    z.strictObject({ ...on, ...said(concernCourse['concern.escalation-answered']) }),
  ),
  /** Rests on everything: `seen` is the newest entry that stood on the screen. */
  close: command<EventId>()(z.strictObject({ ...on, ...said(concernCourse['concern.closed']) })),
  reopen: command<EventId>()(z.strictObject({ ...on, ...said(concernCourse['concern.reopened']) })),
  /** To another concern that I read. As a duplicate it counts no more, and the other one goes on. */
  link: command<EventId>()(z.strictObject({ ...on, ...said(concernCourse['concern.linked']) })),
  unlink: command<EventId>()(z.strictObject({ ...on, ...said(concernCourse['concern.unlinked']) })),
  /** Nothing goes: it is struck through, with the reason, until `takeErrorBack`. */
  enterInError: command<EventId>()(z.strictObject({ ...on, ...said(concernCourse['concern.entered-in-error']) })),
  takeErrorBack: command<EventId>()(z.strictObject({ ...on, ...said(concernCourse['concern.error-taken-back']) })),
  /** That somebody copied it to the GP record. The log itself writes nothing there. */
  noteGpRecord: command<EventId>()(z.strictObject({ ...on, ...said(concernCourse['concern.in-gp-record']) })),
};
