import { useParams } from '@tanstack/react-router';
import type { StaffLine } from '../../shared/contract/register.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { useSignedIn } from '../signed-in.tsx';

/** The member of staff whom the address names. */
export function useStaffParam(): StaffId {
  // `as`: the log refuses whatever is not the id of somebody on the staff, and says so.
  return useParams({ strict: false }).staff as StaffId;
}

/** What the register says of them; undefined when it lists nobody of that id. */
export function useStaffLine(): StaffLine | undefined {
  const { register } = useSignedIn();
  const staff = useStaffParam();
  return register.staff.find((one) => one.staff === staff);
}
