import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { PersonPage, TimelineEntry } from '../../../shared/contract/people.ts';
import type { EventId } from '../../../shared/domain/ids.ts';
import type { ContentOf } from '../../../shared/events/index.ts';
import { log } from '../../api.ts';
import { WhyDialog } from '../../concerns/why-dialog.tsx';
import { Look, useLook } from '../../look.tsx';
import { useSignedIn } from '../../signed-in.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/notices.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { longDate } from '../../words/dates.ts';
import { PersonSection } from '../person-section.tsx';
import { tell } from '../timeline-entry.ts';
import { AddEvent } from './add-event.tsx';
import { impactWords } from './words.ts';

const columns = [
  { key: 'when', label: 'Date or period' },
  { key: 'what', label: 'What happened' },
  { key: 'source', label: 'Source' },
  { key: 'impact', label: 'Impact' },
  { key: 'action', label: 'Action taken' },
] as const;

type Elsewhere = ContentOf<'person.event-added'>;

function elsewhereIn({ type, content }: TimelineEntry): Elsewhere | null {
  return type === 'person.event-added' ? (content as Elsewhere) : null; // `as`: the content of that type.
}

interface RowProps {
  readonly entry: TimelineEntry;
  readonly leftOut: boolean;
  readonly onLeaveOut: (event: EventId) => void;
  readonly onTakeBack: (event: EventId) => void;
}

function useCells() {
  const signedIn = useSignedIn();
  return ({ entry, leftOut, onLeaveOut, onTakeBack }: RowProps): readonly ReactNode[] => {
    const told = tell(entry, signedIn);
    const elsewhere = elsewhereIn(entry);
    const hidden = <VisuallyHidden> {told.title}</VisuallyHidden>;
    return [
      elsewhere?.period ?? longDate(entry.day),
      <>
        <strong>{elsewhere?.what ?? told.title}</strong>
        {elsewhere !== null || told.body === undefined ? null : <div className="prewrap">{told.body}</div>}
        <div className="no-print small">
          <LinkButton onClick={() => onLeaveOut(entry.event)}>
            {leftOut ? 'Put back into the print' : 'Leave out of the print'}
            {hidden}
          </LinkButton>{' '}
          {elsewhere === null ? null : (
            <LinkButton onClick={() => onTakeBack(entry.event)}>Take back{hidden}</LinkButton>
          )}
        </div>
      </>,
      elsewhere?.source ?? `${entry.reference}, ${signedIn.nameAndRole(entry.by.staff)}`,
      elsewhere === null ? 'Not recorded' : impactWords[elsewhere.impact],
      elsewhere === null ? 'See what happened' : (elsewhere.action ?? 'None recorded'),
    ];
  };
}

interface TableProps {
  readonly page: PersonPage;
  readonly entries: readonly TimelineEntry[];
}

function Table({ page, entries }: TableProps) {
  const cells = useCells();
  const [out, setOut] = useState<ReadonlySet<EventId>>(new Set());
  const [takingBack, setTakingBack] = useState<EventId | null>(null);
  const toggle = (event: EventId): void => {
    setOut(out.has(event) ? new Set([...out].filter((one) => one !== event)) : new Set([...out, event]));
  };
  const rowOf = (entry: TimelineEntry) => ({
    key: entry.event,
    cells: cells({ entry, leftOut: out.has(entry.event), onLeaveOut: toggle, onTakeBack: setTakingBack }),
  });
  const [kept, left] = [entries.filter(({ event }) => !out.has(event)), entries.filter(({ event }) => out.has(event))];
  return (
    <>
      <Card flush>
        <DataTable caption="Chronology, oldest first" columns={columns} rows={kept.map((entry) => rowOf(entry))} />
      </Card>
      {left.length > 0 && (
        <div className="no-print">
          <Card title={`Left out of the print (${left.length})`} flush>
            <DataTable caption="Left out of the print" columns={columns} rows={left.map((entry) => rowOf(entry))} />
          </Card>
        </div>
      )}
      {takingBack !== null && (
        <WhyDialog
          title="Take this event back?"
          ask="Why does it not belong here?"
          missing="Enter why it does not belong here"
          save="Take it back"
          onSave={(why) => log.people.withdrawEvent({ person: page.person, event: takingBack, why })}
          onClose={() => setTakingBack(null)}
        >
          <p>It stays on the timeline, struck through, with your reason.</p>
        </WhyDialog>
      )}
    </>
  );
}

function Whole({ page }: { readonly page: PersonPage }) {
  const [adding, setAdding] = useState(false);
  const at = useLook('people', 'chronology', { person: page.person });
  return (
    <>
      <p>
        For a conference: what mattered, by when it happened, from the records that you can read. It leaves out what was
        entered in error. The{' '}
        <Link to="/people/$person" params={{ person: page.person }}>
          timeline
        </Link>{' '}
        has everything.
      </p>
      {page.practiceRun ? null : (
        <p className="no-print">
          <Button onClick={() => setAdding(true)}>Add an event from elsewhere</Button>
        </p>
      )}
      <Look at={at} what="the chronology">
        {(entries) =>
          entries.length === 0 ? (
            <Card>
              <Empty title="Nothing for a chronology yet" text="Concerns, decisions and referrals will show here." />
            </Card>
          ) : (
            <Table page={page} entries={entries} />
          )
        }
      </Look>
      {adding && <AddEvent person={page.person} onClose={() => setAdding(false)} />}
    </>
  );
}

/** What happened to one person, oldest first, to take along to a conference. */
export function PersonChronology() {
  return <PersonSection part="Chronology">{(page) => <Whole page={page} />}</PersonSection>;
}
