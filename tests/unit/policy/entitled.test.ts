import { describe, expect, it } from 'vitest';
import type { EventId, StaffId, ThreadId } from '../../../shared/domain/ids.ts';
import {
  type ContentType,
  type EventType,
  eventTypes,
  isContentType,
  type ThreadEvent,
} from '../../../shared/events/index.ts';
import { entitled } from '../../../shared/policy/entitled.ts';
import type { AnyThreadState } from '../../../shared/policy/kinds.ts';
import { named, registered, staffOf } from '../../factories/events.ts';
import { attempts, firstActionOf, make, onConcern, records, registerFor, working } from './attempts.ts';
import { cast, type Who, who } from './cast.ts';
import { decidedContent, walter } from './records.ts';
import { restrictedConcern } from './restricted-records.ts';

const anybody: readonly Who[] = [
  'raiser',
  'otherWorker',
  'supervisor',
  'otherSupervisor',
  'lead',
  'otherLead',
  'deputy',
  'manager',
  'founderInFounding',
];
const readers: readonly Who[] = ['raiser', 'supervisor', 'lead', 'deputy'];
const managers: readonly Who[] = ['manager', 'founderInFounding'];
const leads: readonly Who[] = ['lead', 'otherLead', 'deputy'];
const confirmed: readonly Who[] = ['supervisor', 'otherSupervisor', ...leads];

/**
 * Who may write what, by hand. The record is one that the raiser, a link worker, began about a person of Alderfield;
 * who is not named here is refused. A leaver and a stranger are named nowhere.
 */
const may: { readonly [T in ContentType]: readonly Who[] } = {
  'store.founded': [],
  'founding.reviewed': leads,
  'practice.added': managers,
  'staff.added': managers,
  'role.granted': managers,
  'role.confirmed': confirmed, // The manager gave it, and in founding nothing waits.
  'role.ended': managers,
  'supervisor.assigned': ['manager'], // In founding no supervisor stands who could be named.
  'supervisor.ended': managers,
  'connection.declared': ['raiser', ...leads], // About the raiser.
  'contact.set': [...managers, ...confirmed],
  'setting.changed': managers,
  'connection.ended': confirmed, // Of otherWorker.
  'cover.named': ['deputy', 'manager'], // Planned, for the deputy.
  // Sudden, for the other lead; the manager asked, and the other supervisor would stand in.
  'cover.confirmed': ['supervisor', ...leads],
  'cover.ended': ['otherSupervisor', 'otherLead', 'manager'],
  'cover.seen': ['otherLead'],
  'leaving.checked': ['otherWorker', ...confirmed],
  'staff.left': managers,
  'draft.discarded': anybody,
  'audit.exported': [...managers, ...leads],
  'backup.made': anybody,
  'backup.drilled': anybody,
  'log.restored': [], // The first entry of a log alone may say it, and this is a later one.
  'log.missed': anybody,
  'unlock.failed': anybody,
  'keys.replaced': [...managers, ...confirmed],
  'keys.confirmed': confirmed, // The manager let them in again, so that the other of the two is not the manager.
  'keys.withdrawn': [], // The new lead alone, for whom they wait.
  'recovery.tried': [...managers, ...confirmed],
  'recovery.used': [], // The recovery identity alone.
  'recovery.proposed': ['manager', ...confirmed], // In founding nobody could be the second.
  'recovery.replaced': confirmed, // The manager made the one that waits.
  'recovery.withdrawn': ['manager', ...confirmed],
  'access.changed': readers,
  'person.added': anybody,
  'person.changed': readers,
  'person.cited': readers,
  'person.joined': ['lead', 'deputy'],
  'person.parted': ['lead', 'deputy'],
  'person.kept-apart': ['lead', 'deputy'],
  'person.household-linked': readers,
  'person.household-unlinked': readers,
  'person.event-added': readers,
  'person.event-withdrawn': ['raiser', 'lead', 'deputy'], // The raiser added it.
  'concern.raised': anybody,
  'concern.told': readers,
  'concern.acknowledged': ['lead', 'deputy'],
  'concern.reassigned': ['lead', 'deputy'],
  'concern.action-given': ['raiser', 'lead', 'deputy'],
  'concern.information-added': readers,
  'concern.decided': ['lead', 'deputy'],
  'concern.action-done': ['raiser', 'lead', 'deputy'], // The raiser is to do it.
  'concern.action-reopened': ['raiser', 'lead', 'deputy'],
  'concern.shared': ['lead', 'deputy'],
  'concern.referred-outside': readers,
  'concern.outside-answered': readers,
  'concern.chased': readers,
  'concern.advice-taken': readers,
  'concern.reviewed': ['lead', 'deputy'],
  'concern.escalated': readers,
  'concern.escalation-answered': readers,
  'concern.sharing-decided': ['lead', 'deputy'],
  'concern.report-recorded': readers,
  'concern.closed': ['lead', 'deputy'],
  'concern.reopened': ['lead', 'deputy'],
  'concern.linked': ['lead', 'deputy'],
  'concern.unlinked': ['lead', 'deputy'],
  'concern.entered-in-error': ['raiser', 'lead', 'deputy'],
  'concern.error-taken-back': ['raiser', 'lead', 'deputy'],
  'concern.in-gp-record': readers,
  'restricted.raised': anybody,
  'restricted.reader-added': ['raiser', 'lead', 'founderInFounding'], // Named are the lead, who decides, and the manager; while founding no lead is.
  'restricted.reader-removed': ['raiser', 'lead'], // The manager, who cannot take themselves out.
  'restricted.opened': ['raiser', 'lead', ...managers],
  'restricted.printed': ['raiser', 'lead', ...managers],
  'concern.confirmed': ['otherWorker'], // For whom it was recorded.
  'concern.person-placed': readers,
  'concern.person-taken-out': readers,
  'concern.risk-checklist-recorded': readers,
  'concern.body-map-recorded': readers,
  'referral.sent': anybody,
  'referral.answered': ['raiser', 'supervisor', 'lead'],
  'referral.handed-over': ['raiser', 'supervisor', 'lead'],
  'referral.seen': ['raiser', 'supervisor', 'lead'],
  'referral.chased': ['raiser', 'supervisor', 'lead'],
  'referral.person-told': ['raiser', 'supervisor', 'lead'],
  'session.recorded': confirmed,
  'session.signed': ['supervisor', 'raiser'],
  'session.commented': ['supervisor', 'raiser'],
};

const contentTypes = (Object.keys(eventTypes) as EventType[]).filter(isContentType);

describe('who may write what', () => {
  it('is said by hand for every type of event', () => {
    expect(Object.keys(may).sort()).toEqual([...contentTypes].sort());
    expect(Object.keys(attempts).sort()).toEqual([...contentTypes].sort());
  });

  it.each(contentTypes)('%s: exactly those who may', (type) => {
    const entitledTo = cast.filter((name) => {
      const { event, state } = attempts[type](who(name));
      return entitled(event, state, registerFor(name)) === null;
    });
    expect(entitledTo).toEqual(cast.filter((name) => may[type].includes(name)));
  });

  it.each(contentTypes)('%s: every refusal is a sentence', (type) => {
    for (const name of cast) {
      const { event, state } = attempts[type](who(name));
      const reason = entitled(event, state, registerFor(name));
      if (reason !== null) expect(reason).toMatch(/^[A-Z].{10,}[.]$/);
    }
  });
});

describe('events in the wrong place', () => {
  it.each(contentTypes)('%s is taken in one kind of thread only', (type) => {
    const states = [
      records.concern(),
      records.referral(),
      records.cited('concern'),
      records.session(staffOf('supervisor'), [staffOf('raiser'), staffOf('lead')]),
      restrictedConcern(make),
    ];
    const actor = staffOf('lead');
    const { event, state } = attempts[type](actor);
    const others = states.filter((one) => one.kind !== state?.kind);
    for (const other of others) {
      const moved = { ...event, thread: other.thread, about: other.about } as ThreadEvent;
      if (type !== 'access.changed') expect(entitled(moved, other, working)).not.toBeNull();
    }
  });

  it.each(contentTypes)('%s is never taken where it belongs to somebody else', (type) => {
    const { event, state } = attempts[type](staffOf('lead'));
    if (state === null || state.kind === 'session') return;
    const about = named<typeof walter>('somebody else');
    expect(entitled({ ...event, about }, state, working)).toBe('The record and the person in it differ.');
  });

  it('lets nobody begin a register, or a record with an event that begins none', () => {
    for (const type of contentTypes) {
      const { event } = attempts[type](staffOf('lead'));
      const alone = { ...event, thread: named<ThreadId>('a new thread') } as ThreadEvent;
      const begins = [
        'person.added',
        'concern.raised',
        'restricted.raised',
        'referral.sent',
        'session.recorded',
      ].includes(type);
      expect(entitled(alone, null, working) === null).toBe(begins);
    }
  });

  it('lets whoever should no longer read give up their own keys, and do nothing else', () => {
    const gone = staffOf('otherWorker');
    const change = (added: StaffId[], removed: StaffId[]) =>
      entitled(make.event('access.changed', gone, onConcern, { added, removed }), records.concern(), working);
    expect(change([], [gone])).toBeNull();
    for (const [added, removed] of [
      [[], []],
      [[gone], [gone]],
      [[], [gone, staffOf('lead')]],
      [[], [staffOf('lead')]],
    ] as const) {
      expect(change([...added], [...removed])).toBe('This record is not yours to read or change.');
    }
  });
});

describe('an action that a decision asked for', () => {
  const lead = staffOf('lead');
  const asked = (owner: StaffId, actor = lead) =>
    entitled(
      make.event('concern.decided', actor, onConcern, decidedContent([{ what: 'Ring', owner, dueOn: null }])),
      records.concern(),
      working,
    );
  const attempt = (type: 'concern.action-done' | 'concern.action-reopened', state: AnyThreadState, other = {}) => {
    const which = { ...firstActionOf(state), ...other };
    const event =
      type === 'concern.action-done'
        ? make.event(type, lead, onConcern, { ...which, outcome: 'He answered.' })
        : make.event(type, lead, onConcern, { ...which, why: 'It was somebody else.' });
    return entitled(event, state, working);
  };

  it.each(cast)('is given to %s only if they read the concern', (name) => {
    if (readers.includes(name)) expect(asked(who(name))).toBeNull();
    else expect(asked(who(name))).toBe('Choose an owner for each action who can read this concern.');
  });

  it('is asked for by nobody but those who decide', () => {
    expect(asked(staffOf('raiser'), staffOf('raiser'))).toMatch(/^Only a safeguarding lead or deputy/);
  });

  it('is done once, and opened again only when it is done', () => {
    const [open, done] = [records.asked(lead), records.asked(lead, true)];
    expect(attempt('concern.action-done', open)).toBeNull();
    expect(attempt('concern.action-done', done)).toBe('This action is done already.');
    expect(attempt('concern.action-reopened', done)).toBeNull();
    expect(attempt('concern.action-reopened', open)).toBe('This action is not done, so it is open already.');
  });

  it('is one that there is', () => {
    const open = records.asked(lead);
    for (const other of [{ action: 1 }, { decision: named<EventId>('another') }]) {
      expect(attempt('concern.action-done', open, other)).toBe('This concern has no such action.');
    }
  });

  it('can be done by a decider when its owner has stopped reading', () => {
    const state = records.asked(staffOf('supervisor'));
    const supervisor = staffOf('supervisor');
    const later = registered(working, [
      make.inRegister('connection.declared', supervisor, { staff: supervisor, person: walter }),
    ]);
    const content = { ...firstActionOf(state), outcome: 'He answered.' };
    const by = (actor: StaffId) => entitled(make.event('concern.action-done', actor, onConcern, content), state, later);
    expect(by(supervisor)).toBe('This record is not yours to read or change.');
    expect(by(lead)).toBeNull();
  });
});

describe('somebody with a declared connection', () => {
  const deputy = staffOf('deputy');
  const connected = registered(working, [
    make.inRegister('connection.declared', deputy, { staff: deputy, person: walter }),
  ]);
  const attempt = (actor: StaffId, type: 'concern.acknowledged' | 'concern.shared', to: StaffId) => {
    const event =
      type === 'concern.shared'
        ? make.event(type, actor, onConcern, { with: to, why: 'Knows him' })
        : make.event(type, actor, onConcern, { owner: to });
    return entitled(event, records.concern(), connected);
  };

  it('reads and writes nothing in the record, whatever their role', () => {
    expect(attempt(deputy, 'concern.acknowledged', deputy)).toBe('This record is not yours to read or change.');
  });

  it('is made neither owner nor reader by a colleague', () => {
    const lead = staffOf('lead');
    expect(attempt(lead, 'concern.acknowledged', lead)).toBeNull();
    expect(attempt(lead, 'concern.acknowledged', deputy)).toMatch(/^Choose a safeguarding lead or deputy/);
    expect(attempt(lead, 'concern.shared', deputy)).toMatch(/^They have declared a connection/);
  });
});
