import type { Housemate, householdCalls } from '../../shared/contract/household.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { nameOfPerson } from '../../shared/domain/person-name.ts';
import type { Context, Handlers } from '../store/context.ts';
import { Refused } from '../store/log/write.ts';

interface Row {
  readonly person: PersonId;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly description: string | null;
  readonly dateOfBirth: string | null;
  readonly relation: string | null;
}

/** Who else lives there, written down on either record; the join leaves out those whom we do not read. */
export function householdOf({ store }: Context, person: PersonId): readonly Housemate[] {
  // Who they are is said from the side it was written on: "her son" is nothing about her.
  const rows = store.view.db
    .prepare<{ person: PersonId }, Row>(`
      SELECT person.person, given_name AS givenName, family_name AS familyName, description,
        date_of_birth AS dateOfBirth, relation
      FROM person JOIN (
        SELECT other AS housemate, relation FROM person_household WHERE person = :person
        UNION ALL
        SELECT person, NULL FROM person_household AS there WHERE other = :person AND NOT EXISTS (
          SELECT 1 FROM person_household AS here WHERE here.person = :person AND here.other = there.person
        )
      ) ON person.person = housemate
      ORDER BY date_of_birth, family_name, given_name
    `)
    .all({ person });
  return rows.map(({ person: other, dateOfBirth, relation, ...named }) => ({
    person: other,
    name: nameOfPerson(named),
    dateOfBirth,
    relation,
  }));
}

function isLinked(context: Context, person: PersonId, other: PersonId): boolean {
  return context.person(person).facts.course.household.some((one) => one.with === other);
}

export const householdCommands: Handlers<typeof householdCalls> = {
  linkHousehold({ person, with: other, relation }, context) {
    const { thread } = context.person(person);
    const { practiceRun } = context.person(other).facts;
    if (practiceRun) throw new Refused('This is nobody real: a colleague practised on them.');
    if (isLinked(context, other, person)) throw new Refused('It is recorded already that they live there.');
    context.store.commit((writing) => {
      const place = { thread, about: person };
      writing.append('person.household-linked', place, { with: other, ...(relation !== undefined && { relation }) });
    });
    return null;
  },
  unlinkHousehold({ person, with: other, why }, context) {
    const { thread } = context.person(person);
    // It is taken back where it stands.
    const there = !isLinked(context, person, other) && isLinked(context, other, person);
    const place = there ? { thread: context.person(other).thread, about: other } : { thread, about: person };
    context.store.commit((writing) => {
      writing.append('person.household-unlinked', place, { with: there ? person : other, why });
    });
    return null;
  },
};
