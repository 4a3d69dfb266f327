import { Link } from '@tanstack/react-router';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';

/** What a new log still lacks before anybody can rely on it, and roles that wait for a second person. */
export function RolesWaiting() {
  const { register, isManager, isLead } = useSignedIn();
  const leads = register.staff.flatMap(({ roles }) =>
    roles.filter(({ role, stands }) => role === 'safeguarding-lead' && stands),
  );
  const uncovered = register.practices.filter(({ practice }) => !leads.some((held) => held.practice === practice));
  const mine = register.waitingForConfirmation.filter(({ mayConfirm }) => mayConfirm);
  const noFallback = uncovered.length > 0 && register.settings.fallbackReader === null;
  const review = isLead && !register.reviewed;
  const lacking = isManager && (register.practices.length === 0 || noFallback);
  if (mine.length === 0 && !review && !lacking) return null;
  const toPractice = <Link to="/practice">Who works here</Link>;
  return (
    <Card title="Finish setting up" flush>
      <WorkList>
        {lacking && (
          <WorkRow
            title={
              register.practices.length === 0
                ? 'No practice has been added yet'
                : `Nobody reads concerns at ${uncovered.map(({ name }) => name).join(', ')}`
            }
            meta="Name a safeguarding lead for each practice, or who reads concerns where there is none."
            late
            due="Until then nobody reads what is raised"
            action={toPractice}
          />
        )}
        {review && (
          <WorkRow
            title="Look at how the log was set up"
            meta="The person who set it up gave the first roles alone. You are the first lead: look at them once."
            action={toPractice}
          />
        )}
        {mine.length > 0 && (
          <WorkRow
            title={
              mine.length === 1
                ? 'A role waits for you to confirm it'
                : `${mine.length} roles wait for you to confirm them`
            }
            meta="Roles that read what others write need two people."
            action={toPractice}
          />
        )}
      </WorkList>
    </Card>
  );
}
