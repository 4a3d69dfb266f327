import { Link } from '@tanstack/react-router';
import type { StaffLine } from '../../shared/contract/register.ts';
import { leadRoles } from '../../shared/domain/roles.ts';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Details } from '../ui/details.tsx';
import { CoverList } from './cover-list.tsx';
import { isOpenCover } from './cover-words.ts';

/** Who stands in when a lead or deputy is away: now, later and in the past. */
export function AbsenceCover({ line }: { readonly line: StaffLine }) {
  const { register, isManager, isSupervisor } = useSignedIn();
  const { staff } = line;
  const leads = line.roles.some(({ role, stands }) => stands && leadRoles.includes(role));
  const covers = register.covers.filter(({ absent, cover }) => [absent, cover].includes(staff));
  const open = covers.filter(isOpenCover);
  const past = covers.filter((one) => !isOpenCover(one));
  const mayName = line.active && leads && (staff === register.me || isManager || isSupervisor);
  return (
    <Card
      title="Absence cover"
      actions={
        mayName && (
          <Link to="/practice/staff/$staff/cover" params={{ staff }} className={buttonClass({ small: true })}>
            Name cover for an absence
          </Link>
        )
      }
      flush
    >
      <CoverList lines={open} label="Absence cover" empty="No cover is named now." />
      {past.length > 0 && (
        <div className="card__body">
          <Details summary={`Earlier cover (${past.length})`}>
            <CoverList lines={past} label="Earlier cover" />
          </Details>
        </div>
      )}
    </Card>
  );
}
