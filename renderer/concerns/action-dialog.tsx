import { useForm } from 'react-hook-form';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { LinkButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';

interface Props {
  readonly concern: ThreadId;
  readonly action: ConcernPage['state']['actions'][number];
  readonly onClose: () => void;
}

const finishing = { title: 'Mark done', ask: 'What happened?', missing: 'Enter what happened', save: 'Save as done' };
const reopening = {
  title: 'Open this action again',
  ask: 'Why is it not done?',
  missing: 'Enter why it is not done',
  save: 'Open it again',
};

/** Says that an action is done, or takes that back: each is a new entry, and nothing is changed. */
export function ActionDialog({ concern, action: { decision, action, what, done }, onClose }: Props) {
  const { title, ask, missing, save } = done === null ? finishing : reopening;
  const form = useForm({ ...formRules, defaultValues: { words: '' } });
  const saving = useSaving({ form, fields: { outcome: 'words', why: 'words' } });
  const submit = async (): Promise<void> => {
    const { words } = form.getValues();
    if (words.trim() === '') return form.setError('words', { message: missing });
    const which = { concern, decision, action };
    const saved = await saving.save(() =>
      done === null
        ? log.concerns.finishAction({ ...which, outcome: words })
        : log.concerns.reopenAction({ ...which, why: words }),
    );
    if (saved !== undefined) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="prewrap">{what}</p>
      <Form of={form} onSave={() => void submit()} problem={saving.problem} label={title}>
        <TextArea of={form} name="words" label={ask} rows={2} max={4_000} />
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy}>{save}</SaveButton>
          <LinkButton onClick={onClose}>Cancel</LinkButton>
        </div>
      </Form>
    </Dialog>
  );
}
