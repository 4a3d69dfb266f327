import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
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
import { replacedIn, rowOf } from './details-rows.tsx';
import { PersonFields } from './person-fields.tsx';
import { usePersonParam } from './person-param.ts';
import { checkPerson, detailsFrom, type PersonValues, personFields, valuesFrom } from './person-values.ts';

interface Values {
  /** Tells a draft of changes from one of somebody new. */
  person: string;
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
  readonly shown: PersonPage;
  readonly newest: PersonPage;
}

/** What somebody else changed while this was being written. */
function Newer({ shown, newest }: NewerProps) {
  const { practiceName } = useSignedIn();
  if (shown.newest === newest.newest) return null;
  const rows = replacedIn(newest.details, shown.details, practiceName).map((known) => rowOf(known));
  return (
    <Flag>
      <p>Somebody added to this record. What you typed is still here: check it, then save again.</p>
      {rows.length > 0 && <SummaryList rows={rows} />}
    </Flag>
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

function ChangeForm({ page, values, draft: opened, box, onBegun, onLookAgain }: Props) {
  const { person } = page;
  const navigate = useNavigate();
  const [shown] = useState(page);
  const [newest, setNewest] = useState(page);
  const form = useForm<Values>({ ...formRules, defaultValues: values });
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
    const kept = await draft.saveNow();
    const details = detailsFrom(form.getValues('details'));
    const asked = { person, seen: newest.newest, details, ...(kept !== undefined && { draft: kept }) };
    const done = await saving.save(() => log.people.change(asked));
    if (done === undefined) return;
    draft.end();
    await navigate({ to: '/people/$person/details', params: { person }, replace: true });
  };
  const lookAgain = async (): Promise<void> => setNewest((await onLookAgain()) ?? newest);
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Change details">
      {saving.failure?.kind === 'stale' && (
        <Button onClick={() => void lookAgain()}>Show what is new, and keep what I typed</Button>
      )}
      <Newer shown={shown} newest={newest} />
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
          <FromDraft key={key} draft={draft} blank={{ person, details: valuesFrom(page.details) }}>
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
