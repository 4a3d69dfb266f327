import type { ConcernPage } from '../../shared/contract/concerns.ts';

export type Decision = ConcernPage['state']['decisions'][number];

/** "What have you decided?" */
export const decisionWords = {
  'refer-outside': 'Refer outside the practice',
  'no-referral-outside': 'No referral outside',
  'refer-to-health-professional': 'Refer to a health professional',
  'internal-action': 'Act within the practice',
  'keep-open-and-review': 'Keep open and review',
  'no-further-action': 'No further action',
} as const satisfies Record<Decision['decision'], string>;

export const decisionHints = {
  'refer-outside': 'To adult or children’s services, the police or another agency. Recording it here does not send it',
  'no-referral-outside': 'Say why under “Why?”. That is all you need. The concern stays open',
  'refer-to-health-professional': 'For support, review or monitoring',
  'internal-action': 'The practice does something itself: say what, under Actions',
  'keep-open-and-review': 'Nothing yet. Choose the day on which you look again',
  'no-further-action': 'Nothing is left to do. Say why. This closes the concern',
} as const satisfies Record<Decision['decision'], string>;

/** "Basis for sharing" */
export const sharingWords = {
  'they-agree': 'They agree',
  'risk-of-serious-harm': 'Risk of serious harm',
  'lacks-capacity': 'They lack capacity: best interests',
  'not-shared': 'Not shared',
} as const satisfies Record<Decision['sharing'], string>;

/** "Do they agree to it going outside the practice?" */
export const agreesWords = {
  yes: 'Yes',
  no: 'No',
  'not-asked': 'Not asked',
} as const satisfies Record<NonNullable<Decision['agreesOutside']>, string>;
