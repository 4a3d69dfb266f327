import { useForm } from 'react-hook-form';
import { type EscalationStep, mostAnswerDays, mostEscalationSteps } from '../../shared/domain/escalation-steps.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { RepeatableRows } from '../ui/forms/repeatable-rows.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextField } from '../ui/forms/text-field.tsx';

interface Values {
  steps: { name: string; days: string }[];
}

interface Props {
  readonly value: readonly EscalationStep[];
  readonly onSaved: () => void;
}

type Box = `steps.${number}.${'name' | 'days'}`;

function problemsOf(steps: Values['steps']): readonly (readonly [Box, string])[] {
  return steps.flatMap(({ name, days }, place) => {
    const number = Number(days);
    const wrong = days.trim() !== '' && !(Number.isInteger(number) && number >= 1 && number <= mostAnswerDays);
    return [
      ...(name.trim() === '' ? [[`steps.${place}.name`, 'Enter the name of the step'] as const] : []),
      ...(wrong
        ? [[`steps.${place}.days`, `Enter a number of working days from 1 to ${mostAnswerDays}`] as const]
        : []),
    ];
  });
}

/** The ladder of the area. An escalation keeps the name that its step had when it was taken. */
export function EscalationStepsSetting({ value, onSaved }: Props) {
  const steps = value.map(({ name, answerDays }) => ({ name, days: answerDays === null ? '' : String(answerDays) }));
  const form = useForm<Values>({ ...formRules, defaultValues: { steps } });
  const saving = useSaving({ form, fields: () => 'steps' });
  const save = async (): Promise<void> => {
    const typed = form.getValues('steps');
    const problems = problemsOf(typed);
    for (const [box, message] of problems) form.setError(box, { message });
    if (typed.length === 0 || typed.length > mostEscalationSteps)
      return form.setError('steps', { message: `Enter from 1 to ${mostEscalationSteps} steps` });
    if (problems.length > 0) return;
    const ladder = typed.map(({ name, days }) => ({ name, answerDays: days.trim() === '' ? null : Number(days) }));
    const change = { setting: 'escalation-steps', value: ladder } as const;
    if ((await saving.save(() => log.register.changeSetting({ change }))) !== undefined) onSaved();
  };
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Steps of escalation">
      <RepeatableRows
        of={form}
        name="steps"
        heading="Steps"
        hint="As the safeguarding boards of your area name them. Comes with those of Lincolnshire."
        title={(number) => `Step ${number}`}
        addLabel="Add a step"
        empty={{ name: '', days: '' }}
        least={1}
        level={3}
        render={(place) => (
          <>
            <TextField of={form} name={`steps.${place}.name`} label="Name" />
            <TextField
              of={form}
              name={`steps.${place}.days`}
              label="Working days until an answer is due (optional)"
              width={2}
              inputMode="numeric"
            />
          </>
        )}
      />
      <SaveButton busy={saving.busy}>Save</SaveButton>
    </Form>
  );
}
