import { differenceInYears, parseISO } from 'date-fns';
import type { ClosingLine } from '../../shared/contract/concern-course.ts';
import type { ConcernDue } from '../../shared/contract/concern-due.ts';
import type {
  ConcernActionLine,
  ConcernAudience,
  ConcernLine,
  ConcernPage,
  concernCalls,
  TrailLine,
} from '../../shared/contract/concerns.ts';
import type { Instant } from '../../shared/domain/calendar.ts';
import { concernFacts, stillToAdd } from '../../shared/domain/concern-facts.ts';
import type { PersonId, PracticeId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { formatNhsNumber, type NhsNumber } from '../../shared/domain/nhs-number.ts';
import { nameOfPerson } from '../../shared/domain/person-name.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import { isTakenOver } from '../../shared/domain/takeover.ts';
import type { RecordedFor } from '../../shared/events/concern-recorded.ts';
import { eventTypes, isEventType } from '../../shared/events/index.ts';
import { answeredBy } from '../../shared/policy/concern-around.ts';
import { readersOfConcern } from '../../shared/policy/concern-readers.ts';
import { toldIt } from '../../shared/policy/concern-recorded.ts';
import { closingOf, nextReviewOf, stageOf } from '../../shared/policy/concern-stage.ts';
import { decidersOf } from '../../shared/policy/concerns.ts';
import type { StateOf } from '../../shared/policy/kinds.ts';
import { readersAt } from '../../shared/policy/readers.ts';
import { decidersFor, isActive, type RegisterState, supervisorsOf } from '../../shared/policy/register-state.ts';
import { type Context, type Handlers, InvalidInput, NotFound } from '../store/context.ts';
import { readLine } from '../store/log/header.ts';
import { prepared } from '../store/log/statements.ts';
import { type EntryRow, timelineEntry } from '../store/view/entries.ts';
import { peopleIn } from './around.ts';
import { awaited } from './awaited.ts';
import { concernDue, heardBack } from './due.ts';
import { lateDecisions } from './late-decisions.ts';
import { linkedTo } from './linked.ts';
import { openedInside, restrictedEntries, restrictedTrail } from './restricted-entries.ts';
import { waitingConcerns } from './waiting.ts';

type Queries = Pick<
  Handlers<typeof concernCalls>,
  'list' | 'open' | 'whoReads' | 'actions' | 'trail' | 'waiting' | 'awaited' | 'lateDecisions'
>;

interface Named {
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly description: string | null;
}

type Flag = 0 | 1;
type Worked =
  | 'practiceRun'
  | 'acknowledgedUnseenBy'
  | 'reference'
  | 'name'
  | 'mine'
  | 'mayDecide'
  | 'told'
  | 'tookOver'
  | 'categories'
  | 'nhsNumber'
  | 'recordedFor'
  | 'heardBack'
  | keyof ConcernDue;
interface ConcernRow extends Omit<ConcernLine, Worked | 'practice' | 'closing' | 'inGpRecord'>, Named {
  readonly outcome: ClosingLine['outcome'] | null;
  readonly closedAt: Instant | null;
  readonly inGpRecord: Flag;
  readonly practice: PracticeId | null;
  readonly categories: string;
  readonly recordedFor: string | null;
  readonly told: Flag;
  readonly tookOver: Flag | null;
  readonly practiceRun: Flag;
  readonly nhsNumber: NhsNumber | null;
}

/** Told by headers: who acknowledged it first, unless I have opened it since. */
function acknowledgedUnseenBy({ store, me }: Context, concern: ThreadId): StaffId | null {
  const sql = `
    SELECT actor FROM event AS done WHERE thread = ? AND type = 'concern.acknowledged' AND NOT EXISTS (
      SELECT 1 FROM event WHERE thread = done.thread AND type = 'concern.viewed' AND actor = ? AND n > done.n
    ) ORDER BY n LIMIT 1
  `;
  return prepared<[string, string], { actor: StaffId | null }>(store.log, sql).get(concern, me)?.actor ?? null;
}

function lineOf(context: Context, row: ConcernRow): ConcernLine {
  const { givenName, familyName, description, practice, categories, told, tookOver, nhsNumber, ...rest } = row;
  const { practiceRun, outcome, closedAt, inGpRecord, recordedFor: forWhom, ...line } = rest;
  const recordedFor = forWhom === null ? null : (JSON.parse(forWhom) as RecordedFor); // `as`: the projection wrote it.
  const state = concernOf(context, row.concern);
  const mine = row.raisedBy === context.me || recordedFor?.staff === context.me;
  return {
    ...line,
    ...concernDue(context, state),
    heardBack: mine ? heardBack(context, state) : null,
    closing: outcome === null || closedAt === null ? null : { outcome, at: closedAt },
    inGpRecord: inGpRecord === 1,
    reference: referenceOf('C', row.concern),
    name: nameOfPerson({ givenName, familyName, description }),
    nhsNumber: nhsNumber === null ? null : formatNhsNumber(nhsNumber),
    practice: context.practiceName(practice),
    categories: JSON.parse(categories) as string[], // `as`: the projection wrote it.
    told: told === 1,
    practiceRun: practiceRun === 1,
    acknowledgedUnseenBy: practiceRun === 1 && mine ? acknowledgedUnseenBy(context, row.concern) : null,
    tookOver: tookOver === null ? null : tookOver === 1,
    recordedFor,
    mine,
    mayDecide: decidersFor(context.register, practice, row.person).includes(context.me),
  };
}

function list(context: Context): readonly ConcernLine[] {
  const rows = context.store.view.db
    .prepare<[], ConcernRow>(`
      SELECT concern.thread AS concern, concern.person, concern.practice, raised_at AS raisedAt, raised_by AS raisedBy,
        danger_now AS dangerNow, categories, owner, acknowledged_at AS acknowledgedAt, told, took_over AS tookOver,
        decision, decided_at AS decidedAt, review_on AS reviewOn, given_name AS givenName, family_name AS familyName,
        description, nhs_number AS nhsNumber, date_of_birth AS dateOfBirth, concern.practice_run AS practiceRun, stage,
        outcome, closed_at AS closedAt, open_actions AS openActions, in_gp_record AS inGpRecord, recorded_for AS recordedFor,
        confirmed, written_on AS writtenOn
      FROM concern LEFT JOIN person USING (person) ORDER BY raised_at DESC, concern.thread
    `)
    .all();
  return rows.map((row) => lineOf(context, row));
}

function ageOf(context: Context, state: ReturnType<typeof concernOf>): number | undefined {
  // Who they are may be closed to somebody who still reads the concern: then every question is asked.
  const thread = context.store.threadOfPerson(state.facts.raised.person);
  const known = thread === undefined ? undefined : context.state('person', thread).facts.details;
  const details = state.facts.restricted?.details ?? known;
  if (details?.standing === 'unborn') return 0;
  const born = details?.dateOfBirth;
  return born === undefined ? undefined : differenceInYears(parseISO(context.today()), parseISO(born));
}

function concernOf(context: Context, concern: ThreadId) {
  return context.concern(concern);
}

/** Opening is a header-only event, so this is looked up in the log itself. */
function readBy(context: Context, concern: ThreadId): ConcernPage['readBy'] {
  const sql = "SELECT line FROM event WHERE thread = ? AND type = 'concern.viewed' ORDER BY n";
  const lines = prepared<[string], { line: string }>(context.store.log, sql).all(concern);
  const openings = [...lines.map(({ line }) => readLine(line).header), ...openedInside(context, concern)];
  const first = new Map<StaffId, Instant>();
  for (const { actor, at } of openings) {
    if (actor !== null && actor !== context.me && !first.has(actor)) first.set(actor, at);
  }
  return [...first].map(([staff, at]) => ({ staff, at }));
}

function hearsBack(facts: StateOf<'concern'>['facts'], register: RegisterState): readonly StaffId[] {
  const { raisedBy } = facts;
  const heard = [raisedBy, ...toldIt(facts)].filter((staff) => isActive(register, staff));
  // Supervisors of whoever raised a restricted concern need not know that there is one.
  if (heard.length > 0 || facts.restricted !== undefined) return heard;
  return supervisorsOf(register, raisedBy);
}

function entriesOf({ store }: Context, concern: ThreadId): readonly EntryRow[] {
  return prepared<[string], EntryRow>(store.view.db, 'SELECT * FROM entry WHERE thread = ? ORDER BY n').all(concern);
}

function open(context: Context, concern: ThreadId): ConcernPage {
  context.noteOpening(concern);
  const state = concernOf(context, concern);
  if (state.about === null) throw new NotFound();
  const rows = state.kind === 'restricted' ? restrictedEntries(context, concern) : entriesOf(context, concern);
  const { given, ...facts } = state.facts;
  const deciders = decidersOf(state.facts, context.register);
  const answered = new Set([...given, ...answeredBy(facts.around)]);
  return {
    concern,
    person: state.about,
    newest: state.newest,
    state: facts,
    stage: stageOf(facts),
    closing: closingOf(facts),
    linked: linkedTo(context, concern),
    reviewOn: nextReviewOf(facts),
    reference: referenceOf('C', concern),
    stillToAdd: stillToAdd(answered, ageOf(context, state), {
      childOrAdult: facts.raised.childOrAdult,
      facts: facts.facts,
    }).map((fact) => ({ fact, ask: concernFacts[fact].ask })),
    readers: readersAt(state, context.register),
    deciders,
    mayDecide: deciders.includes(context.me),
    tookOver: isTakenOver(facts.raised.categories, facts.told),
    entries: rows.map((row) => timelineEntry(context, row)),
    practiceRun: facts.raised.practiceRun === true,
    people: peopleIn(context, state),
    readBy: readBy(context, concern),
    hearsBack: hearsBack(state.facts, context.register),
    heardBack: heardBack(context, state),
    ...concernDue(context, state),
  };
}

/** The practice that a concern about this person would have: their own, where we read who they are. */
function practiceOf(context: Context, person: PersonId | undefined, chosen: PracticeId | null): PracticeId | null {
  const thread = person === undefined ? undefined : context.store.threadOfPerson(person);
  if (thread !== undefined) return context.state('person', thread).facts.details.practice;
  if (chosen !== null && !context.register.practices.has(chosen)) {
    throw new InvalidInput({ practice: 'Choose a practice from the list' });
  }
  return chosen;
}

function whoReads(asked: Parameters<Queries['whoReads']>[0], context: Context): ConcernAudience {
  const { person, practice: chosen, recordedFor } = asked;
  const { register, me } = context;
  const sharedWith = recordedFor === undefined ? [] : [recordedFor];
  const practice = practiceOf(context, person, chosen);
  const about = person ?? null;
  return {
    readers: readersOfConcern({ person: about, raisedBy: me, practice, sharedWith }, register),
    deciders: decidersFor(register, practice, about),
  };
}

interface ActionRow extends Omit<ConcernActionLine, 'reference' | 'name' | 'done' | 'practiceRun'>, Named {
  readonly practiceRun: Flag;
  readonly doneBy: StaffId | null;
  readonly doneAt: Instant | null;
  readonly outcome: string | null;
}

// A list, like `list`: to see that something is owed is not yet to open the concern that it belongs to.
function actions(context: Context): readonly ConcernActionLine[] {
  const rows = context.store.view.db
    .prepare<[], ActionRow>(`
      SELECT concern_action.thread AS concern, concern.person, concern_action.decision, action, what, concern_action.owner,
        due_on AS dueOn, done_by AS doneBy, done_at AS doneAt, concern_action.outcome, given_name AS givenName,
        family_name AS familyName, description, concern.practice_run AS practiceRun
      FROM concern_action JOIN concern USING (thread) LEFT JOIN person USING (person)
      WHERE stage <> 'entered-in-error'
      ORDER BY done_at IS NOT NULL, due_on IS NULL, due_on, raised_at, place
    `)
    .all();
  return rows.map(({ givenName, familyName, description, doneBy, doneAt, outcome, practiceRun, ...row }) => ({
    ...row,
    practiceRun: practiceRun === 1,
    done: doneBy === null || doneAt === null || outcome === null ? null : { by: doneBy, at: doneAt, outcome },
    reference: referenceOf('C', row.concern),
    name: nameOfPerson({ givenName, familyName, description }),
  }));
}

function trail(context: Context, concern: ThreadId): readonly TrailLine[] {
  context.noteOpening(concern);
  if (concernOf(context, concern).kind === 'restricted') return restrictedTrail(context, concern);
  const sql = 'SELECT line FROM event WHERE thread = ? ORDER BY n DESC';
  return prepared<[string], { line: string }>(context.store.log, sql)
    .all(concern)
    .map(({ line }) => {
      const { seq, at, actor, type } = readLine(line).header;
      return {
        entry: seq,
        at,
        who: actor === null ? null : { staff: actor, name: context.nameOf(actor) },
        what: isEventType(type) ? eventTypes[type].words : type,
      };
    });
}

export const concernQueries: Queries = {
  list: (_input, context) => list(context),
  open: ({ concern }, context) => open(context, concern),
  whoReads,
  actions: (_input, context) => actions(context),
  trail: ({ concern }, context) => trail(context, concern),
  awaited: (_input, context) => awaited(context),
  waiting: (_input, context) => waitingConcerns(context),
  lateDecisions: (_input, context) => lateDecisions(context),
};
