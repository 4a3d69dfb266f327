import type { PersonLine } from '../../shared/contract/people.ts';
import type { Instant } from '../../shared/domain/calendar.ts';
import type { PersonId, PracticeId } from '../../shared/domain/ids.ts';
import { formatNhsNumber, type NhsNumber } from '../../shared/domain/nhs-number.ts';
import { nameOfPerson } from '../../shared/domain/person-name.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import type { Context } from '../store/context.ts';

/** Of the view's table `person`, what tells who somebody is. */
export interface PersonRow {
  readonly person: PersonId;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly knownAs: string | null;
  readonly description: string | null;
  readonly dateOfBirth: string | null;
  readonly nhsNumber: NhsNumber | null;
  readonly practice: PracticeId | null;
  readonly practiceRun: 0 | 1;
  readonly addedAt: Instant;
  /** The record that goes on in place of this one; null also when we do not read that. */
  readonly joinedTo: PersonId | null;
}

const select = `
  SELECT one.person, one.given_name AS givenName, one.family_name AS familyName, one.known_as AS knownAs,
    one.description, one.date_of_birth AS dateOfBirth, one.nhs_number AS nhsNumber, one.practice,
    one.practice_run AS practiceRun, one.added_at AS addedAt, kept.person AS joinedTo
  FROM person AS one LEFT JOIN person AS kept ON kept.person = one.joined_to
`;

/** Everybody whom we read, by name. */
export function everybody({ store }: Context): readonly PersonRow[] {
  return store.view.db.prepare<[], PersonRow>(`${select} ORDER BY one.family_name, one.given_name, one.person`).all();
}

export function lineOf(context: Context, row: PersonRow): PersonLine {
  return {
    person: row.person,
    reference: referenceOf('P', row.person),
    name: nameOfPerson(row),
    dateOfBirth: row.dateOfBirth,
    nhsNumber: row.nhsNumber === null ? null : formatNhsNumber(row.nhsNumber),
    practice: context.practiceName(row.practice),
    practiceRun: row.practiceRun === 1,
  };
}

/** All that they are called; of somebody without a name, what is known of them. */
export function namesOf(row: PersonRow): string {
  return [nameOfPerson(row), row.knownAs].filter((part) => part !== null).join(' ');
}
