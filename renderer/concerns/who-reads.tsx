import type { ConcernAudience } from '../../shared/contract/concerns.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { useNumbers } from '../register/danger-now.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { lowerFirst } from '../ui/lower-first.ts';
import { Flag } from '../ui/notices.tsx';

/** Names with their roles, as a sentence goes on: `A (lead) and B (deputy)`. */
export function useNames(): (staff: readonly StaffId[]) => string {
  const { nameAndRole } = useSignedIn();
  const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
  return (staff) => list.format(staff.map(nameAndRole));
}

/** Numbers in a sentence: what there is instead of a reader. */
export function PhoneInstead() {
  const numbers = useNumbers();
  if (numbers.length === 0) return <>Phone the council’s duty team, or 111 if you do not have the number.</>;
  return (
    <>
      Phone{' '}
      {numbers.map(({ who, how, more }, index) => (
        <span key={who}>
          {index > 0 && '; '}
          {who}, <strong>{how}</strong> ({lowerFirst(more)})
        </span>
      ))}
      .
    </>
  );
}

/** Who decides what the practice does, or that nobody does: then phone. */
export function WhoDecides({ deciders }: Pick<ConcernAudience, 'deciders'>) {
  const names = useNames();
  if (deciders.length === 0) {
    return (
      <Flag>
        <p>
          <strong>Nobody at this practice reads this log.</strong> Nobody decides about this concern unless you tell
          them. <PhoneInstead />
        </p>
      </Flag>
    );
  }
  return (
    <p>
      {names(deciders)} {deciders.length === 1 ? 'decides' : 'decide'} what the practice does next. The log does not
      tell them: you do.
    </p>
  );
}

/** Everybody who will be able to read it, by name and role. */
export function WhoReads({ audience }: { readonly audience: ConcernAudience }) {
  const { register, nameAndRole } = useSignedIn();
  return (
    <>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {audience.readers.map((staff) => (
          <li key={staff}>{staff === register.me ? `You, ${nameAndRole(staff)}` : nameAndRole(staff)}</li>
        ))}
      </ul>
      <WhoDecides deciders={audience.deciders} />
    </>
  );
}
