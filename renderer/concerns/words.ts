import type { InputOf } from '../../shared/contract/call.ts';
import type { ConcernLine, ConcernPage } from '../../shared/contract/concerns.ts';
import type { Contract } from '../../shared/contract/index.ts';
import { longDate } from '../words/dates.ts';

type Raise = InputOf<Contract['concerns']['raise']>;
type Telling = InputOf<Contract['concerns']['tell']>['told'];

export type DangerNow = Raise['dangerNow'];
export type When = Raise['when'];
export type Know = Raise['know'];
export type ChildOrAdult = NonNullable<Raise['childOrAdult']>;
export type How = Telling['how'];

/** "Is anyone in immediate danger?" */
export const dangerNowWords = { yes: 'Yes', no: 'No', 'not-sure': 'I am not sure' } as const satisfies Record<
  ConcernLine['dangerNow'],
  string
>;

export type SafeToTalk = NonNullable<Raise['safeToTalk']>;

/** "Is it safe to talk with them now?" */
export const safeToTalkWords = { yes: 'Yes', no: 'No', 'not-known': 'I do not know' } as const satisfies Record<
  SafeToTalk,
  string
>;

/** "When did it happen?" */
export const happenedWords = {
  'on-that-day': 'On a day',
  'still-happening': 'It is still happening',
  'not-known': 'I do not know',
} as const satisfies Record<When, string>;

/** The same, with the day. */
export function whenItHappened({
  when,
  happenedOn,
}: Pick<ConcernPage['state']['raised'], 'when' | 'happenedOn'>): string {
  if (happenedOn === undefined) return happenedWords[when];
  return when === 'on-that-day' ? longDate(happenedOn) : `${longDate(happenedOn)}. ${happenedWords[when]}`;
}

/** "How do you know about this?" */
export const knowWords = {
  'saw-or-heard-it': 'I saw or heard it myself',
  'the-person-told-me': 'The person told me',
  'somebody-else-told-me': 'Somebody else told me',
} as const satisfies Record<Know, string>;

/** The same where somebody else told it to be recorded. */
export const theyKnowWords = {
  'saw-or-heard-it': 'They saw or heard it themselves',
  'the-person-told-me': 'The person told them',
  'somebody-else-told-me': 'Somebody else told them',
} as const satisfies Record<Know, string>;

/** "Is this about a child or an adult?" */
export const childOrAdultWords = {
  child: 'A child, under 18',
  adult: 'An adult',
  'not-known': 'I do not know',
} as const satisfies Record<ChildOrAdult, string>;

/** The same on pages that others read, with who was told: `The person told Grace O.: his daughter`. */
export function knownHow({ know, toldBy, recordedFor }: ConcernPage['state']['raised']): string {
  const whoever = recordedFor?.name ?? 'whoever raised it';
  const words = {
    'saw-or-heard-it': recordedFor === undefined ? 'Whoever raised it saw or heard it' : `${whoever} saw or heard it`,
    'the-person-told-me': `The person told ${whoever}`,
    'somebody-else-told-me': `Somebody else told ${whoever}`,
  } as const satisfies Record<Know, string>;
  return [words[know], toldBy].filter(Boolean).join(': ');
}

/** "How did you tell them?" */
export const toldHowWords = {
  phone: 'By phone',
  'in-person': 'Face to face',
  'gp-system-task': 'By a task in the GP system',
  email: 'By email',
  'called-999': 'By calling 999',
} as const satisfies Record<How, string>;

/** The options of one of the maps above. */
export function optionsOf<Value extends string>(map: Readonly<Record<Value, string>>) {
  return Object.entries<string>(map).map(([value, label]) => ({ value, label }));
}
