import { isOpenAt } from '../../shared/domain/opening-hours.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Flag } from '../ui/notices.tsx';
import { useNow } from '../use-now.ts';

/** Whether nobody is at the practice now, by its opening hours and the bank holidays of England. */
export function useIsClosed(): boolean {
  const { openingHours } = useSignedIn().register.settings;
  return !isOpenAt(openingHours, useNow());
}

/** Numbers that somebody answers while the practice is closed, as somebody here wrote them down. */
export function OutOfHoursNumbers() {
  const { contacts } = useSignedIn().register;
  const numbers = contacts
    .filter(({ outOfHours }) => outOfHours !== undefined && outOfHours !== '')
    .map(({ contact, name, phone, outOfHours }) => ({
      contact,
      name,
      number: outOfHours === 'Always' ? phone : outOfHours,
    }));
  if (numbers.length === 0) return <p>Phone 999 in an emergency. Phone 111 if you do not know whom to phone.</p>;
  return (
    <ul className="nhsuk-list">
      {numbers.map(({ contact, name, number }) => (
        <li key={contact}>
          {name}: <strong>{number}</strong>
        </li>
      ))}
    </ul>
  );
}

/** Stands where a due time would, while the practice is closed: nobody there reads anything until it opens. */
export function OutOfHours() {
  return (
    <Flag>
      <p>
        <strong>The practice is closed now.</strong> Nobody may read this before it opens. If it cannot wait, phone now:
      </p>
      <OutOfHoursNumbers />
    </Flag>
  );
}
