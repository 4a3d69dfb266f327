import type { Instant } from '../../../shared/domain/calendar.ts';
import type { EventId, StaffId, ThreadId } from '../../../shared/domain/ids.ts';
import type { ContentOf, ContentType, ThreadEvent } from '../../../shared/events/index.ts';
import { apply } from '../../../shared/policy/apply.ts';
import type { CourseType } from '../../../shared/policy/concern-stage.ts';
import { entitled } from '../../../shared/policy/entitled.ts';
import type { AnyThreadState, StateOf } from '../../../shared/policy/kinds.ts';
import type { RegisterState } from '../../../shared/policy/register-state.ts';
import { type EventMaker, named, staffOf } from '../../factories/events.ts';
import { concernContent, day, decidedContent, threads, walter } from './records.ts';

type Content<T extends ContentType> = Omit<ContentOf<T>, 'v'>;

const at = '2026-10-01T09:00:00.000Z' as Instant;
const other = named<ThreadId>('concern about somebody else');

/** What is written about the course of a concern, with `of` the event that an answer belongs to. */
export const courseContents = {
  'concern.referred-outside': () => ({
    destination: 'adult-social-care' as const,
    to: undefined,
    how: 'phone' as const,
    at,
    theirReference: undefined,
    answerDue: day,
  }),
  'concern.outside-answered': (of: EventId) => ({
    referral: of,
    answer: 'accepted' as const,
    from: 'Duty social worker',
    on: day,
    said: 'They will visit.',
    theirReference: undefined,
  }),
  'concern.chased': (of: EventId) => ({
    referral: of,
    how: 'phone' as const,
    at,
    outcome: 'No answer.',
    answerDue: null,
  }),
  'concern.advice-taken': () => ({ from: 'Named GP', at, advice: 'Refer today.' }),
  'concern.reviewed': () => ({ found: 'He is warm and fed.', nextOn: null }),
  'concern.escalated': () => ({
    about: 'outside' as const,
    step: 1,
    stepName: 'Professional to professional',
    to: 'Team manager',
    disagreement: 'The threshold.',
    answerDue: day,
  }),
  'concern.escalation-answered': (of: EventId) => ({
    escalation: of,
    from: 'Team manager',
    on: day,
    said: 'They look again.',
    settled: true,
  }),
  'concern.closed': () => ({
    outcome: 'managed-in-primary-care' as const,
    reason: 'Food and heating are there.',
    risk: 'reduced' as const,
    wishes: 'partly-met' as const,
    forRaiser: 'Thank you: he is safe.',
    seen: named<EventId>('seen'),
  }),
  'concern.reopened': () => ({ why: 'The letters pile up again.' }),
  'concern.linked': () => ({ to: other, as: 'linked' as const, why: 'The same household.' }),
  'concern.unlinked': () => ({ to: other, why: 'Another Walter.' }),
  'concern.entered-in-error': () => ({ why: 'The wrong person.' }),
  'concern.error-taken-back': () => ({ why: 'The right person after all.' }),
  'concern.in-gp-record': () => ({ system: 'EMIS', on: day, code: undefined, hiddenOnline: 'yes' as const }),
} satisfies { readonly [T in CourseType]: (of: EventId) => Content<T> };

/** A concern about Walter on its way, each step tried by the rules before it is taken. */
export class Course {
  readonly #make: EventMaker;
  readonly #register: RegisterState;
  readonly #where = { thread: threads.concern, about: walter };
  state: AnyThreadState;
  /** The newest event. */
  newest: EventId;

  constructor(make: EventMaker, register: RegisterState, raiser: StaffId) {
    this.#make = make;
    this.#register = register;
    const raised = make.event('concern.raised', raiser, this.#where, concernContent());
    this.state = apply(null, raised);
    this.newest = raised.id;
  }

  get concern(): StateOf<'concern'> {
    if (this.state.kind !== 'concern') throw new Error('no concern');
    return this.state;
  }

  /** @returns why it may not stand, or null; then it was taken */
  try<T extends ContentType>(type: T, actor: string, content: Content<T>): string | null {
    const event = this.#make.event(type, staffOf(actor), this.#where, content) as ThreadEvent; // `as`: one of them all.
    const reason = entitled(event, this.state, this.#register);
    if (reason !== null) return reason;
    this.state = apply(this.state, event);
    this.newest = event.id;
    return null;
  }

  take<T extends ContentType>(type: T, actor: string, content: Content<T>): EventId {
    const reason = this.try(type, actor, content);
    if (reason !== null) throw new Error(`${type}: ${reason}`);
    return this.newest;
  }

  decide(decision: Content<'concern.decided'>['decision'], actions?: Content<'concern.decided'>['actions']): EventId {
    return this.take('concern.decided', 'lead', { ...decidedContent(actions), decision });
  }
}

/** Each step of the course, on a concern on which it may be taken. */
export function courseAttempts(make: EventMaker, register: RegisterState) {
  const attemptOf =
    (type: CourseType, before: (course: Course) => EventId = ({ newest }) => newest) =>
    (actor: StaffId) => {
      const course = new Course(make, register, staffOf('raiser'));
      const content = courseContents[type](before(course)) as never; // `as`: the table pairs them.
      const where = { thread: threads.concern, about: walter };
      return { event: make.event(type, actor, where, content) as ThreadEvent, state: course.state }; // `as`: one of them all.
    };
  const referred = (course: Course): EventId =>
    course.take('concern.referred-outside', 'lead', courseContents['concern.referred-outside']());
  return {
    'concern.referred-outside': attemptOf('concern.referred-outside'),
    'concern.outside-answered': attemptOf('concern.outside-answered', referred),
    'concern.chased': attemptOf('concern.chased', referred),
    'concern.advice-taken': attemptOf('concern.advice-taken'),
    'concern.reviewed': attemptOf('concern.reviewed'),
    'concern.escalated': attemptOf('concern.escalated'),
    'concern.escalation-answered': attemptOf('concern.escalation-answered', (course) =>
      course.take('concern.escalated', 'lead', courseContents['concern.escalated']()),
    ),
    'concern.closed': attemptOf('concern.closed', (course) => course.decide('internal-action')),
    'concern.reopened': attemptOf('concern.reopened', (course) => course.decide('no-further-action')),
    'concern.linked': attemptOf('concern.linked'),
    'concern.unlinked': attemptOf('concern.unlinked', (course) =>
      course.take('concern.linked', 'lead', courseContents['concern.linked']()),
    ),
    'concern.entered-in-error': attemptOf('concern.entered-in-error'),
    'concern.error-taken-back': attemptOf('concern.error-taken-back', (course) =>
      course.take('concern.entered-in-error', 'raiser', courseContents['concern.entered-in-error']()),
    ),
    'concern.in-gp-record': attemptOf('concern.in-gp-record'),
  };
}
