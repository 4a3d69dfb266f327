import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import type { DraftId } from '../../../shared/domain/ids.ts';
import { sharingProblems } from '../../../shared/domain/sharing-decision.ts';
import { log } from '../../api.ts';
import { DraftNote } from '../../drafts/draft-note.tsx';
import { FromDraft } from '../../drafts/from-draft.tsx';
import { useSaving } from '../../saving.ts';
import { Choice } from '../../ui/forms/choice.tsx';
import { Choices } from '../../ui/forms/choices.tsx';
import { formRules } from '../../ui/forms/field.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { SaveButton } from '../../ui/forms/save-button.tsx';
import { TextArea } from '../../ui/forms/text-area.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import { Guide } from '../../ui/notices.tsx';
import { sendsNothing } from '../../words/always-true.ts';
import { DecidersOnly } from '../deciders-only.tsx';
import { optionsOf } from '../words.ts';
import { useKept } from './kept.ts';
import { isSound, missing } from './problems.ts';
import { groundWords, type SharingDecision, toldWords } from './words.ts';

type YesOrNo = '' | 'yes' | 'no';

interface Values {
  concern: string;
  forChild: YesOrNo;
  shared: YesOrNo;
  with: string;
  grounds: SharingDecision['grounds'];
  detriment: string;
  why: string;
  told: '' | SharingDecision['told'];
  toldWhy: { 'not-safe': string; no: string };
}

const blank: Values = {
  concern: '',
  forChild: '',
  shared: '',
  with: '',
  grounds: [],
  detriment: '',
  why: '',
  told: '',
  toldWhy: { 'not-safe': '', no: '' },
};

const yesOrNo = optionsOf({ yes: 'Yes', no: 'No' });

/** What stands in the boxes that are open; what was typed before another answer was chosen is no part of it. */
function saidIn({ forChild, shared, with: whom, grounds, detriment, why, told, toldWhy }: Values) {
  const kept = shared === 'no' && forChild === 'yes' && detriment.trim() !== '';
  const untold = told === 'yes' || told === '' ? '' : toldWhy[told];
  return {
    shared: shared === 'yes',
    with: whom,
    forChild: forChild === 'yes',
    why,
    grounds: shared === 'yes' ? [...grounds] : [],
    ...(kept && { detriment }),
    told: told === '' ? ('yes' as const) : told,
    ...(untold.trim() !== '' && { toldWhy: untold }),
  };
}

function problemsOf(values: Values, agrees: string | undefined) {
  const { forChild, shared, told } = values;
  const { toldWhy, ...found } = sharingProblems(saidIn(values), agrees);
  return {
    forChild: missing(forChild, 'Select if it helps to keep a child safe'),
    shared: missing(shared, 'Select if it is shared'),
    with: missing(values.with, 'Enter who it is about sharing with'),
    ...(shared !== '' && found),
    why: missing(values.why, 'Enter why you decided this'),
    told: missing(told, 'Select if the person was told'),
    ...(told !== '' && told !== 'yes' && { [`toldWhy.${told}`]: toldWhy }),
  };
}

interface FormProps {
  readonly page: ConcernPage;
  readonly values: Values;
  readonly draft: DraftId | undefined;
}

function useSharing({ page, values, draft: continued }: FormProps) {
  const { concern, state } = page;
  const navigate = useNavigate();
  const form = useForm<Values>({ ...formRules, defaultValues: values });
  const draft = useKept(form, { kind: 'sharing', page, draft: continued });
  const saving = useSaving({ form, fields: { toldWhy: 'told' } });
  const save = async (): Promise<void> => {
    const typed = form.getValues();
    if (!isSound(form, problemsOf(typed, state.facts.agreesOutside?.answer))) return;
    const kept = await draft.forRecord();
    const done = await saving.save(() =>
      log.concerns.decideSharing({ concern, ...saidIn(typed), ...(kept !== undefined && { draft: kept }) }),
    );
    if (done === undefined) return;
    draft.end();
    const params = { concern };
    await navigate({
      to: '/concerns/$concern/outside',
      params,
      replace: true,
      state: { concernSaid: 'sharing-decided' },
    });
  };
  return { form, saving, save, draft };
}

/** Where information that helps to keep a child safe is not shared: why sharing would harm the child more. */
function Detriment({ form }: { readonly form: ReturnType<typeof useSharing>['form'] }) {
  const forChild = useWatch({ control: form.control, name: 'forChild' });
  if (forChild !== 'yes') return <p>Write the reason under “Why?”.</p>;
  return (
    <TextArea
      of={form}
      name="detriment"
      label="Why would sharing harm the child more?"
      hint="The law asks you to share what helps to keep a child safe. Only this reason counts against it."
      rows={3}
      max={20_000}
    />
  );
}

function SharingForm(props: FormProps) {
  const { form, saving, save, draft } = useSharing(props);
  const whyNotTold = (told: 'not-safe' | 'no') => (
    <TextArea of={form} name={`toldWhy.${told}`} label="Why were they not told?" rows={2} max={4_000} />
  );
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Record a sharing decision">
      <Choice
        of={form}
        name="forChild"
        label="Could this help to keep a child safe?"
        hint="Also a child in the same home, or an unborn baby."
        inline
        options={yesOrNo}
      />
      <TextField
        of={form}
        name="with"
        label="Who is it about sharing with?"
        hint="For example, children’s social care"
        spellCheck={false}
      />
      <Choice
        of={form}
        name="shared"
        label="Is it shared with them?"
        options={[
          {
            value: 'yes',
            label: 'Yes, it is shared',
            reveal: <Choices of={form} name="grounds" label="Why may it be shared?" options={optionsOf(groundWords)} />,
          },
          { value: 'no', label: 'No, it is not shared', reveal: <Detriment form={form} /> },
        ]}
      />
      <TextArea
        of={form}
        name="why"
        label="Why?"
        hint="What you weighed up, and who you asked."
        rows={4}
        max={20_000}
      />
      <Choice
        of={form}
        name="told"
        label="Was the person told about this decision?"
        options={optionsOf(toldWords).map((one) => ({
          ...one,
          ...(one.value === 'not-safe' && { reveal: whyNotTold('not-safe') }),
          ...(one.value === 'no' && { reveal: whyNotTold('no') }),
        }))}
      />
      <SaveButton busy={saving.busy}>Save sharing decision</SaveButton>
      <DraftNote of={draft} what="It is not recorded yet." />
    </Form>
  );
}

function Begun({ page }: { readonly page: ConcernPage }) {
  const search = useSearch({ from: '/concerns/$concern/sharing' });
  // A draft that is begun on this page changes nothing here.
  const [draft] = useState(search.draft as DraftId | undefined); // `as`: the log refuses anything else.
  return (
    <FromDraft draft={draft} blank={{ ...blank, concern: page.concern }}>
      {(values) => <SharingForm page={page} values={values} draft={draft} />}
    </FromDraft>
  );
}

/** Whether information goes outside, with whom, why it may, and whether the person knows. */
export function DecideSharing() {
  return (
    <DecidersOnly title="Record a sharing decision">
      {(page) => (
        <div className="layout layout--form">
          <div>
            <Begun page={page} />
          </div>
          <div>
            <Guide title="Sharing">
              <p>{sendsNothing}</p>
              <p>Ask the person first, unless that is not safe. Without their yes you need another reason.</p>
              <p>Not sharing is a decision too. Write down why.</p>
            </Guide>
          </div>
        </div>
      )}
    </DecidersOnly>
  );
}
