import type { ReferralPage } from '../../shared/contract/referrals.ts';
import type { ReferralNext, ReferralStage } from '../../shared/domain/referral-course.ts';
import { ladderAtFirst, type Urgency } from '../../shared/domain/urgency.ts';
import { lowerFirst } from '../ui/lower-first.ts';
import { urgencyInShort, urgencyWords } from './words.ts';

type State = ReferralPage['state'];

/** How far it is, in a sentence. */
export const stageWords = {
  sent: 'Sent. Nobody has said that they have seen it.',
  seen: 'Seen. Nobody has taken it on yet.',
  accepted: 'Accepted. It is not done yet.',
  declined: 'Declined. Nobody has recorded that the person knows.',
  done: 'Done. Nobody has recorded that the person knows.',
  'person-told': 'Finished. The person knows what came of it.',
} as const satisfies Record<ReferralStage, string>;

/** What comes next, said to whoever does it. */
export const nextWords = {
  'ask-if-seen': 'Ask them if they have it.',
  'ask-for-answer': 'Ask them if they will do it.',
  'ask-if-done': 'Ask them if it is done.',
  'tell-person': 'Tell the person what came of it.',
  none: 'Nothing more to do.',
} as const satisfies Record<ReferralNext, string>;

/** "How did you ask?" */
export const howAskedWords = {
  phone: 'By phone',
  'in-person': 'In person',
  'gp-system-task': 'By a task in the GP system',
  email: 'By email',
} as const satisfies Record<State['chased'][number]['how'], string>;

/** "How did you tell them?" */
export const howToldWords = {
  'in-person': 'In person',
  phone: 'By phone',
  letter: 'By letter',
  message: 'By a message',
  'through-somebody-safe': 'Through somebody who is safe to ask',
} as const satisfies Record<State['personTold'][number]['how'], string>;

/** What an urgency was called when it was sent. */
export function urgencyCalled({ urgency, urgencyName }: Pick<State['sent'], 'urgency' | 'urgencyName'>): string {
  return urgencyName ?? urgencyWords[urgency];
}

/** The same in a list, where "today" and "now" would be of another day. */
export function urgencyShort(urgency: Urgency, name: string | null): string {
  const usual = ladderAtFirst.some((rung) => rung.urgency === urgency && rung.name === name);
  return name === null || usual ? urgencyInShort[urgency] : lowerFirst(name);
}
