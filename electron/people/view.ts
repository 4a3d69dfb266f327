import { prepared } from '../store/log/statements.ts';
import { projection } from '../store/view/view.ts';

/** People whom the signed-in person reads, to be looked up by any part of their name or their NHS number. */
export const peopleProjection = projection({
  kind: 'person',
  tables: `
    CREATE TABLE person (
      person TEXT PRIMARY KEY, thread TEXT NOT NULL UNIQUE, given_name TEXT, family_name TEXT, description TEXT,
      date_of_birth TEXT, nhs_number TEXT, practice TEXT, practice_run INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX person_by_number ON person (nhs_number);
  `,
  put(db, { thread, about, facts: { details, practiceRun } }) {
    prepared(db, 'INSERT OR REPLACE INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      about,
      thread,
      details.givenName ?? null,
      details.familyName ?? null,
      details.description ?? null,
      details.dateOfBirth ?? null,
      details.nhsNumber ?? null,
      details.practice,
      Number(practiceRun),
    );
  },
});
