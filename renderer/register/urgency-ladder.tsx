import { useForm } from 'react-hook-form';
import type { InputOf } from '../../shared/contract/call.ts';
import type { registerCalls } from '../../shared/contract/register.ts';
import type { UrgencyRung } from '../../shared/domain/urgency.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextField } from '../ui/forms/text-field.tsx';

type Change = InputOf<typeof registerCalls.changeSetting>['change'];

interface Props {
  readonly value: readonly UrgencyRung[];
  readonly onSaved: () => void;
}

const wholeDays = 'Enter a whole number of days from 1 to 60';

/** One rung in words: its name, and how soon a reply is due. */
export function rungWords({ name, days }: UrgencyRung): string {
  if (days === null) return `${name}: no day`;
  if (days === 0) return `${name}: the same day`;
  return days === 1 ? `${name}: 1 working day` : `${name}: ${days} working days`;
}

/** What the steps of "How soon?" are called at a referral, and after how many working days a reply is due. */
export function UrgencyLadderSetting({ value, onSaved }: Props) {
  const rungs = value.map(({ name, days }) => ({ name, days: days === null ? '' : String(days) }));
  const form = useForm({ ...formRules, defaultValues: { rungs } });
  // The log names a field as `change.value.0.name`, the form as `rungs.0.name`.
  const saving = useSaving({
    form,
    fields: (field) => field.replace(/^change\.value\.(\d+)\.(name|days)$/, 'rungs.$1.$2') as 'rungs', // `as`: or a part of it.
  });
  const save = async (): Promise<void> => {
    const typed = form.getValues('rungs');
    const wrong = typed.flatMap(({ days }, place) => (days === '' || /^\d{1,2}$/.test(days.trim()) ? [] : [place]));
    for (const place of wrong) form.setError(`rungs.${place}.days`, { message: wholeDays });
    if (wrong.length > 0) return;
    const ladder = value.map(({ urgency }, place) => {
      const { name = '', days = '' } = typed[place] ?? {};
      return { urgency, name, days: days.trim() === '' ? null : Number(days) };
    });
    const change = { setting: 'urgency-ladder', value: ladder } as Change; // `as`: the log checks each step.
    const done = await saving.save(() => log.register.changeSetting({ change }));
    if (done !== undefined) onSaved();
  };
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="How soon a referral is needed">
      <p>The first two are for today, whatever you call them.</p>
      {value.map(({ urgency, days }, place) => (
        <div key={urgency} className="form-row">
          <TextField of={form} name={`rungs.${place}.name`} label={`Step ${place + 1}`} />
          {days !== 0 && (
            <TextField
              of={form}
              name={`rungs.${place}.days`}
              label="Working days until a reply is due"
              hint={urgency === 'next-mdt' ? 'Leave empty where a meeting decides.' : undefined}
              width={4}
              inputMode="numeric"
            />
          )}
        </div>
      ))}
      <SaveButton busy={saving.busy}>Save</SaveButton>
    </Form>
  );
}
