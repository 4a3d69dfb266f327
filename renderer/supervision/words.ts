import type { InputOf } from '../../shared/contract/call.ts';
import type { Contract } from '../../shared/contract/index.ts';
import type { DueState } from '../../shared/domain/supervision-due.ts';
import type { TagColour } from '../ui/tag-colour.ts';

type Recorded = InputOf<Contract['supervision']['record']>;
type Outcome = NonNullable<Recorded['since']>[number]['outcome'];

/** "What kind of session was it?" */
export const kindWords = {
  'clinical-one-to-one': 'Clinical one to one',
  'line-management': 'Line management',
  safeguarding: 'Safeguarding supervision',
  group: 'Group session',
  debrief: 'Debrief',
  induction: 'Induction',
} as const satisfies Record<Recorded['kind'], string>;

/** "How did you meet?" */
export const modeWords = {
  'in-person': 'In person',
  video: 'Video call',
  phone: 'Phone',
} as const satisfies Record<Recorded['mode'], string>;

export const workloadWords = {
  comfortable: 'Comfortable',
  busy: 'Busy but manageable',
  'too-much': 'Too much',
} as const satisfies Record<NonNullable<Recorded['workload']>, string>;

/** What came of an action that was agreed last time. */
export const outcomeWords = {
  done: 'Done',
  carried: 'Carry on',
  'not-needed': 'No longer needed',
} as const satisfies Record<Outcome, string>;

interface TagWords {
  readonly words: string;
  readonly colour: TagColour;
}

/** The same in a record that is finished. */
export const outcomeTags = {
  done: { words: 'Done', colour: 'green' },
  carried: { words: 'Carried on', colour: 'blue' },
  'not-needed': { words: 'No longer needed', colour: 'grey' },
} as const satisfies Record<Outcome, TagWords>;

export const dueTags = {
  'never-met': { words: 'Never met', colour: 'yellow' },
  overdue: { words: 'Overdue', colour: 'red' },
  'due-this-week': { words: 'Due this week', colour: 'orange' },
  'up-to-date': { words: 'Up to date', colour: 'green' },
} as const satisfies Record<DueState, TagWords>;

/** `60 minutes`, `1 hour 15 minutes`. */
export function lengthWords(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours === 1 ? '1 hour' : `${hours} hours`, rest > 0 && `${rest} minutes`].filter(Boolean).join(' ');
}

/** `Amina Q.`, `Amina Q. and Tom F.`, `Amina Q., Tom F. and Grace O.`. */
export function listWords(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}
