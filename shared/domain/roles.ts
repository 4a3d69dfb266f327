import { z } from '../zod.ts';

/** What somebody does in a practice. Roles add up, and each is held for one practice. */
export const role = z.enum([
  'link-worker',
  'supervisor',
  'safeguarding-lead',
  'deputy-safeguarding-lead',
  'practice-manager',
]);
export type Role = z.infer<typeof role>;

export const roleWords: Readonly<Record<Role, string>> = {
  'link-worker': 'Social prescribing link worker',
  supervisor: 'Supervisor',
  'safeguarding-lead': 'Safeguarding lead',
  'deputy-safeguarding-lead': 'Deputy safeguarding lead',
  'practice-manager': 'Practice manager',
};

/** Roles that decide about concerns or read what others wrote: granting one takes two people (DESIGN 3). */
export const rolesOfTwo: readonly Role[] = ['supervisor', 'safeguarding-lead', 'deputy-safeguarding-lead'];
export const leadRoles: readonly Role[] = ['safeguarding-lead', 'deputy-safeguarding-lead'];
