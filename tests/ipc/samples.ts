import type { LogClient } from '../../shared/contract/index.ts';
import type { EventId, PersonId, ThreadId } from '../../shared/domain/ids.ts';
import { concernForm, detailsOf, sessionForm } from '../factories/forms.ts';
import { must, type Practice, passphraseOf, people } from '../factories/world.ts';
import { soundCourse } from './samples-course.ts';
import { soundPeople } from './samples-people.ts';

/** Records to try calls on, that the lead may read and change. */
export interface Records {
  readonly person: PersonId;
  readonly concern: ThreadId;
  readonly referral: ThreadId;
  readonly session: ThreadId;
  readonly seen: EventId;
}

export const referralForm = (person: PersonId) => ({
  person,
  to: 'Practice pharmacist',
  purpose: 'review',
  ask: 'Please review twelve medicines.',
  urgency: 'routine',
  agrees: 'yes',
  sentBy: 'phone',
  sentOn: '2026-09-30',
});

export async function recordsOf({ as, alderfield, worker }: Practice): Promise<Records> {
  const log = await as('lead');
  const { concern, person, event } = await must(log.concerns.raise(concernForm('Walter', alderfield)));
  const form = referralForm(person) as Parameters<LogClient['referrals']['send']>[0]; // `as`: days are plain text here.
  const { referral } = await must(log.referrals.send(form));
  const { session } = await must(log.supervision.record(sessionForm(worker)));
  return { person, concern, referral, session, seen: event };
}

/** A sound input for every call of an unlocked log: with one part of it made wrong, none may be let through. */
export function soundInputs(
  practice: Practice,
  records: Records,
): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const { alderfield, worker, otherWorker, supervisor, lead } = practice;
  const { person, concern, referral, session, seen } = records;
  const held = { staff: otherWorker, role: 'link-worker', practice: practice.wrenStreet };
  const pair = { staff: otherWorker, supervisor };
  const told = { who: 'Dr Fenwick-Oye', how: 'phone', at: '2026-10-01T08:00:00.000Z', reached: true, tookOver: true };
  const decided = {
    decision: 'internal-action',
    reason: 'Talk first',
    sharing: 'not-shared',
    forRaiser: 'Thank you',
    reviewOn: null,
    agreesOutside: 'no',
    agreesOutsideWhy: 'Not yet',
    actions: [{ what: 'Ring him', owner: worker, dueOn: '2026-10-08' }],
  };
  const details = detailsOf('Joan', alderfield);
  const range = { from: null, to: null };
  const absence = { absent: lead, practice: alderfield, cover: supervisor, until: '2026-10-07', reason: 'On leave' };
  return {
    'store.lock': {},
    'store.prove': { passphrase: 'x' },
    'store.changePassphrase': { current: 'x', next: passphraseOf('Walter') },
    'register.show': {},
    'register.addPractice': { name: 'Quillgate' },
    'register.addStaff': {
      name: 'Grace O.',
      initials: 'GO',
      jobTitle: 'Link worker',
      passphrase: passphraseOf('Grace O.'),
    },
    'register.grantRole': held,
    'register.confirmRole': held,
    'register.endRole': held,
    'register.assignSupervisor': pair,
    'register.endSupervisor': pair,
    'register.declareConnection': { staff: worker, person },
    'register.endConnection': { staff: worker, person },
    'register.nameAwayReader': { practice: alderfield, staff: supervisor },
    'register.coverAbsence': { ...absence, from: '2026-10-01' },
    'register.appointCover': absence,
    'register.confirmCover': { cover: seen },
    'register.endCover': { cover: seen },
    'register.seenCover': { cover: seen },
    'register.leaving': { staff: worker },
    'register.checkLeaving': { staff: worker },
    'register.handOver': { from: worker, to: otherWorker, kind: 'referral', records: [referral], why: 'Leaves' },
    'register.leave': { staff: otherWorker, reason: 'moved-on', lastDay: '2026-10-01', cannotSignIn: false },
    'register.settingUp': {},
    'register.letInAgain': { staff: otherWorker, passphrase: 'otter canyon mustard violin' },
    'register.confirmKeys': { staff: otherWorker },
    'register.tryRecovery': { halves: [...practice.recoveryHalves] },
    'register.recoveryReach': {},
    'register.replaceRecovery': {},
    'register.confirmRecovery': { halves: [...practice.recoveryHalves] },
    'register.withdrawRecovery': {},
    'register.waiting': {},
    'register.setContact': {
      contact: 'mash',
      name: 'Front door',
      phone: '01632 960001',
      note: 'Ring',
      checkedOn: '2026-09-01',
    },
    'register.changeSetting': { change: { setting: 'draft-late-hours', value: 8 } },
    'register.reviewFounding': {},
    'people.add': { details },
    'people.change': { person, seen, details },
    'people.list': {},
    'people.find': { words: 'walter' },
    'people.show': { person },
    ...soundPeople(records),
    'people.patterns': { person },
    'concerns.raise': { ...concernForm('Ivor', alderfield) },
    'concerns.confirm': { concern, agrees: 'something-to-add', note: 'It was on Monday.' },
    'concerns.tell': { concern, told },
    'concerns.acknowledge': { concern, seen, owner: lead },
    'concerns.addInformation': { concern, seen, note: 'He rang back.', facts: { place: 'At home' } },
    'concerns.decide': { concern, seen, ...decided },
    'concerns.share': { concern, with: worker, why: 'Visits him' },
    'concerns.finishAction': { concern, decision: seen, action: 0, outcome: 'He answered.' },
    'concerns.reopenAction': { concern, decision: seen, action: 0, why: 'It was somebody else.' },
    ...soundCourse(records),
    'restricted.raise': { ...concernForm('Ivor', alderfield), keptFrom: [worker], readers: [lead], holdsHalf: 'no' },
    'restricted.couldRead': { person, keptFrom: [worker] },
    'restricted.couldReadToo': { concern },
    'restricted.addReader': { concern, reader: worker, why: 'Visits him' },
    'restricted.removeReader': { concern, reader: worker, why: 'Has left the case' },
    'restricted.list': {},
    'concerns.startPracticeRun': {},
    'concerns.waiting': {},
    'concerns.lateDecisions': {},
    'concerns.list': {},
    'concerns.open': { concern },
    'concerns.whoReads': { person, practice: alderfield },
    'concerns.actions': {},
    'concerns.trail': { concern },
    'concerns.placePerson': {
      concern,
      placed: { role: 'source-of-harm', name: 'His nephew', livesWithPerson: 'no', knowsOfConcern: 'no' },
    },
    'concerns.takePersonOut': { concern, placed: seen, why: 'It was somebody else.' },
    'concerns.recordRiskChecklist': {
      concern,
      recorded: { checklist: 'DASH', scoredBy: 'The adviser', trained: 'yes', on: '2026-10-01', total: '16' },
    },
    'concerns.recordBodyMap': {
      concern,
      map: {
        regions: [{ region: 'front-left-ear', what: 'A mark' }],
        saw: 'could-be-seen',
        on: '2026-10-01',
        time: '09:10',
        present: 'His mother',
      },
    },
    'concerns.beforeContact': { person },
    'referrals.send': { ...referralForm(person) },
    'referrals.answer': { referral, seen, answer: 'accepted', said: 'Will see him', answeredOn: '2026-10-01' },
    'referrals.noteSeen': { referral, who: 'Dr Menon-Clarke', on: '2026-10-01' },
    'referrals.chase': { referral, how: 'phone', on: '2026-10-01', outcome: 'No answer.', replyBy: '2026-10-02' },
    'referrals.tellPerson': { referral, reached: false, how: 'phone', on: '2026-10-01', next: 'Tom, on Friday' },
    'referrals.list': {},
    'referrals.open': { referral },
    'supervision.record': { ...sessionForm(worker) },
    'supervision.sign': { session, seen, agrees: true },
    'supervision.comment': { session, comment: 'Thank you.' },
    'supervision.list': {},
    'supervision.open': { session },
    'supervision.due': {},
    'drafts.save': { kind: 'concern', form: { what: 'half a sent' }, label: 'Joan, the letters' },
    'drafts.discard': { draft: person, reason: 'not-needed' },
    'drafts.mine': {},
    'drafts.open': { draft: person },
    'drafts.late': {},
    'audit.page': { ...range, limit: 25 },
    'audit.check': {},
    'audit.notePrint': { record: concern },
    'audit.export': { ...range, why: 'Inspection', folder: practice.world.root },
    'audit.exportEvidence': { why: 'To be looked into', folder: practice.world.root },
    'backup.setPlace': { folder: practice.world.root },
    'backup.make': {},
    'backup.makeIfDue': { when: 'nightly' },
    'backup.show': {},
    'backup.summary': {},
    'backup.drill': {},
  };
}

/** What a lock screen may send. */
export const soundWhenLocked: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'store.status': {},
  'store.phoneNumbers': {},
  'store.createDemo': {},
  'store.create': {
    name: 'Harrowmere PCN',
    demo: true,
    founder: { name: people.manager, initials: 'JS', passphrase: passphraseOf(people.manager) },
  },
  'backup.look': { file: '/nowhere' },
  'backup.restore': { file: '/nowhere', into: null, other: false, older: false },
  'store.recover': {
    halves: ['0000-0000', '1111-1111'],
    staff: 'A'.repeat(22),
    passphrase: 'otter canyon mustard violin',
  },
  'store.unlock': { staff: 'A'.repeat(22), passphrase: 'x' },
};
