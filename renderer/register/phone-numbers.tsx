import { Link } from '@tanstack/react-router';
import { format } from 'date-fns';
import { useForm } from 'react-hook-form';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { Page } from '../ui/page.tsx';
import { longDate } from '../words/dates.ts';

interface Values {
  name: string;
  phone: string;
  outOfHours: string;
}

const blank: Values = { name: '', phone: '', outOfHours: '' };

/** A key by which a later change of the same service finds it. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
}

/** Whom to phone: shown beside every page, and while the log is locked. */
export function PhoneNumbers() {
  const { register, isManager } = useSignedIn();
  const form = useForm<Values>({ ...formRules, defaultValues: blank });
  const saving = useSaving({ form });
  const save = async (): Promise<void> => {
    const asked = form.getValues();
    const known = register.contacts.find(({ name }) => name === asked.name.trim());
    const contact = known?.contact ?? (keyOf(asked.name) || 'contact');
    const checkedOn = format(new Date(), 'yyyy-MM-dd') as IsoDate; // `as`: this is its form.
    const done = await saving.save(() => log.register.setContact({ ...asked, contact, checkedOn }));
    if (done !== undefined) form.reset();
  };
  const settingUp = isManager && !register.reviewed;
  return (
    <Page
      title="Phone numbers"
      caption={settingUp ? 'Set up a log: page 3 of 3' : register.name}
      after={
        settingUp
          ? 'Then each colleague unlocks the log with their own passphrase, and the lead looks at the roles.'
          : ''
      }
      back={
        <Link to="/practice" className="nhsuk-back-link">
          Who works here
        </Link>
      }
    >
      <Card title="Numbers in this log" flush>
        <DataTable
          caption="Phone numbers"
          columns={[
            { key: 'name', label: 'Service' },
            { key: 'phone', label: 'Phone' },
            { key: 'out', label: 'Out of hours' },
            { key: 'checked', label: 'Last checked' },
          ]}
          rows={register.contacts.map(({ contact, name, phone, outOfHours, checkedOn }) => ({
            key: contact,
            cells: [
              name,
              <span key="phone" className="nowrap">
                {phone}
              </span>,
              outOfHours ?? 'The same',
              longDate(checkedOn),
            ],
          }))}
        />
      </Card>
      <Card title="Add or change a number">
        <Form of={form} onSave={() => void save()} problem={saving.problem} label="Add or change a number">
          <TextField
            of={form}
            name="name"
            label="Service"
            hint="The service, not a person's name: it shows while the log is locked. The same name changes its number."
          />
          <TextField of={form} name="phone" label="Phone number" width={20} inputMode="tel" />
          <TextField of={form} name="outOfHours" label="Out of hours (optional)" />
          <SaveButton busy={saving.busy}>Save this number</SaveButton>
        </Form>
      </Card>
    </Page>
  );
}
