import type { PersonKey } from '../../../electron/demo/data/people.ts';
import { stories } from '../../../electron/demo/data/stories.ts';
import type { Act, Step } from '../../../electron/demo/steps.ts';

const everything = stories.flat();

function peopleIn(act: Act): readonly PersonKey[] {
  if (act.do === 'raise' || act.do === 'refer') return [act.about];
  return act.do === 'place' && act.inLog !== undefined ? [act.inLog] : [];
}

/** Those steps, and before them those that add whom they are about. */
function withPeople(steps: readonly Step[]): readonly Step[] {
  const people = new Set(steps.flatMap(({ act }) => peopleIn(act)));
  return everything.filter(
    (step) => steps.includes(step) || (step.act.do === 'addPerson' && people.has(step.act.person)),
  );
}

/** Everything that the demonstration tells of some concerns and of the referrals back that came from them. */
export function storyOf(...concerns: readonly string[]): readonly Step[] {
  const ofConcern = ({ act }: Step): boolean =>
    'concern' in act && act.concern !== undefined && concerns.includes(act.concern);
  const referrals = everything.filter(ofConcern).flatMap(({ act }) => (act.do === 'refer' ? [act.referral] : []));
  return withPeople(
    everything.filter(
      (step) =>
        ofConcern(step) ||
        ('referral' in step.act && typeof step.act.referral === 'string' && referrals.includes(step.act.referral)),
    ),
  );
}

/** Everything that the demonstration tells of referrals back. */
export function storyOfReferrals(...referrals: readonly string[]): readonly Step[] {
  return withPeople(
    everything.filter(
      ({ act }) => 'referral' in act && typeof act.referral === 'string' && referrals.includes(act.referral),
    ),
  );
}
