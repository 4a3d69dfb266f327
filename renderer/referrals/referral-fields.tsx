import { useState } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { needsReply } from '../../shared/domain/referral-answers.ts';
import { referralRoles } from '../../shared/domain/referral-roles.ts';
import { replyDueBy } from '../../shared/domain/urgency.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { QuickDate } from '../ui/forms/quick-date.tsx';
import { Select } from '../ui/forms/select.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { emergencyFirst } from '../words/always-true.ts';
import { weekday } from '../words/dates.ts';
import { dayOf, lately, optionsOf, soon } from './near-dates.ts';
import { noReply, type ReferralValues } from './referral-form.ts';
import { agreesWords, purposeWords, sentByWords } from './words.ts';

interface Props {
  readonly of: UseFormReturn<ReferralValues>;
}

function choicesOf<Value extends string>(words: Readonly<Record<Value, string>>) {
  return Object.entries<string>(words).map(([value, label]) => ({ value, label }));
}

const phoneThem = 'Phone them. Nobody may see a task or an email until tomorrow.';

/** The ladder as it was agreed here. */
function useUrgencies() {
  const { urgencyLadder } = useSignedIn().register.settings;
  const reveals: Readonly<Record<string, string>> = { emergency: emergencyFirst, 'same-day': phoneThem };
  return urgencyLadder.map(({ urgency, name }) => {
    const reveal = reveals[urgency];
    const option = { value: urgency, label: name };
    return reveal === undefined ? option : { ...option, reveal: <p className="due due--late">{reveal}</p> };
  });
}

/** Colleagues who can be made readers: a manager reads nothing about people. */
function useRecipients() {
  const { register, nameAndRole } = useSignedIn();
  return register.staff
    .filter(({ staff, active }) => active && staff !== register.me)
    .filter(({ roles }) => roles.some(({ role, stands }) => stands && role !== 'practice-manager'))
    .map(({ staff }) => ({ value: staff, label: nameAndRole(staff) }));
}

export function WhoTo({ of }: Props) {
  return (
    <>
      <Select
        of={of}
        name="role"
        label="Which role? (optional)"
        blank="None of these"
        options={referralRoles.map(({ role, words }) => ({ value: role, label: words }))}
      />
      <TextField
        of={of}
        name="to"
        label="Who are you referring to?"
        hint="Their role, and their name and practice if you know it."
        spellCheck={false}
      />
      <Select
        of={of}
        name="recipient"
        label="Do they use this log? (optional)"
        hint="They can then read this referral here. That does not tell them that it is here."
        blank="No, or I do not know"
        options={useRecipients()}
      />
    </>
  );
}

export function WhatFor({ of }: Props) {
  return (
    <>
      <Choice of={of} name="purpose" label="What is the referral for?" options={choicesOf(purposeWords)} inline />
      <TextArea of={of} name="ask" label="What do you need them to do?" rows={4} max={20_000} />
      <TextArea
        of={of}
        name="observed"
        label="What have you seen, and what have you told them? (optional)"
        hint="Facts that you saw or heard. Say if something is your opinion."
        rows={4}
        max={20_000}
      />
      <Choice of={of} name="urgency" label="How soon?" options={useUrgencies()} />
      <Choice of={of} name="agrees" label="Does the person agree?" options={choicesOf(agreesWords)} inline />
    </>
  );
}

/** The day that the ladder gives for this urgency, offered and never chosen. What is for today is among the near days. */
function useAgreedDay(of: Props['of']) {
  const { urgencyLadder } = useSignedIn().register.settings;
  const [urgency, sentOn] = useWatch({ control: of.control, name: ['urgency', 'sentOn'] });
  const sent = dayOf(sentOn);
  if (sent === null || sent === 'wrong' || needsReply(urgency)) return null;
  const due = replyDueBy(urgencyLadder, urgency, sent);
  return due === null ? null : { value: due, label: `As agreed here: ${weekday(due)}` };
}

export function HowSent({ of }: Props) {
  const [now] = useState(() => new Date());
  const agreed = useAgreedDay(of);
  const near = optionsOf(soon, now).filter(({ value }) => value !== agreed?.value);
  return (
    <>
      <Choice
        of={of}
        name="sentBy"
        label="How did you send it?"
        hint="This log does not send it for you."
        options={choicesOf(sentByWords)}
      />
      <QuickDate of={of} name="sentOn" label="When did you send it?" options={optionsOf(lately, now)} />
      <QuickDate
        of={of}
        name="replyBy"
        label="When do you need a reply?"
        options={[...(agreed === null ? [] : [agreed]), { value: noReply, label: 'I do not need a reply' }, ...near]}
      />
    </>
  );
}
