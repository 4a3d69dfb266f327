import type { Instant, IsoDate } from '../domain/calendar.ts';
import type { EventId, StaffId } from '../domain/ids.ts';
import type { concernCourse } from '../events/concern-course.ts';
import type { ContentOf, ContentType } from '../events/index.ts';

export type CourseType = keyof typeof concernCourse & ContentType;
type Said<T extends CourseType> = Omit<ContentOf<T>, 'v'>;

export interface Entry {
  readonly event: EventId;
  readonly by: StaffId;
  readonly at: Instant;
}

/** A referral to somebody outside the practice. What was answered last is where it stands. */
export interface OutsideReferral extends Entry, Omit<Said<'concern.referred-outside'>, 'at'> {
  readonly sentAt: Instant;
  readonly answers: readonly (Entry & Omit<Said<'concern.outside-answered'>, 'referral' | 'answerDue'>)[];
  readonly chased: readonly (Entry & Omit<Said<'concern.chased'>, 'referral' | 'at'> & { readonly askedAt: Instant })[];
}

export interface Escalation extends Entry, Said<'concern.escalated'> {
  readonly answer: (Entry & Omit<Said<'concern.escalation-answered'>, 'escalation'>) | null;
}

/** What became of a concern after the decision. */
export interface ConcernCourse {
  readonly outside: readonly OutsideReferral[];
  readonly advice: readonly (Entry & Omit<Said<'concern.advice-taken'>, 'at'> & { readonly takenAt: Instant })[];
  readonly reviews: readonly (Entry & Said<'concern.reviewed'>)[];
  readonly escalations: readonly Escalation[];
  /** Oldest first, as are all lists here. */
  readonly closings: readonly (Entry & Said<'concern.closed'>)[];
  readonly reopenings: readonly (Entry & Said<'concern.reopened'>)[];
  readonly links: readonly (Entry & Said<'concern.linked'>)[];
  readonly inError: (Entry & { readonly why: string }) | null;
  readonly inGpRecord: readonly (Entry & Said<'concern.in-gp-record'>)[];
}

export const noCourse: ConcernCourse = {
  outside: [],
  advice: [],
  reviews: [],
  escalations: [],
  closings: [],
  reopenings: [],
  links: [],
  inError: null,
  inGpRecord: [],
};

/** What of a concern its course hangs on. */
export interface Standing {
  readonly course: ConcernCourse;
  readonly acknowledgedAt: Instant | null;
  readonly decisions: readonly {
    readonly decision: ContentOf<'concern.decided'>['decision'];
    readonly at: Instant;
    readonly reviewOn: IsoDate | null;
  }[];
  readonly actions: readonly { readonly done: unknown }[];
}

/** The stages of a concern (domain.md 3.1), in the order in which they usually come. */
export type Stage =
  | 'raised'
  | 'acknowledged'
  | 'triaged'
  | 'referred-awaiting'
  | 'referred-acknowledged'
  | 'referred-accepted'
  | 'referred-not-accepted'
  | 'internal-action'
  | 'monitoring'
  | 'closed'
  | 'duplicate'
  | 'entered-in-error';

/** When it was reopened last: what closed it before that closes it no more. */
function reopenedAt({ course }: Pick<Standing, 'course'>): Instant | null {
  return course.reopenings.at(-1)?.at ?? null;
}

function stands(closed: { readonly at: Instant }, concern: Pick<Standing, 'course'>): boolean {
  const since = reopenedAt(concern);
  return since === null || closed.at > since;
}

/** Nothing more is to be done in these. */
export const closedStages: readonly Stage[] = ['closed', 'duplicate', 'entered-in-error'];

/** Whether somebody has still to decide, also anew after a concern was reopened. */
export function isUndecided(stage: Stage): boolean {
  return stage === 'raised' || stage === 'acknowledged';
}

/** How it was closed, while it is. Null also where a decision that nothing more is done closed it. */
export function closingOf(concern: Pick<Standing, 'course'>): ConcernCourse['closings'][number] | null {
  const last = concern.course.closings.at(-1);
  return last === undefined || !stands(last, concern) ? null : last;
}

const answered = {
  acknowledged: 'referred-acknowledged',
  accepted: 'referred-accepted',
  'not-accepted': 'referred-not-accepted',
} as const satisfies Record<Said<'concern.outside-answered'>['answer'], Stage>;

/** Of several referrals the one that needs most: none answers for another. */
function outsideStage({ outside }: ConcernCourse): Stage | null {
  const order: readonly Stage[] = [
    'referred-awaiting',
    'referred-not-accepted',
    'referred-acknowledged',
    'referred-accepted',
  ];
  const stages = outside.map(({ answers }): Stage => {
    const last = answers.at(-1);
    return last === undefined ? 'referred-awaiting' : answered[last.answer];
  });
  return order.find((stage) => stages.includes(stage)) ?? null;
}

/** Where a concern stands. One answer for lists, its page, deadlines and counts. */
export function stageOf(concern: Standing): Stage {
  const { course, decisions, acknowledgedAt } = concern;
  if (course.inError !== null) return 'entered-in-error';
  if (course.links.some(({ as }) => as === 'duplicate')) return 'duplicate';
  if (closingOf(concern) !== null) return 'closed';
  const last = decisions.at(-1);
  if (last === undefined) return acknowledgedAt === null ? 'raised' : 'acknowledged';
  // Reopened: what was decided before no longer says what happens next.
  if (!stands(last, concern)) return 'acknowledged';
  if (last.decision === 'no-further-action') return 'closed';
  if (last.decision === 'refer-outside') return outsideStage(course) ?? 'triaged';
  if (last.decision === 'keep-open-and-review') return 'monitoring';
  if (last.decision === 'no-referral-outside') return last.reviewOn === null ? 'triaged' : 'monitoring';
  return 'internal-action';
}

/**
 * The day of the next review: what was decided or found last says it, also where that sets none. Of a concern on which
 * no work goes on there is none.
 */
export function nextReviewOf(concern: Standing): IsoDate | null {
  const { decisions, course } = concern;
  if (closedStages.includes(stageOf(concern))) return null;
  const decision = decisions.at(-1);
  const review = course.reviews.at(-1);
  if (review === undefined) return decision?.reviewOn ?? null;
  return decision === undefined || review.at >= decision.at ? review.nextOn : decision.reviewOn;
}
