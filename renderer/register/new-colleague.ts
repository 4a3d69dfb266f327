import { type Failure, sentenceFor } from '../../shared/contract/failures.ts';
import type { RegisterPage } from '../../shared/contract/register.ts';
import type { PracticeId, StaffId } from '../../shared/domain/ids.ts';
import { type Role, rolesOfTwo } from '../../shared/domain/roles.ts';
import { log } from '../api.ts';

/** What the boxes hold while a colleague is added. */
export interface NewColleague {
  name: string;
  initials: string;
  jobTitle: string;
  roles: string[];
  practice: string;
  passphrase: string;
  again: string;
}

/** A role that was asked for and not given, and why. */
export interface NotGiven {
  readonly role: Role;
  readonly why: string;
}

// The first lead, deputy or supervisor ends the set-up, in which roles count at once: so whatever can goes before.
const inOrder: readonly Role[] = [
  'practice-manager',
  'link-worker',
  'safeguarding-lead',
  'deputy-safeguarding-lead',
  'supervisor',
];

export function rolesInOrder(chosen: readonly string[]): readonly Role[] {
  return inOrder.filter((role) => chosen.includes(role));
}

/** When a role of a new colleague will count, beside the others that are chosen; undefined: at once, for everybody. */
export function whenItCounts(
  role: Role,
  chosen: readonly string[],
  { founding, staff, me }: RegisterPage,
): string | undefined {
  if (role === 'link-worker') return undefined;
  const before = inOrder.slice(0, inOrder.indexOf(role)).filter((one) => rolesOfTwo.includes(one));
  if (founding && !before.some((one) => chosen.includes(one))) return 'Counts at once while you set up.';
  const vouches = staff.some(
    (line) =>
      line.active &&
      line.staff !== me &&
      line.roles.some((held) => held.stands && (held.role === 'practice-manager' || rolesOfTwo.includes(held.role))),
  );
  // With nobody there who ever could confirm it, another manager is made by one.
  if (role === 'practice-manager' && !vouches) return undefined;
  return 'A second person confirms it.';
}

// The log's own sentence says that nothing was changed: here the colleague was added.
function whyNot(failure: Failure): string {
  return failure.kind === 'passphraseNeeded' ? 'your passphrase was not typed again for it.' : sentenceFor(failure);
}

/** Gives one role after the other. @returns those that were refused: the colleague stands added either way */
export async function giveRoles(
  staff: StaffId,
  roles: readonly Role[],
  practice: PracticeId,
): Promise<readonly NotGiven[]> {
  const refused: NotGiven[] = [];
  for (const role of roles) {
    // Each one changes what the next may be.
    const answer = await log.register.grantRole({ staff, role, practice });
    if (!answer.ok) refused.push({ role, why: whyNot(answer.failure) });
  }
  return refused;
}
