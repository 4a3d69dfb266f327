import { differenceInYears, parseISO } from 'date-fns';
import type { ConcernLine, ConcernPage, concernCalls } from '../../shared/contract/concerns.ts';
import { concernFacts, stillToAdd } from '../../shared/domain/concern-facts.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { nameOfPerson } from '../../shared/domain/person-name.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import { readersOf } from '../../shared/policy/readers.ts';
import { type Context, type Handlers, NotFound } from '../store/context.ts';
import { type EntryRow, timelineEntry } from '../store/view/entries.ts';

interface ConcernRow extends Omit<ConcernLine, 'reference' | 'name' | 'told'> {
  readonly told: 0 | 1;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly description: string | null;
}

function list(context: Context): readonly ConcernLine[] {
  const rows = context.store.view.db
    .prepare<[], ConcernRow>(`
      SELECT concern.thread AS concern, concern.person, raised_at AS raisedAt, raised_by AS raisedBy,
        danger_now AS dangerNow, owner, told, decision, given_name AS givenName, family_name AS familyName, description
      FROM concern LEFT JOIN person USING (person) ORDER BY raised_at DESC, concern.thread
    `)
    .all();
  return rows.map(({ givenName, familyName, description, told, ...row }) => ({
    ...row,
    told: told === 1,
    reference: referenceOf('C', row.concern),
    name: nameOfPerson({ givenName, familyName, description }),
  }));
}

function ageOf(context: Context, state: ReturnType<typeof concernOf>): number | undefined {
  // Who they are may be closed to somebody who still reads the concern: then every question is asked.
  const thread = context.store.threadOfPerson(state.facts.raised.person);
  const born = thread === undefined ? undefined : context.state('person', thread).facts.details.dateOfBirth;
  return born === undefined ? undefined : differenceInYears(parseISO(context.today()), parseISO(born));
}

function concernOf(context: Context, concern: ThreadId) {
  return context.state('concern', concern);
}

function open(context: Context, concern: ThreadId): ConcernPage {
  context.noteOpening(concern);
  const state = concernOf(context, concern);
  if (state.about === null) throw new NotFound();
  const rows = context.store.view.db
    .prepare<[string], EntryRow>('SELECT * FROM entry WHERE thread = ? ORDER BY n')
    .all(concern);
  const { given, ...facts } = state.facts;
  return {
    concern,
    person: state.about,
    newest: state.newest,
    state: facts,
    reference: referenceOf('C', concern),
    stillToAdd: stillToAdd(given, ageOf(context, state)).map((fact) => ({ fact, ask: concernFacts[fact].ask })),
    readers: readersOf(state, context.register),
    entries: rows.map((row) => timelineEntry(context, row)),
  };
}

export const concernQueries: Pick<Handlers<typeof concernCalls>, 'list' | 'open'> = {
  list: (_input, context) => list(context),
  open: ({ concern }, context) => open(context, concern),
};
