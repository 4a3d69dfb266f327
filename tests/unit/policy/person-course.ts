import type { EventId, PersonId, StaffId, ThreadId } from '../../../shared/domain/ids.ts';
import type { ContentOf, ThreadEvent } from '../../../shared/events/index.ts';
import { apply } from '../../../shared/policy/apply.ts';
import type { AnyThreadState } from '../../../shared/policy/kinds.ts';
import type { PersonCourseType } from '../../../shared/policy/person-course.ts';
import { alderfield, type EventMaker, named, staffOf } from '../../factories/events.ts';
import { day, type Records, threads, walter } from './records.ts';

type Content<T extends PersonCourseType> = Omit<ContentOf<T>, 'v'>;

export const olive = named<PersonId>('Olive');

/** What is found out about Walter's record, with `of` the event that one takes back. */
export const personContents = {
  'person.joined': () => ({ with: olive, why: 'The same number on both letters.' }),
  'person.parted': () => ({ with: olive, why: 'Father and son.' }),
  'person.kept-apart': () => ({ from: olive, why: 'Father and son.' }),
  'person.household-linked': () => ({ with: olive, relation: 'Daughter' }),
  'person.household-unlinked': () => ({ with: olive, why: 'She moved out.' }),
  'person.event-added': () => ({
    on: day,
    period: undefined,
    what: 'Fire at the flat.',
    source: 'Fire service',
    impact: 'negative' as const,
    action: undefined,
  }),
  'person.event-withdrawn': (of: EventId) => ({ event: of, why: 'Another flat.' }),
} satisfies { readonly [T in PersonCourseType]: (of: EventId) => Content<T> };

const where = { thread: threads.person, about: walter };

/** An entry of this type on Walter's record. */
export function onWalter(make: EventMaker, type: PersonCourseType, actor: StaffId, of = named<EventId>('none')) {
  const content = personContents[type](of) as never; // `as`: the table pairs them.
  return make.event(type, actor, where, content) as ThreadEvent; // `as`: one of them all.
}

/** Each of them, on a record on which it may be written; what is taken back was written by the raiser or the lead. */
export function personAttempts(make: EventMaker, records: Records) {
  const attemptOf = (type: PersonCourseType, before?: PersonCourseType, by = 'lead') => {
    return (actor: StaffId): { readonly event: ThreadEvent; readonly state: AnyThreadState } => {
      const state = records.cited('concern');
      if (before === undefined) return { event: onWalter(make, type, actor), state };
      const first = onWalter(make, before, staffOf(by));
      return { event: onWalter(make, type, actor, first.id), state: apply(state, first) };
    };
  };
  const cited = (by: StaffId) => ({
    record: named<ThreadId>('new'),
    kind: 'concern' as const,
    by,
    practice: alderfield,
    named: [],
  });
  return {
    'person.cited': (actor: StaffId): { readonly event: ThreadEvent; readonly state: AnyThreadState } => ({
      event: make.event('person.cited', actor, where, cited(actor)),
      state: records.cited('concern'),
    }),
    'person.joined': attemptOf('person.joined'),
    'person.parted': attemptOf('person.parted', 'person.joined'),
    'person.kept-apart': attemptOf('person.kept-apart'),
    'person.household-linked': attemptOf('person.household-linked'),
    'person.household-unlinked': attemptOf('person.household-unlinked', 'person.household-linked'),
    'person.event-added': attemptOf('person.event-added'),
    'person.event-withdrawn': attemptOf('person.event-withdrawn', 'person.event-added', 'raiser'),
  };
}
