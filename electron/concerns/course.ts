import type { concernCourseCalls } from '../../shared/contract/concern-course.ts';
import { dayInEngland, type Instant, type IsoDate } from '../../shared/domain/calendar.ts';
import type { DraftId, EventId, ThreadId } from '../../shared/domain/ids.ts';
import type { ContentOf } from '../../shared/events/index.ts';
import { type CourseType, stageOf } from '../../shared/policy/concern-stage.ts';
import type { StateOf } from '../../shared/policy/kinds.ts';
import { endDraft } from '../drafts/commands.ts';
import { type Context, type Handlers, InvalidInput, mustBeNewest, mustNotLieAhead } from '../store/context.ts';
import { Refused } from '../store/log/write.ts';

type Course = Handlers<typeof concernCourseCalls>;
type Said<T extends CourseType> = Omit<ContentOf<T>, 'v'>;
type State = StateOf<'concern'> | StateOf<'restricted'>;
type Check<T extends CourseType> = (said: Said<T>, context: Context, state: State) => void;
interface On {
  readonly concern: ThreadId;
  readonly draft?: DraftId | undefined;
}

/** A command that appends one entry, once `check` lets it. @throws InvalidInput, Stale, Refused, NotFound */
function appends<T extends CourseType>(type: T, check?: Check<T>) {
  return (input: On & Said<T>, context: Context): EventId => {
    const { concern, draft, ...rest } = input;
    const said = rest as unknown as Said<T>; // `as`: what is left is what the entry says.
    const state = context.concern(concern);
    check?.(said, context, state);
    return context.store.commit((writing) => {
      endDraft(writing, context, draft);
      return writing.append(type, { thread: concern, about: state.about }, said);
    });
  };
}

/** @throws InvalidInput when the moment lies ahead, or on a day before what it answers */
function mustHaveBeen({ store }: Context, at: Instant, since?: Instant): void {
  if (at > store.now().toISOString()) throw new InvalidInput({ at: 'The time must be now or in the past' });
  if (since !== undefined && at < since) throw new InvalidInput({ at: 'The time must be after it was referred' });
}

/** @throws InvalidInput when an answer came on a day that lies ahead, or before the day it was asked for */
function mustAnswer(context: Context, on: IsoDate, asked: Instant | undefined): void {
  mustNotLieAhead(context, { on });
  if (asked !== undefined && on < dayInEngland(new Date(asked)))
    throw new InvalidInput({ on: 'The answer must be on or after the day they were asked' });
}

/** @throws InvalidInput when somebody would ask again before they have asked */
function mustBeDueAfter(answerDue: IsoDate | null, asked: Instant): void {
  if (answerDue !== null && answerDue < dayInEngland(new Date(asked)))
    throw new InvalidInput({ answerDue: 'The answer cannot be due before you asked for it' });
}

/** When the referral that an answer names was made; the rule refuses one that there is not. */
function sentAt({ facts }: State, referral: EventId): Instant | undefined {
  return facts.course.outside.find(({ event }) => event === referral)?.sentAt;
}

// The links of one concern stand on it alone, so what two of them say together no rule of one record can know.
function mustNotGoRound({ to, as }: Said<'concern.linked'>, context: Context, { thread }: State): void {
  const other = context.state('concern', to);
  if (other.facts.course.links.some((link) => link.to === thread)) throw new Refused('They are linked already.');
  if (as !== 'duplicate' || to === thread) return;
  const stage = stageOf(other.facts);
  if (stage === 'duplicate') throw new Refused('That concern is a duplicate itself. Choose the one that goes on.');
  if (stage === 'closed')
    throw new Refused('That concern is closed. Reopen it first, so that somebody goes on with it.');
  if (stage === 'entered-in-error')
    throw new Refused('That concern is marked as entered in error. Choose the one that goes on.');
}

// What hangs on it as its duplicates would be looked after nowhere.
function mustHaveNoDuplicates(context: Context, { thread }: State): void {
  const duplicates = [...context.store.threads.values()].some(
    ({ folded: { state } }) =>
      state?.kind === 'concern' && state.facts.course.links.some(({ to, as }) => as === 'duplicate' && to === thread),
  );
  if (duplicates) throw new Refused('Another concern is marked as a duplicate of this one. Take that link back first.');
}

export const concernCourseCommands: Course = {
  referOutside: appends('concern.referred-outside', ({ at, answerDue }, context) => {
    mustHaveBeen(context, at);
    mustBeDueAfter(answerDue, at);
  }),
  answerOutside: appends('concern.outside-answered', ({ referral, on }, context, state) =>
    mustAnswer(context, on, sentAt(state, referral)),
  ),
  chase: appends('concern.chased', ({ referral, at, answerDue }, context, state) => {
    mustHaveBeen(context, at, sentAt(state, referral));
    mustBeDueAfter(answerDue, at);
  }),
  takeAdvice: appends('concern.advice-taken', ({ at }, context) => mustHaveBeen(context, at)),
  review: appends('concern.reviewed', ({ nextOn }, context) => {
    if (nextOn !== null && nextOn < context.today())
      throw new InvalidInput({ nextOn: 'The review date must be today or later' });
  }),
  escalate: appends('concern.escalated', ({ answerDue }, context) => {
    if (answerDue !== null && answerDue < context.today())
      throw new InvalidInput({ answerDue: 'The answer cannot be due before you asked for it' });
  }),
  answerEscalation: appends('concern.escalation-answered', ({ escalation, on }, context, { facts }) =>
    mustAnswer(context, on, facts.course.escalations.find(({ event }) => event === escalation)?.at),
  ),
  close: appends('concern.closed', ({ seen }, _context, state) => mustBeNewest(state, seen)),
  reopen: appends('concern.reopened'),
  link: appends('concern.linked', mustNotGoRound),
  unlink: appends('concern.unlinked'),
  enterInError: appends('concern.entered-in-error', (_said, context, state) => mustHaveNoDuplicates(context, state)),
  takeErrorBack: appends('concern.error-taken-back'),
  noteGpRecord: appends('concern.in-gp-record', ({ on }, context) => mustNotLieAhead(context, { on })),
};
