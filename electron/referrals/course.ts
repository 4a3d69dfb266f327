import type { referralCalls } from '../../shared/contract/referrals.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { type Context, type Handlers, InvalidInput, mustNotLieAhead } from '../store/context.ts';
import { wouldRefuse } from '../store/would.ts';

type Commands = Pick<Handlers<typeof referralCalls>, 'noteSeen' | 'chase' | 'tellPerson'>;

/** Whoever it is for opened it: recorded once, before anything is shown. In a log that is read only nothing is. */
export function noteOpenedByRecipient(context: Context, referral: ThreadId): void {
  const { about, facts } = context.state('referral', referral);
  if (facts.sent.recipient !== context.me || context.store.readOnly !== null) return;
  const place = { thread: referral, about };
  const opened = { who: undefined, on: context.today(), opened: true as const };
  if (wouldRefuse(context, 'referral.seen', place, opened) !== null) return;
  context.store.commit((writing) => writing.append('referral.seen', place, opened));
}

// None of them takes `seen`: what is written stands beside what others wrote meanwhile and takes nothing of it away.
export const referralCourseCommands: Commands = {
  noteSeen({ referral, ...seen }, context) {
    const { about } = context.state('referral', referral);
    mustNotLieAhead(context, { on: seen.on });
    if (seen.who === undefined) throw new InvalidInput({ who: 'Enter who has seen it' });
    return context.store.commit((writing) => writing.append('referral.seen', { thread: referral, about }, seen));
  },
  chase({ referral, ...asked }, context) {
    const { about } = context.state('referral', referral);
    mustNotLieAhead(context, { on: asked.on });
    if (asked.replyBy < context.today()) throw new InvalidInput({ replyBy: 'The new day must be today or later' });
    return context.store.commit((writing) => writing.append('referral.chased', { thread: referral, about }, asked));
  },
  tellPerson({ referral, ...told }, context) {
    const { about } = context.state('referral', referral);
    mustNotLieAhead(context, { on: told.on });
    if (!told.reached && told.next === undefined) {
      throw new InvalidInput({ next: 'Enter who will try again, and when' });
    }
    return context.store.commit((writing) => writing.append('referral.person-told', { thread: referral, about }, told));
  },
};
