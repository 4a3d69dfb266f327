import type { PersonPage, peopleCalls } from '../../shared/contract/people.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import type { StateOf } from '../../shared/policy/kinds.ts';
import { mayJoin } from '../../shared/policy/person-course.ts';
import { readersAt } from '../../shared/policy/readers.ts';
import type { Context, Handlers } from '../store/context.ts';
import type { PeopleCommand } from './commands.ts';
import { find, like } from './find.ts';
import { householdOf } from './household.ts';
import { everybody, lineOf } from './lines.ts';
import { patternsOf } from './patterns.ts';
import { joiningsOf, recordsOfOne, samePersonQueries } from './same-person.ts';
import { chronology, timeline } from './timeline.ts';

/** Concerns and referrals about a person, under whichever of their records they were begun. */
function recordsAbout(context: Context, { facts: { person } }: StateOf<'person'>): PersonPage['records'] {
  return recordsOfOne(context, person)
    .flatMap((one) => context.person(one).facts.citations)
    .map(({ record, kind }) => ({ thread: record, kind, readable: context.store.stateOf(record) !== undefined }));
}

export const peopleQueries: Omit<Handlers<typeof peopleCalls>, PeopleCommand> = {
  list: (_input, context) =>
    everybody(context)
      .filter(({ joinedTo }) => joinedTo === null)
      .map((row) => lineOf(context, row)),
  find: ({ words }, context) => find(context, words),
  like: (typed, context) => like(context, typed),
  show({ person }, context) {
    const state = context.person(person);
    const { newest, facts } = state;
    return {
      person,
      newest,
      reference: referenceOf('P', person),
      details: facts.details,
      added: { by: facts.addedBy, at: facts.addedAt },
      earlier: facts.earlier,
      practiceRun: facts.practiceRun,
      readers: readersAt(state, context.register),
      mayJoin: mayJoin(context.me, facts, context.register) === null,
      ...joiningsOf(context, state),
      household: householdOf(context, person),
      records: recordsAbout(context, state),
    };
  },
  patterns({ person }, context) {
    context.person(person);
    return patternsOf(context, person);
  },
  timeline: (asked, context) => timeline(context, asked),
  chronology: (asked, context) => chronology(context, asked),
  ...samePersonQueries,
};
