import type { RegisterPage } from '../../shared/contract/register.ts';
import type { StaffId } from '../../shared/domain/ids.ts';

/** Names that do not count in a passphrase of somebody who works here; null for somebody new. */
export function namesAround(register: RegisterPage, staff: StaffId | null): readonly string[] {
  const line = register.staff.find((one) => one.staff === staff);
  return [
    ...(line === undefined ? [] : [line.name, line.initials]),
    register.name,
    ...register.practices.map(({ name }) => name),
  ];
}
