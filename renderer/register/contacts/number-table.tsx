import { useState } from 'react';
import { dayInEngland } from '../../../shared/domain/calendar.ts';
import { needsCheck } from '../../../shared/policy/contacts.ts';
import type { Contact } from '../../../shared/policy/register-state.ts';
import { log } from '../../api.ts';
import { useSaving } from '../../saving.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/notices.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { longDate } from '../../words/dates.ts';
import { kindWords } from './kind-words.ts';

const everywhere = 'Everywhere';
const order = Object.keys(kindWords);

/** By council, those for everywhere first; in each the order of need. */
function byArea(contacts: readonly Contact[]) {
  const place = ({ kind = 'other' }: Contact): number => order.indexOf(kind);
  const sorted = contacts.toSorted((a, b) => place(a) - place(b) || a.name.localeCompare(b.name));
  const areas = Map.groupBy(sorted, ({ council }) => council ?? everywhere);
  return [...areas].sort(([a], [b]) => Number(b === everywhere) - Number(a === everywhere) || a.localeCompare(b));
}

function Checked({ contact }: { readonly contact: Contact }) {
  const { register, isManager, isSupervisor } = useSignedIn();
  const saving = useSaving();
  const [now] = useState(() => new Date());
  const today = dayInEngland(now);
  const old = contact.checkedOn !== null && needsCheck(contact.checkedOn, register, now);
  return (
    <>
      {contact.checkedOn === null ? 'Not checked yet' : longDate(contact.checkedOn)}
      {old && <span className="due--late"> Check it again</span>}
      {saving.problem !== null && <p className="due--late">{saving.problem}</p>}
      {(isManager || isSupervisor) && contact.checkedOn !== today && (
        <>
          <br />
          <Button
            small
            onClick={() => void saving.save(() => log.register.setContact({ ...contact, checkedOn: today }))}
          >
            I checked it today<VisuallyHidden>: {contact.name}</VisuallyHidden>
          </Button>
        </>
      )}
    </>
  );
}

function More({ contact: { name, kind, email, formAddress, note } }: { readonly contact: Contact }) {
  const more = [
    kind === undefined ? undefined : kindWords[kind],
    email === undefined ? undefined : `Secure email: ${email}`,
    formAddress === undefined ? undefined : `Form: ${formAddress}`,
    note,
  ];
  return (
    <>
      {name}
      {more
        .filter((line) => line !== undefined && line !== name)
        .map((line) => (
          <span key={line} className="small muted">
            <br />
            {line}
          </span>
        ))}
    </>
  );
}

/** All numbers by council, each with the day on which somebody last checked it. */
export function NumberTables() {
  const { contacts } = useSignedIn().register;
  if (contacts.length === 0) {
    return (
      <Card>
        <Empty title="No numbers yet" text="Add the council’s numbers first. 999, 111 and 101 show in any case." />
      </Card>
    );
  }
  return byArea(contacts).map(([area, inArea]) => (
    <Card key={area} title={area === everywhere ? everywhere : `${area} council`} flush>
      <DataTable
        caption={`Phone numbers: ${area}`}
        columns={[
          { key: 'name', label: 'Service' },
          { key: 'phone', label: 'Phone' },
          { key: 'out', label: 'Out of hours' },
          { key: 'checked', label: 'Last checked' },
        ]}
        rows={inArea.map((contact) => ({
          key: contact.contact,
          cells: [
            <More key="name" contact={contact} />,
            <span key="phone" className="nowrap">
              {contact.phone}
            </span>,
            contact.outOfHours ?? 'Not known',
            <Checked key="checked" contact={contact} />,
          ],
        }))}
      />
    </Card>
  ));
}
