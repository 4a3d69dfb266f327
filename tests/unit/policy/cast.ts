import type { Instant } from '../../../shared/domain/calendar.ts';
import type { PersonId, StaffId } from '../../../shared/domain/ids.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import type { ThreadEvent } from '../../../shared/events/index.ts';
import { entitled } from '../../../shared/policy/entitled.ts';
import type { RegisterState } from '../../../shared/policy/register-state.ts';
import {
  alderfield,
  type EventMaker,
  founded,
  keyOf,
  memberOf,
  named,
  registered,
  registerThread,
  staffOf,
  wrenStreet,
} from '../../factories/events.ts';

/** Everybody who may try something, by what they are to a record that `raiser` began about a person of Alderfield. */
export const cast = [
  'raiser',
  'otherWorker',
  'supervisor',
  'otherSupervisor',
  'lead',
  'otherLead',
  'deputy',
  'manager',
  'founderInFounding',
  'leaver',
  'unknown',
] as const;
export type Who = (typeof cast)[number];

/** The manager founded the log, so that the founder in founding is the same person at another time. */
export const who = (name: Who): StaffId => staffOf(name === 'founderInFounding' ? 'manager' : name);

const staff = [
  'raiser',
  'otherWorker',
  'supervisor',
  'otherSupervisor',
  'lead',
  'otherLead',
  'deputy',
  'leaver',
  'newLead',
];

const roles: readonly (readonly [name: string, role: Role, practice: typeof alderfield])[] = [
  ['raiser', 'link-worker', alderfield],
  ['otherWorker', 'link-worker', alderfield],
  ['supervisor', 'supervisor', alderfield],
  ['otherSupervisor', 'supervisor', alderfield],
  ['otherLead', 'safeguarding-lead', wrenStreet],
  ['deputy', 'deputy-safeguarding-lead', alderfield],
  ['leaver', 'deputy-safeguarding-lead', alderfield],
];

/** Before the first lead or supervisor stands: practices and staff, a manager and a link worker. */
export function foundingRegister(make: EventMaker): RegisterState {
  const manager = staffOf('manager');
  const grant = (name: string, role: Role) =>
    make.inRegister('role.granted', manager, { staff: staffOf(name), role, practice: alderfield });
  return registered(founded(make, 'manager'), [
    make.inRegister('practice.added', manager, { practice: alderfield, name: 'Alderfield' }),
    make.inRegister('practice.added', manager, { practice: wrenStreet, name: 'Wren Street' }),
    ...staff.map((name) => make.inRegister('staff.added', manager, memberOf(name))),
    grant('manager', 'practice-manager'),
    grant('otherWorker', 'link-worker'),
  ]);
}

/** The week that covers of these tests last, around the moments of `EventMaker`. */
export const week = { from: '2026-09-30T23:00:00.000Z' as Instant, until: '2026-10-07T23:00:00.000Z' as Instant };
export const suddenCover = (absent: string, cover: string, practice = alderfield) => ({
  kind: 'sudden' as const,
  absent: staffOf(absent),
  practice,
  cover: staffOf(cover),
  ...week,
  reason: 'Taken ill',
});

/** Waits for a second person: the manager asked that another supervisor stands in at Wren Street. */
const waiting = (make: EventMaker) =>
  make.inRegister('cover.named', staffOf('manager'), suddenCover('otherLead', 'otherSupervisor', wrenStreet));

function withLeaver(register: RegisterState, staffId: StaffId): RegisterState {
  const member = register.staff.get(staffId);
  if (member === undefined) throw new Error('nobody to leave');
  return { ...register, staff: new Map(register.staff).set(staffId, { ...member, active: false }) };
}

export const keysFor = (name: string, which: string) => ({
  staff: staffOf(name),
  sig: keyOf(`${name} ${which} sig`),
  kem: keyOf(`${name} ${which} kem`),
});

export const recoveryFor = (which: string) => ({
  id: staffOf(`${which} recovery`),
  sig: keyOf(`recovery ${which} sig`),
  kem: keyOf(`recovery ${which} kem`),
});

/**
 * The practice at work. `newLead` was made lead by the manager and waits for a second person; so do the keys that the
 * manager let them have when they forgot their passphrase, and a new recovery key that the manager made.
 */
export function workingRegister(make: EventMaker): RegisterState {
  const manager = staffOf('manager');
  const held = (name: string, role: Role, practice: typeof alderfield) => ({ staff: staffOf(name), role, practice });
  const first = [make.inRegister('role.granted', manager, held('lead', 'safeguarding-lead', alderfield))];
  const rest = roles.flatMap(([name, role, practice]) => {
    const granted =
      name === 'otherWorker' ? [] : [make.inRegister('role.granted', manager, held(name, role, practice))];
    const two = role !== 'link-worker';
    return two ? [...granted, make.inRegister('role.confirmed', staffOf('lead'), held(name, role, practice))] : granted;
  });
  const register = registered(foundingRegister(make), [
    ...first,
    ...rest,
    make.inRegister('supervisor.assigned', manager, { staff: staffOf('raiser'), supervisor: staffOf('supervisor') }),
    make.inRegister('role.granted', manager, held('newLead', 'safeguarding-lead', alderfield)),
    make.inRegister('connection.declared', staffOf('otherWorker'), {
      staff: staffOf('otherWorker'),
      person: named<PersonId>('a neighbour'),
    }),
    waiting(make),
    make.event(
      'keys.replaced',
      manager,
      { thread: registerThread, about: staffOf('newLead') },
      keysFor('newLead', 'waiting'),
    ),
    make.inRegister('recovery.proposed', manager, recoveryFor('waiting')),
  ]);
  return withLeaver(register, staffOf('leaver'));
}

/** Why this may not stand in the register, or null. */
export const refusal = (register: RegisterState, event: ThreadEvent): string | null => entitled(event, null, register);
