import { Look, useLook } from '../look.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { dateAndTime } from '../words/dates.ts';
import { useConcernId } from './concern-id.ts';
import { ConcernLayout } from './concern-layout.tsx';

const columns = [
  { key: 'entry', label: 'Entry', numeric: true },
  { key: 'when', label: 'Date and time' },
  { key: 'who', label: 'Who' },
  { key: 'what', label: 'What they did' },
];

function Trail() {
  const at = useLook('concerns', 'trail', { concern: useConcernId() });
  return (
    <>
      <p>Who opened or changed this concern, newest first. That you opened it is recorded here too.</p>
      <Look at={at} what="the audit trail">
        {(lines) => (
          <Card flush>
            <DataTable
              caption="Audit trail"
              columns={columns}
              headingColumn={null}
              rows={lines.map(({ entry, at: when, who, what }) => ({
                key: String(entry),
                cells: [entry, dateAndTime(when), who?.name ?? 'The log itself', what],
              }))}
            />
          </Card>
        )}
      </Look>
    </>
  );
}

export function ConcernTrail() {
  return <ConcernLayout tab="trail">{() => <Trail />}</ConcernLayout>;
}
