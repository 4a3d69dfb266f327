import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type Path, useForm, useWatch } from 'react-hook-form';
import type { DraftId, PersonId } from '../../shared/domain/ids.ts';
import { DraftNote } from '../drafts/draft-note.tsx';
import { useFormKey } from '../drafts/form-key.ts';
import { FromDraft } from '../drafts/from-draft.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { useLook } from '../look.tsx';
import { PersonBar } from '../people/person-bar.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { LinkButton } from '../ui/button.tsx';
import { isoOf } from '../ui/forms/dates.ts';
import { focusField } from '../ui/forms/errors.ts';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Page } from '../ui/page.tsx';
import { ageOn } from '../words/dates.ts';
import { AboutColleague } from './about-colleague.tsx';
import { CategoryFields } from './category-fields.tsx';
import { DangerFirst } from './danger-first.tsx';
import { nameIn, PersonPicker } from './person-picker.tsx';
import { ChildOrAdultQuestion, ToldSoFar, WhatHappened } from './raise-fields.tsx';
import { blankRaise, continuedRaise, labelOf, type RaiseValues, readRaise } from './raise-form.ts';
import { OnPaper, RaiseHelp } from './raise-help.tsx';
import { restrictedProblems } from './restricted/restricted-form.ts';
import { RestrictedQuestions } from './restricted/restricted-questions.tsx';
import { SafeContactFirst } from './safe-contact-first.tsx';
import { useReading } from './use-reading.ts';

const notKept = 'Your draft could not be saved, so the log cannot go on. What you typed is still here. Try again.';

// "Change" on the next page names the field that it is about.
function useFocusOnNamedField(): void {
  const hash = useRouterState({ select: ({ location }) => location.hash });
  useEffect(() => {
    if (hash.startsWith('field-')) focusField(hash);
  }, [hash]);
}

function ageIn(bornInLog: string | undefined, { who, added }: Pick<RaiseValues, 'who' | 'added'>): number | undefined {
  const typed = who === 'in-log' ? undefined : isoOf(added.dateOfBirth);
  const born = who === 'in-log' ? bornInLog : typed === 'wrong' ? undefined : (typed ?? undefined);
  return born === undefined ? undefined : ageOn(born);
}

interface Props {
  /** Only people who are named will read it. */
  readonly restricted?: boolean;
  readonly values: RaiseValues;
  readonly draft: DraftId | undefined;
  readonly onBegun: (draft: DraftId) => void;
}

const ways = {
  concern: { title: 'Raise a concern', check: '/concerns/check' },
  restricted: { title: 'Raise a restricted concern', check: '/concerns/restricted/check' },
} as const;

/** What is known in the first minute, of a concern or a restricted one. */
export function RaiseForm({ restricted = false, values, draft: opened, onBegun }: Props) {
  const kind = restricted ? 'restricted' : 'concern';
  const { title, check } = ways[kind];
  const form = useForm<RaiseValues>({ ...formRules, defaultValues: values });
  const navigate = useNavigate();
  const reading = useReading();
  const [problem, setProblem] = useState<string | null>(null);
  const [person, who, added] = useWatch({ control: form.control, name: ['person', 'who', 'added'] });
  const isChosen = who === 'in-log' && person !== '';
  const chosen = useLook('people', 'show', { person: person as PersonId }, isChosen); // `as`: the log refuses anything else.
  const details = isChosen ? chosen.data?.details : undefined;
  const age = ageIn(details?.dateOfBirth, { who, added });
  const asksChildOrAdult =
    age === undefined && (who === 'new' || who === 'not-identified' || details?.standing === 'registered');
  const draft = useDraft(form, {
    kind,
    draft: opened,
    label: (now) => labelOf(now, details && nameIn(details)),
    onBegun,
  });
  useFocusOnNamedField();
  const goOn = async (): Promise<void> => {
    setProblem(null);
    const { problems } = readRaise(form.getValues(), { ...reading, now: new Date(), born: details?.dateOfBirth });
    for (const [field, message] of problems) form.setError(field as Path<RaiseValues>, { message }); // `as`: `readRaise` names fields of the form.
    const named = restricted ? restrictedProblems(form.getValues().restricted) : [];
    for (const [field, message] of named) form.setError(field, { message });
    if (problems.size + named.length > 0) return;
    const kept = await draft.saveNow();
    if (kept === undefined) setProblem(notKept);
    else await navigate({ to: check, search: { draft: kept } });
  };
  const finishLater = async (): Promise<void> => {
    // What could not be kept stays on the screen, and the note beside the button says so.
    if (await draft.safe()) await navigate({ to: '/' });
  };
  return (
    <>
      {isChosen && <PersonBar person={person as PersonId} />}
      <Page title={title} after="Only what you know now. You can add more after you have raised it.">
        <div className="layout layout--form">
          <Form of={form} onSave={() => void goOn()} problem={problem} label={title}>
            <DangerFirst of={form} name="dangerNow" />
            {restricted ? <RestrictedQuestions of={form} /> : <AboutColleague />}
            <PersonPicker of={form} chosen={chosen} />
            {asksChildOrAdult ? <ChildOrAdultQuestion of={form} /> : null}
            <CategoryFields of={form} age={age} />
            <SafeContactFirst of={form} restricted={restricted} />
            <WhatHappened of={form} restricted={restricted} />
            <ToldSoFar of={form} />
            <div className="save-bar">
              <div className="nhsuk-button-group">
                <SaveButton>Continue</SaveButton>
                <LinkButton onClick={() => void finishLater()}>Save and finish later</LinkButton>
                <DraftNote of={draft} what="It has not been raised." />
              </div>
            </div>
          </Form>
          <RaiseHelp restricted={restricted}>{restricted ? null : <OnPaper />}</RaiseHelp>
        </div>
      </Page>
    </>
  );
}

/** A concern in one page: what is known in the first minute. */
export function Raise() {
  const { person, draft } = useSearch({ from: '/concerns/new' });
  const known = useSignedIn().register.settings.concernCategories;
  const navigate = useNavigate();
  const [key, begun] = useFormKey(draft, person);
  const onBegun = (id: DraftId): void => {
    begun(id);
    void navigate({ to: '/concerns/new', search: { draft: id }, replace: true });
  };
  return (
    <FromDraft key={key} draft={draft} title="Raise a concern" blank={{ ...blankRaise, person: person ?? '' }}>
      {(values) => (
        <RaiseForm
          values={continuedRaise(values, known)}
          draft={draft as DraftId | undefined} // `as`: the log refuses anything else.
          onBegun={onBegun}
        />
      )}
    </FromDraft>
  );
}
