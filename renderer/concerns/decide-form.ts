import { addDays, addWeeks } from 'date-fns';
import type { Path } from 'react-hook-form';
import type { InputOf } from '../../shared/contract/call.ts';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import type { Contract } from '../../shared/contract/index.ts';
import { againstAgreement, asksAgreement, isAgainstAgreement } from '../../shared/domain/basis-for-sharing.ts';
import { dayInEngland, type IsoDate } from '../../shared/domain/calendar.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { blankDate, chosenDay, type DateParts, isoOf, keptDay, type QuickDateValue } from '../ui/forms/dates.ts';

export type DecideInput = InputOf<Contract['concerns']['decide']>;

export interface ActionValues {
  what: string;
  owner: string;
  due: DateParts;
}

/** What the boxes of a decision hold, as typed, and what it is about: a draft is opened by nothing else. */
export interface DecideValues {
  concern: string;
  /** The newest entry that its author had before them when they began. */
  seen: string;
  decision: '' | DecideInput['decision'];
  reason: string;
  agreesOutside: '' | NonNullable<DecideInput['agreesOutside']>;
  agreesOutsideWhy: string;
  sharing: '' | DecideInput['sharing'];
  forRaiser: string;
  review: QuickDateValue;
  actions: ActionValues[];
}

export const blankAction: ActionValues = { what: '', owner: '', due: { ...blankDate } };

export function blankDecision({ concern, newest }: ConcernPage): DecideValues {
  return {
    concern,
    seen: newest,
    decision: '',
    reason: '',
    agreesOutside: '',
    agreesOutsideWhy: '',
    sharing: '',
    forRaiser: '',
    review: { choice: '', other: { ...blankDate } },
    actions: [],
  };
}

/** The option of "Next review" that sets none. */
export const noReview = 'none';

/** The near days that are offered. */
export function nearDays(now: Date): readonly { readonly words: string; readonly day: IsoDate }[] {
  return [
    { words: 'In 1 day', day: dayInEngland(addDays(now, 1)) },
    { words: 'In 1 week', day: dayInEngland(addWeeks(now, 1)) },
    { words: 'In 4 weeks', day: dayInEngland(addWeeks(now, 4)) },
  ];
}

/** The values of a draft, as they can be shown today. */
export function continued(values: DecideValues, now: Date = new Date()): DecideValues {
  const offered = nearDays(now).map(({ day }) => day);
  return { ...values, review: keptDay(values.review, offered) };
}

export type Problem = readonly [field: string, message: string];

const notReal = 'Enter a real date, such as 23 November 2026';

function reviewProblem({ review, decision }: DecideValues, today: IsoDate): Problem | null {
  if (review.choice === '' && !asksAgreement(decision)) return null;
  if (review.choice === '') return ['review', 'Select a next review date'];
  if (review.choice === noReview) {
    return decision === 'keep-open-and-review' ? ['review', 'Select a next review date'] : null;
  }
  if (review.choice !== 'other') return null;
  const day = isoOf(review.other);
  if (day === null) return ['review.other', 'Enter the next review date'];
  if (day === 'wrong') return ['review.other', notReal];
  return day < today ? ['review.other', 'The review date must be today or later'] : null;
}

function isBlank({ what, owner, due }: ActionValues): boolean {
  return what.trim() === '' && owner === '' && isoOf(due) === null;
}

function actionProblems(action: ActionValues, place: number): readonly (Problem | null)[] {
  // A row that somebody added and left empty asks for nothing.
  if (isBlank(action)) return [];
  const at = `actions.${place}`;
  return [
    action.what.trim() === '' ? [`${at}.what`, 'Enter what needs to happen'] : null,
    action.owner === '' ? [`${at}.owner`, 'Select who does this'] : null,
    isoOf(action.due) === 'wrong' ? [`${at}.due`, notReal] : null,
  ];
}

type Agrees = NonNullable<DecideInput['agreesOutside']>;

/** `recorded`: what the concern says already, where this decision does not answer it anew. */
function basisProblems(
  { decision, agreesOutside, sharing }: DecideValues,
  recorded: Agrees | undefined,
): readonly Problem[] {
  if (!asksAgreement(decision)) return [];
  const agrees = agreesOutside === '' ? recorded : agreesOutside;
  if (!isAgainstAgreement({ agrees, sharing })) return [];
  const beside = ['sharing', againstAgreement] as const;
  // A recorded answer stands there as words, with no box to lead to.
  return agreesOutside === '' ? [beside] : [['agreesOutside', againstAgreement], beside];
}

/** Nobody is named to refer, and nobody looks again: no error, for it may stand elsewhere. */
export function leavesReferralToNobody({ decision, review, actions }: DecideValues): boolean {
  return decision === 'refer-outside' && review.choice === noReview && actions.every(isBlank);
}

/** Everything that is missing or wrong, in the order of the page. */
export function problemsOf(values: DecideValues, recorded?: Agrees, now: Date = new Date()): readonly Problem[] {
  const { decision, reason, agreesOutside, sharing, actions } = values;
  const problems: readonly (Problem | null)[] = [
    decision === '' ? ['decision', 'Select what you have decided'] : null,
    reason.trim() === '' ? ['reason', 'Enter why you decided this'] : null,
    agreesOutside === '' && recorded === undefined && asksAgreement(decision)
      ? ['agreesOutside', 'Select if the person agrees to it going outside the practice']
      : null,
    sharing === '' && asksAgreement(decision) ? ['sharing', 'Select the basis for sharing'] : null,
    ...basisProblems(values, recorded),
    reviewProblem(values, dayInEngland(now)),
    ...actions.flatMap(actionProblems),
  ];
  return problems.filter((problem) => problem !== null);
}

/** Where in the form something stands that the log knows by another name, or by another place. */
export function fieldOf(field: string, { review, actions }: DecideValues): Path<DecideValues> {
  if (field === 'reviewOn') return review.choice === 'other' ? 'review.other' : 'review';
  const [name, place, part] = field.split('.');
  if (name !== 'actions' || place === undefined) return field as Path<DecideValues>; // `as`: the log's other names are the form's.
  const asked = [...actions.keys()].filter((index) => !isBlank(actions[index] ?? blankAction));
  const at = asked[Number(place)] ?? Number(place);
  return `actions.${at}.${part === 'dueOn' ? 'due' : (part as 'what' | 'owner')}`; // `as`: likewise.
}

/** What the log is asked to save. Only for values without problems. */
export function inputOf(values: DecideValues): Omit<DecideInput, 'concern' | 'seen' | 'draft'> {
  const { decision, sharing, reason, forRaiser, agreesOutside, agreesOutsideWhy, review, actions } = values;
  const asked = actions.filter((action) => !isBlank(action));
  // What stood in those questions before another decision was chosen is no part of this one.
  const asks = asksAgreement(decision);
  return {
    decision: decision as DecideInput['decision'], // `as`: `problemsOf` has looked that one is chosen.
    sharing: asks ? (sharing as DecideInput['sharing']) : 'not-shared', // `as`: the same.
    reason,
    forRaiser,
    reviewOn: chosenDay(review) as IsoDate | null, // `as`: 'wrong' was refused.
    ...(asks && agreesOutside !== '' && { agreesOutside }),
    // The box stands open under these two answers only: what was typed before another was chosen is no part of it.
    ...(asks && (agreesOutside === 'no' || agreesOutside === 'not-asked') && { agreesOutsideWhy }),
    ...(asked.length > 0 && {
      actions: asked.map(({ what, owner, due }) => ({
        what,
        owner: owner as StaffId, // `as`: the options are ids of staff.
        dueOn: isoOf(due) as IsoDate | null, // `as`: 'wrong' was refused.
      })),
    }),
  };
}
