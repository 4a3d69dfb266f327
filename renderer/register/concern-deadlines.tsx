import { useForm } from 'react-hook-form';
import { dayInEngland } from '../../shared/domain/calendar.ts';
import type { ConcernDeadlines } from '../../shared/domain/concern-deadlines.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { Choice } from '../ui/forms/choice.tsx';
import { Choices } from '../ui/forms/choices.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { howSoonWords } from './deadlines-words.ts';

type Counted = Exclude<keyof ConcernDeadlines, 'howSoon' | 'checkedOn'>;

interface Question {
  readonly label: string;
  readonly hint: string;
}

/** What each number means, in the order in which they are asked. Their bounds are the log's to check. */
const questions = {
  nowHours: { label: 'Needed now: read within how many hours?', hint: 'From 1 to 24. Nights and weekends count' },
  todayHours: { label: 'Needed today: read within how many hours?', hint: 'From 1 to 24. Nights and weekends count' },
  urgentDecisionHours: { label: 'Both: decided within how many hours?', hint: 'From 1 to 72' },
  decisionDays: { label: 'Anything else: decided within how many working days?', hint: 'From 1 to 20' },
  answerDays: {
    label: 'Nobody outside has answered: ask again after how many working days?',
    hint: 'From 1 to 60. Used where no other day was set',
  },
  deputyAfterHours: { label: 'Late: the deputy sees it after how many hours?', hint: 'From 1 to 72' },
  managerAfterDays: {
    label: 'No decision: managers see a line without names after how many working days?',
    hint: 'From 1 to 20, after the decision was due',
  },
} as const satisfies Record<Counted, Question>;

const names = Object.keys(questions) as Counted[]; // `as`: keys forgets which they are.

interface Values extends Record<Counted, string> {
  howSoon: ConcernDeadlines['howSoon'];
  checked: string[];
}

function valuesOf(value: ConcernDeadlines): Values {
  const counted = names.map((name) => [name, String(value[name])] as const);
  return { ...(Object.fromEntries(counted) as Record<Counted, string>), howSoon: value.howSoon, checked: [] }; // `as`: of `names`.
}

/** Not a number where something else was typed: the log then says which numbers it takes. */
function deadlinesOf(values: Values, { checkedOn }: ConcernDeadlines): ConcernDeadlines {
  const number = (name: Counted): number => {
    const typed = values[name].trim();
    return /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  };
  const counted = names.map((name) => [name, number(name)] as const);
  return {
    ...(Object.fromEntries(counted) as Record<Counted, number>), // `as`: of `names`.
    howSoon: values.howSoon,
    checkedOn: values.checked.length > 0 ? dayInEngland(new Date()) : checkedOn,
  };
}

interface Props {
  readonly value: ConcernDeadlines;
  readonly onSaved: () => void;
}

/** By when each step of a concern is due, and who sees it when it is late. Areas differ. */
export function ConcernDeadlinesSetting({ value, onSaved }: Props) {
  const form = useForm<Values>({ ...formRules, defaultValues: valuesOf(value) });
  // The log names the field by its place in the change: the last part is the field here.
  const saving = useSaving<Values>({
    form,
    fields: (field) => names.find((name) => field.endsWith(`.${name}`)) ?? 'howSoon',
  });
  const save = async (): Promise<void> => {
    const change = { setting: 'concern-deadlines', value: deadlinesOf(form.getValues(), value) } as const;
    const done = await saving.save(() => log.register.changeSetting({ change }));
    if (done !== undefined) onSaved();
  };
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Times for concerns">
      <Choice
        of={form}
        name="howSoon"
        label="Nobody said how soon: what counts then?"
        hint="Danger now always counts as now."
        options={Object.entries(howSoonWords).map(([soon, label]) => ({ value: soon, label }))}
      />
      {names.map((name) => (
        <TextField key={name} of={form} name={name} {...questions[name]} width={3} inputMode="numeric" />
      ))}
      <Choices
        of={form}
        name="checked"
        label="Have you compared these with what your area asks for?"
        options={[{ value: 'today', label: 'Yes, I compared them today' }]}
      />
      <SaveButton busy={saving.busy}>Save</SaveButton>
    </Form>
  );
}
