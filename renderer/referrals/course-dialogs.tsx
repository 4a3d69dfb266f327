import { useState } from 'react';
import { type Path, useForm, useWatch } from 'react-hook-form';
import type { ReferralPage } from '../../shared/contract/referrals.ts';
import { log } from '../api.ts';
import { Look, useLook } from '../look.tsx';
import { useSaving } from '../saving.ts';
import { LinkButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { blankDate, type QuickDateValue } from '../ui/forms/dates.ts';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { QuickDate } from '../ui/forms/quick-date.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { howAskedWords, howToldWords } from './course-words.ts';
import { dayOf, lately, optionsOf, soon } from './near-dates.ts';

export type CourseStep = 'seen' | 'asked' | 'told';

interface Props {
  readonly page: ReferralPage;
  readonly onClose: () => void;
}

const noDay: QuickDateValue = { choice: '', other: blankDate };
const realDate = 'Enter a real date, such as 23 November 2026';

const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

type Problem<Values> = readonly [field: Path<Values>, sentence: string];

/** What is missing of a day that has to be chosen. */
function dayProblem<Values>(name: Path<Values>, value: QuickDateValue, ask: string): readonly Problem<Values>[] {
  const day = dayOf(value);
  if (day === 'wrong') return [[`${name}.other` as Path<Values>, realDate]]; // `as`: a quick date holds such a field.
  return day === null ? [[name, ask]] : [];
}

function Buttons({ busy, save, onClose }: { busy: boolean; save: string; onClose: () => void }) {
  return (
    <div className="nhsuk-button-group">
      <SaveButton busy={busy}>{save}</SaveButton>
      <LinkButton onClick={onClose}>Cancel</LinkButton>
    </div>
  );
}

function SeenDialog({ page: { referral }, onClose }: Props) {
  const [now] = useState(() => new Date());
  const form = useForm({ ...formRules, defaultValues: { who: '', on: noDay } });
  const saving = useSaving({ form });
  const save = async (): Promise<void> => {
    const { who, on } = form.getValues();
    const problems = [
      ...(who.trim() === '' ? [['who', 'Enter who has seen it'] as const] : []),
      ...dayProblem<{ who: string; on: QuickDateValue }>('on', on, 'Select when they saw it'),
    ];
    for (const [field, message] of problems) form.setError(field, { message });
    if (problems.length > 0) return;
    const done = await saving.save(() => log.referrals.noteSeen({ referral, who, on: dayOf(on) as never })); // `as`: a day.
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title="Record that it was seen" onClose={onClose}>
      <Form of={form} onSave={() => void save()} problem={saving.problem} label="Record that it was seen">
        <p>Seen means that they have it. It does not mean that they will do it.</p>
        <TextField of={form} name="who" label="Who has seen it?" hint="Their name and role." spellCheck={false} />
        <QuickDate of={form} name="on" label="When did they see it?" options={optionsOf(lately, now)} />
        <Buttons busy={saving.busy} save="Save that it was seen" onClose={onClose} />
      </Form>
    </Dialog>
  );
}

interface Asked {
  how: string;
  on: QuickDateValue;
  outcome: string;
  replyBy: QuickDateValue;
}

function AskedDialog({ page: { referral }, onClose }: Props) {
  const [now] = useState(() => new Date());
  const form = useForm<Asked>({ ...formRules, defaultValues: { how: '', on: noDay, outcome: '', replyBy: noDay } });
  const saving = useSaving({ form });
  const save = async (): Promise<void> => {
    const { how, on, outcome, replyBy } = form.getValues();
    const problems: readonly Problem<Asked>[] = [
      ...(how === '' ? [['how', 'Select how you asked'] as const] : []),
      ...dayProblem<Asked>('on', on, 'Select when you asked'),
      ...(outcome.trim() === '' ? [['outcome', 'Enter what came of it'] as const] : []),
      ...dayProblem<Asked>('replyBy', replyBy, 'Select when you will ask again'),
    ];
    for (const [field, message] of problems) form.setError(field, { message });
    if (problems.length > 0) return;
    const asked = { referral, how, on: dayOf(on), outcome, replyBy: dayOf(replyBy) };
    const done = await saving.save(() => log.referrals.chase(asked as never)); // `as`: the log refuses anything else.
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title="Record that you asked again" onClose={onClose}>
      <Form of={form} onSave={() => void save()} problem={saving.problem} label="Record that you asked again">
        <Choice of={form} name="how" label="How did you ask?" options={choicesOf(howAskedWords)} />
        <QuickDate of={form} name="on" label="When did you ask?" options={optionsOf(lately, now)} />
        <TextArea
          of={form}
          name="outcome"
          label="What came of it?"
          hint="Who you spoke to and what they said. Or that nobody answered."
          rows={3}
          max={4_000}
        />
        <QuickDate of={form} name="replyBy" label="When will you ask again?" options={optionsOf(soon, now)} />
        <Buttons busy={saving.busy} save="Save that you asked" onClose={onClose} />
      </Form>
    </Dialog>
  );
}

/** Before anybody contacts them: how it is safe to, and who must not know. */
function SafeContact({ person }: Pick<ReferralPage, 'person'>) {
  const at = useLook('people', 'show', { person });
  return (
    <Look at={at} what="how it is safe to contact them">
      {({ details: { safeContact, notToBeTold } }) => (
        <div className="flag">
          <p>
            <strong>How is it safe to contact them?</strong>
          </p>
          <p className="prewrap">
            {safeContact ?? 'Nobody has written that down. Do not leave a message until you have asked them.'}
          </p>
          {notToBeTold !== undefined && <p className="prewrap">Must not be told: {notToBeTold}</p>}
        </div>
      )}
    </Look>
  );
}

interface Told {
  reached: string;
  how: string;
  on: QuickDateValue;
  said: string;
  next: string;
}

function ToldDialog({ page: { referral, person }, onClose }: Props) {
  const [now] = useState(() => new Date());
  const blank = { reached: '', how: '', on: noDay, said: '', next: '' };
  const form = useForm<Told>({ ...formRules, defaultValues: blank });
  const failed = useWatch({ control: form.control, name: 'reached' }) === 'no';
  const saving = useSaving({ form });
  const save = async (): Promise<void> => {
    const { reached, how, on, said, next } = form.getValues();
    const problems: readonly Problem<Told>[] = [
      ...(reached === '' ? [['reached', 'Select if you reached them'] as const] : []),
      ...(how === '' ? [['how', 'Select how you told them, or tried to'] as const] : []),
      ...dayProblem<Told>('on', on, 'Select when that was'),
      ...(reached === 'no' && next.trim() === '' ? [['next', 'Enter who will try again, and when'] as const] : []),
    ];
    for (const [field, message] of problems) form.setError(field, { message });
    if (problems.length > 0) return;
    const more = reached === 'no' ? { next } : {};
    const told = { referral, reached: reached === 'yes', how, on: dayOf(on), said, ...more };
    const done = await saving.save(() => log.referrals.tellPerson(told as never)); // `as`: the log refuses anything else.
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title="Record that you told the person" onClose={onClose}>
      <SafeContact person={person} />
      <Form of={form} onSave={() => void save()} problem={saving.problem} label="Record that you told the person">
        <Choice
          of={form}
          name="reached"
          label="Did you reach them?"
          options={[
            { value: 'yes', label: 'Yes, they know' },
            { value: 'no', label: 'No, they could not be reached' },
          ]}
        />
        <Choice of={form} name="how" label="How?" options={choicesOf(howToldWords)} />
        <QuickDate of={form} name="on" label="When?" options={optionsOf(lately, now)} />
        <TextArea of={form} name="said" label="What did they say? (optional)" rows={2} max={4_000} />
        {failed && <TextArea of={form} name="next" label="Who will try again, and when?" rows={2} max={4_000} />}
        <Buttons busy={saving.busy} save="Save this" onClose={onClose} />
      </Form>
    </Dialog>
  );
}

interface StepProps extends Props {
  readonly step: CourseStep;
}

/** Writes down one more step of a referral back. Each is a new entry; none replaces another. */
export function CourseDialog({ step, ...props }: StepProps) {
  if (step === 'seen') return <SeenDialog {...props} />;
  return step === 'asked' ? <AskedDialog {...props} /> : <ToldDialog {...props} />;
}
