import { againstAgreement, isAgainstAgreement } from './basis-for-sharing.ts';

/** Why information may leave the practice (domain.md 2.1 and 2.2: the grounds that councils' guidance lists). */
export const sharingGrounds = [
  'agreement',
  'lacks-capacity',
  'life-threatening',
  'others-at-risk',
  'serious-crime',
  'position-of-trust',
  'coercion',
  'public-interest',
  'asking-raises-risk',
  'duty-for-child',
  'court-or-law',
] as const;

export type SharingGround = (typeof sharingGrounds)[number];

export interface SharingSaid {
  readonly shared: boolean;
  readonly grounds: readonly SharingGround[];
  readonly forChild: boolean;
  readonly detriment?: string | undefined;
  readonly told: 'yes' | 'not-safe' | 'no';
  readonly toldWhy?: string | undefined;
}

/**
 * What is missing in a decision to share or not to, a sentence for each field. The form asks before it saves, the rule
 * before it stands.
 *
 * @param agrees whether the person agrees to it going outside the practice, as far as the concern says it
 */
export function sharingProblems(
  { shared, grounds, forChild, detriment, told, toldWhy }: SharingSaid,
  agrees: string | undefined,
): Readonly<Record<string, string>> {
  const resting = isAgainstAgreement({ agrees, sharing: grounds.includes('agreement') ? 'they-agree' : '' });
  return {
    ...(shared && grounds.length === 0 && { grounds: 'Select why it may be shared' }),
    ...(shared && resting && { grounds: againstAgreement }),
    ...(!shared && forChild && detriment === undefined && { detriment: 'Enter why sharing would harm the child more' }),
    ...(told !== 'yes' && toldWhy === undefined && { toldWhy: 'Enter why they were not told' }),
  };
}
