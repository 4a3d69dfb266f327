import type { Instant } from '../../../shared/domain/calendar.ts';
import type { DraftId, EventId, LogId, PersonId, PracticeId, StaffId } from '../../../shared/domain/ids.ts';
import type { ContentType, ThreadEvent } from '../../../shared/events/index.ts';
import type { AnyThreadState } from '../../../shared/policy/kinds.ts';
import type { RegisterState } from '../../../shared/policy/register-state.ts';
import {
  alderfield,
  EventMaker,
  keyOf,
  memberOf,
  named,
  registerThread,
  staffOf,
  wrenStreet,
} from '../../factories/events.ts';
import { aroundAttempts } from './around.ts';
import { foundingRegister, keysFor, recoveryFor, suddenCover, type Who, who, workingRegister } from './cast.ts';
import { courseAttempts } from './course.ts';
import { reportContent, sharingContent } from './duties.ts';
import { personAttempts } from './person-course.ts';
import { recordedAttempts } from './recorded.ts';
import {
  concernContent,
  day,
  decidedContent,
  detailsOf,
  Records,
  referralContent,
  sessionContent,
  threads,
  walter,
} from './records.ts';
import { referralCourseAttempts } from './referral-attempts.ts';
import { restrictedAttempts } from './restricted-records.ts';

export const make = new EventMaker();
export const records = new Records(make, who('raiser'));
export const working = workingRegister(make);
const founding = foundingRegister(make);
const waitingCover = { cover: working.covers[0]?.id ?? named<EventId>('none') };
export const registerFor = (name: Who): RegisterState => (name === 'founderInFounding' ? founding : working);

interface Attempt {
  readonly event: ThreadEvent;
  readonly state: AnyThreadState | null;
}
const onPerson = { thread: threads.person, about: walter };
export const onConcern = { thread: threads.concern, about: walter };
const onReferral = { thread: threads.referral, about: walter };
const onSession = { thread: threads.session };
const heldBy = (name: string, role: 'link-worker' | 'safeguarding-lead') => ({
  staff: staffOf(name),
  role,
  practice: alderfield,
});
const hash = `${'A'.repeat(43)}=`;
const exported = {
  from: null,
  to: null,
  why: 'Inspection',
  size: 1,
  root: hash,
  manifest: hash,
  shown: 1,
  withheld: 0,
};
const told = {
  who: 'Dr Fenwick-Oye',
  how: 'phone',
  at: '2026-10-01T08:00:00.000Z' as Instant,
  reached: true,
  next: undefined,
} as const;
const answer = {
  answer: 'accepted',
  said: 'Will see him',
  from: undefined,
  answeredOn: day,
  nextStep: undefined,
} as const;
const backedUp = { size: 9, root: hash, sha256: hash };
const contact = {
  contact: 'mash',
  name: 'Children’s front door',
  phone: '01632 960001',
  outOfHours: undefined,
  note: undefined,
  checkedOn: day,
};
/** By what names it, the first action that a decision on the concern asked for. */
export function firstActionOf(state: AnyThreadState) {
  const action = state.kind === 'concern' ? state.facts.actions[0] : undefined;
  if (action === undefined) throw new Error('nothing was asked for');
  return { decision: action.decision, action: action.action };
}
const aboutStaff = (name: string) => ({ thread: registerThread, about: staffOf(name) });
const inRegister = (event: ThreadEvent): Attempt => ({ event, state: null });

/** A sound event of each type, on a record of the kind that it belongs to. */
export const attempts: { readonly [T in ContentType]: (actor: StaffId) => Attempt } = {
  'store.founded': (actor) =>
    inRegister(
      make.inRegister('store.founded', actor, {
        name: 'Another',
        demo: false,
        founder: memberOf('another'),
        recovery: { id: staffOf('recovery'), kem: hash },
      }),
    ),
  'founding.reviewed': (actor) => inRegister(make.inRegister('founding.reviewed', actor, {})),
  'practice.added': (actor) =>
    inRegister(
      make.inRegister('practice.added', actor, { practice: named<PracticeId>('Quillgate'), name: 'Quillgate' }),
    ),
  'staff.added': (actor) => inRegister(make.inRegister('staff.added', actor, memberOf('somebody new'))),
  'role.granted': (actor) =>
    inRegister(
      make.inRegister('role.granted', actor, { ...heldBy('otherWorker', 'link-worker'), practice: wrenStreet }),
    ),
  'role.confirmed': (actor) =>
    inRegister(make.inRegister('role.confirmed', actor, heldBy('newLead', 'safeguarding-lead'))),
  'role.ended': (actor) => inRegister(make.inRegister('role.ended', actor, heldBy('otherWorker', 'link-worker'))),
  'supervisor.assigned': (actor) =>
    inRegister(
      make.inRegister('supervisor.assigned', actor, {
        staff: staffOf('otherWorker'),
        supervisor: staffOf('supervisor'),
      }),
    ),
  'supervisor.ended': (actor) =>
    inRegister(
      make.inRegister('supervisor.ended', actor, { staff: staffOf('raiser'), supervisor: staffOf('supervisor') }),
    ),
  'connection.declared': (actor) =>
    inRegister(make.inRegister('connection.declared', actor, { staff: staffOf('raiser'), person: walter })),
  'contact.set': (actor) => inRegister(make.inRegister('contact.set', actor, contact)),
  'setting.changed': (actor) =>
    inRegister(make.inRegister('setting.changed', actor, { change: { setting: 'draft-late-hours', value: 8 } })),
  'draft.discarded': (actor) =>
    inRegister(make.inRegister('draft.discarded', actor, { draft: named<DraftId>('draft'), reason: 'not-needed' })),
  'audit.exported': (actor) => inRegister(make.inRegister('audit.exported', actor, exported)),
  'backup.made': (actor) => inRegister(make.inRegister('backup.made', actor, backedUp)),
  'backup.drilled': (actor) => inRegister(make.inRegister('backup.drilled', actor, backedUp)),
  'log.restored': (actor) =>
    inRegister(
      make.inRegister('log.restored', actor, {
        ...backedUp,
        log: named<LogId>('log'),
        madeAt: '2026-10-01T09:00:00.000Z' as Instant,
        missing: [],
      }),
    ),
  'log.missed': (actor) =>
    inRegister(make.inRegister('log.missed', actor, { missing: [{ log: named<LogId>('log'), from: 3, to: 5 }] })),
  'cover.named': (actor) =>
    inRegister(make.inRegister('cover.named', actor, { ...suddenCover('deputy', 'otherSupervisor'), kind: 'planned' })),
  'cover.confirmed': (actor) => inRegister(make.inRegister('cover.confirmed', actor, waitingCover)),
  'cover.ended': (actor) => inRegister(make.inRegister('cover.ended', actor, waitingCover)),
  'cover.seen': (actor) => inRegister(make.inRegister('cover.seen', actor, waitingCover)),
  'connection.ended': (actor) =>
    inRegister(
      make.inRegister('connection.ended', actor, {
        staff: staffOf('otherWorker'),
        person: named<PersonId>('a neighbour'),
      }),
    ),
  'leaving.checked': (actor) =>
    inRegister(make.inRegister('leaving.checked', actor, { staff: staffOf('otherWorker') })),
  'staff.left': (actor) =>
    inRegister(
      make.inRegister('staff.left', actor, {
        staff: staffOf('otherWorker'),
        reason: 'moved-on',
        lastDay: day,
        cannotSignIn: false,
        draftsLost: 0,
      }),
    ),
  'unlock.failed': (actor) =>
    inRegister(make.inRegister('unlock.failed', actor, { unauthenticated: true, attempts: [], leftOut: 0 })),
  'keys.replaced': (actor) =>
    inRegister(make.event('keys.replaced', actor, aboutStaff('otherWorker'), keysFor('otherWorker', 'new'))),
  'keys.confirmed': (actor) =>
    inRegister(make.event('keys.confirmed', actor, aboutStaff('newLead'), keysFor('newLead', 'waiting'))),
  'keys.withdrawn': (actor) =>
    inRegister(make.event('keys.withdrawn', actor, aboutStaff('newLead'), keysFor('newLead', 'waiting'))),
  'recovery.tried': (actor) => inRegister(make.inRegister('recovery.tried', actor, {})),
  'recovery.used': (actor) =>
    inRegister(
      make.event('recovery.used', actor, aboutStaff('otherWorker'), {
        ...keysFor('otherWorker', 'new'),
        recovery: { id: staffOf('next recovery'), sig: keyOf('next sig'), kem: keyOf('next kem') },
      }),
    ),
  'recovery.proposed': (actor) => inRegister(make.inRegister('recovery.proposed', actor, recoveryFor('another'))),
  'recovery.replaced': (actor) => inRegister(make.inRegister('recovery.replaced', actor, recoveryFor('waiting'))),
  'recovery.withdrawn': (actor) => inRegister(make.inRegister('recovery.withdrawn', actor, recoveryFor('waiting'))),
  'access.changed': (actor) => ({
    event: make.event('access.changed', actor, onConcern, { added: [staffOf('lead')], removed: [] }),
    state: records.concern(),
  }),
  'person.added': (actor) => ({
    event: make.event('person.added', actor, onPerson, { person: walter, details: detailsOf() }),
    state: null,
  }),
  'person.changed': (actor) => ({
    event: make.event('person.changed', actor, onPerson, { details: detailsOf() }),
    state: records.cited('concern'),
  }),
  ...personAttempts(make, records),
  'concern.raised': (actor) => ({
    event: make.event('concern.raised', actor, onConcern, concernContent()),
    state: null,
  }),
  ...recordedAttempts(make, records),
  'concern.told': (actor) => ({
    event: make.event('concern.told', actor, onConcern, { told }),
    state: records.concern(),
  }),
  'concern.acknowledged': (actor) => ({
    event: make.event('concern.acknowledged', actor, onConcern, { owner: staffOf('deputy') }),
    state: records.concern(),
  }),
  'concern.reassigned': (actor) => ({
    event: make.event('concern.reassigned', actor, onConcern, { owner: staffOf('deputy'), why: 'On leave' }),
    state: records.acknowledged(),
  }),
  'concern.action-given': (actor) => {
    const state = records.asked(staffOf('raiser'));
    const content = { ...firstActionOf(state), owner: staffOf('supervisor'), why: 'On leave' };
    return { event: make.event('concern.action-given', actor, onConcern, content), state };
  },
  'concern.information-added': (actor) => ({
    event: make.event('concern.information-added', actor, onConcern, { note: 'He rang back.' }),
    state: records.concern(),
  }),
  'concern.decided': (actor) => ({
    event: make.event('concern.decided', actor, onConcern, decidedContent()),
    state: records.concern(),
  }),
  'concern.action-done': (actor) => {
    const state = records.asked(staffOf('raiser'));
    const content = { ...firstActionOf(state), outcome: 'He answered.' };
    return { event: make.event('concern.action-done', actor, onConcern, content), state };
  },
  'concern.action-reopened': (actor) => {
    const state = records.asked(staffOf('raiser'), true);
    const content = { ...firstActionOf(state), why: 'It was somebody else.' };
    return { event: make.event('concern.action-reopened', actor, onConcern, content), state };
  },
  'concern.shared': (actor) => ({
    event: make.event('concern.shared', actor, onConcern, { with: staffOf('otherWorker'), why: 'Visits him' }),
    state: records.concern(),
  }),
  ...courseAttempts(make, working),
  ...restrictedAttempts(make),
  ...aroundAttempts(make, working),
  'concern.sharing-decided': (actor) => ({
    event: make.event('concern.sharing-decided', actor, onConcern, sharingContent()),
    state: records.concern(),
  }),
  'concern.report-recorded': (actor) => ({
    event: make.event('concern.report-recorded', actor, onConcern, reportContent()),
    state: records.concern(),
  }),
  'referral.sent': (actor) => ({
    event: make.event('referral.sent', actor, onReferral, referralContent()),
    state: null,
  }),
  'referral.answered': (actor) => ({
    event: make.event('referral.answered', actor, onReferral, answer),
    state: records.referral(),
  }),
  'referral.handed-over': (actor) => ({
    event: make.event('referral.handed-over', actor, onReferral, { to: staffOf('supervisor'), why: 'On leave' }),
    state: records.referral(),
  }),
  ...referralCourseAttempts(make, records.referral()),
  'session.recorded': (actor) => ({
    event: make.event('session.recorded', actor, onSession, sessionContent(actor, [staffOf('raiser')])),
    state: null,
  }),
  'session.signed': (actor) => ({
    event: make.event('session.signed', actor, onSession, { agrees: true }),
    state: records.session(staffOf('supervisor'), [staffOf('raiser')]),
  }),
  'session.commented': (actor) => ({
    event: make.event('session.commented', actor, onSession, { comment: 'Thank you.' }),
    state: records.session(staffOf('supervisor'), [staffOf('raiser')]),
  }),
};
