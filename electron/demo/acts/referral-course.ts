import { idOf } from '../cast.ts';
import { dated } from '../days.ts';
import { must, type Stage } from '../perform.ts';
import type { Ask } from '../steps.ts';

/** What becomes of a referral back after it was sent. */
export interface ReferralCourseActs {
  seeReferral: { readonly referral: string; readonly said: Ask<'referrals', 'noteSeen', 'referral'> };
  askAgain: { readonly referral: string; readonly said: Ask<'referrals', 'chase', 'referral'> };
  tellPerson: { readonly referral: string; readonly said: Ask<'referrals', 'tellPerson', 'referral'> };
}

export const referralCourseActs: {
  readonly [K in keyof ReferralCourseActs]: (act: ReferralCourseActs[K], stage: Stage) => Promise<unknown>;
} = {
  seeReferral: ({ referral, said }, { log, cast, today }) =>
    must(log.referrals.noteSeen({ referral: idOf(cast.referrals, referral), ...dated(said, today) })),
  askAgain: ({ referral, said }, { log, cast, today }) =>
    must(log.referrals.chase({ referral: idOf(cast.referrals, referral), ...dated(said, today) })),
  tellPerson: ({ referral, said }, { log, cast, today }) =>
    must(log.referrals.tellPerson({ referral: idOf(cast.referrals, referral), ...dated(said, today) })),
};
