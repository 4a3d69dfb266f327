import { Link } from '@tanstack/react-router';
import { useForm, useWatch } from 'react-hook-form';
import type { SessionLine } from '../../shared/contract/supervision.ts';
import { Look, useLook } from '../look.tsx';
import { type SignedIn, useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Select } from '../ui/forms/select.tsx';
import { Empty } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import { longDate } from '../words/dates.ts';
import { SupervisionNav } from './supervision-nav.tsx';
import { kindWords, lengthWords, listWords } from './words.ts';

const columns = [
  { key: 'session', label: 'Session' },
  { key: 'held', label: 'Held on' },
  { key: 'kind', label: 'Kind' },
  { key: 'supervised', label: 'Who was supervised' },
  { key: 'supervisor', label: 'Supervisor' },
  { key: 'length', label: 'Length' },
  { key: 'signed', label: 'Signed' },
];

function Signed({ line, signedIn }: { readonly line: SessionLine; readonly signedIn: SignedIn }) {
  const { signed, mustSign, unsignedBy } = line;
  if (signed) return <Tag colour="green">By everybody</Tag>;
  if (mustSign) return <Tag colour="orange">Waits for you</Tag>;
  return <Tag colour="yellow">Waits for {listWords(unsignedBy.map(signedIn.nameOf))}</Tag>;
}

function Table({ lines }: { readonly lines: readonly SessionLine[] }) {
  const signedIn = useSignedIn();
  const { nameOf } = signedIn;
  return (
    <DataTable
      caption="Past sessions, newest first"
      columns={columns}
      rows={lines.map((line) => ({
        key: line.session,
        cells: [
          <Link key="link" to="/supervision/$session" params={{ session: line.session }} className="nowrap">
            {line.reference}
          </Link>,
          longDate(line.heldOn),
          kindWords[line.kind],
          listWords(line.supervisees.map(nameOf)),
          nameOf(line.supervisor),
          lengthWords(line.minutes),
          <Signed key="signed" line={line} signedIn={signedIn} />,
        ],
      }))}
    />
  );
}

function Sessions({ lines }: { readonly lines: readonly SessionLine[] }) {
  const { register, nameOf } = useSignedIn();
  const form = useForm({ ...formRules, defaultValues: { who: '' } });
  const who = useWatch({ control: form.control, name: 'who' });
  const attendees = (line: SessionLine): readonly string[] => [line.supervisor, ...line.supervisees];
  const others = [...new Set(lines.flatMap(({ supervisor, supervisees }) => [supervisor, ...supervisees]))]
    .filter((staff) => staff !== register.me)
    .map((staff) => ({ value: staff, label: nameOf(staff) }))
    .sort((one, other) => one.label.localeCompare(other.label));
  const shown = who === '' ? lines : lines.filter((line) => attendees(line).includes(who));
  if (lines.length === 0) {
    return (
      <Card flush>
        <Empty
          icon="talk"
          title="No sessions yet"
          text="Sessions that you were in stand here from the moment that the supervisor has finished them."
        />
      </Card>
    );
  }
  return (
    <>
      {others.length > 1 && (
        <Select of={form} name="who" label="Show sessions with" blank="Everybody" options={others} />
      )}
      <p role="status">{shown.length === 1 ? '1 session' : `${shown.length} sessions, newest first`}</p>
      <Card flush>
        <Table lines={shown} />
      </Card>
    </>
  );
}

/** Every session that I was in. */
export function PastSessions() {
  const sessions = useLook('supervision', 'list', {});
  return (
    <Page title="Past sessions">
      <SupervisionNav current="past" />
      <Look at={sessions} what="past sessions">
        {(lines) => <Sessions lines={lines} />}
      </Look>
    </Page>
  );
}
