import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import type { PracticeId } from '../../shared/domain/ids.ts';
import { proposedInitials } from '../../shared/domain/person-name.ts';
import { type Role, roleWords } from '../../shared/domain/roles.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Focused } from '../ui/focused.tsx';
import { Choices } from '../ui/forms/choices.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Select } from '../ui/forms/select.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { Banner, Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { ChoosePassphrase } from '../unlock/choose-passphrase.tsx';
import { isGoodPassphrase, type NewPassphrase } from '../unlock/passphrase-rules.ts';
import { noPracticeYet } from './give-role.tsx';
import { namesAround } from './names-around.ts';
import { giveRoles, type NewColleague, type NotGiven, rolesInOrder, whenItCounts } from './new-colleague.ts';

const blank: NewColleague = {
  name: '',
  initials: '',
  jobTitle: '',
  roles: [],
  practice: '',
  passphrase: '',
  again: '',
};

const offered: readonly Role[] = [
  'safeguarding-lead',
  'deputy-safeguarding-lead',
  'supervisor',
  'link-worker',
  'practice-manager',
];

/** What they do here, as far as it is known today: it can be given later as well. */
function Roles({ of }: { readonly of: UseFormReturn<NewColleague> }) {
  const { register } = useSignedIn();
  const chosen = useWatch({ control: of.control, name: 'roles' });
  if (register.practices.length === 0) return <p>{noPracticeYet}</p>;
  const hintOf = (role: Role): string | undefined => {
    const counts = whenItCounts(role, chosen, register);
    return role === 'supervisor' ? `A safeguarding lead supervises without this. ${counts}` : counts;
  };
  return (
    <>
      <Choices
        of={of}
        name="roles"
        label="Their roles (optional)"
        options={offered.map((value) => ({ value, label: roleWords[value], hint: hintOf(value) }))}
      />
      {register.practices.length > 1 && (
        <Select
          of={of}
          name="practice"
          label="At which practice?"
          hint="Only if you give a role."
          blank="Select a practice"
          options={register.practices.map(({ practice, name }) => ({ value: practice, label: name }))}
        />
      )}
    </>
  );
}

interface Added {
  readonly name: string;
  readonly refused: readonly NotGiven[];
}

/** They stand added, and not all of their roles do. */
function NotAllGiven({ name, refused }: Added) {
  return (
    <Page title="Add a colleague">
      <Focused>
        <Banner heading={`${name} is added, without ${refused.length === 1 ? 'this role' : 'these roles'}`}>
          <ul className="nhsuk-list">
            {refused.map(({ role, why }) => (
              <li key={role}>
                {roleWords[role]}: {why}
              </li>
            ))}
          </ul>
          <Link to="/practice">Back to who works here</Link>
        </Banner>
      </Focused>
    </Page>
  );
}

/** A colleague joins. They sit down at this computer and type their own passphrase. */
export function AddColleague() {
  const navigate = useNavigate();
  const { register } = useSignedIn();
  const only = register.practices.length === 1 ? register.practices[0]?.practice : undefined;
  const [added, setAdded] = useState<Added | null>(null);
  const form = useForm<NewColleague>({ ...formRules, defaultValues: { ...blank, practice: only ?? '' } });
  const saving = useSaving({ form });
  const chosen: NewPassphrase<NewColleague> = {
    of: form,
    name: 'passphrase',
    again: 'again',
    context: () => [form.getValues('name'), form.getValues('initials'), ...namesAround(register, null)],
  };
  const add = async (): Promise<void> => {
    if (saving.busy || !(await isGoodPassphrase(chosen))) return;
    const { again: _, roles, practice, ...asked } = form.getValues();
    if (roles.length > 0 && practice === '') return form.setError('practice', { message: 'Select the practice' });
    const refused = await saving.save(async () => {
      const answer = await log.register.addStaff(asked);
      if (!answer.ok) return answer;
      // `as`: chosen from a list of them.
      return { ok: true, value: await giveRoles(answer.value, rolesInOrder(roles), practice as PracticeId) };
    });
    if (refused === undefined) return;
    if (refused.length > 0) setAdded({ name: asked.name, refused });
    else void navigate({ to: '/practice', replace: true });
  };
  const propose = (): void => {
    const { name, initials } = form.getValues();
    if (initials.trim() === '') form.setValue('initials', proposedInitials(name));
  };
  if (added !== null) return <NotAllGiven {...added} />;
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
          <Roles of={form} />
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
