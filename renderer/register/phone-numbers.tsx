import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Path, useForm } from 'react-hook-form';
import { dayInEngland, type IsoDate } from '../../shared/domain/calendar.ts';
import type { ContactKind } from '../../shared/domain/contact-kinds.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { blankDate, chosenDay, type QuickDateValue } from '../ui/forms/dates.ts';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { QuickDate } from '../ui/forms/quick-date.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Select } from '../ui/forms/select.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { Page } from '../ui/page.tsx';
import { weekday } from '../words/dates.ts';
import { Councils } from './contacts/councils.tsx';
import { kindWords } from './contacts/kind-words.ts';
import { NumberTables } from './contacts/number-table.tsx';
import { NextStep, thenUnlock } from './next-step.tsx';

interface Values {
  name: string;
  phone: string;
  outOfHours: string;
  kind: ContactKind | '';
  council: string;
  email: string;
  formAddress: string;
  checked: QuickDateValue;
}

const notYet = 'not-yet';

const blank: Values = {
  name: '',
  phone: '',
  outOfHours: '',
  kind: '',
  council: '',
  email: '',
  formAddress: '',
  checked: { choice: '', other: blankDate },
};

/** A key by which a later change of the same service finds it. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
}

/** What only the boxes can know of the day on which it was checked. */
function checkedProblem({ checked }: Values): readonly [Path<Values>, string] | null {
  const day = chosenDay(checked);
  if (day === 'wrong') return ['checked.other', 'Enter a real date, such as 23 November 2026'];
  if (day !== null || checked.choice === notYet) return null;
  return checked.choice === 'other'
    ? ['checked.other', 'Enter the date on which it was checked']
    : ['checked', 'Select when somebody last checked this number'];
}

/** Whom to phone: shown beside every page, and while the log is locked. */
export function PhoneNumbers() {
  const { register, isManager } = useSignedIn();
  const form = useForm<Values>({ ...formRules, defaultValues: blank });
  const saving = useSaving({ form, fields: { checkedOn: 'checked' } });
  const [today] = useState(() => dayInEngland(new Date()));
  const save = async (): Promise<void> => {
    const { checked, kind, ...asked } = form.getValues();
    const problem = checkedProblem(form.getValues());
    if (problem !== null) return form.setError(problem[0], { message: problem[1] });
    const known = register.contacts.find(({ name }) => name === asked.name.trim());
    const contact = known?.contact ?? (keyOf(asked.name) || 'contact');
    const checkedOn = chosenDay(checked) as IsoDate | null; // `as`: 'wrong' was refused.
    const done = await saving.save(() =>
      log.register.setContact({ ...asked, contact, checkedOn, ...(kind !== '' && { kind }) }),
    );
    if (done !== undefined) form.reset();
  };
  const settingUp = isManager && !register.reviewed;
  return (
    <Page
      title="Phone numbers"
      caption={settingUp ? 'Set up a log: page 3 of 3' : register.name}
      back={
        <Link to="/practice" className="nhsuk-back-link">
          Who works here
        </Link>
      }
    >
      <NumberTables />
      <Councils />
      <Card title="Add or change a number">
        <Form of={form} onSave={() => void save()} problem={saving.problem} label="Add or change a number">
          <TextField
            of={form}
            name="name"
            label="Service"
            hint="The service, not a person's name: it shows while the log is locked. The same name changes its number."
          />
          <TextField of={form} name="phone" label="Phone number" width={20} inputMode="tel" />
          <TextField
            of={form}
            name="outOfHours"
            label="Out of hours (optional)"
            hint="“Always”, or the other number with its hours."
          />
          <Select
            of={form}
            name="kind"
            label="What is it for? (optional)"
            hint="Then it shows where you need it. Without this it shows wherever somebody may be in danger."
            blank="None of these"
            options={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
          />
          <TextField
            of={form}
            name="council"
            label="In which council’s area? (optional)"
            hint="Leave empty for a number that is right everywhere."
            spellCheck={false}
          />
          <TextField of={form} name="email" label="Secure email (optional)" spellCheck={false} />
          <TextField of={form} name="formAddress" label="Web address of its form (optional)" spellCheck={false} />
          <QuickDate
            of={form}
            name="checked"
            label="When did somebody last check this number?"
            hint="Ring it, or look it up on the service’s own page. The day stands beside the number wherever people phone."
            options={[
              { value: today, label: `Today: ${weekday(today)}` },
              { value: notYet, label: 'Not checked yet' },
            ]}
          />
          <SaveButton busy={saving.busy}>Save this number</SaveButton>
        </Form>
      </Card>
      {settingUp && <NextStep to="/" next="Finish: go to Today" then={thenUnlock} />}
    </Page>
  );
}
