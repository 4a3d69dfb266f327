import type { PersonLine, peopleCalls, TimelineEntry } from '../../shared/contract/people.ts';
import type { Instant } from '../../shared/domain/calendar.ts';
import type { EventId, PersonId, PracticeId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { digitsOf, formatNhsNumber, type NhsNumber } from '../../shared/domain/nhs-number.ts';
import { type ReferenceLetter, referenceOf } from '../../shared/domain/reference.ts';
import { type ContentType, eventTypes } from '../../shared/events/index.ts';
import type { Context, Handlers } from '../store/context.ts';

interface PersonRow {
  readonly person: PersonId;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly description: string | null;
  readonly date_of_birth: string | null;
  readonly nhs_number: NhsNumber | null;
  readonly practice: PracticeId | null;
}

const selectPeople =
  'SELECT person, given_name, family_name, description, date_of_birth, nhs_number, practice FROM person';

/** How somebody is called in a list; one who is not yet identified by what is known of them. */
export function nameOfPerson(row: Pick<PersonRow, 'given_name' | 'family_name' | 'description'>): string {
  const name = [row.given_name, row.family_name].filter((part) => part !== null).join(' ');
  return name === '' ? (row.description ?? 'Not yet identified') : name;
}

function lineOf(context: Context, row: PersonRow): PersonLine {
  return {
    person: row.person,
    reference: referenceOf('P', row.person),
    name: nameOfPerson(row),
    dateOfBirth: row.date_of_birth,
    nhsNumber: row.nhs_number === null ? null : formatNhsNumber(row.nhs_number),
    practice: context.practiceName(row.practice),
  };
}

export interface EntryRow {
  readonly n: number;
  readonly event: EventId;
  readonly thread: ThreadId;
  readonly type: ContentType;
  readonly actor: StaffId;
  readonly at: Instant;
  readonly content: string;
}

const letters: Readonly<Record<string, ReferenceLetter>> = { concern: 'C', referral: 'R', session: 'S', person: 'P' };

export function entryOf(context: Context, row: EntryRow): TimelineEntry {
  const { thread: kind, words } = eventTypes[row.type];
  const state = context.store.stateOf(row.thread);
  const letter = letters[kind === 'any' ? (state?.kind ?? 'person') : kind] ?? 'P';
  const id = letter === 'P' && state?.about ? state.about : row.thread;
  return {
    event: row.event,
    thread: row.thread,
    reference: referenceOf(letter, id),
    type: row.type,
    words,
    recordedAt: row.at,
    by: { staff: row.actor, name: context.nameOf(row.actor) },
    content: JSON.parse(row.content) as TimelineEntry['content'], // `as`: the view wrote it from a parsed content.
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
  return { total, entries: rows.map((row) => entryOf(context, row)) };
}

/** Each word typed must begin a word of the name; an NHS number must be whole. Quotes keep FTS syntax out of it. */
function find(context: Context, typed: string): readonly PersonLine[] {
  const { db } = context.store.view;
  const digits = digitsOf(typed);
  if (/^\d{10}$/.test(digits)) {
    return db
      .prepare<[string], PersonRow>(`${selectPeople} WHERE nhs_number = ?`)
      .all(digits)
      .map((row) => lineOf(context, row));
  }
  const parts = typed.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().split(/\s+/).slice(0, 16);
  const rows = db.prepare<[], PersonRow>(`${selectPeople} ORDER BY family_name, given_name`).all();
  const matches = (row: PersonRow): boolean => {
    const name = nameOfPerson(row)
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[\s-]+/);
    return parts.every((part) => name.some((word) => word.startsWith(part)));
  };
  return rows
    .filter(matches)
    .slice(0, 50)
    .map((row) => lineOf(context, row));
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
    const { newest, facts } = context.person(person);
    return {
      person,
      newest,
      reference: referenceOf('P', person),
      details: facts.details,
      earlier: facts.earlier,
      records: facts.citations.map(({ record, kind }) => ({
        thread: record,
        kind,
        readable: context.store.stateOf(record) !== undefined,
      })),
    };
  },
  timeline({ person, before }, context) {
    context.person(person);
    return timeline(context, person, before ?? 0);
  },
};
