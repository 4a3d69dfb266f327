import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import { sentenceFor } from '../../shared/contract/failures.ts';
import type { PersonPage } from '../../shared/contract/people.ts';
import type { DraftId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { DraftNote } from '../drafts/draft-note.tsx';
import { useFormKey } from '../drafts/form-key.ts';
import { FromDraft } from '../drafts/from-draft.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { Look, useLook } from '../look.tsx';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { focusField } from '../ui/forms/errors.ts';
import { fieldId, formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Flag } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { type Newer, newerIn, withNewer } from './newer-details.ts';
import { PersonFields } from './person-fields.tsx';
import { usePersonParam } from './person-param.ts';
import { checkPerson, detailsFrom, type PersonValues, personFields, valuesFrom } from './person-values.ts';

interface Values {
  /** Tells a draft of changes from one of somebody new. */
  person: string;
  /** The newest entry that its author had before them when they began, and what it said then. */
  seen: string;
  before: PersonValues;
  details: PersonValues;
}

/** Whoever follows a Change link lands in the box that it names. */
function useFocusOnBox(box: string | undefined): void {
  useEffect(() => {
    if (box === undefined) return undefined;
    // After the frame has put the focus on the new page.
    const timer = setTimeout(() => focusField(fieldId(`details.${box}`)), 0);
    return () => clearTimeout(timer);
  }, [box]);
}

interface NewerProps {
  readonly of: UseFormReturn<Values>;
  readonly newest: PersonPage;
}

const notKnown = 'Not known';

function Both({ now, typed, before }: Newer) {
  return (
    <>
      {now ?? notKnown}
      <br />
      <span className="small muted">Before: {before ?? notKnown}</span>
      {typed !== undefined && (
        <>
          <br />
          <strong>You typed: {typed ?? 'nothing'}</strong>
        </>
      )}
    </>
  );
}

/** What somebody else changed while this was being written, beside what is typed. */
function WhatIsNewer({ of, newest }: NewerProps) {
  const { practiceName } = useSignedIn();
  const [{ seen, before }] = useState(() => of.getValues());
  const typed = useWatch({ control: of.control, name: 'details' });
  if (seen === newest.newest) return null;
  const newer = newerIn({ before, now: valuesFrom(newest.details), typed }, practiceName);
  return (
    <div role="status">
      <Flag>
        <p>{sentenceFor({ kind: 'stale', newest: newest.newest })}</p>
        {newer.length === 0 ? (
          <p>The details themselves are as they were.</p>
        ) : (
          <p>The boxes that you had not changed hold what is new. What you typed stands in the others.</p>
        )}
        <SummaryList rows={newer.map((one) => ({ key: one.key, value: <Both {...one} />, typed: true }))} />
      </Flag>
    </div>
  );
}

interface Props {
  readonly page: PersonPage;
  readonly values: Values;
  readonly draft: DraftId | undefined;
  readonly box: string | undefined;
  readonly onBegun: (draft: DraftId) => void;
  readonly onLookAgain: () => Promise<PersonPage | undefined>;
}

/** The form with whatever was written in the log since its draft was begun. */
function useDetails({ page, values, onLookAgain }: Pick<Props, 'page' | 'values' | 'onLookAgain'>) {
  const [newest, setNewest] = useState(page);
  const { before } = values;
  const [defaultValues] = useState({
    ...values,
    details: withNewer(values.details, [before], valuesFrom(page.details)),
  });
  const form = useForm<Values>({ ...formRules, defaultValues });
  const lookAgain = async (): Promise<void> => {
    const found = await onLookAgain();
    if (found === undefined) return;
    const shown = [before, valuesFrom(newest.details)];
    form.setValue('details', withNewer(form.getValues('details'), shown, valuesFrom(found.details)));
    setNewest(found);
  };
  return { form, newest, lookAgain };
}

function ChangeForm({ page, values, draft: opened, box, onBegun, onLookAgain }: Props) {
  const { person } = page;
  const navigate = useNavigate();
  const { form, newest, lookAgain } = useDetails({ page, values, onLookAgain });
  const saving = useSaving({ form, fields: personFields<Values>('details') });
  const draft = useDraft(form, {
    kind: 'person',
    draft: opened,
    label: () => `Changes to ${page.reference}`,
    onBegun,
  });
  useFocusOnBox(box);
  const save = async (): Promise<void> => {
    if (!checkPerson(form, 'details')) return;
    const kept = await draft.forRecord();
    const details = detailsFrom(form.getValues('details'));
    const asked = { person, seen: newest.newest, details, ...(kept !== undefined && { draft: kept }) };
    const done = await saving.save(() => log.people.change(asked));
    if (done === undefined) return;
    draft.end();
    await navigate({ to: '/people/$person/details', params: { person }, replace: true });
  };
  const isStale = saving.failure?.kind === 'stale' && saving.failure.newest !== newest.newest;
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Change details">
      {isStale && <Button onClick={() => void lookAgain()}>Show what is new, and keep what I typed</Button>}
      <WhatIsNewer of={form} newest={newest} />
      <PersonFields of={form} at="details" />
      <div className="nhsuk-button-group">
        <SaveButton busy={saving.busy}>Save details</SaveButton>
        <Link to="/people/$person/details" params={{ person }}>
          Back to the details
        </Link>
      </div>
      <DraftNote of={draft} what="The details have not been changed." />
    </Form>
  );
}

function blankFor({ person, newest, details }: PersonPage): Values {
  const values = valuesFrom(details);
  return { person, seen: newest, before: values, details: values };
}

/** Changes what is known of a person. What stood there before stays readable. */
export function ChangePerson() {
  const person = usePersonParam();
  const { draft, box } = useSearch({ from: '/people/$person/change' });
  const at = useLook('people', 'show', { person });
  const navigate = useNavigate();
  const [key, begun] = useFormKey(draft);
  const onBegun = (id: DraftId): void => {
    begun(id);
    void navigate({ to: '/people/$person/change', params: { person }, search: { draft: id }, replace: true });
  };
  return (
    <Page title="Change details">
      <Look at={at} what="this person">
        {(page) => (
          <FromDraft key={key} draft={draft} blank={blankFor(page)}>
            {(values) => (
              <div className="column">
                <ChangeForm
                  page={page}
                  values={values}
                  draft={draft as DraftId | undefined} // `as`: the log refuses anything else.
                  box={box}
                  onBegun={onBegun}
                  onLookAgain={async () => (await at.refetch()).data}
                />
              </div>
            )}
          </FromDraft>
        )}
      </Look>
    </Page>
  );
}
