import type { Raised } from '../../shared/contract/concerns.ts';
import type { PossibleReader, RestrictedLine, restrictedCalls } from '../../shared/contract/restricted.ts';
import { firstMinuteProblems } from '../../shared/domain/first-minute.ts';
import type { PersonId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { nameOfPerson } from '../../shared/domain/person-name.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { PersonDetails } from '../../shared/events/people.ts';
import { stageOf } from '../../shared/policy/concern-stage.ts';
import { decidersOf } from '../../shared/policy/concerns.ts';
import type { StateOf } from '../../shared/policy/kinds.ts';
import { readersAt } from '../../shared/policy/readers.ts';
import { couldBeNamed } from '../../shared/policy/restricted-audience.ts';
import { endDraft } from '../drafts/commands.ts';
import { checkDetails } from '../people/commands.ts';
import { type Context, type Handlers, InvalidInput, NotFound } from '../store/context.ts';
import { newId } from '../store/ids.ts';

type Calls = Handlers<typeof restrictedCalls>;
type Asked = Parameters<Calls['raise']>[0];

interface Subject {
  readonly person: PersonId;
  readonly details: PersonDetails;
}

/** Details of somebody in the log are copied: the concern stands alone, and no other record learns of it. */
function subjectOf(context: Context, { person, details }: Asked['about']): Subject {
  if (details !== undefined) {
    checkDetails(context, details);
    return { person: newId<PersonId>(), details };
  }
  if (person === undefined) throw new NotFound();
  const { facts } = context.person(person);
  if (facts.practiceRun) throw new InvalidInput({ about: 'A restricted concern is about a real person' });
  return { person, details: facts.details };
}

function raise(input: Asked, context: Context): Raised {
  const { about, draft, readers: named, ...asked } = input;
  const { person, details } = subjectOf(context, about);
  const problems = firstMinuteProblems(asked, {
    today: context.today(),
    now: context.store.now().toISOString(),
    known: context.register.settings.concernCategories,
    born: details.dateOfBirth,
  });
  if (Object.keys(problems).length > 0) throw new InvalidInput(problems);
  const concern = newId<ThreadId>();
  const event = context.store.commit((writing) => {
    endDraft(writing, context, draft);
    const content = { ...asked, readers: named, person, practice: details.practice, details };
    return writing.append('restricted.raised', { thread: concern, about: person }, content);
  });
  const state = context.state('restricted', concern);
  const readers = readersAt(state, context.register);
  const deciders = decidersOf(state.facts, context.register);
  return { concern, person, event, readers, deciders, reference: referenceOf('C', concern) };
}

/** For whom the form proposes somebody, the first of these that they hold anywhere. */
const proposals: readonly Role[] = ['safeguarding-lead', 'deputy-safeguarding-lead', 'practice-manager'];

function proposedAs({ register }: Context, staff: StaffId): Role | null {
  const held = new Set(register.roles.filter((one) => one.stands && one.staff === staff).map(({ role }) => role));
  return proposals.find((role) => held.has(role)) ?? null;
}

function possible(context: Context, concern: Parameters<typeof couldBeNamed>[0]): readonly PossibleReader[] {
  const found = couldBeNamed(concern, context.register).map((staff) => ({
    staff,
    name: context.nameOf(staff),
    proposedAs: proposedAs(context, staff),
  }));
  const place = ({ proposedAs: role }: PossibleReader) => (role === null ? proposals.length : proposals.indexOf(role));
  return found.toSorted((one, other) => place(one) - place(other));
}

function lineOf(context: Context, { thread, facts }: StateOf<'restricted'>, readers: readonly StaffId[]) {
  const { givenName = null, familyName = null, description = null } = facts.restricted.details;
  return {
    concern: thread,
    reference: referenceOf('C', thread),
    name: nameOfPerson({ givenName, familyName, description }),
    raisedAt: facts.raisedAt,
    raisedBy: facts.raisedBy,
    mine: facts.raisedBy === context.me,
    told: facts.told.some(({ reached }) => reached),
    acknowledgedAt: facts.acknowledgedAt,
    stage: stageOf(facts),
    readers,
  };
}

/** From what was folded, not from a table: nothing that other lists look through knows of a restricted concern. */
function list(context: Context): readonly RestrictedLine[] {
  const lines = [...context.store.threads.values()].flatMap(({ folded: { state } }) => {
    if (state?.kind !== 'restricted') return [];
    const readers = readersAt(state, context.register);
    return readers.includes(context.me) ? [lineOf(context, state, readers)] : [];
  });
  return lines.toSorted((one, other) => other.raisedAt.localeCompare(one.raisedAt));
}

export const restrictedCommands: Pick<Calls, 'raise' | 'addReader' | 'removeReader'> = {
  raise,
  addReader({ concern, ...said }, context) {
    const { about } = context.state('restricted', concern);
    context.store.commit((writing) => writing.append('restricted.reader-added', { thread: concern, about }, said));
    return null;
  },
  removeReader({ concern, ...said }, context) {
    const { about } = context.state('restricted', concern);
    context.store.commit((writing) => writing.append('restricted.reader-removed', { thread: concern, about }, said));
    return null;
  },
};

export const restrictedQueries: Pick<Calls, 'couldRead' | 'couldReadToo' | 'list'> = {
  couldRead: ({ person, keptFrom }, context) =>
    possible(context, { raisedBy: context.me, about: person ?? null, keptFrom, named: [] }),
  couldReadToo({ concern }, context) {
    const { about, facts } = context.state('restricted', concern);
    return possible(context, { raisedBy: facts.raisedBy, about, ...facts.restricted });
  },
  list: (_input, context) => list(context),
};
