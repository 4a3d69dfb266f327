import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { type EscalationStep, ladderInside } from '../../../shared/domain/escalation-steps.ts';
import type { DraftId } from '../../../shared/domain/ids.ts';
import { log } from '../../api.ts';
import { DraftNote } from '../../drafts/draft-note.tsx';
import { FromDraft } from '../../drafts/from-draft.tsx';
import { DangerNow } from '../../register/danger-now.tsx';
import { useSaving } from '../../saving.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { Choice } from '../../ui/forms/choice.tsx';
import { formRules } from '../../ui/forms/field.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { SaveButton } from '../../ui/forms/save-button.tsx';
import { Select } from '../../ui/forms/select.tsx';
import { TextArea } from '../../ui/forms/text-area.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import { Guide } from '../../ui/notices.tsx';
import { sendsNothing } from '../../words/always-true.ts';
import { blankDue, dueOf } from './due-days.ts';
import { DueField } from './due-field.tsx';
import { useKept } from './kept.ts';
import { isSound, missing } from './problems.ts';
import { ReaderPage } from './reader-page.tsx';
import { aboutWords, type Escalation, placeWords, stepWords } from './words.ts';

type About = Escalation['about'];

interface Values {
  concern: string;
  about: '' | About;
  referral: string;
  /** For each ladder the number of its step. */
  step: Record<About, string>;
  to: string;
  disagreement: string;
  due: typeof blankDue;
}

type Ladders = Readonly<Record<About, readonly EscalationStep[]>>;

function useLadders(): Ladders {
  const { register } = useSignedIn();
  return { outside: register.settings.escalationSteps, inside: ladderInside };
}

/** What the way here says already: whose answer it is about, which ladder, and which step comes next. */
function useStart({ concern, state }: ConcernPage): Values {
  const search = useSearch({ from: '/concerns/$concern/escalate' });
  const referral = state.course.outside.some(({ event }) => event === search.referral) ? (search.referral ?? '') : '';
  const about = search.about === 'inside' ? 'inside' : referral === '' ? '' : 'outside';
  const step = { outside: '', inside: '', ...(about !== '' && { [about]: search.step ?? '' }) };
  return { concern, about, referral, step, to: '', disagreement: '', due: blankDue };
}

function problemsOf({ about, step, to, disagreement, due }: Values, ladders: Ladders) {
  const again = dueOf(due);
  const place = about === '' ? undefined : ladders[about][Number(step[about]) - 1];
  return {
    about: missing(about, 'Select what you disagree with'),
    ...(about !== '' && { [`step.${about}`]: place === undefined ? 'Select the step' : undefined }),
    to: missing(to, 'Enter who you escalated it to'),
    disagreement: missing(disagreement, 'Enter what you disagree about'),
    ...('problem' in again && { [again.box]: again.problem }),
  };
}

interface FormProps {
  readonly page: ConcernPage;
  readonly values: Values;
  readonly draft: DraftId | undefined;
}

function useEscalate({ page, values, draft: continued }: FormProps) {
  const { concern } = page;
  const navigate = useNavigate();
  const ladders = useLadders();
  const form = useForm<Values>({ ...formRules, defaultValues: values });
  const draft = useKept(form, { kind: 'escalation', page, draft: continued });
  const saving = useSaving({ form, fields: { answerDue: 'due' } });
  const save = async (): Promise<void> => {
    const typed = form.getValues();
    const { about, referral, step, to, disagreement, due } = typed;
    const again = dueOf(due);
    if (!isSound(form, problemsOf(typed, ladders)) || about === '' || !('day' in again)) return;
    const chosen = Number(step[about]);
    const against = page.state.course.outside.find(({ event }) => event === referral);
    const said = {
      about,
      step: chosen,
      stepName: ladders[about][chosen - 1]?.name ?? '',
      ...(about === 'outside' && against !== undefined && { referral: against.event }),
      to,
      disagreement,
      answerDue: again.day,
    };
    const kept = await draft.forRecord();
    const done = await saving.save(() =>
      log.concerns.escalate({ concern, ...said, ...(kept !== undefined && { draft: kept }) }),
    );
    if (done === undefined) return;
    draft.end();
    const params = { concern };
    await navigate({ to: '/concerns/$concern/outside', params, replace: true, state: { concernSaid: 'escalated' } });
  };
  return { form, saving, save, draft, ladders };
}

function stepOptions(ladder: readonly EscalationStep[]) {
  return ladder.map(({ name, answerDays }, place) => ({
    value: String(place + 1),
    label: stepWords({ step: place + 1, stepName: name }),
    ...(answerDays !== null && {
      hint: answerDays === 1 ? 'An answer within 1 working day' : `An answer within ${answerDays} working days`,
    }),
  }));
}

function EscalateForm(props: FormProps) {
  const { page } = props;
  const { form, saving, save, draft, ladders } = useEscalate(props);
  const referrals = page.state.course.outside.map((one) => ({ value: one.event, label: placeWords(one) }));
  const stepOf = (about: About) => (
    <Choice of={form} name={`step.${about}`} label="Which step?" options={stepOptions(ladders[about])} />
  );
  const answerOf =
    referrals.length === 0 ? null : (
      <Select
        of={form}
        name="referral"
        label="Whose answer? (optional)"
        blank="Not about one referral"
        options={referrals}
      />
    );
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Record an escalation">
      <Choice
        of={form}
        name="about"
        label="What do you disagree with?"
        options={[
          {
            value: 'outside',
            label: aboutWords.outside,
            reveal: (
              <>
                {answerOf}
                {stepOf('outside')}
              </>
            ),
          },
          { value: 'inside', label: aboutWords.inside, reveal: stepOf('inside') },
        ]}
      />
      <TextField
        of={form}
        name="to"
        label="Who did you escalate it to?"
        hint="Their name and what they do"
        spellCheck={false}
      />
      <TextArea
        of={form}
        name="disagreement"
        label="What do you disagree about?"
        hint="What was decided, why you think it leaves somebody at risk, and what you ask for."
        rows={4}
        max={20_000}
      />
      <DueField of={form} name="due" days={[1, 2, 5]} />
      <SaveButton busy={saving.busy}>Save escalation</SaveButton>
      <DraftNote of={draft} what="It is not recorded yet." />
    </Form>
  );
}

function Begun({ page }: { readonly page: ConcernPage }) {
  const search = useSearch({ from: '/concerns/$concern/escalate' });
  const start = useStart(page);
  // A draft that is begun on this page changes nothing here.
  const [draft] = useState(search.draft as DraftId | undefined); // `as`: the log refuses anything else.
  return (
    <FromDraft draft={draft} blank={start}>
      {(values) => <EscalateForm page={page} values={values} draft={draft} />}
    </FromDraft>
  );
}

/** Takes a disagreement one step up. For everybody who reads the concern: nobody has to agree to it. */
export function Escalate() {
  return (
    <ReaderPage title="Escalate">
      {(page) => (
        <div className="layout layout--form">
          <div>
            <Begun page={page} />
          </div>
          <div>
            <DangerNow />
            <Guide title="Talk to them first">
              <p>{sendsNothing}</p>
              <p>Whoever you escalate to cannot read this concern here, unless it is shared with them.</p>
            </Guide>
            <Guide title="You do not need leave">
              <p>You can escalate past your supervisor, and past the lead. That is so also when it is about them.</p>
              <p>You do not have to begin with step 1. If someone is at risk now, start higher and act today.</p>
            </Guide>
          </div>
        </div>
      )}
    </ReaderPage>
  );
}
