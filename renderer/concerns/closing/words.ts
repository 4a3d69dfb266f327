import type { ConcernPage } from '../../../shared/contract/concerns.ts';

export type Closing = NonNullable<ConcernPage['closing']>;

/** "What is the outcome?" (domain.md 3.5) */
export const outcomeWords = {
  'local-authority-enquiry': 'Referred: the council opened an enquiry',
  'local-authority-other-pathway': 'Referred: the council gave advice or chose another way',
  'managed-in-primary-care': 'Managed in primary care',
  'early-help-in-place': 'Early help or support is in place',
  'other-agency-leading': 'The police, MARAC or another agency leads',
  'person-declined': 'The person said no, with advice given and the door left open',
  'no-safeguarding-concern': 'No safeguarding concern after review',
  transferred: 'Moved to another practice',
  died: 'The person has died',
} as const satisfies Record<Closing['outcome'], string>;

export const outcomeHints: Partial<Record<Closing['outcome'], string>> = {
  'local-authority-enquiry': 'For adults under section 42, for children under section 47',
  'local-authority-other-pathway': 'Such as not section 42, or a team meeting instead',
  'person-declined': 'They can decide this for themselves, as far as you know',
  transferred: 'Say under “Why?” whom you told there',
};

/** "What is the risk now?" */
export const riskWords = {
  removed: 'Removed',
  reduced: 'Reduced',
  remains: 'It remains',
  'no-risk-found': 'No risk was found',
} as const satisfies Record<Closing['risk'], string>;

/** "Did the person get what they wanted?" */
export const wishesWords = {
  'fully-met': 'Yes',
  'partly-met': 'Partly',
  'not-met': 'No',
  'not-asked': 'They were not asked',
  'not-expressed': 'They did not say what they wanted',
} as const satisfies Record<Closing['wishes'], string>;
