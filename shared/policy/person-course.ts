import type { Instant } from '../domain/calendar.ts';
import type { EventId, PersonId, StaffId } from '../domain/ids.ts';
import type { ContentOf, ContentType, ThreadEvent } from '../events/index.ts';
import type { PersonDetails } from '../events/people.ts';
import type { personCourse } from '../events/person-course.ts';
import { decidersFor, type RegisterState } from './register-state.ts';
import type { Verdict } from './thread.ts';

export type PersonCourseType = keyof typeof personCourse & ContentType;

interface Entry {
  readonly by: StaffId;
  readonly at: Instant;
}

type Said<T extends PersonCourseType> = Omit<ContentOf<T>, 'v'>;

export interface EventFromElsewhere extends Said<'person.event-added'>, Entry {
  readonly event: EventId;
  /** Why it was taken back. */
  readonly withdrawn: string | null;
}

/** What was found out about the record of a person. */
export interface PersonCourse {
  /** The record that is kept in place of this one. */
  readonly joined: (Said<'person.joined'> & Entry) | null;
  /** Who was compared with this person and is somebody else. */
  readonly keptApart: readonly PersonId[];
  readonly household: readonly (Said<'person.household-linked'> & Entry)[];
  readonly events: readonly EventFromElsewhere[];
}

export const noPersonCourse: PersonCourse = { joined: null, keptApart: [], household: [], events: [] };

/** Of the facts of a person, what these rules need. */
export interface CoursedPerson {
  readonly person: PersonId;
  readonly details: PersonDetails;
  /** Nobody real: somebody to raise the first concern about, for practice. Never counted. */
  readonly practiceRun: boolean;
  readonly course: PersonCourse;
}

/** Whether `staff` says who is the same person: who decides on concerns about people of that practice. */
export function mayJoin(
  staff: StaffId,
  { person, details, practiceRun }: CoursedPerson,
  register: RegisterState,
): Verdict {
  if (practiceRun) return 'This is nobody real: a colleague practised on them.';
  return decidersFor(register, details.practice, person).includes(staff)
    ? null
    : "Only a safeguarding lead or deputy of the person's practice can do this.";
}

type Rules = {
  readonly [T in PersonCourseType]: (event: ThreadEvent<T>, facts: CoursedPerson, register: RegisterState) => Verdict;
};

function mayCompare(other: PersonId, { person, course }: CoursedPerson): Verdict {
  if (other === person) return 'Choose two different records.';
  return course.joined === null ? null : 'This record is joined to another one already. Take that back first.';
}

/** Leads and deputies say who is one person; every reader writes down who lives there and what happened elsewhere. */
export const personCourseRules: Rules = {
  'person.joined': ({ actor, content }, facts, register) =>
    mayCompare(content.with, facts) ?? mayJoin(actor, facts, register),
  'person.parted': ({ actor, content }, facts, register) =>
    facts.course.joined?.with === content.with ? mayJoin(actor, facts, register) : 'These two records are not joined.',
  'person.kept-apart': ({ actor, content }, facts, register) => {
    if (facts.course.keptApart.includes(content.from)) return 'It is recorded already that they are different people.';
    return mayCompare(content.from, facts) ?? mayJoin(actor, facts, register);
  },
  'person.household-linked': ({ content }, { person, practiceRun, course }) => {
    if (practiceRun) return 'This is nobody real: a colleague practised on them.';
    if (content.with === person) return 'Choose somebody else: this is the same person.';
    return course.household.some((one) => one.with === content.with)
      ? 'It is recorded already that they live there.'
      : null;
  },
  'person.household-unlinked': ({ content }, { course }) =>
    course.household.some((one) => one.with === content.with) ? null : 'It is not recorded that they live there.',
  'person.event-added': (_event, { practiceRun }) =>
    practiceRun ? 'This is nobody real: a colleague practised on them.' : null,
  'person.event-withdrawn': ({ actor, content }, facts, register) => {
    const found = facts.course.events.find(({ event }) => event === content.event);
    if (found === undefined) return 'This person has no such event.';
    if (found.withdrawn !== null) return 'This event is taken back already.';
    return found.by === actor ? null : mayJoin(actor, facts, register);
  },
};

type Steps = { readonly [T in PersonCourseType]: (course: PersonCourse, event: ThreadEvent<T>) => PersonCourse };

function entry({ actor, at }: ThreadEvent<PersonCourseType>): Entry {
  return { by: actor, at };
}

const steps: Steps = {
  'person.joined': (course, event) => {
    const { v: _, ...said } = event.content;
    // Whoever is found to be the same person after all is not kept apart any more.
    const keptApart = course.keptApart.filter((one) => one !== said.with);
    return { ...course, keptApart, joined: { ...said, ...entry(event) } };
  },
  'person.parted': (course) => ({ ...course, joined: null }),
  'person.kept-apart': (course, { content }) => ({ ...course, keptApart: [...course.keptApart, content.from] }),
  'person.household-linked': (course, event) => {
    const { v: _, ...said } = event.content;
    return { ...course, household: [...course.household, { ...said, ...entry(event) }] };
  },
  'person.household-unlinked': (course, { content }) => ({
    ...course,
    household: course.household.filter((one) => one.with !== content.with),
  }),
  'person.event-added': (course, event) => {
    const { v: _, ...said } = event.content;
    return { ...course, events: [...course.events, { ...said, ...entry(event), event: event.id, withdrawn: null }] };
  },
  'person.event-withdrawn': (course, { content }) => ({
    ...course,
    events: course.events.map((one) => (one.event === content.event ? { ...one, withdrawn: content.why } : one)),
  }),
};

/** The steps over the facts that the course is part of. */
export function personCourseSteps<Facts extends CoursedPerson>(): {
  readonly [T in PersonCourseType]: (facts: Facts, event: ThreadEvent<T>) => Facts;
} {
  const types = Object.keys(steps) as PersonCourseType[]; // `as`: the table has every one and no other.
  const made = types.map((type) => {
    const take = steps[type] as (course: PersonCourse, event: ThreadEvent<PersonCourseType>) => PersonCourse; // `as`: the table pairs them.
    const step = (facts: Facts, event: ThreadEvent<PersonCourseType>): Facts => ({
      ...facts,
      course: take(facts.course, event),
    });
    return [type, step] as const;
  });
  return Object.fromEntries(made) as ReturnType<typeof personCourseSteps<Facts>>; // `as`: one for each.
}
