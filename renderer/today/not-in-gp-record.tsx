import { Link } from '@tanstack/react-router';
import { owesGpRecord } from '../concerns/gp-record/late.ts';
import { Look, useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';

/** One line for whoever decides: concerns of which nobody wrote down that they stand in the GP record. */
export function NotInGpRecord() {
  const { register } = useSignedIn();
  const { gpRecordDays } = register.settings;
  const concerns = useLook('concerns', 'list', {});
  return (
    <Look at={concerns} what="concerns">
      {(lines) => {
        const owed = lines.filter((line) => line.mayDecide && owesGpRecord(line, gpRecordDays)).length;
        if (owed === 0) return null;
        return (
          <Card title="GP record" flush>
            <WorkList>
              <WorkRow
                title={
                  owed === 1
                    ? '1 concern is not recorded as copied to the GP record'
                    : `${owed} concerns are not recorded as copied to the GP record`
                }
                meta="Whoever treats the person next looks there, not here."
                action={
                  <Link to="/concerns" search={{ show: 'gp-record' }} className={buttonClass({ small: true })}>
                    See which
                  </Link>
                }
              />
            </WorkList>
          </Card>
        );
      }}
    </Look>
  );
}
