import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { DraftId, PersonId, StaffId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { FromDraft } from '../drafts/from-draft.tsx';
import { Look, useLook } from '../look.tsx';
import { DangerNow } from '../register/danger-now.tsx';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Page } from '../ui/page.tsx';
import { blankRaise, type RaiseValues, readRaise } from './raise-form.ts';
import { PhoneOutside } from './restricted/phone-outside.tsx';
import { useReading } from './use-reading.ts';

const title = 'Someone should not read this';

interface ConnectionProps {
  readonly person: PersonId;
  readonly draft: DraftId;
}

function DeclareConnection({ person, draft }: ConnectionProps) {
  const { me, register, nameAndRole } = useSignedIn();
  const readers = useLook('concerns', 'whoReads', { person, practice: null });
  const form = useForm<{ staff: string }>({ ...formRules, defaultValues: { staff: '' } });
  const saving = useSaving({ form });
  const navigate = useNavigate();
  const declare = async (): Promise<void> => {
    const staff = form.getValues('staff') as StaffId; // `as`: the log refuses anything else.
    if (staff === ('' as StaffId)) return form.setError('staff', { message: 'Select who is related or a friend' });
    const saved = await saving.save(() => log.register.declareConnection({ staff, person }));
    if (saved !== undefined) await navigate({ to: '/concerns/check', search: { draft }, replace: true });
  };
  return (
    <Look at={readers} what="who would read this">
      {(audience) => (
        <Form of={form} onSave={() => void declare()} problem={saving.problem} label="Record a connection">
          <Choice
            of={form}
            name="staff"
            label="Who is related to this person, or a friend of theirs?"
            hint="Supervisors and safeguarding leads can see that this connection was recorded, and one of them can end it later."
            options={audience.readers
              .filter((staff) => staff !== me.staff && staff !== register.me)
              .map((staff) => ({ value: staff, label: nameAndRole(staff) }))}
          />
          <SaveButton busy={saving.busy}>Record the connection</SaveButton>
        </Form>
      )}
    </Look>
  );
}

interface WrittenProps {
  readonly values: RaiseValues;
  readonly draft: DraftId;
}

function Related({ values, draft }: WrittenProps) {
  const { isLead } = useSignedIn();
  const inLog = values.who === 'in-log' && values.person !== '';
  return (
    <Card title="If a colleague is related to this person, or a friend">
      <p>
        Then a connection can be recorded. From then on they do not read anything about this person, unless they raised
        it themselves.
      </p>
      {!inLog && <p>It can be recorded only about somebody who is already in this log. Phone first.</p>}
      {inLog && !isLead && (
        <p>
          Only the colleague themselves or a safeguarding lead can record it. Ask whichever of them is safe to ask. If
          neither is, phone.
        </p>
      )}
      {inLog && isLead && <DeclareConnection person={values.person as PersonId} draft={draft} />}
    </Card>
  );
}

function Back({ values, draft }: WrittenProps) {
  const reading = useReading();
  const [now] = useState(() => new Date());
  return readRaise(values, { ...reading, now }).input === null ? (
    <Link to="/concerns/new" search={{ draft }} className="nhsuk-back-link">
      Back to what you wrote
    </Link>
  ) : (
    <Link to="/concerns/check" search={{ draft }} className="nhsuk-back-link">
      Back to check your answers
    </Link>
  );
}

/** What can be done about a reader who should not read it. Nothing is promised that is not kept. */
function Shown({ written }: { readonly written: WrittenProps | undefined }) {
  return (
    <Page
      title={title}
      caption="Raise a concern"
      back={
        written === undefined ? (
          <Link to="/concerns/new" className="nhsuk-back-link">
            Back to raise a concern
          </Link>
        ) : (
          <Back {...written} />
        )
      }
    >
      <div className="layout layout--form">
        <div>
          <p>
            <strong>You can raise it as a restricted concern.</strong> Then only you and the people you name can read
            it. Nobody reads it because of their role.
          </p>
          <p>
            <Link
              to="/concerns/restricted/new"
              search={written === undefined ? {} : { from: written.draft }}
              className={buttonClass()}
            >
              Raise a restricted concern
            </Link>
          </p>
          {written !== undefined && (
            <p>
              Nothing has been raised or sent. Your words go along into the new form. This draft stays on Today until
              you discard it: colleagues can see that you have one when it waits too long, never what it says.
            </p>
          )}
          <PhoneOutside />
          {written !== undefined && <Related {...written} />}
        </div>
        <div className="sticky-col">
          <DangerNow />
        </div>
      </div>
    </Page>
  );
}

export function NotForSomeone() {
  const draft = useSearch({ from: '/concerns/not-for-someone' }).draft as DraftId | undefined; // `as`: the log refuses anything else.
  if (draft === undefined) return <Shown written={undefined} />;
  return (
    <FromDraft key={draft} draft={draft} title={title} blank={blankRaise}>
      {(values) => <Shown written={{ values, draft }} />}
    </FromDraft>
  );
}
