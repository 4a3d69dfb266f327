import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { StaffId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Banner, Empty, Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { ChoosePassphrase } from '../unlock/choose-passphrase.tsx';
import { isGoodPassphrase, type NewPassphrase } from '../unlock/passphrase-rules.ts';
import { lostForGood } from '../unlock/recovery-words.ts';
import { whoCanConfirm } from './entitled.ts';
import { namesAround } from './names-around.ts';

const back = (
  <Link to="/practice" className="nhsuk-back-link">
    Who works here
  </Link>
);

function Who({ onChosen }: { readonly onChosen: (staff: StaffId) => void }) {
  const { register } = useSignedIn();
  const form = useForm({ ...formRules, defaultValues: { staff: '' } });
  const waits = new Set(register.waitingToBeLetIn.map(({ staff }) => staff));
  const others = register.staff.filter(({ staff, active }) => active && staff !== register.me);
  const choose = (): void => {
    const staff = form.getValues('staff') as StaffId; // `as`: chosen from a list of them.
    if (staff.length === 0) form.setError('staff', { message: 'Select who forgot their passphrase' });
    else onChosen(staff);
  };
  if (others.length === 0) return <Empty title="Nobody else works here yet" icon="people" />;
  return (
    <Form of={form} onSave={choose} label="Who is let in again">
      <Choice
        of={form}
        name="staff"
        label="Who forgot their passphrase?"
        hint="They must be here: they type a new passphrase themselves on the next page."
        options={others.map(({ staff, name, jobTitle }) => ({
          value: staff,
          label: name,
          hint: waits.has(staff) ? 'Waits to be confirmed. Typing a passphrase again replaces it' : jobTitle,
        }))}
      />
      <SaveButton busy={false} busyText="">
        Continue
      </SaveButton>
    </Form>
  );
}

interface TypeProps {
  readonly staff: StaffId;
  readonly onBack: () => void;
  readonly onDone: (waits: boolean) => void;
}

function Type({ staff, onBack, onDone }: TypeProps) {
  const { register, nameOf } = useSignedIn();
  const form = useForm({ ...formRules, defaultValues: { passphrase: '', again: '' } });
  const saving = useSaving({ form });
  const chosen: NewPassphrase<{ passphrase: string; again: string }> = {
    of: form,
    name: 'passphrase',
    again: 'again',
    context: () => namesAround(register, staff),
  };
  const letIn = async (): Promise<void> => {
    if (saving.busy || !(await isGoodPassphrase(chosen))) return;
    const { passphrase } = form.getValues();
    const done = await saving.save(() => log.register.letInAgain({ staff, passphrase }));
    if (done !== undefined) onDone(done.waits);
  };
  return (
    <Form of={form} onSave={() => void letIn()} problem={saving.problem} label="Let somebody in again">
      <p>
        <strong>{nameOf(staff)}, sit down here and choose a new passphrase.</strong> Nobody else may see it. Then give
        the chair back: whoever is signed in types their own passphrase to agree.
      </p>
      <ChoosePassphrase {...chosen} label="New passphrase" />
      <div className="nhsuk-button-group">
        <SaveButton busy={saving.busy}>Let {nameOf(staff)} in again</SaveButton>
        <Button onClick={onBack}>Back</Button>
      </div>
    </Form>
  );
}

function Done({ staff, waits }: { readonly staff: StaffId; readonly waits: boolean }) {
  const { register, nameOf } = useSignedIn();
  const seconds = whoCanConfirm(register, staff).map(({ name }) => name);
  const heading = waits
    ? `${nameOf(staff)} has typed a new passphrase. It opens nothing until a second colleague confirms it.`
    : `${nameOf(staff)} can unlock the log with the new passphrase now.`;
  return (
    <>
      <Banner kind="success" heading={heading}>
        {waits && seconds.length > 0 && <p>One of them signs in here and confirms it: {seconds.join(', ')}.</p>}
      </Banner>
      {waits ? (
        <p>
          Until then their old passphrase still works, if they remember it; using it ends the new one. Once it is
          confirmed: {lostForGood}
        </p>
      ) : (
        <p>The old passphrase opens nothing any more. {lostForGood}</p>
      )}
      <p>
        <Link to="/practice">Back to who works here</Link>
      </p>
    </>
  );
}

function Help({ staff }: { readonly staff: StaffId | null }) {
  const { register } = useSignedIn();
  const nobody = staff !== null && register.reviewed && whoCanConfirm(register, staff).length === 0;
  return (
    <>
      <Guide title="What it means for them">
        <p>{lostForGood}</p>
        <p>Their old passphrase ends once the new one is confirmed. What they signed so far stays theirs.</p>
      </Guide>
      <Guide title="Two people are needed">
        {nobody ? (
          <p>
            Nobody else here could confirm it. Give the role of supervisor or lead to a colleague first, or use the
            recovery key: lock, then “I cannot unlock the log”.
          </p>
        ) : (
          <p>
            You and a second colleague, so that nobody can make up that somebody forgot. One of you supervises or leads.
            See the person yourself: a phone call is not enough.
          </p>
        )}
      </Guide>
    </>
  );
}

/** Somebody forgot their passphrase and sits beside a colleague who is signed in. */
export function LetInAgain() {
  const { isManager, isSupervisor, nameOf } = useSignedIn();
  const [staff, setStaff] = useState<StaffId | null>(null);
  const [waits, setWaits] = useState<boolean | null>(null);
  const step = waits !== null ? 'done' : staff === null ? 'who' : 'type';
  if (!isManager && !isSupervisor) {
    return (
      <Page title="Let somebody in again" back={back}>
        <p>
          A practice manager, supervisor or safeguarding lead can do this. Ask one of them: “Who works here” says who
          they are.
        </p>
      </Page>
    );
  }
  return (
    <Page
      title={staff === null ? 'Let somebody in again' : `Let ${nameOf(staff)} in again`}
      windowTitle="Let somebody in again"
      step={step}
      back={back}
    >
      <div className="layout layout--form">
        <div>
          {step === 'who' && <Who onChosen={setStaff} />}
          {step === 'type' && staff !== null && <Type staff={staff} onBack={() => setStaff(null)} onDone={setWaits} />}
          {staff !== null && waits !== null && <Done staff={staff} waits={waits} />}
        </div>
        <div>{step !== 'done' && <Help staff={staff} />}</div>
      </div>
    </Page>
  );
}
