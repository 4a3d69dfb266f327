import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type Path, useForm } from 'react-hook-form';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { againstAgreement } from '../../shared/domain/basis-for-sharing.ts';
import type { DraftId, EventId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { DraftNote } from '../drafts/draft-note.tsx';
import { FromDraft } from '../drafts/from-draft.tsx';
import { type Draft, useDraft } from '../drafts/use-draft.ts';
import { type Saving, useSaving } from '../saving.ts';
import { Card } from '../ui/card.tsx';
import { together } from '../ui/forms/errors.ts';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Guide } from '../ui/notices.tsx';
import { sendsNothing } from '../words/always-true.ts';
import { BegunBefore } from './begun-before.tsx';
import { blankDecision, continued, type DecideValues, fieldOf, inputOf, problemsOf } from './decide-form.ts';
import { DecidersOnly } from './deciders-only.tsx';
import { Actions, ForRaiser, NextReview, ReferralNudge, WhatAndWhy, WhereItLeaves } from './decision-fields.tsx';
import { Tellings } from './tellings.tsx';
import { WhatIsNew } from './what-is-new.tsx';

interface Props {
  readonly page: ConcernPage;
  readonly again: () => void;
}

interface FormProps extends Props {
  /** The draft that is continued, if it is one. */
  readonly draft: DraftId | undefined;
  readonly values: DecideValues;
}

interface Deciding {
  readonly form: ReturnType<typeof useForm<DecideValues>>;
  readonly saving: Saving;
  readonly draft: Draft;
  readonly save: () => Promise<void>;
}

function useKeptDecision(form: Deciding['form'], { page, draft }: FormProps): Draft {
  const { concern, reference } = page;
  const navigate = useNavigate();
  return useDraft(form, {
    kind: 'decision',
    draft,
    label: () => reference,
    onBegun: (begun) =>
      void navigate({ to: '/concerns/$concern/decide', params: { concern }, search: { draft: begun }, replace: true }),
  });
}

function useDeciding(props: FormProps): Deciding {
  const { page, again, values } = props;
  const { concern, newest, state } = page;
  const navigate = useNavigate();
  const form = useForm<DecideValues>({ ...formRules, defaultValues: values });
  const saving = useSaving({ form, fields: (field) => fieldOf(field, form.getValues()) });
  const draft = useKeptDecision(form, props);
  const save = async (): Promise<void> => {
    const typed = form.getValues();
    const problems = problemsOf(typed, state.facts.agreesOutside?.answer);
    for (const [field, message] of problems) {
      const error = { message, ...(message === againstAgreement && { type: together }) };
      form.setError(field as Path<DecideValues>, error); // `as`: its own names.
    }
    if (problems.length > 0) return;
    const kept = await draft.forRecord();
    // `newest` is what stands on the page: whatever was added meanwhile is listed over the form.
    const done = await saving.save(async () => {
      const which = { concern, seen: newest, ...(kept !== undefined && { draft: kept }) };
      const answer = await log.concerns.decide({ ...which, ...inputOf(typed) });
      if (!answer.ok && answer.failure.kind === 'stale') again();
      return answer;
    });
    if (done === undefined) return;
    draft.end();
    await navigate({ to: '/concerns/$concern', params: { concern }, replace: true, state: { concernSaid: 'decided' } });
  };
  return { form, saving, draft, save };
}

function DecideForm(props: FormProps) {
  const { page, values } = props;
  const { form, saving, draft, save } = useDeciding(props);
  return (
    <>
      {/* `as`: it is the id of an entry, from the page or from the draft; of any other nothing is listed. */}
      <WhatIsNew page={page} since={values.seen as EventId} />
      <Form of={form} onSave={() => void save()} problem={saving.problem} label="Record a decision">
        <WhatAndWhy form={form} />
        <WhereItLeaves form={form} page={page} />
        <ForRaiser form={form} page={page} />
        <NextReview form={form} />
        <Actions form={form} page={page} />
        <ReferralNudge form={form} />
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy}>Save decision</SaveButton>
        </div>
        <DraftNote of={draft} what="It is not a decision yet." />
      </Form>
    </>
  );
}

/** What the decider has to have before them. */
function Beside({ page }: { readonly page: ConcernPage }) {
  const { raised } = page.state;
  return (
    <>
      <Guide title="Deciding">
        <p>Not referring is a decision too, and as quick to record. Say why, and what would change your mind.</p>
        <p>{sendsNothing}</p>
      </Guide>
      <Card title="What was seen or heard">
        <p className="prewrap">{raised.what}</p>
      </Card>
      <Tellings page={page} />
    </>
  );
}

function Deciding({ page, again }: Props) {
  const { concern } = page;
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  // A draft that is begun on this page changes nothing here; one that is continued is another form.
  const [draft, setDraft] = useState(search.draft as DraftId | undefined); // `as`: the log refuses anything else.
  const goOn = (begun: DraftId): void => {
    setDraft(begun);
    void navigate({ to: '/concerns/$concern/decide', params: { concern }, search: { draft: begun }, replace: true });
  };
  return (
    <div className="layout layout--form">
      <div>
        <BegunBefore page={page} kind="decision" onContinue={goOn} />
        <FromDraft key={draft ?? 'new'} draft={draft} blank={blankDecision(page)}>
          {(values) => <DecideForm page={page} again={again} draft={draft} values={continued(values)} />}
        </FromDraft>
      </div>
      <div>
        <Beside page={page} />
      </div>
    </div>
  );
}

export function Decide() {
  return (
    <DecidersOnly title="Record a decision">{(page, again) => <Deciding page={page} again={again} />}</DecidersOnly>
  );
}
