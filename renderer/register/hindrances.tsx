import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { StaffLine } from '../../shared/contract/register.ts';
import type { Hindrance, LeavingPage } from '../../shared/contract/staffing.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';

/** Those that nothing but a change of who works here takes away, even for somebody who no longer comes. */
const ofTheRegister: readonly Hindrance['what'][] = ['last-manager', 'fallback-reader', 'last-reader', 'supervisees'];

export function isOfRegister({ what }: Hindrance): boolean {
  return ofTheRegister.includes(what);
}

const listWords = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const small = buttonClass({ small: true });

const toPractice = (
  <Link to="/practice" className={small}>
    Who works here
  </Link>
);

interface StepProps {
  readonly hindrance: Hindrance;
  readonly line: StaffLine;
}

/** Each supervisee has a page on which another supervisor is named. */
function Supervisees({ staff }: { readonly staff: readonly StaffId[] }) {
  const { nameOf } = useSignedIn();
  return (
    <>
      {staff.map((one) => (
        <Link key={one} to="/practice/staff/$staff" params={{ staff: one }} className={small}>
          Supervisor for {nameOf(one)}
        </Link>
      ))}
    </>
  );
}

function Step({ hindrance: { what, staff }, line }: StepProps): ReactNode {
  const { register, isManager } = useSignedIn();
  switch (what) {
    case 'founder':
    case 'last-manager':
    case 'last-to-confirm':
    case 'last-reader':
      return isManager ? toPractice : null;
    case 'fallback-reader':
      return isManager ? (
        <Link to="/practice/settings" className={small}>
          Settings
        </Link>
      ) : null;
    case 'supervisees':
      return isManager ? <Supervisees staff={staff} /> : null;
    case 'only-reader':
      return isManager ? (
        <Link to="/practice/staff/$staff" params={{ staff: line.staff }} className={small}>
          Name a supervisor
        </Link>
      ) : null;
    case 'drafts':
      return line.staff === register.me ? (
        <Link to="/" className={small}>
          Your drafts
        </Link>
      ) : null;
    case 'open-work':
      return (
        <a href="#open-work" className={small}>
          See the work
        </a>
      );
    case 'unchecked':
      return null;
    default:
      return what satisfies never;
  }
}

/** How many, where, and who can do something about it. */
function useMeta(): (hindrance: Hindrance) => string {
  const { nameOf, practiceName, isManager } = useSignedIn();
  return ({ what, count, practices, staff }) => {
    const names = listWords.format(staff.map(nameOf));
    if (what === 'drafts') return count === 1 ? '1 draft' : `${count} drafts`;
    if (what === 'open-work') return count === 1 ? '1 thing that you can see' : `${count} things that you can see`;
    if (what === 'only-reader') return count === 1 ? '1 record' : `${count} records`;
    // A manager sees each by name on the way to their page.
    if (what === 'supervisees') return isManager ? '' : names;
    if (what === 'unchecked') {
      const records = count === 1 ? '1 record' : `${count} records`;
      return names === '' ? `${records}. Nobody who works here can look.` : `${records}. Can look: ${names}.`;
    }
    return [listWords.format(practices.map(practiceName)), names].filter(Boolean).join('. ');
  };
}

/** What stands in the way of somebody's leaving, each with what to do about it. */
export function Hindrances({ page, line }: { readonly page: LeavingPage; readonly line: StaffLine }) {
  const metaOf = useMeta();
  return (
    <Card title="1. What has to be done first" flush>
      <WorkList label="What has to be done first">
        {page.hindrances.map((hindrance) => (
          <WorkRow
            key={hindrance.what}
            title={hindrance.sentence}
            meta={metaOf(hindrance)}
            action={<Step hindrance={hindrance} line={line} />}
          />
        ))}
        {page.hindrances.length === 0 && <WorkRow title="Nothing stands in the way, as far as you can see." />}
      </WorkList>
    </Card>
  );
}
