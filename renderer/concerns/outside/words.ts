import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { lowerFirst } from '../../ui/lower-first.ts';
import type { TagColour } from '../../ui/tag-colour.ts';

export type Course = ConcernPage['state']['course'];
export type Referral = Course['outside'][number];
export type Escalation = Course['escalations'][number];
export type SharingDecision = ConcernPage['state']['duties']['sharings'][number];
export type Report = ConcernPage['state']['duties']['reports'][number];
export type Destination = Referral['destination'];
export type Answer = Referral['answers'][number]['answer'];

/** Where a practice refers to, spelled out beside its short name. */
export const destinationWords = {
  police: 'Police',
  'adult-social-care': 'Adult social care',
  'childrens-social-care': 'Children’s social care (MASH)',
  'early-help': 'Early help',
  marac: 'MARAC, the meeting about high-risk domestic abuse',
  idva: 'Domestic abuse adviser (IDVA)',
  prevent: 'Prevent team',
  'modern-slavery-first-responder': 'First responder for modern slavery',
  lado: 'LADO, about someone who works with children',
  'position-of-trust-lead': 'Position of trust lead (PiPoT)',
  'mental-health-crisis': 'Mental health crisis team',
  'fire-service': 'Fire service',
  'named-gp': 'Named GP',
  other: 'Another service',
} as const satisfies Record<Destination, string>;

/** "How was it sent?" */
export const sentWords = {
  phone: 'By phone',
  'secure-email': 'By secure email',
  'online-form': 'With an online form',
  letter: 'By letter',
  'in-person': 'Face to face',
} as const satisfies Record<Referral['how'], string>;

/** "What did they answer?" */
export const answerWords = {
  acknowledged: 'They have it, no decision yet',
  accepted: 'Accepted',
  'not-accepted': 'Not accepted',
} as const satisfies Record<Answer, string>;

/** Where a referral outside stands. */
export const standingTags = {
  awaiting: { words: 'Waiting for an answer', colour: 'yellow' },
  acknowledged: { words: 'They have it', colour: 'blue' },
  accepted: { words: 'Accepted', colour: 'green' },
  'not-accepted': { words: 'Not accepted', colour: 'orange' },
} as const satisfies Record<Answer | 'awaiting', { readonly words: string; readonly colour: TagColour }>;

export function standingOf({ answers }: Pick<Referral, 'answers'>): keyof typeof standingTags {
  return answers.at(-1)?.answer ?? 'awaiting';
}

interface Place {
  readonly destination: Destination;
  readonly to?: string | undefined;
}

/** `Children’s social care (MASH)`, `MARAC`: without what explains it in a list. */
export function shortPlace({ destination, to }: Place): string {
  if (destination === 'other') return to ?? destinationWords.other;
  return destinationWords[destination].replace(/,.*$/, '');
}

/** `Children’s social care (MASH): Front door team`. */
export function placeWords(place: Place): string {
  const { destination, to } = place;
  return destination === 'other' || to === undefined ? shortPlace(place) : `${shortPlace(place)}: ${to}`;
}

/** "What do you disagree with?" */
export const aboutWords = {
  outside: 'What somebody outside answered or did',
  inside: 'A decision of this practice',
} as const satisfies Record<Escalation['about'], string>;

/** "Why may it be shared?" (the grounds of domain.md 2.1 and 2.2) */
export const groundWords = {
  agreement: 'They agree',
  'lacks-capacity': 'They cannot decide this: best interests',
  'life-threatening': 'Emergency, or a danger to life',
  'others-at-risk': 'Others are at risk, such as a child',
  'serious-crime': 'A serious crime happened or can be stopped',
  'position-of-trust': 'It is about someone in a position of trust',
  coercion: 'Someone may be forcing or scaring them',
  'public-interest': 'Public interest',
  'asking-raises-risk': 'Asking them would raise the risk',
  'duty-for-child': 'It helps to keep a child safe',
  'court-or-law': 'A court or the law asks for it',
} as const satisfies Record<SharingDecision['grounds'][number], string>;

/** "Was the person told?" */
export const toldWords = {
  yes: 'Yes',
  'not-safe': 'No, it was not safe',
  no: 'No, another reason',
} as const satisfies Record<SharingDecision['told'], string>;

/** "Who was it reported to?" */
export const reportedToWords = {
  police: 'The police',
  council: 'The council',
} as const satisfies Record<NonNullable<Report['reportedTo']>, string>;

/** `Step 2: Manager to manager`. */
export function stepWords({ step, stepName }: Pick<Escalation, 'step' | 'stepName'>): string {
  return `Step ${step}: ${stepName}`;
}

/** The agreed short answer of a decision to share. */
export function sharedWords({ shared, with: whom }: Pick<SharingDecision, 'shared' | 'with'>): string {
  return shared ? `Shared with ${whom}` : `Not shared with ${whom}`;
}

/** In one line: `They agree; public interest`. */
export function groundsWords([first, ...more]: SharingDecision['grounds']): string {
  if (first === undefined) return '';
  return [groundWords[first], ...more.map((ground) => lowerFirst(groundWords[ground]))].join('; ');
}
