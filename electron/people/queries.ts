import type { PersonLine, peopleCalls } from '../../shared/contract/people.ts';
import type { PersonId, PracticeId } from '../../shared/domain/ids.ts';
import { digitsOf, formatNhsNumber, type NhsNumber } from '../../shared/domain/nhs-number.ts';
import { nameOfPerson } from '../../shared/domain/person-name.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import { readersAt } from '../../shared/policy/readers.ts';
import type { Context, Handlers } from '../store/context.ts';
import { type EntryRow, timelineEntry } from '../store/view/entries.ts';
import { patternsOf } from './patterns.ts';

interface PersonRow {
  readonly person: PersonId;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly description: string | null;
  readonly dateOfBirth: string | null;
  readonly nhsNumber: NhsNumber | null;
  readonly practice: PracticeId | null;
  readonly practiceRun: 0 | 1;
}

const selectPeople = `
  SELECT person, given_name AS givenName, family_name AS familyName, description, date_of_birth AS dateOfBirth,
    nhs_number AS nhsNumber, practice, practice_run AS practiceRun
  FROM person
`;

function lineOf(context: Context, row: PersonRow): PersonLine {
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

const pageLength = 50;
// Who may read and which record was begun are for the audit log; a timeline tells what happened to the person.
const onTimeline = "type NOT IN ('access.changed', 'person.cited')";

function timeline(context: Context, person: PersonId, before: number) {
  const { db } = context.store.view;
  const total =
    db.prepare<[string], number>(`SELECT count(*) FROM entry WHERE about = ? AND ${onTimeline}`).pluck().get(person) ??
    0;
  const rows = db
    .prepare<[string, number], EntryRow>(
      `SELECT * FROM entry WHERE about = ? AND ${onTimeline} ORDER BY n DESC LIMIT ${pageLength} OFFSET ?`,
    )
    .all(person, before);
  for (const { thread, type } of rows) if (type.startsWith('concern.')) context.noteOpening(thread);
  return { total, entries: rows.map((row) => timelineEntry(context, row)) };
}

/** Without accents, apostrophes or hyphens, so that a name is found however it is typed. */
function wordsOfName(name: string): readonly string[] {
  const plain = name.normalize('NFD').replaceAll(/[\p{M}'’ʼ`]/gu, '');
  return plain
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== '');
}

/** Each word typed must begin a word of the name, in any order and without accents; an NHS number must be whole. */
function find(context: Context, typed: string): readonly PersonLine[] {
  const { db } = context.store.view;
  const digits = digitsOf(typed);
  if (/^\d{10}$/.test(digits)) {
    return db
      .prepare<[string], PersonRow>(`${selectPeople} WHERE nhs_number = ?`)
      .all(digits)
      .map((row) => lineOf(context, row));
  }
  const parts = wordsOfName(typed).slice(0, 16);
  const rows = db.prepare<[], PersonRow>(`${selectPeople} ORDER BY family_name, given_name`).all();
  const matches = (row: PersonRow): boolean => {
    const name = wordsOfName(nameOfPerson(row));
    return parts.every((part) => name.some((word) => word.startsWith(part)));
  };
  return rows.filter(matches).map((row) => lineOf(context, row));
}

export const peopleQueries: Omit<Handlers<typeof peopleCalls>, 'add' | 'change'> = {
  list(_input, context) {
    const rows = context.store.view.db
      .prepare<[], PersonRow>(`${selectPeople} ORDER BY family_name, given_name, person`)
      .all();
    return rows.map((row) => lineOf(context, row));
  },
  find: ({ words }, context) => find(context, words),
  show({ person }, context) {
    const state = context.person(person);
    const { newest, facts } = state;
    return {
      person,
      newest,
      reference: referenceOf('P', person),
      details: facts.details,
      earlier: facts.earlier,
      practiceRun: facts.practiceRun,
      readers: readersAt(state, context.register),
      records: facts.citations.map(({ record, kind }) => ({
        thread: record,
        kind,
        readable: context.store.stateOf(record) !== undefined,
      })),
    };
  },
  patterns({ person }, context) {
    context.person(person);
    return patternsOf(context, person);
  },
  timeline({ person, before }, context) {
    context.person(person);
    return timeline(context, person, before ?? 0);
  },
};
