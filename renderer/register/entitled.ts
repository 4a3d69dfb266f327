import type { RegisterPage } from '../../shared/contract/register.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { type Role, rolesOfTwo } from '../../shared/domain/roles.ts';

interface Second {
  readonly staff: StaffId;
  readonly name: string;
}

function holdsOneOf(register: RegisterPage, staff: StaffId, wanted: readonly Role[]): boolean {
  const held = register.staff.find((line) => line.staff === staff)?.roles ?? [];
  return held.some(({ role, stands }) => stands && wanted.includes(role));
}

/**
 * Who can confirm that somebody was let in again, for the words of a page: another than the two, and one of the two who
 * let them in holds a role that two people confirmed. The log itself decides.
 */
export function whoCanConfirm(register: RegisterPage, subject: StaffId): readonly Second[] {
  const wanted: readonly Role[] = holdsOneOf(register, register.me, rolesOfTwo)
    ? [...rolesOfTwo, 'practice-manager']
    : rolesOfTwo;
  return register.staff
    .filter(({ staff, active }) => active && staff !== subject && staff !== register.me)
    .filter(({ staff }) => holdsOneOf(register, staff, wanted));
}
