import { useForm } from 'react-hook-form';
import type { OpeningHours } from '../../shared/domain/opening-hours.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { Choices } from '../ui/forms/choices.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextField } from '../ui/forms/text-field.tsx';

/** Days as ISO 8601 counts them. */
export const dayWords: Readonly<Record<number, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};

/** `8:30` and `0830` are what people type for `08:30`. */
function timeOf(typed: string): string {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.]?(\d{2})$/.exec(typed.trim()) ?? [];
  return hours === '' ? typed.trim() : `${hours.padStart(2, '0')}:${minutes}`;
}

interface Props {
  readonly value: OpeningHours;
  readonly onSaved: () => void;
}

/** When the practice is open: the hours in which a notification says that concerns wait. */
export function OpeningHoursSetting({ value, onSaved }: Props) {
  const form = useForm({
    ...formRules,
    defaultValues: { days: value.days.map(String), from: value.from, until: value.until },
  });
  // The log names the field by its place in the change: the last part is the field here.
  const saving = useSaving({
    form,
    fields: (field) => {
      const parts = new Set(field.split('.'));
      if (parts.has('days')) return 'days';
      return parts.has('from') ? 'from' : 'until';
    },
  });
  const save = async (): Promise<void> => {
    const { days, from, until } = form.getValues();
    const hours = { days: days.map(Number), from: timeOf(from), until: timeOf(until) };
    const change = { setting: 'opening-hours', value: hours } as const;
    const done = await saving.save(() => log.register.changeSetting({ change }));
    if (done !== undefined) onSaved();
  };
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Opening hours">
      <Choices
        of={form}
        name="days"
        label="On which days is the practice open?"
        hint="In these hours a note on this computer says each hour how many concerns wait, without names."
        options={Object.entries(dayWords).map(([day, label]) => ({ value: day, label }))}
      />
      <TextField of={form} name="from" label="From" hint="Such as 08:00" width={5} />
      <TextField of={form} name="until" label="Until" hint="Such as 18:30" width={5} />
      <SaveButton busy={saving.busy}>Save</SaveButton>
    </Form>
  );
}
