import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import { type FieldValues, type Path, type UseFormReturn, useForm } from 'react-hook-form';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import type { Answer } from '../../../shared/contract/failures.ts';
import type { DraftId, EventId } from '../../../shared/domain/ids.ts';
import { DraftNote } from '../../drafts/draft-note.tsx';
import { useFormKey } from '../../drafts/form-key.ts';
import { FromDraft } from '../../drafts/from-draft.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { Look, useLook } from '../../look.tsx';
import { useSaving } from '../../saving.ts';
import { formRules } from '../../ui/forms/field.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { SaveButton } from '../../ui/forms/save-button.tsx';
import { Page } from '../../ui/page.tsx';
import { useConcernId } from '../concern-id.ts';
import { PersonOfConcern } from '../person-of-concern.tsx';
import { type AroundPart, aroundParts } from './parts.ts';

/** A draft also keeps where it belongs, so that it can be gone on with from Today. */
export interface AroundValues extends FieldValues {
  concern: string;
  part: AroundPart;
}

/** What was typed as the log takes it, and what is wrong with it: a sentence for each field of the form. */
export interface Read<Said> {
  readonly said: Said;
  readonly problems: readonly (readonly [field: string, message: string])[];
}

interface Props<Values extends AroundValues, Said> {
  readonly title: string;
  readonly part: AroundPart;
  readonly blank: (page: ConcernPage) => Values;
  readonly read: (values: Values) => Read<Said>;
  readonly send: (
    said: Said,
    to: { readonly concern: ConcernPage['concern']; readonly draft?: DraftId },
  ) => Promise<Answer<EventId>>;
  readonly saveLabel: string;
  /** What the draft is not yet. */
  readonly notYet: string;
  readonly fields: ComponentType<{ readonly of: UseFormReturn<Values> }>;
  readonly beside: ReactNode;
  /** Which entry the form is about, where it corrects one. */
  readonly about?: string | undefined;
}

interface FormProps<Values extends AroundValues, Said> extends Props<Values, Said> {
  readonly page: ConcernPage;
  readonly values: Values;
  readonly draft: DraftId | undefined;
  readonly onBegun: (draft: DraftId) => void;
}

// The log names a field under what it is part of: `placed.dateOfBirth`.
function fieldOf(field: string): string {
  return field.replace(/^(?:placed|recorded|map)\./, '');
}

function AroundForm<Values extends AroundValues, Said>(props: FormProps<Values, Said>) {
  const { page, title, values, draft: opened, onBegun, read, send, saveLabel, notYet, fields: Fields } = props;
  const { concern, reference } = page;
  const form = useForm<Values>({ ...formRules, defaultValues: values as never }); // `as`: the values themselves are the defaults.
  const navigate = useNavigate();
  const draft = useDraft(form, { kind: 'information', draft: opened, label: () => `Concern ${reference}`, onBegun });
  const saving = useSaving({ form, fields: (field) => fieldOf(field) as Path<Values> }); // `as`: the log's names are the form's.
  const save = async (): Promise<void> => {
    const { said, problems } = read(form.getValues());
    for (const [field, message] of problems) form.setError(field as Path<Values>, { message }); // `as`: its own names.
    if (problems.length > 0) return;
    const kept = await draft.forRecord();
    const saved = await saving.save(() => send(said, { concern, ...(kept !== undefined && { draft: kept }) }));
    if (saved === undefined) return;
    draft.end();
    await navigate({ to: '/concerns/$concern', params: { concern }, replace: true });
  };
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label={title}>
      <Fields of={form} />
      <div className="nhsuk-button-group">
        <SaveButton busy={saving.busy}>{saveLabel}</SaveButton>
        <Link to="/concerns/$concern" params={{ concern }}>
          Cancel
        </Link>
        <DraftNote of={draft} what={notYet} />
      </div>
    </Form>
  );
}

/** A page that adds one entry to a concern: who else is in it, or what was found. */
export function InConcern<Values extends AroundValues, Said>(props: Props<Values, Said>) {
  const { title, part, blank, beside, about } = props;
  const concern = useConcernId();
  const { draft } = useSearch({ strict: false });
  const navigate = useNavigate();
  const page = useLook('concerns', 'open', { concern });
  const [key, begun] = useFormKey(draft, about);
  const onBegun = (id: DraftId): void => {
    begun(id);
    const search = { draft: id, ...(about !== undefined && { placed: about }) };
    void navigate({ to: aroundParts[part], params: { concern }, search, replace: true });
  };
  return (
    <Look at={page} what="the concern">
      {(found) => (
        <>
          <PersonOfConcern page={found} />
          <Page
            title={title}
            caption={`Concern ${found.reference}`}
            back={
              <Link to="/concerns/$concern" params={{ concern }} className="nhsuk-back-link">
                Back to the concern
              </Link>
            }
          >
            <div className="layout layout--form">
              <FromDraft key={key} draft={draft} blank={blank(found)}>
                {(values) => (
                  <AroundForm
                    {...props}
                    page={found}
                    values={values}
                    draft={draft as DraftId | undefined} // `as`: the log refuses anything else.
                    onBegun={onBegun}
                  />
                )}
              </FromDraft>
              {beside}
            </div>
          </Page>
        </>
      )}
    </Look>
  );
}
