import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import type { DraftId, EventId } from '../../../shared/domain/ids.ts';
import { refusalOfClosing, settled, whatKeepsOpen } from '../../../shared/policy/closing.ts';
import { log } from '../../api.ts';
import { DraftNote } from '../../drafts/draft-note.tsx';
import { FromDraft } from '../../drafts/from-draft.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { useSaving } from '../../saving.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { Card } from '../../ui/card.tsx';
import { Choice } from '../../ui/forms/choice.tsx';
import { formRules } from '../../ui/forms/field.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { SaveButton } from '../../ui/forms/save-button.tsx';
import { TextArea } from '../../ui/forms/text-area.tsx';
import { Banner, Guide } from '../../ui/notices.tsx';
import { sendsNothing } from '../../words/always-true.ts';
import { BegunBefore } from '../begun-before.tsx';
import { DecidersOnly } from '../deciders-only.tsx';
import { answersTo } from '../entries.ts';
import { factText } from '../fact-words.ts';
import { WhatIsNew } from '../what-is-new.tsx';
import { optionsOf } from '../words.ts';
import { blankClosing, type CloseValues, inputOf, problemsOf } from './close-form.ts';
import { KeepsOpen } from './keeps-open.tsx';
import { outcomeHints, outcomeWords, riskWords, wishesWords } from './words.ts';

interface Props {
  readonly page: ConcernPage;
  readonly again: () => void;
}

interface FormProps extends Props {
  /** The draft that is continued, if it is one. */
  readonly draft: DraftId | undefined;
  readonly values: CloseValues;
}

function useClosing({ page, again, draft: opened, values }: FormProps) {
  const { concern, newest, reference } = page;
  const navigate = useNavigate();
  const form = useForm<CloseValues>({ ...formRules, defaultValues: values });
  const saving = useSaving({ form });
  const draft = useDraft(form, {
    kind: 'closing',
    draft: opened,
    label: () => reference,
    onBegun: (begun) =>
      void navigate({ to: '/concerns/$concern/close', params: { concern }, search: { draft: begun }, replace: true }),
  });
  const save = async (): Promise<void> => {
    const typed = form.getValues();
    const problems = problemsOf(typed);
    for (const [field, message] of problems) form.setError(field, { message });
    if (problems.length > 0) return;
    const kept = await draft.forRecord();
    // `newest` is what stands on the page: whatever was added meanwhile is listed over the form.
    const done = await saving.save(async () => {
      const which = { concern, seen: newest, ...(kept !== undefined && { draft: kept }) };
      const answer = await log.concerns.close({ ...which, ...inputOf(typed) });
      if (!answer.ok) again();
      return answer;
    });
    if (done === undefined) return;
    draft.end();
    await navigate({ to: '/concerns/$concern', params: { concern }, replace: true, state: { concernSaid: 'closed' } });
  };
  return { form, saving, draft, save };
}

function Fields({ form, page }: { readonly form: UseFormReturn<CloseValues>; readonly page: ConcernPage }) {
  const { nameOf } = useSignedIn();
  const name = nameOf(page.state.raisedBy);
  const outcomes = optionsOf(outcomeWords).map((option) => ({
    ...option,
    hint: outcomeHints[option.value as keyof typeof outcomeWords], // `as`: optionsOf gives the keys as text.
  }));
  return (
    <>
      <Choice of={form} name="outcome" size="m" label="What is the outcome?" options={outcomes} />
      <TextArea
        of={form}
        name="reason"
        size="m"
        label="Why?"
        hint="Include what was done, and what others outside the practice decided."
        max={20_000}
      />
      <Choice of={form} name="risk" label="What is the risk now?" options={optionsOf(riskWords)} />
      <Choice of={form} name="wishes" label="Did the person get what they wanted?" options={optionsOf(wishesWords)} />
      <TextArea
        of={form}
        name="forRaiser"
        label={`Words for ${name}, who raised it`}
        hint={`${name} reads this when they next open the concern. Others who read it see it too.`}
        rows={3}
        max={4_000}
      />
    </>
  );
}

function CloseForm(props: FormProps) {
  const { page, values } = props;
  const { form, saving, draft, save } = useClosing(props);
  return (
    <>
      {/* `as`: it is the id of an entry, from the page or from the draft; of any other nothing is listed. */}
      <WhatIsNew page={page} since={values.seen as EventId} />
      <KeepsOpen page={page} />
      <Form of={form} onSave={() => void save()} problem={saving.problem} label="Close this concern">
        <Fields form={form} page={page} />
        <p>{sendsNothing}</p>
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy}>Close this concern</SaveButton>
          <Link to="/concerns/$concern" params={{ concern: page.concern }}>
            Cancel
          </Link>
        </div>
        <DraftNote of={draft} what="The concern is not closed yet." />
      </Form>
    </>
  );
}

/** What somebody who closes has to have before them. */
function Beside({ page }: { readonly page: ConcernPage }) {
  const { concern, state, entries } = page;
  const wants = answersTo(entries, 'wants').at(-1);
  return (
    <>
      <Guide title="Closing">
        <p>Nothing is deleted. All who read this concern can still read it, and you can reopen it.</p>
        <p>Closing it tells nobody. Tell the person, where that is safe, and whoever raised it.</p>
      </Guide>
      <Card title="What the person wants">
        <p className="prewrap">
          {wants === undefined ? 'Nobody has written this down yet.' : factText('wants', wants.value)}
        </p>
      </Card>
      <Card title="What was seen or heard">
        <p className="prewrap">{state.raised.what}</p>
      </Card>
      {state.course.inGpRecord.length === 0 && state.restricted === undefined && (
        <Card title="Not in the GP record yet">
          <p>Nobody has recorded here that this concern stands in the GP record.</p>
          <p>
            <Link to="/concerns/$concern/gp-record" params={{ concern }}>
              Copy to the GP record
            </Link>
          </p>
        </Card>
      )}
    </>
  );
}

function Settled({ page, words }: { readonly page: ConcernPage; readonly words: string }) {
  const { concern, reference } = page;
  return (
    <Banner heading={words}>
      <p>
        <Link to="/concerns/$concern" params={{ concern }}>
          Go to concern {reference}
        </Link>
      </p>
    </Banner>
  );
}

function Closing({ page, again }: Props) {
  const { draft } = useSearch({ strict: false });
  // A draft that is begun on this page changes nothing here; one that is continued is another form.
  const [opened, setOpened] = useState(draft as DraftId | undefined); // `as`: the log refuses anything else.
  const navigate = useNavigate();
  const goOn = (begunDraft: DraftId): void => {
    setOpened(begunDraft);
    const params = { concern: page.concern };
    void navigate({ to: '/concerns/$concern/close', params, search: { draft: begunDraft }, replace: true });
  };
  // Once somebody writes, the form stays, whatever comes meanwhile: what they typed must not go from the screen.
  const [begun] = useState(settled(page.state) === null && refusalOfClosing(whatKeepsOpen(page.state)) === null);
  const words = settled(page.state);
  if (words !== null && !begun) return <Settled page={page} words={words} />;
  return (
    <div className="layout layout--form">
      <div>
        <BegunBefore page={page} kind="closing" onContinue={goOn} />
        {begun || opened !== undefined ? (
          <FromDraft key={opened ?? 'new'} draft={opened} blank={blankClosing(page)}>
            {(values) => <CloseForm page={page} again={again} draft={opened} values={values} />}
          </FromDraft>
        ) : (
          <KeepsOpen page={page} />
        )}
      </div>
      <div>
        <Beside page={page} />
      </div>
    </div>
  );
}

/** Ends the work on a concern, with its outcome and the reason. It is refused while something is open. */
export function Close() {
  return (
    <DecidersOnly title="Close this concern">{(page, again) => <Closing page={page} again={again} />}</DecidersOnly>
  );
}
