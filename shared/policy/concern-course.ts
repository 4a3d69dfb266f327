import type { EventId, StaffId } from '../domain/ids.ts';
import { enterName, needsName } from '../domain/outside.ts';
import type { ThreadEvent } from '../events/index.ts';
import { closedAlready, refusalOfClosing, settled, whatKeepsOpen } from './closing.ts';
import { type ConcernCourse, type CourseType, type Entry, type Standing, stageOf } from './concern-stage.ts';
import type { RegisterState } from './register-state.ts';
import type { Verdict } from './thread.ts';

type Event<T extends CourseType> = ThreadEvent<T>;

interface CourseAsker {
  /** Null when the actor may decide about this concern. */
  readonly decides: Verdict;
  readonly raised: boolean;
}

const noReferral = 'This concern has no such referral.';

function open(concern: Standing): Verdict {
  return stageOf(concern) === 'closed' ? closedAlready : null;
}

function mayClose(concern: Standing, { decides }: CourseAsker): Verdict {
  return decides ?? settled(concern) ?? refusalOfClosing(whatKeepsOpen(concern));
}

type Rules = { readonly [T in CourseType]: (event: Event<T>, concern: Standing, asker: CourseAsker) => Verdict };

/** Who may take which step. Readers of a concern record what happens outside; those who decide, what the practice does. */
const courseRules: Rules = {
  'concern.referred-outside': ({ content }, concern) =>
    needsName(content.destination) && content.to === undefined ? enterName : open(concern),
  'concern.outside-answered': ({ content }, concern) =>
    concern.course.outside.some(({ event }) => event === content.referral) ? open(concern) : noReferral,
  'concern.chased': ({ content }, concern) =>
    concern.course.outside.some(({ event }) => event === content.referral) ? open(concern) : noReferral,
  'concern.advice-taken': (_event, concern) => open(concern),
  'concern.reviewed': (_event, concern, { decides }) => decides ?? open(concern),
  // Also of a closed concern: the decision that closed it may be what somebody disagrees with.
  'concern.escalated': ({ content }, { course }) =>
    content.referral === undefined || course.outside.some(({ event }) => event === content.referral)
      ? null
      : noReferral,
  'concern.escalation-answered': ({ content }, { course }) => {
    const found = course.escalations.find(({ event }) => event === content.escalation);
    if (found === undefined) return 'This concern has no such escalation.';
    return found.answer === null ? null : 'The answer to this escalation is recorded already.';
  },
  'concern.closed': (_event, concern, asker) => mayClose(concern, asker),
  'concern.reopened': (_event, concern, { decides }) =>
    decides ?? (stageOf(concern) === 'closed' ? null : 'This concern is not closed.'),
  'concern.linked': ({ thread, content }, { course }, { decides }) => {
    if (content.to === thread) return 'A concern cannot be linked to itself.';
    return decides ?? (course.links.some(({ to }) => to === content.to) ? 'They are linked already.' : null);
  },
  'concern.unlinked': ({ content }, { course }, { decides }) =>
    decides ?? (course.links.some(({ to }) => to === content.to) ? null : 'They are not linked.'),
  'concern.entered-in-error': (_event, { course }, { decides, raised }) => {
    if (course.inError !== null) return 'This concern is marked as entered in error already.';
    return raised ? null : decides;
  },
  'concern.error-taken-back': (_event, { course }, { decides, raised }) => {
    if (course.inError === null) return 'This concern is not marked as entered in error.';
    return raised ? null : decides;
  },
  'concern.in-gp-record': () => null,
};

function entry({ id, actor, at }: Event<CourseType>): Entry {
  return { event: id, by: actor, at };
}

/** One more of a list, by the id of what it belongs to. */
function inOne<One extends Entry>(all: readonly One[], which: EventId, change: (one: One) => One): readonly One[] {
  return all.map((one) => (one.event === which ? change(one) : one));
}

type Steps = { readonly [T in CourseType]: (course: ConcernCourse, event: Event<T>) => ConcernCourse };

const courseSteps: Steps = {
  'concern.referred-outside': (course, event) => {
    const { v: _, at: sentAt, ...said } = event.content;
    const referral = { ...said, ...entry(event), sentAt, answers: [], chased: [] };
    return { ...course, outside: [...course.outside, referral] };
  },
  'concern.outside-answered': (course, event) => {
    const { v: _, referral, answerDue, ...said } = event.content;
    const outside = inOne(course.outside, referral, (one) => ({
      ...one,
      answerDue: answerDue === undefined ? one.answerDue : answerDue,
      answers: [...one.answers, { ...said, ...entry(event) }],
    }));
    return { ...course, outside };
  },
  'concern.chased': (course, event) => {
    const { v: _, at: askedAt, referral, ...said } = event.content;
    const outside = inOne(course.outside, referral, (one) => ({
      ...one,
      answerDue: said.answerDue,
      chased: [...one.chased, { ...said, ...entry(event), askedAt }],
    }));
    return { ...course, outside };
  },
  'concern.advice-taken': (course, event) => {
    const { v: _, at: takenAt, ...said } = event.content;
    return { ...course, advice: [...course.advice, { ...said, ...entry(event), takenAt }] };
  },
  'concern.reviewed': (course, event) => {
    const { v: _, ...said } = event.content;
    return { ...course, reviews: [...course.reviews, { ...said, ...entry(event) }] };
  },
  'concern.escalated': (course, event) => {
    const { v: _, ...said } = event.content;
    return { ...course, escalations: [...course.escalations, { ...said, ...entry(event), answer: null }] };
  },
  'concern.escalation-answered': (course, event) => {
    const { v: _, escalation, ...said } = event.content;
    const answer = { ...said, ...entry(event) };
    return { ...course, escalations: inOne(course.escalations, escalation, (one) => ({ ...one, answer })) };
  },
  'concern.closed': (course, event) => {
    const { v: _, ...said } = event.content;
    return { ...course, closings: [...course.closings, { ...said, ...entry(event) }] };
  },
  'concern.reopened': (course, event) => ({
    ...course,
    reopenings: [...course.reopenings, { ...entry(event), why: event.content.why }],
  }),
  'concern.linked': (course, event) => {
    const { v: _, ...said } = event.content;
    return { ...course, links: [...course.links, { ...said, ...entry(event) }] };
  },
  'concern.unlinked': (course, { content }) => ({
    ...course,
    links: course.links.filter(({ to }) => to !== content.to),
  }),
  'concern.entered-in-error': (course, event) => ({
    ...course,
    inError: { ...entry(event), why: event.content.why },
  }),
  'concern.error-taken-back': (course) => ({ ...course, inError: null }),
  'concern.in-gp-record': (course, event) => {
    const { v: _, ...said } = event.content;
    return { ...course, inGpRecord: [...course.inGpRecord, { ...said, ...entry(event) }] };
  },
};

interface Coursed extends Standing {
  readonly raisedBy: StaffId;
}

/** The rules and steps of its course, for the policy of a concern. @param decides null where the actor is one who decides */
export function courseOf<Facts extends Coursed>(
  decides: (actor: StaffId, facts: Facts, register: RegisterState) => Verdict,
): {
  readonly rules: {
    readonly [T in CourseType]: (event: Event<T>, facts: Facts, register: RegisterState) => Verdict;
  };
  readonly steps: { readonly [T in CourseType]: (facts: Facts, event: Event<T>) => Facts };
} {
  const types = Object.keys(courseRules) as CourseType[]; // `as`: the table has every one and no other.
  const rule = (type: CourseType) => {
    const may = courseRules[type] as (event: Event<CourseType>, concern: Standing, asker: CourseAsker) => Verdict; // `as`: the table pairs them.
    return (event: Event<CourseType>, facts: Facts, register: RegisterState): Verdict =>
      may(event, facts, { decides: decides(event.actor, facts, register), raised: facts.raisedBy === event.actor });
  };
  const step = (type: CourseType) => {
    const take = courseSteps[type] as (course: ConcernCourse, event: Event<CourseType>) => ConcernCourse; // `as`: the same.
    return (facts: Facts, event: Event<CourseType>): Facts => ({ ...facts, course: take(facts.course, event) });
  };
  const each = <Made>(make: (type: CourseType) => Made) =>
    Object.fromEntries(types.map((type) => [type, make(type)])) as Record<CourseType, Made>; // `as`: one for each.
  return { rules: each(rule), steps: each(step) };
}
