import type { RegisterPage } from '../../shared/contract/register.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { rolesOfTwo } from '../../shared/domain/roles.ts';

interface Second {
  readonly staff: StaffId;
  readonly name: string;
}

function holds(register: RegisterPage, staff: StaffId, of: 'two' | 'manager'): boolean {
  const roles = register.staff.find((line) => line.staff === staff)?.roles ?? [];
  return roles.some(({ role, stands }) =>
    stands && of === 'two' ? rolesOfTwo.includes(role) : stands && role === 'practice-manager',
  );
}

/**
 * Who can confirm that somebody was let in again, for the words of a page: another than the two, and one of the two who
 * let them in holds a role that two people confirmed. The log itself decides.
 */
export function whoCanConfirm(register: RegisterPage, subject: StaffId): readonly Second[] {
  const meOfTwo = holds(register, register.me, 'two');
  return register.staff
    .filter(({ staff, active }) => active && staff !== subject && staff !== register.me)
    .filter(({ staff }) => holds(register, staff, 'two') || (meOfTwo && holds(register, staff, 'manager')));
}
