import type { IsoDate } from '../../../shared/domain/calendar.ts';
import type { EventId, PersonId, PracticeId, StaffId, ThreadId } from '../../../shared/domain/ids.ts';
import type { ContentOf, ThreadEvent } from '../../../shared/events/index.ts';
import { apply } from '../../../shared/policy/apply.ts';
import type { AnyThreadState } from '../../../shared/policy/kinds.ts';
import { alderfield, type EventMaker, named, staffOf } from '../../factories/events.ts';

export const walter = named<PersonId>('Walter');
export const threads = {
  person: named<ThreadId>('thread of Walter'),
  concern: named<ThreadId>('concern about Walter'),
  referral: named<ThreadId>('referral of Walter'),
  session: named<ThreadId>('session'),
} as const;
export const day = '2026-10-01' as IsoDate;

export function concernContent(practice: PracticeId | null = alderfield): Omit<ContentOf<'concern.raised'>, 'v'> {
  return {
    person: walter,
    practice,
    dangerNow: 'no',
    categories: ['self-neglect'],
    what: 'Unopened letters and no food in the cupboards.',
    know: 'saw-or-heard-it',
    toldBy: undefined,
    when: 'still-happening',
    told: [],
  };
}

export function referralContent(
  practice: PracticeId | null = alderfield,
  recipient?: StaffId,
): Omit<ContentOf<'referral.sent'>, 'v'> {
  return {
    person: walter,
    practice,
    to: 'Practice pharmacist',
    ...(recipient !== undefined && { recipient }),
    purpose: 'review',
    ask: 'Please review twelve medicines.',
    observed: undefined,
    urgency: 'routine',
    agrees: 'yes',
    sentBy: 'gp-system-task',
    sentOn: day,
  };
}

export function sessionContent(supervisor: StaffId, supervisees: StaffId[]): Omit<ContentOf<'session.recorded'>, 'v'> {
  return {
    kind: 'clinical-one-to-one',
    heldOn: day,
    minutes: 50,
    mode: 'in-person',
    supervisor,
    supervisees,
    discussed: 'Helping and rescuing.',
    concerns: [],
    actions: [],
    nextOn: null,
  };
}

export function decidedContent(
  actions?: ContentOf<'concern.decided'>['actions'],
): Omit<ContentOf<'concern.decided'>, 'v'> {
  return {
    decision: 'internal-action',
    reason: 'Talk first',
    sharing: 'not-shared',
    forRaiser: undefined,
    reviewOn: null,
    agreesOutsideWhy: undefined,
    ...(actions !== undefined && { actions }),
    seen: named<EventId>('seen'),
  };
}

export function detailsOf(practice: PracticeId | null = alderfield): ContentOf<'person.added'>['details'] {
  return {
    standing: 'registered',
    givenName: 'Walter',
    familyName: undefined,
    description: undefined,
    practice,
    phone: undefined,
    safeContact: undefined,
    notToBeTold: undefined,
  };
}

/** The states of records that `author` began about Walter. */
export class Records {
  readonly #make: EventMaker;
  readonly #author: StaffId;

  constructor(make: EventMaker, author: StaffId) {
    this.#make = make;
    this.#author = author;
  }

  person(practice: PracticeId | null = alderfield): AnyThreadState {
    const where = { thread: threads.person, about: walter };
    const content = { person: walter, details: detailsOf(practice) };
    return apply(null, this.#make.event('person.added', this.#author, where, content));
  }

  /** A person of Alderfield whom a concern or referral of the author cites, of any practice. */
  cited(
    kind: 'concern' | 'referral',
    practice: PracticeId | null = alderfield,
    colleagues: StaffId[] = [],
  ): AnyThreadState {
    const where = { thread: threads.person, about: walter };
    const citation = { record: threads[kind], kind, by: this.#author, practice, named: colleagues };
    return apply(this.person(), this.#make.event('person.cited', this.#author, where, citation));
  }

  concern(practice: PracticeId | null = alderfield, sharedWith: readonly StaffId[] = []): AnyThreadState {
    const where = { thread: threads.concern, about: walter };
    const raised: ThreadEvent = this.#make.event('concern.raised', this.#author, where, concernContent(practice));
    return sharedWith.reduce(
      (state, staff) =>
        apply(state, this.#make.event('concern.shared', this.#author, where, { with: staff, why: 'Knows him' })),
      apply(null, raised),
    );
  }

  /** The concern that the author wrote down for somebody, confirmed where they answered. */
  recordedFor(staff: StaffId, agrees?: ContentOf<'concern.confirmed'>['agrees']): AnyThreadState {
    const where = { thread: threads.concern, about: walter };
    const content = { ...concernContent(), recordedFor: { name: 'Tom F.', role: 'Link worker', staff } };
    const state = apply(null, this.#make.event('concern.raised', this.#author, where, content));
    if (agrees === undefined) return state;
    return apply(state, this.#make.event('concern.confirmed', staff, where, { agrees, note: 'It was on Monday.' }));
  }

  /** The concern that the lead owns. */
  acknowledged(): AnyThreadState {
    const where = { thread: threads.concern, about: walter };
    const lead = staffOf('lead');
    return apply(this.concern(), this.#make.event('concern.acknowledged', lead, where, { owner: lead }));
  }

  /** The concern after the lead's decision asked `owner` for something; done by the lead, where it is. */
  asked(owner: StaffId, isDone = false): AnyThreadState {
    const where = { thread: threads.concern, about: walter };
    const lead = staffOf('lead');
    const decided = this.#make.event(
      'concern.decided',
      lead,
      where,
      decidedContent([{ what: 'Ring', owner, dueOn: day }]),
    );
    const state = apply(this.concern(), decided);
    if (!isDone) return state;
    const done = { decision: decided.id, action: 0, outcome: 'He answered.' };
    return apply(state, this.#make.event('concern.action-done', lead, where, done));
  }

  referral(practice: PracticeId | null = alderfield, recipient?: StaffId): AnyThreadState {
    const where = { thread: threads.referral, about: walter };
    return apply(null, this.#make.event('referral.sent', this.#author, where, referralContent(practice, recipient)));
  }

  session(supervisor: StaffId, supervisees: StaffId[]): AnyThreadState {
    const where = { thread: threads.session };
    return apply(
      null,
      this.#make.event('session.recorded', supervisor, where, sessionContent(supervisor, supervisees)),
    );
  }
}
