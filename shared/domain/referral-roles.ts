import list from './words/referral-roles.json' with { type: 'json' };

/** Whom people are referred back to (domain.md 4): data, so that it can follow the roles that general practice has. */
export interface ReferralRole {
  readonly role: string;
  readonly words: string;
}

export const referralRoles: readonly ReferralRole[] = list.roles;

/** How a role is called; null for one that is not in the list any more. */
export function referralRoleWords(role: string): string | null {
  return referralRoles.find((one) => one.role === role)?.words ?? null;
}
