import { Link } from '@tanstack/react-router';
import { roleWords } from '../../shared/domain/roles.ts';
import { coverSentence, coverTitle } from '../register/cover-words.ts';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';

/** Roles, covers and a new recovery key that wait for me as the second person. */
export function ToConfirm() {
  const signedIn = useSignedIn();
  const { register, nameOf, practiceName } = signedIn;
  const roles = register.waitingForConfirmation.filter(({ mayConfirm }) => mayConfirm);
  const covers = register.covers.filter(({ mayConfirm }) => mayConfirm);
  const { proposed } = register.recovery;
  const recovery = proposed?.mayConfirm === true ? proposed : null;
  if (roles.length + covers.length === 0 && recovery === null) return null;
  return (
    <Card title="Waiting for you to confirm" flush>
      <WorkList label="Waiting for you to confirm">
        {roles.length > 0 && (
          <WorkRow
            title={
              roles.length === 1
                ? 'A role waits for you to confirm it'
                : `${roles.length} roles wait for you to confirm them`
            }
            meta={roles
              .map(({ staff, role, practice }) => {
                return `${nameOf(staff)}: ${roleWords[role].toLowerCase()}, ${practiceName(practice)}`;
              })
              .join('. ')}
            action={
              <Link to="/practice" className={buttonClass({ small: true })}>
                Who works here
              </Link>
            }
          />
        )}
        {recovery !== null && (
          <WorkRow
            title="A new recovery key waits for you to confirm it"
            meta={`${nameOf(recovery.by)} made it, since a half was lost. You need both new halves.`}
            action={
              <Link to="/practice/recovery" className={buttonClass({ small: true })}>
                Recovery key
              </Link>
            }
          />
        )}
        {covers.map((line) => (
          <WorkRow
            key={line.id}
            title={coverTitle(line, signedIn)}
            meta={coverSentence(line, signedIn)}
            action={
              <Link
                to="/practice/staff/$staff"
                params={{ staff: line.absent }}
                className={buttonClass({ small: true })}
              >
                Look at it<VisuallyHidden>: {coverTitle(line, signedIn)}</VisuallyHidden>
              </Link>
            }
          />
        ))}
      </WorkList>
    </Card>
  );
}
