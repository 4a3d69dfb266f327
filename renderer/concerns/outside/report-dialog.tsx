import { useForm } from 'react-hook-form';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { log } from '../../api.ts';
import { useSaving } from '../../saving.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Choice } from '../../ui/forms/choice.tsx';
import { formRules } from '../../ui/forms/field.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { SaveButton } from '../../ui/forms/save-button.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import { sendsNothing } from '../../words/always-true.ts';
import { optionsOf } from '../words.ts';
import { blankMoment, momentOf } from './moment.ts';
import { MomentField } from './moment-field.tsx';
import { isSound, missing, under } from './problems.ts';
import { type Report, reportedToWords } from './words.ts';

interface Props {
  readonly concern: ConcernPage['concern'];
  readonly duty: string;
  readonly onClose: () => void;
}

interface Values {
  reporter: string;
  done: '' | 'yes' | 'no';
  to: '' | NonNullable<Report['reportedTo']>;
  moment: typeof blankMoment;
  theirReference: string;
}

function useReport({ concern, duty, onClose }: Props) {
  const { register, nameOf } = useSignedIn();
  const form = useForm<Values>({
    ...formRules,
    defaultValues: {
      reporter: nameOf(register.me),
      done: '',
      to: '',
      theirReference: '',
      moment: { ...blankMoment },
    },
  });
  const saving = useSaving({ form, fields: { at: 'moment.when', reportedTo: 'to' } });
  const save = async (): Promise<void> => {
    const { reporter, done, to, moment, theirReference } = form.getValues();
    const reported = done === 'yes' ? momentOf(moment) : { at: null };
    const sound = isSound(form, {
      reporter: missing(reporter, 'Enter who reports it'),
      done: missing(done, 'Select if it has been reported'),
      to: done === 'yes' ? missing(to, 'Select who it was reported to') : undefined,
      ...('problems' in reported && under('moment', reported.problems)),
    });
    if (!sound || !('at' in reported)) return;
    const said = {
      concern,
      duty,
      reporter,
      at: reported.at,
      ...(done === 'yes' && to !== '' && { reportedTo: to, theirReference }),
    };
    if ((await saving.save(() => log.concerns.recordReport(said))) !== undefined) onClose();
  };
  return { form, saving, save };
}

/** Who reports it personally, and whether they have. Whoever reads the concern may write it down. */
export function ReportDialog(props: Props) {
  const { form, saving, save } = useReport(props);
  const how = (
    <>
      <Choice of={form} name="to" label="Who was it reported to?" inline options={optionsOf(reportedToWords)} />
      <MomentField of={form} at="moment" label="When was it reported?" />
      <TextField of={form} name="theirReference" label="Their reference (optional)" width={20} spellCheck={false} />
    </>
  );
  return (
    <Dialog title="Record who reports it" onClose={props.onClose}>
      <p>{sendsNothing}</p>
      <Form of={form} onSave={() => void save()} problem={saving.problem} label="Record who reports it">
        <TextField of={form} name="reporter" label="Who reports it personally?" spellCheck={false} />
        <Choice
          of={form}
          name="done"
          label="Has it been reported?"
          options={[
            { value: 'yes', label: 'Yes', reveal: how },
            { value: 'no', label: 'Not yet' },
          ]}
        />
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy}>Save</SaveButton>
          <LinkButton onClick={props.onClose}>Cancel</LinkButton>
        </div>
      </Form>
    </Dialog>
  );
}
