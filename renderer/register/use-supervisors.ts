import type { StaffId } from '../../shared/domain/ids.ts';
import { rolesOfTwo } from '../../shared/domain/roles.ts';
import { useSignedIn } from '../signed-in.tsx';

interface Supervisors {
  readonly options: readonly { readonly value: StaffId; readonly label: string }[];
  /** Who cannot be chosen yet, and why; undefined when nobody waits. */
  readonly waiting: string | undefined;
}

/** Who can be named as the supervisor of somebody. */
export function useSupervisors(of: StaffId): Supervisors {
  const { register, nameOf } = useSignedIn();
  const options = register.staff
    .filter(({ staff, active }) => active && staff !== of)
    .filter(({ roles }) => roles.some(({ role, stands }) => stands && rolesOfTwo.includes(role)))
    .map(({ staff, name }) => ({ value: staff, label: name }));
  const names = register.waitingForConfirmation
    .filter(({ staff, role }) => staff !== of && rolesOfTwo.includes(role))
    .filter(({ staff }) => options.every(({ value }) => value !== staff))
    .map(({ staff }) => nameOf(staff));
  const waiting = [...new Set(names)].join(', ');
  return {
    options,
    waiting: waiting === '' ? undefined : `Can be chosen once a second person has confirmed their role: ${waiting}.`,
  };
}
