import type { StaffLine } from '../../shared/contract/register.ts';
import type { PracticeId, StaffId } from '../../shared/domain/ids.ts';
import { leadRoles, type Role, rolesOfTwo } from '../../shared/domain/roles.ts';

function holds({ active, roles }: StaffLine, some: readonly Role[], practice?: PracticeId): boolean {
  return (
    active &&
    roles.some(
      (held) => held.stands && some.includes(held.role) && (practice === undefined || held.practice === practice),
    )
  );
}

/** Who leads or deputises at a practice, covers aside. */
export function leadsAt(staff: readonly StaffLine[], practice: PracticeId): readonly StaffLine[] {
  return staff.filter((one) => holds(one, leadRoles, practice));
}

/** Those who may read what others write: two people confirmed a role of theirs. */
export function ableReaders(staff: readonly StaffLine[], without?: StaffId): readonly StaffLine[] {
  return staff.filter((one) => one.staff !== without && holds(one, rolesOfTwo));
}
