import { useSignedIn } from '../signed-in.tsx';
import { Guide } from '../ui/notices.tsx';
import { noPracticeYet } from './give-role.tsx';

/** For whoever sets the log up, while the first lead or supervisor is still to come: what is left, and what changes then. */
export function StillToDo() {
  const { register } = useSignedIn();
  if (register.practices.length === 0) {
    return (
      <Guide title="Which role first?">
        <p>{noPracticeYet}</p>
      </Guide>
    );
  }
  const managed = register.staff.some(({ active, roles }) => {
    return active && roles.some(({ role, stands }) => role === 'practice-manager' && stands);
  });
  return (
    <Guide title="Which role first?">
      {!managed && <p>Give somebody the role of practice manager: yourself, if that is you.</p>}
      <p>{managed ? 'Give' : 'Then give'} somebody the role of safeguarding lead, so that somebody reads concerns.</p>
      <p>
        Until a first safeguarding lead, deputy or supervisor is there, every role that you give counts at once. From
        then on only practice managers give roles, and nearly all of them wait until a second person has confirmed them.
      </p>
    </Guide>
  );
}
