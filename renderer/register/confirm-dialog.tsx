import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import type { Answer } from '../../shared/contract/failures.ts';
import { useSaving } from '../saving.ts';
import { LinkButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';

interface Props {
  readonly title: string;
  /** What the button does, in words. */
  readonly act: string;
  readonly busyText: string;
  readonly onDo: () => Promise<Answer<unknown>>;
  readonly onClose: () => void;
  /** What follows from it. */
  readonly children: ReactNode;
}

/** Asks once more before something that ends, and shows why the log refuses it if it does. */
export function ConfirmDialog({ title, act, busyText, onDo, onClose, children }: Props) {
  const form = useForm({ ...formRules, defaultValues: {} });
  const saving = useSaving({ form });
  const go = async (): Promise<void> => {
    const done = await saving.save(onDo);
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Form of={form} onSave={() => void go()} problem={saving.problem} label={title}>
        {children}
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy} busyText={busyText}>
            {act}
          </SaveButton>
          <LinkButton onClick={onClose}>Cancel</LinkButton>
        </div>
      </Form>
    </Dialog>
  );
}
