interface Basis {
  /** Whether they agree to it going outside the practice; undefined where nobody has said. */
  readonly agrees: string | undefined;
  readonly sharing: string;
}

export const againstAgreement =
  'They do not agree to it going outside the practice, so “They agree” cannot be the basis for sharing. Change one of the two';

/** Whether a decision rests on an agreement that was refused. */
export function isAgainstAgreement({ agrees, sharing }: Basis): boolean {
  return sharing === 'they-agree' && agrees === 'no';
}

/** Whether a decision asks if they agree: one that says nothing goes outside is one choice and one reason. */
export function asksAgreement(decision: string): boolean {
  return decision !== 'no-referral-outside';
}
