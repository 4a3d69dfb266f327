import type { DiscardReason } from '../../shared/contract/drafts.ts';

/** What a draft is of. */
export const draftWords: Readonly<Record<string, string>> = {
  concern: 'Concern',
  restricted: 'Restricted concern',
  information: 'More about a concern',
  decision: 'Decision',
  'referral-outside': 'Referral outside',
  escalation: 'Escalation',
  sharing: 'Sharing decision',
  closing: 'Closing of a concern',
  referral: 'Referral back',
  session: 'Supervision session',
  person: 'New person',
};

/** "Why do you discard it?" */
export const discardWords = {
  'not-needed': 'It is no longer needed',
  'entered-by-mistake': 'I began it by mistake',
  'wrong-person': 'It was about the wrong person',
  'raised-another-way': 'It was raised another way',
} as const satisfies Record<DiscardReason, string>;
