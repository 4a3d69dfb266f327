import { useSignedIn } from '../signed-in.tsx';
import { UrgentPanel } from '../ui/notices.tsx';
import { emergencyFirst } from '../words/always-true.ts';
import { checkedWords } from '../words/dates.ts';

interface NumberToRing {
  readonly who: string;
  readonly how: string;
  /** When somebody last checked it. */
  readonly more: string;
}

/** Numbers to ring, from those that somebody here wrote down. None is ever made up. */
export function useNumbers(): readonly NumberToRing[] {
  const { contacts } = useSignedIn().register;
  return contacts.map(({ name, phone, outOfHours, checkedOn }) => ({
    who: name,
    how: outOfHours === undefined || outOfHours === 'Always' ? phone : `${phone}. Out of hours: ${outOfHours}`,
    more: checkedWords(checkedOn),
  }));
}

/** Whom to phone when somebody is in danger: first in the side column of every page on which it could matter. */
export function DangerNow() {
  const numbers = useNumbers();
  return (
    <UrgentPanel title="If someone is in danger now" contacts={numbers}>
      <p>{emergencyFirst}</p>
      {numbers.length === 0 && (
        <p>Not an emergency, and you do not know whom to phone? Phone 111, or ask the council for its duty team.</p>
      )}
    </UrgentPanel>
  );
}
