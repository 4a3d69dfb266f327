import type { ReactNode } from 'react';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Tag } from '../ui/tag.tsx';
import { dateAndTime, longDate } from '../words/dates.ts';
import { chronologyOf, type Happening } from './chronology.ts';
import { ConcernLayout } from './concern-layout.tsx';

const columns = [
  { key: 'when', label: 'Date and time' },
  { key: 'what', label: 'What happened' },
  { key: 'source', label: 'Source' },
];

function cellsOf({ happened, title, text, by, recordedAt, late }: Happening): readonly ReactNode[] {
  return [
    happened.includes('T') ? dateAndTime(happened) : longDate(happened),
    <>
      <strong>{title}</strong>
      {text === '' ? null : <div className="prewrap">{text}</div>}
    </>,
    <>
      {by}
      <br />
      <span className="small muted">Recorded {dateAndTime(recordedAt)}</span>{' '}
      {late ? <Tag colour="grey">Late entry</Tag> : null}
    </>,
  ];
}

function Chronology({ page }: { readonly page: ConcernPage }) {
  const { nameOf } = useSignedIn();
  return (
    <>
      <p>By when it happened, oldest first. A late entry was written down on a later day than it happened.</p>
      <Card flush>
        <DataTable
          caption={`Chronology of concern ${page.reference}`}
          columns={columns}
          rows={chronologyOf(page, nameOf).map((one) => ({ key: one.key, cells: cellsOf(one) }))}
        />
      </Card>
    </>
  );
}

export function ConcernChronology() {
  return <ConcernLayout tab="chronology">{(page) => <Chronology page={page} />}</ConcernLayout>;
}
