import { Link } from '@tanstack/react-router';
import type { StaffLine } from '../../shared/contract/register.ts';
import { leadRoles } from '../../shared/domain/roles.ts';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { KeyValues } from '../ui/summary-list.tsx';
import { longDate } from '../words/dates.ts';
import { AbsenceCover } from './absence-cover.tsx';
import { Connections } from './connections.tsx';
import { useStaffLine } from './staff-param.ts';
import { StaffRoles } from './staff-roles.tsx';
import { StaffSupervision } from './staff-supervision.tsx';

const back = (
  <Link to="/practice" className="nhsuk-back-link">
    Who works here
  </Link>
);

function Leaving({ line }: { readonly line: StaffLine }) {
  const { register, isManager, isSupervisor } = useSignedIn();
  const self = line.staff === register.me;
  if (!line.active || !(self || isManager || isSupervisor)) return null;
  return (
    <Card title="Leaving">
      <p>
        {self ? 'When you leave, your' : 'When somebody leaves, their'} open work goes to colleagues first. Then a
        practice manager records the last day.
      </p>
      <Link to="/practice/staff/$staff/leave" params={{ staff: line.staff }} className={buttonClass({ small: true })}>
        {self ? 'What has to be done before you leave' : 'Prepare their leaving'}
      </Link>
    </Card>
  );
}

function Shown({ line }: { readonly line: StaffLine }) {
  const { register } = useSignedIn();
  const leads = line.roles.some(({ role, stands }) => stands && leadRoles.includes(role));
  const covers = register.covers.filter(({ absent, cover }) => [absent, cover].includes(line.staff));
  return (
    <div className="layout layout--side">
      <div>
        <StaffRoles line={line} />
        <StaffSupervision line={line} />
        {(leads || covers.length > 0) && <AbsenceCover line={line} />}
        <Connections line={line} />
      </div>
      <div>
        <Card title="Details">
          <KeyValues
            rows={[
              ['Initials', line.initials],
              ['Job title', line.jobTitle ?? 'Not written down'],
              ['Works here', line.active ? 'Yes' : line.lastDay === null ? 'No' : `Left on ${longDate(line.lastDay)}`],
            ]}
          />
        </Card>
        <Leaving line={line} />
      </div>
    </div>
  );
}

/** One member of staff: what they are here, and what can be changed about it. */
export function StaffPage() {
  const { register } = useSignedIn();
  const line = useStaffLine();
  if (line === undefined) {
    return (
      <Page title="Member of staff" back={back}>
        <Card>
          <Empty title="Nobody here has this page" text="Choose a colleague from the list of who works here." />
        </Card>
      </Page>
    );
  }
  const left = line.active
    ? ''
    : `Left${line.lastDay === null ? '' : ` on ${longDate(line.lastDay)}`}. They cannot sign in any more. What they wrote stays.`;
  return (
    <Page title={line.name} windowTitle="Member of staff" caption={register.name} after={left} back={back}>
      <Shown line={line} />
    </Page>
  );
}
