import type { StaffId } from '../../shared/domain/ids.ts';
import { useSignedIn } from '../signed-in.tsx';

/** Everybody who can read a record, by name and role; said on every record in the same words. */
export function WhoCanRead({ readers }: { readonly readers: readonly StaffId[] }) {
  const { register, nameAndRole } = useSignedIn();
  return (
    <ul className="nhsuk-list">
      {readers.map((staff) => (
        <li key={staff}>{staff === register.me ? `You, ${nameAndRole(staff)}` : nameAndRole(staff)}</li>
      ))}
    </ul>
  );
}
