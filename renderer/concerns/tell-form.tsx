import { useState } from 'react';
import { type Path, useForm } from 'react-hook-form';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { needsTakeover } from '../../shared/domain/takeover.ts';
import { log } from '../api.ts';
import { LeaveGuard } from '../drafts/leave-guard.tsx';
import { useSaving } from '../saving.ts';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TellingFields } from './telling-fields.tsx';
import { blankTelling, isBegun, readTelling, type TellingValues } from './telling-form.ts';

interface Values {
  told: TellingValues;
}

interface Props {
  readonly concern: ConcernPage;
  readonly onTold: () => void;
}

/** Records who was told, or tried. The telling itself happens by phone or face to face. */
export function TellForm({ concern: { concern, state }, onTold }: Props) {
  const form = useForm<Values>({ ...formRules, defaultValues: { told: blankTelling } });
  const asksTakeover = needsTakeover(state.raised.categories);
  const fields = Object.keys(blankTelling).map((field) => [`told.${field}`, `told.${field}` as Path<Values>] as const); // `as`: the boxes of a telling.
  const saving = useSaving({
    form,
    fields: { ...Object.fromEntries(fields), at: 'told.when', 'told.at': 'told.when' },
  });
  const [keeper] = useState(() => ({
    leaving: false,
    draft: undefined,
    save: () => Promise.resolve(),
    get unsaved() {
      return isBegun(form.getValues('told'));
    },
  }));
  const tell = async (): Promise<void> => {
    const { told, problems } = readTelling(form.getValues('told'), new Date(), asksTakeover);
    for (const [field, message] of Object.entries(problems)) {
      form.setError(`told.${field}` as Path<Values>, { message }); // `as`: the boxes of a telling.
    }
    if (Object.keys(problems).length > 0) return;
    const saved = await saving.save(() => log.concerns.tell({ concern, told }));
    if (saved === undefined) return;
    form.reset();
    onTold();
  };
  return (
    <Form of={form} onSave={() => void tell()} problem={saving.problem} label="Record who you told">
      <TellingFields of={form} at="told" asksTakeover={asksTakeover} />
      <SaveButton busy={saving.busy}>Save who you told</SaveButton>
      <LeaveGuard keeper={keeper} why="Whom you told is kept only when you save it." />
    </Form>
  );
}
