import type { InputOf } from '../../../shared/contract/call.ts';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import type { Contract } from '../../../shared/contract/index.ts';

type CloseInput = InputOf<Contract['concerns']['close']>;

/** What the boxes of a closing hold, as typed, and what it is about: a draft is opened by nothing else. */
export interface CloseValues {
  concern: string;
  /** The newest entry that its author had before them when they began. */
  seen: string;
  outcome: '' | CloseInput['outcome'];
  reason: string;
  risk: '' | CloseInput['risk'];
  wishes: '' | CloseInput['wishes'];
  forRaiser: string;
}

export function blankClosing({ concern, newest }: ConcernPage): CloseValues {
  return { concern, seen: newest, outcome: '', reason: '', risk: '', wishes: '', forRaiser: '' };
}

type Field = Exclude<keyof CloseValues, 'concern' | 'seen'>;

const missing = {
  outcome: 'Select the outcome',
  reason: 'Enter why it is closed',
  risk: 'Select what the risk is now',
  wishes: 'Select if the person got what they wanted',
  forRaiser: 'Enter what the person who raised this is told',
} as const satisfies Record<Field, string>;

/** Everything that is missing, in the order of the page. */
export function problemsOf(values: CloseValues): readonly (readonly [field: Field, message: string])[] {
  const fields = Object.keys(missing) as Field[]; // `as`: keys forgets which they are.
  return fields.filter((field) => values[field].trim() === '').map((field) => [field, missing[field]] as const);
}

/** What the log is asked to save. Only for values without problems. */
export function inputOf({ outcome, reason, risk, wishes, forRaiser }: CloseValues) {
  return { outcome, reason, risk, wishes, forRaiser } as Omit<CloseInput, 'concern' | 'seen' | 'draft'>; // `as`: `problemsOf` has looked that each is chosen.
}
