import type { PersonInConcern } from '../../../shared/contract/concern-around.ts';
import type { Tie } from '../../../shared/domain/ties.ts';
import type { RecordedBodyMap, RecordedChecklist } from '../../../shared/policy/concern-around.ts';
import { longDate } from '../../words/dates.ts';

export type Placed = Omit<PersonInConcern, 'ties' | 'page'>;
export type PlacedRole = Placed['role'];
export type Known = Placed['knowsOfConcern'];
export type Saw = RecordedBodyMap['saw'];
export type Trained = RecordedChecklist['trained'];

/** "What is their part in this concern?" */
export const placedRoleWords = {
  'source-of-harm': 'May be the source of harm',
  'child-at-risk': 'Child who may be at risk',
  'adult-at-risk': 'Adult who may be at risk',
  household: 'Lives in the same home',
  'parent-or-carer': 'Parent or carer',
  professional: 'Professional',
} as const satisfies Record<PlacedRole, string>;

export const knownWords = { yes: 'Yes', no: 'No', 'not-known': 'I do not know' } as const satisfies Record<
  Known,
  string
>;

/** The same on pages that others read. */
export const saidWords = { yes: 'Yes', no: 'No', 'not-known': 'Not known' } as const satisfies Record<Known, string>;

/** "How did you come to see it?" */
export const sawWords = {
  'could-be-seen': 'It could be seen without moving any clothes',
  'they-showed-me': 'They chose to show me',
} as const satisfies Record<Saw, string>;

const tieWords = {
  'lives-with': 'live with the person',
  'same-address': 'have the same address',
  'same-practice': 'are registered at the same practice',
} as const satisfies Record<Tie, string>;

const list = new Intl.ListFormat('en-GB');

/** `They live with the person and are registered at the same practice.` */
export function tieSentence(ties: readonly Tie[]): string {
  return `They ${list.format(ties.map((tie) => tieWords[tie]))}.`;
}

/** How somebody is called where they have no name. */
export function placedName({ name, relationship }: Pick<Placed, 'name' | 'relationship'>): string {
  if (name !== undefined) return name;
  return relationship === undefined ? 'Name not known' : `${relationship} (name not known)`;
}

/** `As scored by K Adeyemi-Hart (independent adviser) on 21 November 2026`. */
export function scoredWords({ scoredBy, scorersRole, on }: Omit<RecordedChecklist, 'event' | 'by' | 'at'>): string {
  const role = scorersRole === undefined ? '' : ` (${scorersRole})`;
  return `As scored by ${scoredBy}${role} on ${longDate(on)}`;
}
