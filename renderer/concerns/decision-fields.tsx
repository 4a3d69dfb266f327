import { useState } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { asksAgreement } from '../../shared/domain/basis-for-sharing.ts';
import { useSignedIn } from '../signed-in.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { DateField } from '../ui/forms/date-field.tsx';
import { QuickDate } from '../ui/forms/quick-date.tsx';
import { RepeatableRows } from '../ui/forms/repeatable-rows.tsx';
import { Select } from '../ui/forms/select.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { Flag } from '../ui/notices.tsx';
import { dateAndTime, weekday } from '../words/dates.ts';
import { blankAction, type DecideValues, leavesReferralToNobody, nearDays, noReview } from './decide-form.ts';
import { agreesWords, decisionHints, decisionWords, sharingWords } from './decision-words.ts';
import { answersTo } from './entries.ts';
import { factText } from './fact-words.ts';
import { optionsOf } from './words.ts';

export interface FieldsProps {
  readonly form: UseFormReturn<DecideValues>;
  readonly page: ConcernPage;
}

export function WhatAndWhy({ form }: Pick<FieldsProps, 'form'>) {
  const options = optionsOf(decisionWords).map((option) => ({
    ...option,
    hint: decisionHints[option.value as keyof typeof decisionHints], // `as`: optionsOf gives the keys as text.
  }));
  return (
    <>
      <Choice of={form} name="decision" size="m" label="What have you decided?" options={options} />
      <TextArea
        of={form}
        name="reason"
        size="m"
        label="Why?"
        hint="Include who you spoke to and what the person wants."
        max={20_000}
      />
    </>
  );
}

const agreesQuestion = 'Do they agree to it going outside the practice?';

/** Asked once: where the answer stands already it is shown, and may be answered anew. */
function Agreement({ form, page }: FieldsProps) {
  const recorded = answersTo(page.entries, 'agreesOutside').at(-1);
  const given = useWatch({ control: form.control, name: 'agreesOutside' });
  const [anew, setAnew] = useState(given !== '');
  if (recorded !== undefined && !anew) {
    return (
      <div className="nhsuk-form-group">
        <p className="nhsuk-label nhsuk-label--s">{agreesQuestion}</p>
        <p>
          <span className="prewrap">{factText('agreesOutside', recorded.value)}</span>
          <br />
          <span className="small muted">
            Recorded by {recorded.by} on {dateAndTime(recorded.at)}
          </span>
        </p>
        <LinkButton onClick={() => setAnew(true)}>Record a newer answer</LinkButton>
      </div>
    );
  }
  const why = (
    <TextArea
      of={form}
      name="agreesOutsideWhy"
      label="Why is it shared without agreement, if it is?"
      rows={2}
      max={4_000}
    />
  );
  const options = optionsOf(agreesWords).map((option) => ({ ...option, reveal: option.value === 'yes' ? null : why }));
  return (
    <>
      <Choice of={form} name="agreesOutside" label={agreesQuestion} options={options} />
      {recorded === undefined ? null : (
        <p>
          <LinkButton
            onClick={() => {
              form.setValue('agreesOutside', '');
              setAnew(false);
            }}
          >
            Keep the recorded answer
          </LinkButton>
        </p>
      )}
    </>
  );
}

function Sharing({ form }: Pick<FieldsProps, 'form'>) {
  return (
    <Choice
      of={form}
      name="sharing"
      label="Basis for sharing"
      hint="Why information may leave the practice, or that it does not."
      options={optionsOf(sharingWords)}
    />
  );
}

/** Whether they agree and on what basis it is shared: not asked where the decision is that nothing goes outside. */
export function WhereItLeaves(props: FieldsProps) {
  const asks = useWatch({ control: props.form.control, name: 'decision', compute: asksAgreement });
  if (!asks) return null;
  return (
    <>
      <Agreement {...props} />
      <Sharing form={props.form} />
    </>
  );
}

export function ForRaiser({ form, page }: FieldsProps) {
  const { nameOf } = useSignedIn();
  const name = nameOf(page.state.raisedBy);
  return (
    <TextArea
      of={form}
      name="forRaiser"
      label={`Words for ${name}, who raised it (optional)`}
      hint={`${name} reads this first, with the decision and the reason. Others who read the concern see it too.`}
      rows={3}
      max={4_000}
    />
  );
}

export function NextReview({ form }: Pick<FieldsProps, 'form'>) {
  const [now] = useState(() => new Date());
  const options = nearDays(now).map(({ words, day }) => ({ value: day, label: `${words}: ${weekday(day)}` }));
  return (
    <QuickDate
      of={form}
      name="review"
      label="Next review"
      options={[...options, { value: noReview, label: 'No review' }]}
    />
  );
}

export function Actions({ form, page }: FieldsProps) {
  const { nameAndRole } = useSignedIn();
  const owners = page.readers.map((staff) => ({ value: staff, label: nameAndRole(staff) }));
  return (
    <RepeatableRows
      of={form}
      name="actions"
      heading="Actions"
      hint="What somebody has to do. Only people who can read this concern can be asked."
      title={(number) => `Action ${number}`}
      addLabel="Add an action"
      empty={blankAction}
      render={(place) => (
        <>
          <TextField of={form} name={`actions.${place}.what`} label="What needs to happen?" />
          <Select of={form} name={`actions.${place}.owner`} label="Who does it?" blank="Select who" options={owners} />
          <DateField of={form} name={`actions.${place}.due`} label="By when? (optional)" />
        </>
      )}
    />
  );
}

/** Said before it is saved, and in nobody's way. */
export function ReferralNudge({ form }: Pick<FieldsProps, 'form'>) {
  const leftToNobody = useWatch({ control: form.control, compute: leavesReferralToNobody });
  return (
    <div role="status">
      {leftToNobody && (
        <Flag>
          <p>
            <strong>You refer outside, with no action and no review.</strong> Who makes the referral, and who looks
            whether an answer came? Add an action or a review date, or save it as it is.
          </p>
        </Flag>
      )}
    </div>
  );
}
