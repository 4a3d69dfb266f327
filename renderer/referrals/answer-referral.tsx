import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type Path, type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import type { ReferralPage } from '../../shared/contract/referrals.ts';
import type { DraftId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { DraftNote } from '../drafts/draft-note.tsx';
import { useFormKey } from '../drafts/form-key.ts';
import { FromDraft } from '../drafts/from-draft.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { Look, useLook } from '../look.tsx';
import { PersonBar } from '../people/person-bar.tsx';
import { useSaving } from '../saving.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { QuickDate } from '../ui/forms/quick-date.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { Flag } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { type AnswerValues, answerFrom, blankAnswer, continuedAnswer, problemsIn } from './answer-form.ts';
import { Answers } from './answers.tsx';
import { lately, optionsOf } from './near-dates.ts';
import { useReferralParam } from './referral-param.ts';
import { AskedInShort } from './what-was-asked.tsx';
import { answerWords } from './words.ts';

const hints = {
  accepted: 'They will do it. The referral stays open until it is done.',
  done: 'Nothing more is needed of them.',
  declined: 'They will not do it. Somebody has to say what happens now.',
} as const satisfies Record<keyof typeof answerWords, string>;

const answers = Object.entries(answerWords).map(([value, label]) => ({
  value,
  label,
  hint: hints[value as keyof typeof answerWords], // `as`: the keys of the map.
}));

function Fields({ of }: { readonly of: UseFormReturn<AnswerValues> }) {
  const [now] = useState(() => new Date());
  const declined = useWatch({ control: of.control, name: 'answer' }) === 'declined';
  return (
    <>
      <Choice of={of} name="answer" label="What did they answer?" options={answers} />
      <TextField
        of={of}
        name="from"
        label="Who answered? (optional)"
        hint="Their name and role. Needed when they take on something for today."
        spellCheck={false}
      />
      <TextArea
        of={of}
        name="said"
        label="What did they say?"
        hint="One or two lines. The detail belongs in the GP record."
        rows={4}
        max={4_000}
      />
      <QuickDate of={of} name="answeredOn" label="When did they answer?" options={optionsOf(lately, now)} />
      <TextArea
        of={of}
        name="nextStep"
        label={declined ? 'What happens now?' : 'What is the next step? (optional)'}
        hint="What, who does it, and by when."
        rows={3}
        max={4_000}
      />
    </>
  );
}

interface Props {
  readonly page: ReferralPage;
  readonly values: AnswerValues;
  readonly draft: DraftId | undefined;
  readonly onBegun: (draft: DraftId) => void;
  readonly onLookAgain: () => Promise<ReferralPage | undefined>;
}

function AnswerForm({ page, values, draft: opened, onBegun, onLookAgain }: Props) {
  const { referral, reference } = page;
  const navigate = useNavigate();
  const [began] = useState(page);
  const [shown, setShown] = useState(page);
  const form = useForm<AnswerValues>({ ...formRules, defaultValues: values });
  const saving = useSaving({ form });
  const draft = useDraft(form, { kind: 'referral', draft: opened, label: () => `Answer to ${reference}`, onBegun });
  const save = async (): Promise<void> => {
    const problems = problemsIn(form.getValues(), shown.state.sent.urgency);
    for (const [field, message] of problems) form.setError(field as Path<AnswerValues>, { message }); // `as`: they name fields of the form.
    if (problems.size > 0) return;
    const kept = await draft.forRecord();
    const asked = answerFrom(form.getValues(), { referral, seen: shown.newest });
    const done = await saving.save(() =>
      log.referrals.answer({ ...asked, ...(kept !== undefined && { draft: kept }) }),
    );
    if (done === undefined) return;
    draft.end();
    await navigate({ to: '/referrals/$referral', params: { referral }, search: { just: 'answered' }, replace: true });
  };
  const lookAgain = async (): Promise<void> => setShown((await onLookAgain()) ?? shown);
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Record the answer">
      {saving.failure?.kind === 'stale' && shown.newest !== saving.failure.newest && (
        <Button onClick={() => void lookAgain()}>Show what is new, and keep what I typed</Button>
      )}
      {shown.newest !== began.newest && (
        <Flag>
          <p>Somebody added to this referral. What you typed is still here: check it, then save again.</p>
        </Flag>
      )}
      {shown.state.answers.length > 0 && <Answers state={shown.state} />}
      <Fields of={form} />
      <div className="nhsuk-button-group">
        <SaveButton busy={saving.busy}>Save this answer</SaveButton>
        <Link to="/referrals/$referral" params={{ referral }}>
          Back to the referral
        </Link>
      </div>
      <DraftNote of={draft} what="The answer has not been recorded." />
    </Form>
  );
}

function Answering({ page, onLookAgain }: Pick<Props, 'page' | 'onLookAgain'>) {
  const { referral, reference, person, state } = page;
  // As it was when somebody came here: whoever is writing keeps what they wrote, whatever others do meanwhile.
  const [mayAnswer] = useState(page.mayAnswer);
  const { draft } = useSearch({ from: '/referrals/$referral/answer' });
  const navigate = useNavigate();
  const [key, begun] = useFormKey(draft);
  const onBegun = (id: DraftId): void => {
    begun(id);
    const params = { referral };
    void navigate({ to: '/referrals/$referral/answer', params, search: { draft: id }, replace: true });
  };
  return (
    <div className="has-person">
      <PersonBar person={person} />
      <Page title="Record the answer" caption={`Referral ${reference}`}>
        {mayAnswer ? (
          <div className="layout layout--form">
            <FromDraft key={key} draft={draft} blank={blankAnswer(referral)}>
              {(values) => (
                <AnswerForm
                  page={page}
                  values={continuedAnswer(values)}
                  draft={draft as DraftId | undefined} // `as`: the log refuses anything else.
                  onBegun={onBegun}
                  onLookAgain={onLookAgain}
                />
              )}
            </FromDraft>
            <aside aria-label="The referral">
              <AskedInShort state={state} />
            </aside>
          </div>
        ) : (
          <>
            <Flag>
              <p>This referral has had its last answer. Nothing more can be recorded on it.</p>
            </Flag>
            <Link to="/referrals/$referral" params={{ referral }}>
              Back to the referral
            </Link>
          </>
        )}
      </Page>
    </div>
  );
}

/** Writes down what a health professional answered. */
export function AnswerReferral() {
  const referral = useReferralParam();
  const at = useLook('referrals', 'open', { referral });
  if (at.data !== undefined) return <Answering page={at.data} onLookAgain={async () => (await at.refetch()).data} />;
  return (
    <Page title="Record the answer">
      <Look at={at} what="the referral">
        {() => null}
      </Look>
    </Page>
  );
}
