import type { StaffId } from '../../../shared/domain/ids.ts';
import type { AnyThreadState } from '../../../shared/policy/kinds.ts';
import type { EventMaker } from '../../factories/events.ts';
import { day, threads, walter } from './records.ts';

const onReferral = { thread: threads.referral, about: walter };

/** What is written about the course of a referral back. */
export const referralCourseContents = {
  'referral.seen': { who: 'Dr Menon-Clarke', on: day },
  'referral.chased': { how: 'phone' as const, on: day, outcome: 'Nobody answered.', replyBy: day },
  'referral.person-told': { reached: true, how: 'phone' as const, on: day, said: undefined, next: undefined },
};

/** Each step of the course, on a referral that waits for its answer. */
export function referralCourseAttempts(make: EventMaker, state: AnyThreadState) {
  const { 'referral.seen': seen, 'referral.chased': chased, 'referral.person-told': told } = referralCourseContents;
  return {
    'referral.seen': (actor: StaffId) => ({ event: make.event('referral.seen', actor, onReferral, seen), state }),
    'referral.chased': (actor: StaffId) => ({ event: make.event('referral.chased', actor, onReferral, chased), state }),
    'referral.person-told': (actor: StaffId) => ({
      event: make.event('referral.person-told', actor, onReferral, told),
      state,
    }),
  };
}
