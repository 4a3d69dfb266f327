import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { concernFacts, type FactName } from '../../shared/domain/concern-facts.ts';
import type { DraftId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { DraftNote } from '../drafts/draft-note.tsx';
import { useFormKey } from '../drafts/form-key.ts';
import { FromDraft } from '../drafts/from-draft.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { Look, useLook } from '../look.tsx';
import { useSaving } from '../saving.ts';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { Page } from '../ui/page.tsx';
import { sendsNothing } from '../words/always-true.ts';
import { useConcernId } from './concern-id.ts';
import { EveryQuestion } from './every-question.tsx';
import { blankFact, type FactValues, isFact, longestNote, readFact } from './fact-fields.ts';
import { FactQuestion } from './fact-question.tsx';
import { PersonOfConcern } from './person-of-concern.tsx';
import { RaiseHelp } from './raise-help.tsx';

/** A draft also keeps where it belongs, so that it can be gone on with from Today. */
export interface AddValues extends FactValues {
  concern: string;
  fact: string;
}

/** The question after this one among those that have no answer yet. */
function nextOf(stillToAdd: ConcernPage['stillToAdd'], fact: FactName): FactName | undefined {
  const order = Object.keys(concernFacts);
  return stillToAdd.find((one) => order.indexOf(one.fact) > order.indexOf(fact))?.fact;
}

interface Props {
  readonly page: ConcernPage;
  readonly fact: FactName | undefined;
  readonly values: AddValues;
  readonly draft: DraftId | undefined;
  readonly onBegun: (draft: DraftId) => void;
}

function AddForm({ page, fact, values, draft: opened, onBegun }: Props) {
  const { concern, reference, newest, stillToAdd } = page;
  const form = useForm<AddValues>({ ...formRules, defaultValues: values });
  const navigate = useNavigate();
  const draft = useDraft(form, {
    kind: 'information',
    draft: opened,
    label: () => `Concern ${reference}`,
    onBegun,
  });
  const saving = useSaving({ form, fields: { note: 'text' } });
  const next = fact === undefined ? undefined : nextOf(stillToAdd, fact);
  const leave = (to: FactName | undefined, replace: boolean): void => {
    const there = { params: { concern }, replace } as const;
    if (to === undefined) void navigate({ to: '/concerns/$concern', ...there });
    else void navigate({ to: '/concerns/$concern/add', search: { fact: to }, ...there });
  };
  const inputOf = (typed: AddValues) => {
    if (fact !== undefined) return readFact(fact, typed);
    return { note: typed.text, problems: typed.text.trim() === '' ? { text: 'Enter what you want to add' } : {} };
  };
  const save = async (): Promise<void> => {
    const { problems, ...said } = inputOf(form.getValues());
    for (const field of ['text', 'answer', 'more'] as const) {
      const message = (problems as Partial<Record<string, string>>)[field]; // `as`: either has none or some of these.
      if (message !== undefined) form.setError(field, { message });
    }
    if (Object.keys(problems).length > 0) return;
    const kept = await draft.forRecord();
    const saved = await saving.save(() =>
      log.concerns.addInformation({ concern, seen: newest, ...said, ...(kept !== undefined && { draft: kept }) }),
    );
    if (saved === undefined) return;
    draft.end();
    leave(next, true);
  };
  const isLast = next === undefined;
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Add information">
      <div className="form-section">
        {fact === undefined ? (
          <TextArea
            of={form}
            name="text"
            label="What do you want to add?"
            hint="It stands beside what was written before, with your name and the time. Nothing is changed."
            rows={8}
            max={longestNote}
            spellCheck
          />
        ) : (
          <FactQuestion of={form} fact={fact} />
        )}
      </div>
      {fact === undefined ? <EveryQuestion {...page} /> : null}
      <p>{sendsNothing}</p>
      <div className="nhsuk-button-group">
        <SaveButton busy={saving.busy}>{fact === undefined || isLast ? 'Save' : 'Save and next question'}</SaveButton>
        {fact !== undefined && !isLast && (
          <Link to="/concerns/$concern/add" params={{ concern }} search={{ fact: next }}>
            Skip
          </Link>
        )}
        <Link to="/concerns/$concern" params={{ concern }}>
          {fact === undefined ? 'Cancel' : 'Finish'}
        </Link>
        <DraftNote of={draft} what="It is not part of the concern yet." />
      </div>
    </Form>
  );
}

/** One question about a concern, or whatever else there is to add. */
export function AddInformation() {
  const concern = useConcernId();
  const { fact: named, draft } = useSearch({ from: '/concerns/$concern/add' });
  const fact = isFact(named) ? named : undefined;
  const navigate = useNavigate();
  const page = useLook('concerns', 'open', { concern });
  const [key, begun] = useFormKey(draft);
  const onBegun = (id: DraftId): void => {
    begun(id);
    const search = { draft: id, ...(fact !== undefined && { fact }) };
    void navigate({ to: '/concerns/$concern/add', params: { concern }, search, replace: true });
  };
  const title = fact === undefined ? 'Add more information' : concernFacts[fact].ask;
  const blank: AddValues = { ...blankFact, concern, fact: fact ?? '' };
  return (
    <Look at={page} what="the concern">
      {(found) => (
        <>
          <PersonOfConcern page={found} />
          <Page
            title={title}
            step={fact}
            caption={`Concern ${found.reference}`}
            back={
              <Link to="/concerns/$concern" params={{ concern }} className="nhsuk-back-link">
                Back to the concern
              </Link>
            }
          >
            <div className="layout layout--form">
              <FromDraft key={`${fact} ${key}`} draft={draft} blank={blank}>
                {(values) => {
                  const asked = isFact(values.fact) ? values.fact : undefined;
                  // The address may name the draft alone: what was written answers the question that it was written to.
                  if (draft !== undefined && asked !== fact) {
                    const search = { draft, ...(asked !== undefined && { fact: asked }) };
                    return <Navigate to="/concerns/$concern/add" params={{ concern }} search={search} replace />;
                  }
                  return (
                    <AddForm
                      page={found}
                      fact={fact}
                      values={values}
                      draft={draft as DraftId | undefined} // `as`: the log refuses anything else.
                      onBegun={onBegun}
                    />
                  );
                }}
              </FromDraft>
              <RaiseHelp restricted={found.state.restricted !== undefined} />
            </div>
          </Page>
        </>
      )}
    </Look>
  );
}
