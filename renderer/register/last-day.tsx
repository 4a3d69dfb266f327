import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { InputOf } from '../../shared/contract/call.ts';
import type { registerCalls, StaffLine } from '../../shared/contract/register.ts';
import type { Hindrance, LeavingPage, Sealed } from '../../shared/contract/staffing.ts';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import { log } from '../api.ts';
import { LongWork } from '../long-work.tsx';
import { lately, optionsOf } from '../referrals/near-dates.ts';
import { useSaving } from '../saving.ts';
import { Choice } from '../ui/forms/choice.tsx';
import { blankDate, chosenDay, type QuickDateValue } from '../ui/forms/dates.ts';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { QuickDate } from '../ui/forms/quick-date.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { isOfRegister } from './hindrances.tsx';

type Reason = InputOf<typeof registerCalls.leave>['reason'];

const reasonWords: Readonly<Record<Reason, string>> = {
  'moved-on': 'They move on to other work',
  retired: 'They retire',
  'contract-ended': 'Their contract ends',
  'added-by-mistake': 'They were added by mistake',
  other: 'Another reason',
};

interface Values {
  signIn: 'yes' | 'no' | '';
  reason: Reason | '';
  lastDay: QuickDateValue;
}

function countOf(hindrances: readonly Hindrance[], what: Hindrance['what']): number {
  return hindrances.find((one) => one.what === what)?.count ?? 0;
}

/** What nobody gets back when somebody leaves who can no longer end their own work. */
function WhatIsLost({ page: { hindrances } }: { readonly page: LeavingPage }) {
  const drafts = countOf(hindrances, 'drafts');
  const onlyTheirs = countOf(hindrances, 'only-reader');
  const open = hindrances.some(({ what }) => what === 'open-work' || what === 'unchecked');
  return (
    <>
      <p>
        <strong>What is lost:</strong>
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          {drafts === 0
            ? 'No draft: they have none.'
            : `${drafts === 1 ? '1 draft' : `${drafts} drafts`} of theirs. Only they could open them, so they are deleted for good.`}
        </li>
        {onlyTheirs > 0 && (
          <li>
            {onlyTheirs === 1 ? '1 record' : `${onlyTheirs} records`} that nobody else reads. From then on only the
            recovery key opens them.
          </li>
        )}
        {open && <li>Work of theirs may stay open with nobody who does it. Look through it afterwards.</li>}
      </ul>
    </>
  );
}

interface Props {
  readonly page: LeavingPage;
  readonly line: StaffLine;
  readonly onLeft: (left: Sealed) => void;
}

/** The manager's last step: when and why, and then they are out. */
export function LastDay({ page, line, onLeft }: Props) {
  const [now] = useState(() => new Date());
  const form = useForm<Values>({
    ...formRules,
    defaultValues: { signIn: '', reason: '', lastDay: { choice: '', other: blankDate } },
  });
  const saving = useSaving({ form });
  if (page.hindrances.some(isOfRegister)) {
    return <p>This opens once what concerns roles, supervision and settings above is done.</p>;
  }
  const leave = async (): Promise<void> => {
    const { signIn, reason, lastDay } = form.getValues();
    const day = chosenDay(lastDay);
    const held = signIn === 'yes' && page.hindrances.length > 0;
    if (signIn === '') form.setError('signIn', { message: 'Select whether they can still sign in' });
    if (held) form.setError('signIn', { message: 'They must do first what stands under 1. It is still open' });
    if (reason === '') form.setError('reason', { message: 'Select why they leave' });
    if (day === 'wrong') form.setError('lastDay.other', { message: 'Enter a real date, such as 23 November 2026' });
    if (day === null) form.setError('lastDay', { message: 'Select their last day' });
    if (held || signIn === '' || reason === '' || day === null || day === 'wrong') return;
    const asked = { staff: line.staff, reason, lastDay: day as IsoDate, cannotSignIn: signIn === 'no' }; // `as`: the log refuses what is not a real day.
    const left = await saving.save(() => log.register.leave(asked));
    if (left !== undefined) onLeft(left);
  };
  return (
    <Form of={form} onSave={() => void leave()} problem={saving.problem} label="Last day">
      <Choice
        of={form}
        name="signIn"
        label="Can they still sign in here?"
        options={[
          { value: 'yes', label: 'Yes', hint: 'They end their drafts and hand over their work first.' },
          {
            value: 'no',
            label: 'No, they do not come any more',
            reveal: <WhatIsLost page={page} />,
          },
        ]}
      />
      <Choice
        of={form}
        name="reason"
        label="Why do they leave?"
        options={Object.entries(reasonWords).map(([value, label]) => ({ value, label }))}
      />
      <QuickDate of={form} name="lastDay" label="Last day" hint="Today or earlier." options={optionsOf(lately, now)} />
      <p>This cannot be undone. Should they come back, they are added as somebody new.</p>
      {saving.busy && <LongWork />}
      <SaveButton busy={saving.busy} busyText="Recording it">
        Record that {line.name} has left
      </SaveButton>
    </Form>
  );
}
