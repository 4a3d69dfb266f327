import type { ReactNode } from 'react';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { Page } from '../ui/page.tsx';

/** The audit log is for managers and leads. Everybody else reads whom to ask. */
export function OverseersOnly({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { register, isManager, isLead, nameAndRole } = useSignedIn();
  if (isManager || isLead) return children;
  const managers = register.staff.filter(
    ({ active, roles }) => active && roles.some(({ role, stands }) => role === 'practice-manager' && stands),
  );
  return (
    <Page title={title}>
      <Card title="The audit log is for practice managers and safeguarding leads">
        <p>It shows who opened and changed which record. Your role does not include it.</p>
        <p>If you need to know something from it, ask:</p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {managers.map(({ staff }) => (
            <li key={staff}>{nameAndRole(staff)}</li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}
