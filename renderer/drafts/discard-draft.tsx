import { useForm } from 'react-hook-form';
import type { DiscardReason } from '../../shared/contract/drafts.ts';
import type { DraftId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { discardWords } from './words.ts';

const options = Object.entries(discardWords).map(([value, label]) => ({ value, label }));

interface Props {
  readonly draft: DraftId;
  /** What it is called where it is listed. */
  readonly name: string;
  readonly onDiscarded: () => void;
  readonly onClose: () => void;
}

/** Asks once more, and why: the words are gone afterwards, and the audit log keeps that they were. */
export function DiscardDraft({ draft, name, onDiscarded, onClose }: Props) {
  const form = useForm<{ reason: '' | DiscardReason }>({ ...formRules, defaultValues: { reason: '' } });
  const saving = useSaving({ form });
  const discard = async (): Promise<void> => {
    const { reason } = form.getValues();
    if (reason === '') return form.setError('reason', { message: 'Select why you discard it' });
    const done = await saving.save(() => log.drafts.discard({ draft, reason }));
    if (done === undefined) return;
    onDiscarded();
    onClose();
  };
  return (
    <Dialog title="Discard this draft?" onClose={onClose}>
      <p className="prewrap">{name}</p>
      <p>
        What you wrote in it is lost and cannot be brought back. Nothing of it was saved as a record. The audit log
        keeps that you discarded a draft, when and why.
      </p>
      <Form of={form} onSave={() => void discard()} problem={saving.problem} label="Discard this draft">
        <Choice of={form} name="reason" label="Why do you discard it?" options={options} />
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy} busyText="Discarding">
            Discard this draft
          </SaveButton>
          <Button onClick={onClose}>Keep it</Button>
        </div>
      </Form>
    </Dialog>
  );
}
