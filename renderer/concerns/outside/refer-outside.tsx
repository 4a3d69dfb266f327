import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import type { DraftId } from '../../../shared/domain/ids.ts';
import { enterName, needsName } from '../../../shared/domain/outside.ts';
import { log } from '../../api.ts';
import { DraftNote } from '../../drafts/draft-note.tsx';
import { FromDraft } from '../../drafts/from-draft.tsx';
import { NumbersFor } from '../../register/contacts/numbers-for.tsx';
import { DangerNow } from '../../register/danger-now.tsx';
import { useSaving } from '../../saving.ts';
import { Choice } from '../../ui/forms/choice.tsx';
import { formRules } from '../../ui/forms/field.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { SaveButton } from '../../ui/forms/save-button.tsx';
import { Select } from '../../ui/forms/select.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import { Guide } from '../../ui/notices.tsx';
import { sendsNothing } from '../../words/always-true.ts';
import { optionsOf } from '../words.ts';
import { blankDue, dueOf } from './due-days.ts';
import { DueField } from './due-field.tsx';
import { useKept } from './kept.ts';
import { blankMoment, momentOf } from './moment.ts';
import { MomentField } from './moment-field.tsx';
import { isSound, missing, under } from './problems.ts';
import { ReaderPage } from './reader-page.tsx';
import { type Destination, destinationWords, type Referral, sentWords } from './words.ts';

const blank = {
  concern: '' as string,
  destination: '' as '' | Destination,
  to: '',
  how: '' as '' | Referral['how'],
  moment: { ...blankMoment },
  theirReference: '',
  due: blankDue,
};

interface FormProps {
  readonly page: ConcernPage;
  readonly values: typeof blank;
  readonly draft: DraftId | undefined;
}

function useRefer({ page, values, draft: continued }: FormProps) {
  const { concern } = page;
  const navigate = useNavigate();
  const form = useForm({ ...formRules, defaultValues: values });
  const draft = useKept(form, { kind: 'referral-outside', page, draft: continued });
  const saving = useSaving({ form, fields: { at: 'moment.when', answerDue: 'due' } });
  const save = async (): Promise<void> => {
    const { destination, to, how, moment, theirReference, due } = form.getValues();
    const sent = momentOf(moment);
    const again = dueOf(due);
    const sound = isSound(form, {
      destination: missing(destination, 'Select where you referred it'),
      to: needsName(destination) ? missing(to, enterName) : undefined,
      how: missing(how, 'Select how you sent it'),
      ...('problems' in sent && under('moment', sent.problems)),
      ...('problem' in again && { [again.box]: again.problem }),
    });
    if (!sound || destination === '' || how === '' || !('at' in sent) || !('day' in again)) return;
    const kept = await draft.forRecord();
    const said = { destination, to, how, at: sent.at, theirReference, answerDue: again.day };
    const done = await saving.save(() =>
      log.concerns.referOutside({ concern, ...said, ...(kept !== undefined && { draft: kept }) }),
    );
    if (done === undefined) return;
    draft.end();
    await navigate({
      to: '/concerns/$concern/outside',
      params: { concern },
      replace: true,
      state: { concernSaid: 'referred' },
    });
  };
  return { form, saving, save, draft };
}

function ReferForm(props: FormProps) {
  const { form, saving, save, draft } = useRefer(props);
  const destination = useWatch({ control: form.control, name: 'destination' });
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Record a referral outside">
      <Select
        of={form}
        name="destination"
        label="Where did you refer it?"
        blank="Select where"
        options={optionsOf(destinationWords)}
      />
      {destination !== '' && <NumbersFor kind={destination} practice={props.page.state.raised.practice} />}
      <TextField
        of={form}
        name="to"
        label="Which service or person? (optional)"
        hint="For example, the duty social worker. You need it to ask again."
        spellCheck={false}
      />
      <Choice of={form} name="how" label="How did you send it?" inline options={optionsOf(sentWords)} />
      <MomentField of={form} at="moment" label="When did you send it?" />
      <TextField of={form} name="theirReference" label="Their reference (optional)" width={20} spellCheck={false} />
      <DueField of={form} name="due" />
      <SaveButton busy={saving.busy}>Save referral</SaveButton>
      <DraftNote of={draft} what="It is not recorded yet." />
    </Form>
  );
}

function Refer({ page }: { readonly page: ConcernPage }) {
  const search = useSearch({ from: '/concerns/$concern/refer-outside' });
  // A draft that is begun on this page changes nothing here.
  const [draft] = useState(search.draft as DraftId | undefined); // `as`: the log refuses anything else.
  return (
    <FromDraft draft={draft} blank={{ ...blank, concern: page.concern }}>
      {(values) => <ReferForm page={page} values={values} draft={draft} />}
    </FromDraft>
  );
}

/** Records that somebody outside was asked. The asking itself happens by phone, form or email. */
export function ReferOutside() {
  return (
    <ReaderPage title="Record a referral outside">
      {(page) => (
        <div className="layout layout--form">
          <div>
            <Refer page={page} />
          </div>
          <div>
            <DangerNow />
            <Guide title="Send it first">
              <p>{sendsNothing}</p>
              <p>You need nobody’s leave to phone 999, the police or the council.</p>
              <p>For a child: refer to the council where the child lives, or is now.</p>
            </Guide>
          </div>
        </div>
      )}
    </ReaderPage>
  );
}
