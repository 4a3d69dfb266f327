import type { StateOf } from '../../shared/policy/kinds.ts';
import type { Sqlite } from '../store/log/open.ts';
import { prepared } from '../store/log/statements.ts';
import { projection } from '../store/view/view.ts';

type State = StateOf<'person'>;

function putPerson(db: Sqlite, { thread, facts }: State): void {
  const { person, details, practiceRun, addedAt, course } = facts;
  prepared(db, 'INSERT OR REPLACE INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    person,
    thread,
    details.givenName ?? null,
    details.familyName ?? null,
    details.knownAs ?? null,
    details.description ?? null,
    details.dateOfBirth ?? null,
    details.nhsNumber ?? null,
    details.practice,
    Number(practiceRun),
    addedAt,
    course.joined?.with ?? null,
  );
}

function putOthers(db: Sqlite, { facts: { person, course } }: State): void {
  prepared(db, 'DELETE FROM person_apart WHERE person = ?').run(person);
  for (const other of course.keptApart) prepared(db, 'INSERT INTO person_apart VALUES (?, ?)').run(person, other);
  prepared(db, 'DELETE FROM person_household WHERE person = ?').run(person);
  for (const { with: other, relation } of course.household)
    prepared(db, 'INSERT INTO person_household VALUES (?, ?, ?)').run(person, other, relation ?? null);
}

/** People whom the signed-in person reads, to be looked up by any part of their name or their NHS number. */
export const peopleProjection = projection({
  kind: 'person',
  tables: `
    CREATE TABLE person (
      person TEXT PRIMARY KEY, thread TEXT NOT NULL UNIQUE, given_name TEXT, family_name TEXT, known_as TEXT,
      description TEXT, date_of_birth TEXT, nhs_number TEXT, practice TEXT, practice_run INTEGER NOT NULL,
      added_at TEXT NOT NULL, joined_to TEXT
    ) STRICT;
    CREATE INDEX person_by_number ON person (nhs_number);
    CREATE INDEX person_by_joined ON person (joined_to) WHERE joined_to IS NOT NULL;
    CREATE TABLE person_apart (person TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (person, other)) STRICT;
    CREATE TABLE person_household (
      person TEXT NOT NULL, other TEXT NOT NULL, relation TEXT, PRIMARY KEY (person, other)
    ) STRICT;
  `,
  put(db, state) {
    putPerson(db, state);
    putOthers(db, state);
  },
});
