import { z } from '../zod.ts';

/** Whom a number in the directory belongs to: those of domain.md 2.7, and whom to phone when somebody is in danger. */
export const contactKinds = [
  'emergency',
  'nhs-111',
  'police',
  'duty-gp',
  'mental-health-crisis',
  'adult-social-care',
  'childrens-social-care',
  'named-gp',
  'early-help',
  'lado',
  'position-of-trust-lead',
  'marac',
  'idva',
  'prevent',
  'modern-slavery-first-responder',
  'sexual-assault-referral-centre',
  'forced-marriage-unit',
  'fire-service',
  'care-quality-commission',
  'animal-welfare',
  'bank-fraud',
  'other',
] as const;
export type ContactKind = (typeof contactKinds)[number];

export const contactKind = z.enum(contactKinds, 'Select which service this is');

/** Those that matter when somebody is in danger now: they stand beside every page, and while the log is locked. */
const forDanger: readonly ContactKind[] = contactKinds.slice(0, 7);

/** A contact of which nobody said what it is was written down to be phoned in danger. */
export function isForDanger({ kind }: { readonly kind?: ContactKind | undefined }): boolean {
  return kind === undefined || forDanger.includes(kind);
}
