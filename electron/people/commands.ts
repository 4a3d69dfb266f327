import type { peopleCalls } from '../../shared/contract/people.ts';
import type { PersonId, PracticeId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { wrongRange } from '../../shared/domain/nhs-number.ts';
import type { PersonDetails } from '../../shared/events/people.ts';
import { endDraft } from '../drafts/commands.ts';
import { type Context, type Handlers, InvalidInput, mustBeNewest, mustNotLieAhead } from '../store/context.ts';
import { newId } from '../store/ids.ts';
import type { Writing } from '../store/log/write.ts';
import { chronologyCommands } from './chronology.ts';
import { householdCommands } from './household.ts';
import { samePersonCommands } from './same-person.ts';

/** @throws InvalidInput for a date ahead, or an NHS number of the wrong range for this log */
export function checkDetails(context: Context, details: PersonDetails): void {
  mustNotLieAhead(context, { dateOfBirth: details.dateOfBirth });
  const { nhsNumber } = details;
  const wrong = nhsNumber === undefined ? null : wrongRange(nhsNumber, context.register.demo);
  if (wrong !== null) throw new InvalidInput({ nhsNumber: wrong });
}

/**
 * Adds a person inside a transaction that also writes why they are in the log.
 *
 * @param invented id of one who is nobody, for practice
 */
export function appendPerson(
  writing: Writing,
  details: PersonDetails,
  invented?: PersonId,
): { readonly person: PersonId; readonly thread: ThreadId } {
  const person = invented ?? newId<PersonId>();
  const thread = newId<ThreadId>();
  const practiceRun = invented && { practiceRun: true as const };
  writing.append('person.added', { thread, about: person }, { person, details, ...practiceRun });
  return { person, thread };
}

export interface Citation {
  readonly record: ThreadId;
  readonly kind: 'concern' | 'referral';
  readonly by: StaffId;
  readonly practice: PracticeId | null;
  /** Colleagues named one by one: those it is shared with, or the recipient. */
  readonly named: readonly StaffId[];
}

/** Tells the person's own thread of a record about them, so that its readers can read who they are. */
export function citePerson(writing: Writing, place: { thread: ThreadId; about: PersonId }, citation: Citation): void {
  writing.append('person.cited', place, { ...citation, named: [...citation.named] });
}

/** The calls of people that write. */
export type PeopleCommand =
  | 'add'
  | 'change'
  | 'join'
  | 'part'
  | 'keepApart'
  | 'linkHousehold'
  | 'unlinkHousehold'
  | 'addEvent'
  | 'withdrawEvent';

export const peopleCommands: Pick<Handlers<typeof peopleCalls>, PeopleCommand> = {
  ...samePersonCommands,
  ...householdCommands,
  ...chronologyCommands,
  add({ details, draft }, context) {
    checkDetails(context, details);
    return context.store.commit((writing) => {
      endDraft(writing, context, draft);
      return appendPerson(writing, details).person;
    });
  },
  change({ person, seen, details, draft }, context) {
    const state = context.person(person);
    mustBeNewest(state, seen);
    checkDetails(context, details);
    context.store.commit((writing) => {
      endDraft(writing, context, draft);
      writing.append('person.changed', { thread: state.thread, about: person }, { details });
    });
    return null;
  },
};
