import { Link, useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { PassphraseField } from '../ui/forms/passphrase-field.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';

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
  const form = useForm<Values>({ ...formRules, defaultValues: blank });
  const saving = useSaving({ form });
  const add = async (): Promise<void> => {
    const { again, ...asked } = form.getValues();
    if (again !== asked.passphrase) {
      form.setError('again', { message: 'Enter the same passphrase again' });
      return;
    }
    const done = await saving.save(() => log.register.addStaff(asked));
    if (done !== undefined) void navigate({ to: '/practice', replace: true });
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
          <TextField of={form} name="name" label="Full name" />
          <TextField
            of={form}
            name="initials"
            label="Initials"
            hint="All that shows of them while the log is locked."
            width={5}
          />
          <TextField of={form} name="jobTitle" label="Job title (optional)" />
          <PassphraseField
            of={form}
            name="passphrase"
            label="Their passphrase"
            hint="They type it themselves. At least 15 characters: four words that have nothing to do with each other."
            autoComplete="new-password"
          />
          <PassphraseField of={form} name="again" label="The same passphrase again" autoComplete="new-password" />
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
