import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { dayAfter, dayInEngland } from '../../../shared/domain/calendar.ts';
import { codesFor, codeText } from '../../../shared/domain/gp-record.ts';
import { log } from '../../api.ts';
import { Look, useLook } from '../../look.tsx';
import { useSaving } from '../../saving.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Choice } from '../../ui/forms/choice.tsx';
import { formRules } from '../../ui/forms/field.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { QuickDate } from '../../ui/forms/quick-date.tsx';
import { SaveButton } from '../../ui/forms/save-button.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import { Guide } from '../../ui/notices.tsx';
import { Page } from '../../ui/page.tsx';
import { checkedWords, weekday } from '../../words/dates.ts';
import { useConcernId } from '../concern-id.ts';
import { PersonOfConcern } from '../person-of-concern.tsx';
import { useAgeOf } from '../use-age.ts';
import { optionsOf } from '../words.ts';
import {
  blankGpRecord,
  fieldOf,
  type GpRecordValues,
  inputOf,
  noCode,
  otherCode,
  problemsOf,
} from './gp-record-form.ts';
import { hiddenAnswers, neutralWords } from './words.ts';

interface Props {
  readonly page: ConcernPage;
}

/** Words to carry over. No page may write to the clipboard by itself: they are selected, and Ctrl C copies them. */
function WordsToCopy({ page }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const select = (): void => {
    box.current?.focus();
    box.current?.select();
  };
  return (
    <Card title="Words for the GP record">
      <label className="nhsuk-label" htmlFor="words-to-copy">
        They say whom to ask, and nothing of what happened. Others may see that record.
      </label>
      <textarea
        ref={box}
        id="words-to-copy"
        className="nhsuk-textarea"
        readOnly
        rows={4}
        value={neutralWords(page)}
        aria-describedby="words-to-copy-how"
      />
      <p id="words-to-copy-how" className="small">
        Select the words, then press Ctrl C (Cmd C on a Mac). Paste them in the GP system.
      </p>
      <Button small onClick={select}>
        Select the words
      </Button>
    </Card>
  );
}

function useCodeOptions({ person }: ConcernPage, form: ReturnType<typeof useForm<GpRecordValues>>) {
  const { register } = useSignedIn();
  const age = useAgeOf(person);
  const who = age === undefined ? null : age < 18 ? 'child' : 'adult';
  const offered = codesFor(register.settings.gpRecordCodes.codes, who).map((code) => ({
    value: codeText(code),
    label: code.term,
    hint: code.code,
  }));
  const reveal = <TextField of={form} name="otherCode" label="Code and its words" spellCheck={false} />;
  return [
    ...offered,
    { value: otherCode, label: 'Another code', reveal, divider: 'or' },
    { value: noCode, label: 'No code was added' },
  ];
}

function GpRecordForm({ page }: Props) {
  const { concern } = page;
  const { register } = useSignedIn();
  const form = useForm<GpRecordValues>({ ...formRules, defaultValues: blankGpRecord });
  const saving = useSaving({ form, fields: (field) => fieldOf(field, form.getValues()) });
  const navigate = useNavigate();
  const [today] = useState(() => dayInEngland(new Date()));
  const yesterday = dayAfter(today, -1);
  const save = async (): Promise<void> => {
    const typed = form.getValues();
    const problems = problemsOf(typed);
    for (const [field, message] of problems) form.setError(field, { message });
    if (problems.length > 0) return;
    if ((await saving.save(() => log.concerns.noteGpRecord({ concern, ...inputOf(typed) }))) === undefined) return;
    const state = { concernSaid: 'in-gp-record' } as const;
    await navigate({ to: '/concerns/$concern', params: { concern }, replace: true, state });
  };
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Record that it was copied">
      <h2 className="nhsuk-heading-m">Then record the copy</h2>
      <TextField of={form} name="system" label="Which GP record system?" width={20} spellCheck={false} />
      <QuickDate
        of={form}
        name="on"
        label="When was it copied?"
        options={[
          { value: today, label: `Today: ${weekday(today)}` },
          { value: yesterday, label: `Yesterday: ${weekday(yesterday)}` },
        ]}
      />
      <Choice
        of={form}
        name="code"
        label="Which code was added?"
        hint={`Check it in your GP system. This list: ${checkedWords(register.settings.gpRecordCodes.checkedOn).toLowerCase()}.`}
        options={useCodeOptions(page, form)}
      />
      <Choice
        of={form}
        name="hiddenOnline"
        label="Is it hidden from online access?"
        hint="Somebody who harms them may look at the record on their phone."
        options={optionsOf(hiddenAnswers)}
      />
      <div className="nhsuk-button-group">
        <SaveButton busy={saving.busy}>Save</SaveButton>
        <Link to="/concerns/$concern" params={{ concern }}>
          Cancel
        </Link>
      </div>
    </Form>
  );
}

const title = 'Copy to the GP record';

/** Words for the GP record, and an entry that says that they stand there. The log itself writes nothing in it. */
export function GpRecord() {
  const concern = useConcernId();
  const at = useLook('concerns', 'open', { concern });
  if (at.data === undefined) {
    return (
      <Page title={title}>
        <Look at={at} what="the concern">
          {() => null}
        </Look>
      </Page>
    );
  }
  const page = at.data;
  return (
    <>
      <PersonOfConcern page={page} />
      <Page
        title={title}
        caption={`Concern ${page.reference}`}
        back={
          <Link to="/concerns/$concern" params={{ concern }} className="nhsuk-back-link">
            Back to concern {page.reference}
          </Link>
        }
      >
        <div className="layout layout--form">
          <div>
            <WordsToCopy page={page} />
            <GpRecordForm page={page} />
          </div>
          <Guide title="Why both">
            <p>Whoever treats this person next looks in the GP record, not here. This log writes nothing in it.</p>
            <p>Hide the entry from online access. If you cannot, say so here, and tell the safeguarding lead.</p>
          </Guide>
        </div>
      </Page>
    </>
  );
}
