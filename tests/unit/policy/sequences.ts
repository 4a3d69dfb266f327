import fc from 'fast-check';
import { instantOf } from '../../../shared/domain/calendar.ts';
import type { EventId, PersonId, PracticeId, StaffId, ThreadId } from '../../../shared/domain/ids.ts';
import { role } from '../../../shared/domain/roles.ts';
import type { ThreadEvent } from '../../../shared/events/index.ts';
import { type Folded, foldOne, nothingFolded } from '../../../shared/policy/apply.ts';
import { applyToRegister, mayRegister } from '../../../shared/policy/register.ts';
import type { RegisterState } from '../../../shared/policy/register-state.ts';
import { alderfield, EventMaker, named, staffOf, wrenStreet } from '../../factories/events.ts';
import { workingRegister } from './cast.ts';
import { concernContent, day, decidedContent, detailsOf, referralContent, sessionContent } from './records.ts';

const names = [
  'raiser',
  'otherWorker',
  'supervisor',
  'otherSupervisor',
  'lead',
  'otherLead',
  'deputy',
  'manager',
  'newLead',
  'leaver',
  'unknown',
];
const people = ['Walter', 'Joan', 'Ivor'];

/** Numbers that pick a kind of event and whom, where and about whom it is. Most of what they give may not stand. */
export interface Pick {
  readonly kind: number;
  readonly actor: number;
  readonly other: number;
  readonly person: number;
  readonly record: number;
  readonly more: number;
}

export const picks = fc.array(
  fc.record({
    kind: fc.nat(99),
    actor: fc.nat(99),
    other: fc.nat(99),
    person: fc.nat(99),
    record: fc.nat(3),
    more: fc.nat(99),
  }),
  { minLength: 30, maxLength: 60 },
);

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
};

interface Picked {
  readonly actor: StaffId;
  readonly other: StaffId;
  readonly person: PersonId;
  readonly practice: PracticeId | null;
  readonly place: PracticeId;
  readonly more: number;
  readonly on: (kind: string) => { readonly thread: ThreadId; readonly about: PersonId };
}

export const start: RegisterState = workingRegister(new EventMaker());

type Made = (make: EventMaker, picked: Picked) => ThreadEvent;

const begun = Date.parse('2026-10-01T09:00:00.000Z');
const second = (n: number) => instantOf(new Date(begun + n * 1_000));

// A sequence lasts as many seconds as it has events, so that covers begin and end within it.
const staffKinds: readonly Made[] = [
  (make, { actor, other, place, more }) => {
    const absent = more % 3 === 0 ? actor : staffOf(at(['lead', 'deputy', 'otherLead'], more));
    const content = {
      absent,
      practice: place,
      cover: other,
      from: second(more % 20),
      until: second(more),
      reason: 'Ill',
    };
    return make.inRegister('cover.named', actor, { kind: more % 2 === 0 ? 'planned' : 'sudden', ...content });
  },
  (make, { actor, more }) =>
    make.inRegister('cover.confirmed', actor, { cover: named<EventId>(`event ${1 + (more % 40)}`) }),
  (make, { actor, more }) =>
    make.inRegister('cover.ended', actor, { cover: named<EventId>(`event ${1 + (more % 40)}`) }),
  (make, { actor, other, more }) =>
    make.inRegister('staff.left', more % 4 === 0 ? actor : staffOf('unknown'), {
      staff: other,
      reason: 'moved-on',
      lastDay: day,
      cannotSignIn: false,
      draftsLost: 0,
    }),
  (make, { actor, other, person }) => make.inRegister('connection.ended', actor, { staff: other, person }),
];

const registerKinds: readonly Made[] = [
  (make, { actor, other, place, more }) =>
    make.inRegister('role.granted', actor, { staff: other, role: at(role.options, more), practice: place }),
  (make, { actor, other, place, more }) =>
    make.inRegister('role.confirmed', actor, { staff: other, role: at(role.options, more), practice: place }),
  (make, { actor, other, more }) => {
    const { staff, role: of, practice } = at(start.roles, more);
    return make.inRegister('role.ended', more % 5 === 0 ? other : actor, { staff, role: of, practice });
  },
  (make, { actor, other, more }) =>
    make.inRegister('supervisor.assigned', actor, { staff: staffOf(at(names, more)), supervisor: other }),
  (make, { actor, other, more }) =>
    make.inRegister('supervisor.ended', actor, { staff: staffOf(at(names, more)), supervisor: other }),
  (make, { actor, other, person }) => make.inRegister('connection.declared', actor, { staff: other, person }),
  (make, { actor, other }) =>
    make.inRegister('setting.changed', actor, { change: { setting: 'fallback-reader', value: other } }),
  (make, { actor }) => make.inRegister('founding.reviewed', actor, {}),
  ...staffKinds,
];

const recordKinds: readonly Made[] = [
  (make, { actor, person, practice, on }) =>
    make.event('person.added', actor, on('person'), { person, details: detailsOf(practice) }),
  (make, { actor, practice, on }) =>
    make.event('person.changed', actor, on('person'), { details: detailsOf(practice) }),
  (make, { actor, other, practice, on }) =>
    make.event('person.cited', actor, on('person'), {
      record: on('concern').thread,
      kind: 'concern',
      by: actor,
      practice,
      named: [other],
    }),
  (make, { actor, person, practice, on }) =>
    make.event('concern.raised', actor, on('concern'), { ...concernContent(practice), person }),
  (make, { actor, more, on }) =>
    make.event('concern.information-added', actor, on('concern'), {
      note: more % 3 === 0 ? undefined : 'He rang back.',
      ...(more % 2 === 0 && { facts: { place: 'At home' } }),
    }),
  (make, { actor, other, more, on }) => {
    const owner = more % 3 === 0 ? other : staffOf(at(['lead', 'deputy', 'otherLead'], more));
    return make.event('concern.acknowledged', actor, on('concern'), { owner });
  },
  (make, { actor, other, on }) =>
    make.event('concern.shared', actor, on('concern'), { with: other, why: 'Visits him' }),
  (make, { actor, other, more, on }) => {
    const owner = more % 4 === 0 ? other : actor;
    return make.event('concern.decided', actor, on('concern'), decidedContent([{ what: 'Ring', owner, dueOn: null }]));
  },
  (make, { actor, other, person, practice, more, on }) =>
    make.event('referral.sent', actor, on('referral'), {
      ...referralContent(practice, more % 2 === 0 ? other : undefined),
      person,
    }),
  (make, { actor, more, on }) =>
    make.event('referral.answered', actor, on('referral'), {
      answer: at(['accepted', 'declined', 'done'] as const, more),
      said: 'Will see him',
      from: undefined,
      answeredOn: day,
      nextStep: undefined,
    }),
  (make, { actor, other, on }) =>
    make.event('session.recorded', actor, { thread: on('session').thread }, sessionContent(actor, [other])),
  (make, { actor, on }) => make.event('session.signed', actor, { thread: on('session').thread }, { agrees: true }),
  (make, { actor, other, on }) => make.event('access.changed', actor, on('concern'), { added: [], removed: [other] }),
];

// Records more often than the register: a record that nobody may touch shows little.
const kinds = [...registerKinds, ...registerKinds, ...recordKinds, ...recordKinds, ...recordKinds];

function made(make: EventMaker, { kind, actor, other, person, record, more }: Pick): ThreadEvent {
  // A record is about one person, save now and then: whoever is named then is somebody else.
  const about = named<PersonId>(at(people, person % 8 === 0 ? person : record));
  return at(kinds, kind)(make, {
    // Half of all by one of those who may do most; were all by chance, hardly any would stand.
    actor: staffOf(at(actor % 2 === 0 ? ['manager', 'lead'] : names, Math.floor(actor / 2))),
    other: staffOf(at(names, other)),
    person: about,
    practice: at([alderfield, wrenStreet, null], more),
    place: at([alderfield, wrenStreet], more),
    more,
    on: (of) => ({ thread: named<ThreadId>(`${of} ${record}`), about }),
  });
}

export function eventsFrom(sequence: readonly Pick[]): readonly ThreadEvent[] {
  const make = new EventMaker();
  return sequence.map((pick) => made(make, pick));
}

/** Everything that a log folds into. */
export interface Everything {
  readonly register: RegisterState;
  readonly threads: ReadonlyMap<ThreadId, Folded>;
}

export const nothing: Everything = { register: start, threads: new Map() };

/** One more event, as the reader of the log folds it. */
export function step({ register, threads }: Everything, event: ThreadEvent): Everything {
  if (event.thread === register.thread) {
    return { threads, register: mayRegister(event, register) === null ? applyToRegister(register, event) : register };
  }
  const next = foldOne(threads.get(event.thread) ?? nothingFolded, event, register);
  return { register, threads: new Map(threads).set(event.thread, next) };
}

/** What a whole sequence folds into. */
export function folded(sequence: readonly Pick[], begin: Everything = nothing): Everything {
  return eventsFrom(sequence).reduce(step, begin);
}

const runs = process.env['TORTURE'] === '1' ? 50_000 : 400;
const seed = Number(process.env['SEED'] ?? 20_261_123);

/** Checks something of many sequences, the same each time. */
export function always(check: (sequence: readonly Pick[]) => void): void {
  fc.assert(fc.property(picks, check), { seed, numRuns: runs });
}
