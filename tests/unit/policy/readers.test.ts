import { describe, expect, it } from 'vitest';
import type { PersonId, PracticeId, StaffId } from '../../../shared/domain/ids.ts';
import type { AnyThreadState } from '../../../shared/policy/kinds.ts';
import { readersOf, readersOfRegister } from '../../../shared/policy/readers.ts';
import { applyToRegister } from '../../../shared/policy/register.ts';
import type { RegisterState } from '../../../shared/policy/register-state.ts';
import { alderfield, EventMaker, named, registered, staffOf, wrenStreet } from '../../factories/events.ts';
import { cast, type Who, who, workingRegister } from './cast.ts';
import { Records, walter } from './records.ts';

const make = new EventMaker();
const manager = staffOf('manager');
const quillgate = named<PracticeId>('Quillgate');
const working = registered(workingRegister(make), [
  make.inRegister('practice.added', manager, { practice: quillgate, name: 'Quillgate' }),
]);

const withFallback = registered(working, [
  make.inRegister('setting.changed', manager, {
    change: { setting: 'fallback-reader', value: staffOf('otherSupervisor') },
  }),
]);

function connected(register: RegisterState, names: readonly Who[], person: PersonId = walter): RegisterState {
  const declared = names.map((name) => make.inRegister('connection.declared', who(name), { staff: who(name), person }));
  return registered(register, declared);
}

function without(
  register: RegisterState,
  name: Who,
  role: 'safeguarding-lead' | 'deputy-safeguarding-lead' | 'supervisor',
) {
  return registered(register, [
    make.inRegister('role.ended', manager, { staff: who(name), role, practice: alderfield }),
  ]);
}

function left(register: RegisterState, name: Who): RegisterState {
  const member = register.staff.get(who(name));
  if (member === undefined) throw new Error('nobody to leave');
  return { ...register, staff: new Map(register.staff).set(who(name), { ...member, active: false }) };
}

const noLeads = without(without(withFallback, 'lead', 'safeguarding-lead'), 'deputy', 'deputy-safeguarding-lead');
const records = new Records(make, who('raiser'));

interface Row {
  readonly title: string;
  readonly state: AnyThreadState;
  readonly register: RegisterState;
  readonly readers: readonly Who[];
}

const concerns: readonly Row[] = [
  {
    title: 'raiser, their supervisor, and who decides at the practice',
    state: records.concern(),
    register: working,
    readers: ['raiser', 'supervisor', 'lead', 'deputy'],
  },
  {
    title: 'the lead of another practice where the person is of that one',
    state: records.concern(wrenStreet),
    register: working,
    readers: ['raiser', 'supervisor', 'otherLead'],
  },
  {
    title: 'nobody who decides where the practice is not known and no fallback is named',
    state: records.concern(null),
    register: working,
    readers: ['raiser', 'supervisor'],
  },
  {
    title: 'the fallback where the practice is not known',
    state: records.concern(null),
    register: withFallback,
    readers: ['raiser', 'supervisor', 'otherSupervisor'],
  },
  {
    title: 'the fallback at a practice without a lead',
    state: records.concern(quillgate),
    register: withFallback,
    readers: ['raiser', 'supervisor', 'otherSupervisor'],
  },
  {
    title: 'no fallback where somebody decides',
    state: records.concern(),
    register: withFallback,
    readers: ['raiser', 'supervisor', 'lead', 'deputy'],
  },
  {
    title: 'the fallback once the last lead and deputy have ended',
    state: records.concern(),
    register: noLeads,
    readers: ['raiser', 'supervisor', 'otherSupervisor'],
  },
  {
    title: 'the fallback once the lead and the deputy have left',
    state: records.concern(),
    register: left(left(withFallback, 'lead'), 'deputy'),
    readers: ['raiser', 'supervisor', 'otherSupervisor'],
  },
  {
    title: 'no fallback who has left',
    state: records.concern(null),
    register: left(withFallback, 'otherSupervisor'),
    readers: ['raiser', 'supervisor'],
  },
  {
    title: 'a colleague it is shared with',
    state: records.concern(alderfield, [who('otherWorker')]),
    register: working,
    readers: ['raiser', 'otherWorker', 'supervisor', 'lead', 'deputy'],
  },
  {
    title: 'no leaver it was shared with',
    state: records.concern(alderfield, [who('leaver')]),
    register: working,
    readers: ['raiser', 'supervisor', 'lead', 'deputy'],
  },
  {
    title: 'no lead who declared a connection',
    state: records.concern(),
    register: connected(working, ['lead']),
    readers: ['raiser', 'supervisor', 'deputy'],
  },
  {
    title: 'a lead connected with somebody else',
    state: records.concern(),
    register: connected(working, ['lead'], named<PersonId>('Joan')),
    readers: ['raiser', 'supervisor', 'lead', 'deputy'],
  },
  {
    title: 'no connected colleague it was shared with',
    state: records.concern(alderfield, [who('otherWorker')]),
    register: connected(working, ['otherWorker']),
    readers: ['raiser', 'supervisor', 'lead', 'deputy'],
  },
  {
    title: 'its raiser, connected or not',
    state: records.concern(),
    register: connected(working, ['raiser', 'supervisor', 'lead']),
    readers: ['raiser', 'deputy'],
  },
  {
    title: 'no raiser who has left',
    state: records.concern(),
    register: left(working, 'raiser'),
    readers: ['supervisor', 'lead', 'deputy'],
  },
  {
    title: 'no supervisor whose role has ended',
    state: records.concern(),
    register: without(working, 'supervisor', 'supervisor'),
    readers: ['raiser', 'lead', 'deputy'],
  },
];

const referrals: readonly Row[] = [
  {
    title: 'sender, their supervisor and the lead, not the deputy',
    state: records.referral(),
    register: working,
    readers: ['raiser', 'supervisor', 'lead'],
  },
  {
    title: 'the recipient if a user',
    state: records.referral(alderfield, who('otherWorker')),
    register: working,
    readers: ['raiser', 'otherWorker', 'supervisor', 'lead'],
  },
  {
    title: 'no lead where the practice is not known, and no fallback',
    state: records.referral(null),
    register: withFallback,
    readers: ['raiser', 'supervisor'],
  },
  {
    title: 'no connected recipient or lead',
    state: records.referral(alderfield, who('otherWorker')),
    register: connected(working, ['otherWorker', 'lead']),
    readers: ['raiser', 'supervisor'],
  },
  {
    title: 'its sender, connected or not',
    state: records.referral(),
    register: connected(working, ['raiser']),
    readers: ['raiser', 'supervisor', 'lead'],
  },
];

const persons: readonly Row[] = [
  {
    title: 'whoever added them and who decides at their practice',
    state: records.person(),
    register: working,
    readers: ['raiser', 'lead', 'deputy'],
  },
  {
    title: 'only whoever added them where the practice is not known',
    state: records.person(null),
    register: withFallback,
    readers: ['raiser'],
  },
  {
    title: 'the readers of a concern about them',
    state: records.cited('concern'),
    register: working,
    readers: ['raiser', 'supervisor', 'lead', 'deputy'],
  },
  {
    title: 'the readers of a concern at another practice beside their own leads',
    state: records.cited('concern', wrenStreet),
    register: working,
    readers: ['raiser', 'supervisor', 'lead', 'otherLead', 'deputy'],
  },
  {
    title: 'the fallback of a concern without a practice',
    state: records.cited('concern', null),
    register: withFallback,
    readers: ['raiser', 'supervisor', 'otherSupervisor', 'lead', 'deputy'],
  },
  {
    title: 'a colleague the concern is shared with',
    state: records.cited('concern', alderfield, [who('otherWorker')]),
    register: working,
    readers: ['raiser', 'otherWorker', 'supervisor', 'lead', 'deputy'],
  },
  {
    title: 'the recipient of a referral',
    state: records.cited('referral', alderfield, [who('otherWorker')]),
    register: working,
    readers: ['raiser', 'otherWorker', 'supervisor', 'lead', 'deputy'],
  },
  {
    title: 'nobody connected, not even whoever added them',
    state: records.cited('concern'),
    register: connected(working, ['raiser', 'lead']),
    readers: ['supervisor', 'deputy'],
  },
];

const attendees: StaffId[] = [who('raiser'), who('otherWorker')];
const sessions: readonly Row[] = [
  {
    title: 'those who were there and no lead',
    state: records.session(who('supervisor'), attendees),
    register: working,
    readers: ['raiser', 'otherWorker', 'supervisor'],
  },
  {
    title: 'no attendee who has left',
    state: records.session(who('supervisor'), attendees),
    register: left(working, 'otherWorker'),
    readers: ['raiser', 'supervisor'],
  },
  {
    title: 'a supervisor who was there also when the role has ended',
    state: records.session(who('supervisor'), attendees),
    register: without(working, 'supervisor', 'supervisor'),
    readers: ['raiser', 'otherWorker', 'supervisor'],
  },
];

const titled = (rows: readonly Row[]) => rows.map((row) => [row.title, row] as const);
/** By name and in the order of the cast, so that a stranger among the readers would show as an id. */
function namesOf(readers: readonly StaffId[]): readonly string[] {
  const known = cast.filter((name) => name !== 'founderInFounding' && readers.includes(who(name)));
  return [...known, ...readers.filter((reader) => !known.some((name) => who(name) === reader))];
}

describe.each([
  ['a concern', concerns],
  ['a referral back', referrals],
  ['a person', persons],
  ['a session', sessions],
])('the readers of %s are', (_kind, rows) => {
  it.each(titled(rows))('%s', (_title, { state, register, readers }) => {
    expect(namesOf(readersOf(state, register, 0))).toEqual(readers);
    expect(new Set(readersOf(state, register, 0)).size).toBe(readers.length);
  });
});

describe('the readers of the register', () => {
  it('are all who work here and nobody who has left', () => {
    expect(namesOf(readersOfRegister(working)).slice(0, 8)).toEqual(cast.slice(0, 8));
    expect(readersOfRegister(working)).not.toContain(who('leaver'));
    expect(readersOfRegister(working)).not.toContain(working.recovery.id);
  });

  it('grow with an event and not before it', () => {
    const newcomer = { staff: staffOf('newcomer'), name: 'N', initials: 'N', jobTitle: undefined, sig: 'a', kem: 'b' };
    const event = make.inRegister('staff.added', manager, newcomer);
    expect(readersOfRegister(working)).not.toContain(newcomer.staff);
    expect(readersOfRegister(applyToRegister(working, event))).toContain(newcomer.staff);
  });
});
