import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { type Path, useForm, useWatch } from 'react-hook-form';
import type { DraftId, PersonId, ThreadId } from '../../shared/domain/ids.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import { log } from '../api.ts';
import { DraftNote } from '../drafts/draft-note.tsx';
import { useFormKey } from '../drafts/form-key.ts';
import { FromDraft } from '../drafts/from-draft.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { PersonBar } from '../people/person-bar.tsx';
import { DangerNow } from '../register/danger-now.tsx';
import { useSaving } from '../saving.ts';
import { LinkButton } from '../ui/button.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { notTheRecord, sendsNothing } from '../words/always-true.ts';
import { HowSent, WhatFor, WhoTo } from './referral-fields.tsx';
import { blankReferral, continuedReferral, problemsIn, type ReferralValues, referralFrom } from './referral-form.ts';
import { ReferralPerson } from './referral-person.tsx';

function Help() {
  return (
    <aside aria-label="Help">
      <DangerNow />
      <Guide title="First send it, then record it">
        <p>{sendsNothing}</p>
        <p>{notTheRecord}</p>
      </Guide>
      <Guide title="Who reads it">
        <p>
          You, your supervisor, the safeguarding lead of the person’s practice, and the colleague you name. Reading is
          not being told.
        </p>
      </Guide>
    </aside>
  );
}

function OfConcern({ of }: { readonly of: ReturnType<typeof useForm<ReferralValues>> }) {
  const concern = useWatch({ control: of.control, name: 'concern' });
  if (concern === '') return null;
  return (
    <p>
      This referral comes from the concern{' '}
      <Link to="/concerns/$concern" params={{ concern }}>
        {referenceOf('C', concern as ThreadId)}
      </Link>
      . Whoever reads the referral does not read the concern.
    </p>
  );
}

interface Props {
  readonly values: ReferralValues;
  readonly draft: DraftId | undefined;
  readonly onBegun: (draft: DraftId) => void;
}

function SendForm({ values, draft: opened, onBegun }: Props) {
  const navigate = useNavigate();
  const form = useForm<ReferralValues>({ ...formRules, defaultValues: values });
  const saving = useSaving({ form });
  const draft = useDraft(form, { kind: 'referral', draft: opened, label: ({ to }) => to, onBegun });
  const person = useWatch({ control: form.control, name: 'person' });
  const send = async (): Promise<void> => {
    const problems = problemsIn(form.getValues());
    for (const [field, message] of problems) form.setError(field as Path<ReferralValues>, { message }); // `as`: they name fields of the form.
    if (problems.size > 0) return;
    const kept = await draft.forRecord();
    const asked = { ...referralFrom(form.getValues()), ...(kept !== undefined && { draft: kept }) };
    const sent = await saving.save(() => log.referrals.send(asked));
    if (sent === undefined) return;
    draft.end();
    const { referral } = sent;
    await navigate({ to: '/referrals/$referral', params: { referral }, search: { just: 'sent' }, replace: true });
  };
  const addSomeone = async (): Promise<void> => {
    // What could not be kept stays on the screen, and the note beside the button says so.
    if (!(await draft.safe())) return;
    const kept = await draft.forRecord();
    const search = { next: 'referral', ...(kept !== undefined && { referral: kept }) };
    await navigate({ to: '/people/new', search });
  };
  const finishLater = async (): Promise<void> => {
    if (await draft.safe()) await navigate({ to: '/' });
  };
  return (
    <div className={person === '' ? undefined : 'has-person'}>
      {person !== '' && <PersonBar person={person as PersonId} />}
      <Page title="Refer to a health professional" after="For support, review or monitoring.">
        <div className="layout layout--form">
          <Form of={form} onSave={() => void send()} problem={saving.problem} label="Refer to a health professional">
            <div className="form-section">
              <h2>Who</h2>
              <ReferralPerson of={form} onAdd={() => void addSomeone()} />
              <OfConcern of={form} />
              <WhoTo of={form} />
            </div>
            <div className="form-section">
              <h2>What</h2>
              <WhatFor of={form} />
            </div>
            <div className="form-section">
              <h2>How you sent it</h2>
              <HowSent of={form} />
            </div>
            <div className="save-bar">
              <div className="nhsuk-button-group">
                <SaveButton busy={saving.busy}>Record this referral</SaveButton>
                <LinkButton onClick={() => void finishLater()}>Save and finish later</LinkButton>
                <DraftNote of={draft} what="It is not recorded." />
              </div>
            </div>
          </Form>
          <Help />
        </div>
      </Page>
    </div>
  );
}

/** Writes down that somebody was referred back to a health professional. */
export function SendReferral() {
  const { person, concern, draft } = useSearch({ from: '/referrals/new' });
  const navigate = useNavigate();
  const [key, begun] = useFormKey(draft, person, concern);
  const onBegun = (id: DraftId): void => {
    begun(id);
    void navigate({ to: '/referrals/new', search: { draft: id }, replace: true });
  };
  return (
    <FromDraft key={key} draft={draft} blank={blankReferral}>
      {(values, kept) => {
        // The draft of an answer goes on there.
        if (typeof kept['referral'] === 'string' && draft !== undefined) {
          const params = { referral: kept['referral'] };
          return <Navigate to="/referrals/$referral/answer" params={params} search={{ draft }} replace />;
        }
        const named = { ...(person !== undefined && { person }), ...(concern !== undefined && { concern }) };
        return (
          <SendForm
            values={{ ...continuedReferral(values), ...named }}
            draft={draft as DraftId | undefined}
            onBegun={onBegun}
          />
        ); // `as`: the log refuses anything else.
      }}
    </FromDraft>
  );
}
