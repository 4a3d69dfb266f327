import { Link, useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { proposedInitials } from '../../shared/domain/person-name.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { ChoosePassphrase } from '../unlock/choose-passphrase.tsx';
import { isGoodPassphrase, type NewPassphrase } from '../unlock/passphrase-rules.ts';
import { namesAround } from './names-around.ts';

interface Values {
  name: string;
  initials: string;
  jobTitle: string;
  passphrase: string;
  again: string;
}

const blank: Values = { name: '', initials: '', jobTitle: '', passphrase: '', again: '' };

/** A colleague joins. They sit down at this computer and type their own passphrase. */
export function AddColleague() {
  const navigate = useNavigate();
  const { register } = useSignedIn();
  const form = useForm<Values>({ ...formRules, defaultValues: blank });
  const saving = useSaving({ form });
  const chosen: NewPassphrase<Values> = {
    of: form,
    name: 'passphrase',
    again: 'again',
    context: () => [form.getValues('name'), form.getValues('initials'), ...namesAround(register, null)],
  };
  const add = async (): Promise<void> => {
    if (saving.busy || !(await isGoodPassphrase(chosen))) return;
    const { again: _, ...asked } = form.getValues();
    const done = await saving.save(() => log.register.addStaff(asked));
    if (done !== undefined) void navigate({ to: '/practice', replace: true });
  };
  const propose = (): void => {
    const { name, initials } = form.getValues();
    if (initials.trim() === '') form.setValue('initials', proposedInitials(name));
  };
  return (
    <Page
      title="Add a colleague"
      back={
        <Link to="/practice" className="nhsuk-back-link">
          Who works here
        </Link>
      }
    >
      <div className="layout layout--form">
        <Form of={form} onSave={() => void add()} problem={saving.problem} label="Add a colleague">
          <TextField of={form} name="name" label="Full name" onLeave={propose} />
          <TextField
            of={form}
            name="initials"
            label="Initials"
            hint="All that shows of them while the log is locked."
            width={5}
          />
          <TextField of={form} name="jobTitle" label="Job title (optional)" />
          <p>They choose their passphrase themselves.</p>
          <ChoosePassphrase {...chosen} label="Their passphrase" />
          <SaveButton busy={saving.busy} busyText="Adding">
            Add this colleague
          </SaveButton>
        </Form>
        <div>
          <Guide title="Let them sit here">
            <p>
              Nobody else ever knows a passphrase: it cannot be looked up, and what somebody reads opens with it alone.
            </p>
          </Guide>
        </div>
      </div>
    </Page>
  );
}
