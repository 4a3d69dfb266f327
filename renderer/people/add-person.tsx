import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { DraftId, PersonId } from '../../shared/domain/ids.ts';
import { LogFailure, log } from '../api.ts';
import { DraftNote } from '../drafts/draft-note.tsx';
import { useFormKey } from '../drafts/form-key.ts';
import { FromDraft } from '../drafts/from-draft.tsx';
import { LeaveGuard } from '../drafts/leave-guard.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { useSaving } from '../saving.ts';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { focusHeading } from '../ui/heading-focus.ts';
import { Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { notTheRecord } from '../words/always-true.ts';
import { PersonFields } from './person-fields.tsx';
import { blankPerson, checkPerson, detailsFrom, type PersonValues, personFields } from './person-values.ts';
import { SamePerson } from './same-person.tsx';
import { type Suspect, suspectsFor } from './suspects.ts';

interface Values {
  details: PersonValues;
}

/** Where somebody who was added is needed next: on the page that asked for them. */
function useNext(): (person: PersonId) => Promise<void> {
  const navigate = useNavigate();
  const { next, referral } = useSearch({ from: '/people/new' });
  return (person) => {
    if (next === 'referral') {
      const search = { person, ...(referral !== undefined && { draft: referral }) };
      return navigate({ to: '/referrals/new', search, replace: true });
    }
    return navigate({ to: '/people/$person', params: { person }, replace: true });
  };
}

function labelOf({ details: { givenName, familyName } }: Values): string {
  return [givenName, familyName].filter((part) => part.trim() !== '').join(' ');
}

const numberTaken = 'Somebody in this log has this number already. Check each digit with the person or their record';

interface Props {
  readonly values: Values;
  readonly draft: DraftId | undefined;
  readonly onBegun: (draft: DraftId) => void;
}

function AddForm({ values, draft: opened, onBegun }: Props) {
  const form = useForm<Values>({ ...formRules, defaultValues: values });
  const saving = useSaving({ form, fields: personFields<Values>('details') });
  const draft = useDraft(form, { kind: 'person', draft: opened, label: labelOf, onBegun });
  const next = useNext();
  const [suspects, setSuspects] = useState<readonly Suspect[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  const entered = detailsFrom(form.getValues('details'));

  const add = async (): Promise<void> => {
    const kept = await draft.forRecord();
    const asked = { details: detailsFrom(form.getValues('details')), ...(kept !== undefined && { draft: kept }) };
    const person = await saving.save(() => log.people.add(asked));
    if (person === undefined) return setSuspects([]);
    draft.end();
    return next(person);
  };
  const save = async (): Promise<void> => {
    if (!checkPerson(form, 'details')) return;
    setTrouble(null);
    try {
      const found = await suspectsFor(detailsFrom(form.getValues('details')));
      if (found.length > 0) return setSuspects(found);
    } catch (error) {
      if (!(error instanceof LogFailure)) throw error;
      return setTrouble(error.message);
    }
    return add();
  };
  const different = async (): Promise<void> => {
    if (!suspects.some(({ sameNumber }) => sameNumber)) return add();
    form.setError('details.nhsNumber', { message: numberTaken });
    return setSuspects([]);
  };
  const use = async ({ person }: Suspect): Promise<void> => {
    const kept = await draft.forRecord();
    draft.end();
    if (kept !== undefined) await saving.save(() => log.drafts.discard({ draft: kept, reason: 'not-needed' }));
    return next(person);
  };
  if (suspects.length > 0) {
    return (
      <>
        <SamePerson
          entered={entered}
          suspects={suspects}
          busy={saving.busy}
          onUse={(suspect) => void use(suspect)}
          onDifferent={() => void different()}
          onBack={() => {
            setSuspects([]);
            focusHeading();
          }}
        />
        <LeaveGuard keeper={draft.keeper} />
      </>
    );
  }
  return (
    <div className="layout layout--form">
      <Form of={form} onSave={() => void save()} problem={trouble ?? saving.problem} label="Add a person">
        <PersonFields of={form} at="details" />
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy}>Add this person</SaveButton>
        </div>
        <DraftNote of={draft} what="This person has not been added." />
      </Form>
      <aside aria-label="Help">
        <Guide title="Before you add somebody">
          <ul>
            <li>Look for them under People first.</li>
            <li>Take their name and NHS number from the GP record.</li>
            <li>If you do not know who they are, choose “Not yet identified”. A concern never waits for a name.</li>
          </ul>
        </Guide>
        <Guide title="The GP record">
          <p>{notTheRecord}</p>
        </Guide>
      </aside>
    </div>
  );
}

/** Adds a person (a patient) to the log. */
export function AddPerson() {
  const search = useSearch({ from: '/people/new' });
  const { draft } = search;
  const navigate = useNavigate();
  const [key, begun] = useFormKey(draft);
  const onBegun = (id: DraftId): void => {
    begun(id);
    void navigate({ to: '/people/new', search: { ...search, draft: id }, replace: true });
  };
  return (
    <Page title="Add a person">
      <FromDraft key={key} draft={draft} blank={{ details: blankPerson }}>
        {(values, kept) => {
          // A draft of changes to somebody goes on there.
          if (typeof kept['person'] === 'string' && draft !== undefined) {
            const params = { person: kept['person'] };
            return <Navigate to="/people/$person/change" params={params} search={{ draft }} replace />;
          }
          return <AddForm values={values} draft={draft as DraftId | undefined} onBegun={onBegun} />; // `as`: the log refuses anything else.
        }}
      </FromDraft>
    </Page>
  );
}
