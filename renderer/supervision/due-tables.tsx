import { Link } from '@tanstack/react-router';
import type { SupervisionDue } from '../../shared/contract/supervision.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { Look, useLook } from '../look.tsx';
import { type SignedIn, useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Empty } from '../ui/notices.tsx';
import { Tag } from '../ui/tag.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { longDate } from '../words/dates.ts';
import { dueTags, listWords } from './words.ts';

type Lines = readonly SupervisionDue[];

function Status({ state }: Pick<SupervisionDue, 'state'>) {
  const { words, colour } = dueTags[state];
  return <Tag colour={colour}>{words}</Tag>;
}

function datesOf({ last, next }: SupervisionDue): readonly [string, string] {
  return [last === null ? 'None yet' : longDate(last), longDate(next)];
}

/** Where somebody is a link worker, in words. */
function practicesOf({ register, practiceName }: SignedIn, staff: StaffId): string {
  const held = register.staff.find((line) => line.staff === staff)?.roles ?? [];
  const places = held.filter(({ role, stands }) => role === 'link-worker' && stands);
  return listWords(places.map(({ practice }) => practiceName(practice)));
}

const linkWorkerColumns = [
  { key: 'staff', label: 'Link worker' },
  { key: 'supervisor', label: 'Supervisor' },
  { key: 'last', label: 'Last session' },
  { key: 'next', label: 'Next due' },
  { key: 'status', label: 'Status' },
  { key: 'record', label: 'Record' },
];

function LinkWorkers({ lines }: { readonly lines: Lines }) {
  const signedIn = useSignedIn();
  if (lines.length === 0) {
    return (
      <Empty
        icon="people"
        title="You supervise nobody yet"
        text="A practice manager names who supervises whom. You can still record a session with anybody who works here."
      />
    );
  }
  return (
    <DataTable
      caption="Link workers whom you supervise"
      columns={linkWorkerColumns}
      rows={lines.map((line) => ({
        key: line.staff,
        cells: [
          <>
            <strong>{signedIn.nameOf(line.staff)}</strong>
            <br />
            <span className="small muted">{practicesOf(signedIn, line.staff)}</span>
          </>,
          'You',
          ...datesOf(line),
          <Status key="status" state={line.state} />,
          <Link
            key="record"
            to="/supervision/new"
            search={{ with: line.staff }}
            className={buttonClass({ small: true })}
          >
            Record<VisuallyHidden> a session with {signedIn.nameOf(line.staff)}</VisuallyHidden>
          </Link>,
        ],
      }))}
    />
  );
}

const supervisorColumns = [
  { key: 'supervisor', label: 'Supervisor' },
  { key: 'last', label: 'Last session' },
  { key: 'next', label: 'Next due' },
  { key: 'status', label: 'Status' },
];

function Supervisors({ lines }: { readonly lines: Lines }) {
  const { nameOf } = useSignedIn();
  if (lines.length === 0) {
    return (
      <Empty
        icon="person"
        title="You have no supervisor yet"
        text="A practice manager names one. Until then, ask your practice manager whom to talk to."
      />
    );
  }
  return (
    <DataTable
      caption="Your supervisors"
      columns={supervisorColumns}
      rows={lines.map((line) => ({
        key: line.supervisor,
        cells: [
          <strong key="name">{nameOf(line.supervisor)}</strong>,
          ...datesOf(line),
          <Status key="status" state={line.state} />,
        ],
      }))}
    />
  );
}

/** When each pair meets next: those whom I supervise, and I with my supervisors. */
export function DueTables() {
  const { register, isSupervisor } = useSignedIn();
  const due = useLook('supervision', 'due', {});
  return (
    <Look at={due} what="supervision">
      {(lines) => {
        const mine = lines.filter(({ staff }) => staff === register.me);
        return (
          <>
            {isSupervisor && (
              <Card title="Link workers" flush>
                <LinkWorkers lines={lines.filter(({ staff }) => staff !== register.me)} />
              </Card>
            )}
            {(!isSupervisor || mine.length > 0) && (
              <Card title="Your supervisors" flush>
                <Supervisors lines={mine} />
              </Card>
            )}
            <p className="small muted">
              Next due is the day agreed in the last session. Where none was agreed it is{' '}
              {register.settings.supervisionIntervalDays} days after the last session or, before the first one, after
              the supervisor was named.
            </p>
          </>
        );
      }}
    </Look>
  );
}
