import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { longDate } from '../../words/dates.ts';

type Copied = ConcernPage['state']['course']['inGpRecord'][number];

/** "Is it hidden from online access?" */
export const hiddenAnswers = {
  yes: 'Yes',
  no: 'No',
  'not-possible': 'Our system cannot hide it',
} as const satisfies Record<Copied['hiddenOnline'], string>;

/** The same where no question stands beside it. */
export const hiddenWords = {
  yes: 'Hidden from online access',
  no: 'Not hidden from online access',
  'not-possible': 'Cannot be hidden from online access',
} as const satisfies Record<Copied['hiddenOnline'], string>;

/**
 * What may stand in the GP record: it says that there is something to ask about, and nothing of what. The person, their
 * family or somebody who harms them may read that record.
 */
export function neutralWords({ reference, state }: Pick<ConcernPage, 'reference' | 'state'>): string {
  return [
    `Safeguarding entry in the practice’s log: reference ${reference}, ${longDate(state.raisedAt)}.`,
    'Speak to the safeguarding lead before you share this record or talk about it.',
    'Hide this entry from online access.',
  ].join(' ');
}
