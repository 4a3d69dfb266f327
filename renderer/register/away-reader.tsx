import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { StaffLine } from '../../shared/contract/register.ts';
import type { PracticeId, StaffId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Select } from '../ui/forms/select.tsx';
import { leadsAt } from './able-readers.ts';

interface Props {
  readonly practice: PracticeId;
  /** The lead who is alone there. */
  readonly away: StaffId;
  readonly onClose: () => void;
}

/** The honest answer where there is nobody: it saves nothing. */
const nobody = 'nobody';

interface ComesToProps {
  readonly line: StaffLine | undefined;
  readonly nobodyYet: boolean;
  readonly where: string;
}

/** What the choice comes to, before it is saved. */
function ComesTo({ line, nobodyYet, where }: ComesToProps) {
  if (nobodyYet)
    return `Nothing is saved. Whoever raises a concern at ${where} then has to phone, and this log goes on saying so.`;
  if (line === undefined) return null;
  const { name, roles } = line;
  const linkWorker = roles.some(({ role, stands }) => role === 'link-worker' && stands);
  return (
    <>
      {linkWorker && `${name} is a link worker. `}They will read concerns and can decide about them at any time,
      {linkWorker ? ' those of other link workers too' : ' not only in an absence'}.
    </>
  );
}

/** "Who reads concerns when Dr X is away?" Makes somebody deputy there. */
export function AwayReader({ practice, away, onClose }: Props) {
  const { register, me, nameOf, nameAndRole, practiceName } = useSignedIn();
  const form = useForm({ ...formRules, defaultValues: { staff: '' } });
  const saving = useSaving({ form });
  const [waits, setWaits] = useState<StaffId | null>(null);
  const leads = new Set(leadsAt(register.staff, practice).map(({ staff }) => staff));
  // Nobody gives themselves a role.
  const others = register.staff.filter(({ staff, active }) => active && !leads.has(staff) && staff !== me.staff);
  const chosen = useWatch({ control: form.control, name: 'staff' });
  const save = async (): Promise<void> => {
    const staff = form.getValues('staff') as StaffId; // `as`: chosen from a list of them.
    if (staff.length === 0) return form.setError('staff', { message: 'Select who reads concerns then' });
    if (form.getValues('staff') === nobody) return onClose();
    const done = await saving.save(() => log.register.nameAwayReader({ practice, staff }));
    if (done === undefined) return;
    if (done.stands) onClose();
    else setWaits(staff);
  };
  const question = `Who reads concerns when ${nameOf(away)} is away?`;
  if (waits !== null) {
    return (
      <Dialog title="A second person has to confirm it" onClose={onClose}>
        <p>
          {nameOf(waits)} is named deputy safeguarding lead at {practiceName(practice)}. It counts once a supervisor or
          safeguarding lead, other than you and {nameOf(waits)}, signs in and confirms it.
        </p>
        <Button onClick={onClose}>Close</Button>
      </Dialog>
    );
  }
  return (
    <Dialog title={question} onClose={onClose}>
      <Form of={form} onSave={() => void save()} problem={saving.problem} label={question}>
        <Select
          of={form}
          name="staff"
          label={`At ${practiceName(practice)}`}
          hint="They become deputy safeguarding lead there."
          blank="Select a colleague"
          options={[
            ...others.map(({ staff }) => ({ value: staff, label: nameAndRole(staff) })),
            { value: nobody, label: 'Nobody yet: phone instead' },
          ]}
        />
        {!leads.has(me.staff) && <p>You are not in the list: nobody gives themselves a role.</p>}
        <p role="status">
          <ComesTo
            line={register.staff.find(({ staff }) => staff === chosen)}
            nobodyYet={chosen === nobody}
            where={practiceName(practice)}
          />
        </p>
        <SaveButton busy={saving.busy}>{chosen === nobody ? 'Close without naming anybody' : 'Save'}</SaveButton>
      </Form>
    </Dialog>
  );
}
