import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { PracticeId } from '../../../shared/domain/ids.ts';
import { councilOf } from '../../../shared/policy/contacts.ts';
import { log } from '../../api.ts';
import { useSaving } from '../../saving.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formRules } from '../../ui/forms/field.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { SaveButton } from '../../ui/forms/save-button.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

interface Props {
  readonly practice: PracticeId;
  readonly onClose: () => void;
}

function CouncilDialog({ practice, onClose }: Props) {
  const { register, practiceName } = useSignedIn();
  const form = useForm({ ...formRules, defaultValues: { council: councilOf(register, practice) ?? '' } });
  const saving = useSaving({ form, fields: () => 'council' });
  const save = async (): Promise<void> => {
    const { council } = form.getValues();
    if (council.trim() === '') return form.setError('council', { message: 'Enter the name of the council' });
    const change = { setting: 'practice-council', value: { practice, council } } as const;
    const done = await saving.save(() => log.register.changeSetting({ change }));
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title={`Council of ${practiceName(practice)}`} onClose={onClose}>
      <Form of={form} onSave={() => void save()} problem={saving.problem} label="Council of a practice">
        <TextField
          of={form}
          name="council"
          label="In which council’s area is this practice?"
          hint="The same name as at its numbers, such as Harrowmere."
          spellCheck={false}
        />
        <SaveButton busy={saving.busy}>Save council</SaveButton>
      </Form>
    </Dialog>
  );
}

/** Which council each practice lies in: it decides which numbers come first. */
export function Councils() {
  const { register, isManager } = useSignedIn();
  const [changing, setChanging] = useState<PracticeId | null>(null);
  if (register.practices.length === 0) return null;
  return (
    <Card title="Which council each practice is in">
      <SummaryList
        rows={register.practices.map(({ practice, name }) => ({
          key: name,
          value: councilOf(register, practice) ?? 'Not known yet: numbers of every council show',
          ...(isManager && {
            action: (
              <LinkButton onClick={() => setChanging(practice)}>
                Change<VisuallyHidden> the council of {name}</VisuallyHidden>
              </LinkButton>
            ),
          }),
        }))}
      />
      {changing !== null && <CouncilDialog practice={changing} onClose={() => setChanging(null)} />}
    </Card>
  );
}
