import type { Joined, Pair, samePersonCalls } from '../../shared/contract/same-person.ts';
import { likenessOf } from '../../shared/domain/alike.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { nameOfPerson } from '../../shared/domain/person-name.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import type { StateOf } from '../../shared/policy/kinds.ts';
import { mayJoin } from '../../shared/policy/person-course.ts';
import type { Context, Handlers } from '../store/context.ts';
import { Refused } from '../store/log/write.ts';
import { identityOf } from './find.ts';
import { everybody, lineOf, type PersonRow } from './lines.ts';

type State = StateOf<'person'>;
type Calls = Handlers<typeof samePersonCalls>;

/** The records of people, among those whom we read, that go on under this one. */
function joinedTo({ store }: Context, person: PersonId): readonly PersonId[] {
  return store.view.db
    .prepare<[string], PersonId>('SELECT person FROM person WHERE joined_to = ? ORDER BY added_at')
    .pluck()
    .all(person);
}

/** This record of a person and those that go on under it, as far as we read them. */
export function recordsOfOne(context: Context, person: PersonId): readonly PersonId[] {
  return [person, ...joinedTo(context, person)];
}

/** How one record was joined to another, told of either: `shown` is the one that it leads to. */
function joinedLine({ facts: { course } }: State, { facts: { person, details } }: State): Joined | null {
  if (course.joined === null) return null;
  const { by, at, why } = course.joined;
  const { givenName = null, familyName = null, description = null } = details;
  const name = nameOfPerson({ givenName, familyName, description });
  return { person, reference: referenceOf('P', person), name, by, at, why };
}

/** What a person's page says of other records of the same person: only of those that we read too. */
export function joiningsOf(context: Context, state: State): { joinedTo: Joined | null; joined: readonly Joined[] } {
  const kept = state.facts.course.joined?.with;
  const reads = kept !== undefined && context.store.threadOfPerson(kept) !== undefined;
  const others = joinedTo(context, state.facts.person).map((person) => context.person(person));
  return {
    joinedTo: reads ? joinedLine(state, context.person(kept)) : null,
    joined: others.map((other) => joinedLine(other, other)).filter((line) => line !== null),
  };
}

/** Each pair that shares something which `likenessOf` asks for: comparing everybody with everybody would take too long. */
function neighbours(rows: readonly PersonRow[]): readonly (readonly [PersonRow, PersonRow])[] {
  const identities = rows.map((row) => identityOf(row));
  const sharing = new Map<string, number[]>();
  for (const [index, { name, dateOfBirth, nhsNumber }] of identities.entries()) {
    for (const key of new Set([...name, dateOfBirth, nhsNumber]))
      if (key !== null) sharing.set(key, [...(sharing.get(key) ?? []), index]);
  }
  const found = new Map<string, readonly [PersonRow, PersonRow]>();
  for (const same of sharing.values()) {
    for (const [place, one] of same.entries()) {
      for (const other of same.slice(place + 1)) {
        const [first, second] = [rows[one], rows[other]];
        if (first !== undefined && second !== undefined) found.set(`${one} ${other}`, [first, second]);
      }
    }
  }
  return [...found.values()];
}

function keptApart({ store }: Context): ReadonlySet<string> {
  const rows = store.view.db
    .prepare<[], { readonly person: PersonId; readonly other: PersonId }>('SELECT person, other FROM person_apart')
    .all();
  return new Set(rows.flatMap(({ person, other }) => [`${person} ${other}`, `${other} ${person}`]));
}

/**
 * Pairs that may be one person, among the people whom we read: two workers may each add somebody without being able to
 * see the other's record. Nothing is kept that others could probe: the lead's own view finds them.
 */
function pairs(context: Context): readonly Pair[] {
  const { me, register } = context;
  const compared = everybody(context).filter(({ practiceRun, joinedTo: kept }) => practiceRun === 0 && kept === null);
  const mayGiveUp = new Set(
    compared
      .filter(({ person }) => mayJoin(me, context.person(person).facts, register) === null)
      .map(({ person }) => person),
  );
  if (mayGiveUp.size === 0) return [];
  const apart = keptApart(context);
  return neighbours(compared.toSorted((one, other) => one.addedAt.localeCompare(other.addedAt)))
    .filter(([one, other]) => !apart.has(`${one.person} ${other.person}`))
    .flatMap(([one, other]) => {
      const likeness = likenessOf(identityOf(one), identityOf(other));
      const keep = [
        ...(mayGiveUp.has(other.person) ? [one.person] : []),
        ...(mayGiveUp.has(one.person) ? [other.person] : []),
      ];
      if (likeness === null || keep.length === 0) return [];
      return [{ one: lineOf(context, one), other: lineOf(context, other), likeness, keep }];
    });
}

// What stands on the other record no rule of one record can know.
function mustBeKept(context: Context, person: PersonId, kept: State): void {
  const { practiceRun, course } = kept.facts;
  if (practiceRun) throw new Refused('This is nobody real: a colleague practised on them.');
  if (course.joined !== null)
    throw new Refused('The record that you want to keep is joined to another one itself. Take that back first.');
  if (joinedTo(context, person).length > 0)
    throw new Refused('Other records go on under this one. Keep this one instead, or take those back first.');
}

export const samePersonCommands: Pick<Calls, 'join' | 'part' | 'keepApart'> = {
  /**
   * Shows both records under the kept one to those who read both. No key changes hands: nobody reads what they could not
   * read before, and whoever reads one alone sees no difference.
   */
  join({ person, with: kept, why }, context) {
    const { thread } = context.person(person);
    mustBeKept(context, person, context.person(kept));
    context.store.commit((writing) => {
      writing.append('person.joined', { thread, about: person }, { with: kept, why });
    });
    return null;
  },
  part({ person, why }, context) {
    const { thread, facts } = context.person(person);
    const kept = facts.course.joined?.with;
    if (kept === undefined) throw new Refused('This record is not joined to another one.');
    context.store.commit((writing) => {
      writing.append('person.parted', { thread, about: person }, { with: kept, why });
    });
    return null;
  },
  keepApart({ person, from, why }, context) {
    const { thread } = context.person(person);
    context.person(from);
    context.store.commit((writing) => {
      writing.append('person.kept-apart', { thread, about: person }, { from, why });
    });
    return null;
  },
};

export const samePersonQueries: Pick<Calls, 'pairs'> = {
  pairs: (_input, context) => pairs(context),
};
