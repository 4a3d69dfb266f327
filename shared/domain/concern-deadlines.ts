import { dayInEngland, type Instant, type IsoDate, instantOf } from './calendar.ts';
import { momentInEngland, type OpeningHours } from './opening-hours.ts';
import { workingDaysAfter } from './working-days.ts';

/** As whoever raised a concern answered it (`howSoon` of its facts). */
export type HowSoon = 'now' | 'today' | 'next-working-day';

/** By when each step is due. Areas differ (domain.md 2.6), so a practice manager sets all of it. */
export interface ConcernDeadlines {
  /** Where nobody said how soon, and nobody is in danger now. */
  readonly howSoon: HowSoon;
  /** Clock hours from raising to acknowledging, through nights and weekends. */
  readonly nowHours: number;
  readonly todayHours: number;
  /** The same to the decision, for "now" and "today". */
  readonly urgentDecisionHours: number;
  /** Working days to the decision on anything else: due when the practice closes on the last of them. */
  readonly decisionDays: number;
  /** Working days after which somebody asks again, where a referral outside has no day of its own. */
  readonly answerDays: number;
  /** Clock hours late after which a concern shows on the list of the colleagues who decide too. */
  readonly deputyAfterHours: number;
  /** Working days after the decision was due when practice managers see a line without names. */
  readonly managerAfterDays: number;
  /** When somebody last compared all this with what the area asks for; null: nobody has. */
  readonly checkedOn: IsoDate | null;
}

/** What has to happen next. */
export type Step = 'acknowledge' | 'decide' | 'answer' | 'review';

export interface Due {
  readonly step: Step;
  /** It is late from this moment. */
  readonly by: Instant;
  /** The day, where the whole day counts; null where hours do. */
  readonly on: IsoDate | null;
}

/** What deadlines need to know of a concern. */
export interface Progress {
  readonly raisedAt: Instant;
  /** Null: nobody said. */
  readonly howSoon: HowSoon | null;
  readonly dangerNow: 'yes' | 'no' | 'not-sure';
  readonly acknowledgedAt: Instant | null;
  /** Whether a decision stands: one from before it was reopened last does not. */
  readonly decided: boolean;
  readonly reopenedAt: Instant | null;
  /** Days by which somebody outside was to answer and has not; null where none was set, with when it was sent. */
  readonly unanswered: readonly { readonly on: IsoDate | null; readonly sentAt: Instant }[];
  readonly reviewOn: IsoDate | null;
  readonly closed: boolean;
}

export interface Clocks {
  readonly deadlines: ConcernDeadlines;
  readonly openingHours: OpeningHours;
}

const hour = 3_600_000;

function after(at: Instant, hours: number): Instant {
  return instantOf(new Date(Date.parse(at) + hours * hour));
}

function endOf(day: IsoDate, { openingHours }: Clocks): Instant {
  return momentInEngland(day, openingHours.until);
}

function onDay(step: Step, day: IsoDate, clocks: Clocks): Due {
  return { step, by: endOf(day, clocks), on: day };
}

/**
 * How soon somebody has to look: as it was said. Where nobody said, danger now is "now", and who was not sure is
 * answered today.
 */
export function howSoonOf({ howSoon, dangerNow }: Pick<Progress, 'howSoon' | 'dangerNow'>, fallback: HowSoon): HowSoon {
  if (howSoon !== null) return howSoon;
  if (dangerNow === 'yes') return 'now';
  return dangerNow === 'not-sure' && fallback !== 'now' ? 'today' : fallback;
}

/** The decision on a concern that nobody is in a hurry about: when the practice closes on the last working day. */
export function decisionDueOn(raisedAt: Instant, clocks: Clocks): Due {
  return onDay('decide', workingDaysAfter(dayInEngland(new Date(raisedAt)), clocks.deadlines.decisionDays), clocks);
}

function beforeDecision({ raisedAt, acknowledgedAt, ...said }: Progress, clocks: Clocks): Due {
  const { deadlines } = clocks;
  const soon = howSoonOf(said, deadlines.howSoon);
  if (said.reopenedAt !== null) return decisionDueOn(said.reopenedAt, clocks);
  if (soon === 'next-working-day') return decisionDueOn(raisedAt, clocks);
  if (acknowledgedAt !== null) return { step: 'decide', by: after(raisedAt, deadlines.urgentDecisionHours), on: null };
  const hours = soon === 'now' ? deadlines.nowHours : deadlines.todayHours;
  return { step: 'acknowledge', by: after(raisedAt, hours), on: null };
}

/**
 * What is due next on a concern, and until when. "Now" and "today" run in clock hours, through nights, weekends and bank
 * holidays; all else in working days of England. Null when nothing is due. Pure.
 */
export function nextDue(progress: Progress, clocks: Clocks): Due | null {
  if (progress.closed) return null;
  if (!progress.decided) return beforeDecision(progress, clocks);
  const { unanswered, reviewOn } = progress;
  const answers = unanswered.map(({ on, sentAt }) => {
    const day = on ?? workingDaysAfter(dayInEngland(new Date(sentAt)), clocks.deadlines.answerDays);
    return onDay('answer', day, clocks);
  });
  const reviews = reviewOn === null ? [] : [onDay('review', reviewOn, clocks)];
  return [...answers, ...reviews].toSorted((a, b) => (a.by < b.by ? -1 : Number(a.by > b.by)))[0] ?? null;
}

/** By how many milliseconds it is late; 0 or less: it is not. */
export function lateBy({ by }: Pick<Due, 'by'>, now: Date): number {
  return now.getTime() - Date.parse(by);
}

export function isLate(due: Due | null, now: Date): boolean {
  return due !== null && lateBy(due, now) > 0;
}

/** Whether it is late enough to show on the list of the other colleagues who decide. */
export function isForDeputies(due: Due | null, now: Date, { deputyAfterHours }: ConcernDeadlines): boolean {
  return due !== null && lateBy(due, now) > deputyAfterHours * hour;
}

/**
 * From when practice managers are told, without names, that a concern waits for a decision. Told by what everybody may
 * see: when it was raised. How soon it was asked for is not, so this runs as if nobody were in a hurry.
 */
export function managerToldFrom(raisedAt: Instant, clocks: Clocks): Instant {
  const { on } = decisionDueOn(raisedAt, clocks);
  if (on === null) throw new Error('a decision is due on a day');
  return endOf(workingDaysAfter(on, clocks.deadlines.managerAfterDays), clocks);
}
