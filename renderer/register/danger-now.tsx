import { useSignedIn } from '../signed-in.tsx';
import { UrgentPanel } from '../ui/notices.tsx';
import { emergencyFirst } from '../words/always-true.ts';

/** Whom to phone when somebody is in danger: first in the side column of every page on which it could matter. */
export function DangerNow() {
  const { register } = useSignedIn();
  const contacts = register.contacts.map(({ name, phone, outOfHours }) => ({
    who: name,
    how: outOfHours === undefined || outOfHours === 'Always' ? phone : `${phone} (${outOfHours})`,
  }));
  return (
    <UrgentPanel title="If someone is in danger now" contacts={contacts}>
      <p>{emergencyFirst}</p>
    </UrgentPanel>
  );
}
