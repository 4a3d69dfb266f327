import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import type { Answer } from '../../shared/contract/failures.ts';
import { useSaving } from '../saving.ts';
import { LinkButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';

interface Props {
  readonly title: string;
  /** What it does, in a sentence or two. */
  readonly children: ReactNode;
  readonly ask: string;
  /** Said when nothing was typed. */
  readonly missing: string;
  readonly save: string;
  readonly onSave: (why: string) => Promise<Answer<unknown>>;
  readonly onClose: () => void;
}

/** Asks for a reason before one more entry is written. */
export function WhyDialog({ title, children, ask, missing, save, onSave, onClose }: Props) {
  const form = useForm({ ...formRules, defaultValues: { why: '' } });
  const saving = useSaving({ form });
  const submit = async (): Promise<void> => {
    const { why } = form.getValues();
    if (why.trim() === '') return form.setError('why', { message: missing });
    if ((await saving.save(() => onSave(why))) !== undefined) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <Form of={form} onSave={() => void submit()} problem={saving.problem} label={title}>
        <TextArea of={form} name="why" label={ask} rows={3} max={4_000} />
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy}>{save}</SaveButton>
          <LinkButton onClick={onClose}>Cancel</LinkButton>
        </div>
      </Form>
    </Dialog>
  );
}
