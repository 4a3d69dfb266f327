import type { UseFormReturn } from 'react-hook-form';
import { longText } from '../../shared/domain/text.ts';
import { Choice } from '../ui/forms/choice.tsx';
import { DateField } from '../ui/forms/date-field.tsx';
import { RepeatableRows } from '../ui/forms/repeatable-rows.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import type { RaiseValues } from './raise-form.ts';
import { TellingFields } from './telling-fields.tsx';
import { blankTelling } from './telling-form.ts';
import { happenedWords, type Know, knowWords, optionsOf, type When } from './words.ts';

interface Props {
  readonly of: UseFormReturn<RaiseValues>;
}

function withReveal<Value extends string>(
  words: Readonly<Record<Value, string>>,
  value: Value,
  reveal: React.ReactNode,
) {
  return optionsOf(words).map((option) => (option.value === value ? { ...option, reveal } : option));
}

/** What was seen or heard, when, and how whoever writes knows. */
export function WhatHappened({ of }: Props) {
  const day = <DateField of={of} name="happenedOn" label="Date it happened" hint="For example, 23 11 2026" />;
  const teller = <TextField of={of} name="toldBy" label="Who told you?" spellCheck={false} />;
  return (
    <div className="form-section">
      <TextArea
        of={of}
        name="what"
        size="m"
        label="What did you see or hear?"
        hint="Give the facts in the order they happened: what, when, where and who was there. Say if something is your opinion."
        rows={7}
        max={longText}
        spellCheck
      />
      <Choice
        of={of}
        name="when"
        label="When did it happen?"
        options={withReveal<When>(happenedWords, 'on-that-day', day)}
      />
      <Choice
        of={of}
        name="know"
        label="How do you know about this?"
        options={withReveal<Know>(knowWords, 'somebody-else-told-me', teller)}
      />
    </div>
  );
}

/** Whom they have told so far, if anybody. */
export function ToldSoFar({ of }: Props) {
  return (
    <div className="form-section">
      <RepeatableRows
        of={of}
        name="told"
        heading="Who have you told so far? (optional)"
        hint="This log tells nobody. You can record it now, or after you have raised the concern."
        title={(number) => `Person told ${number}`}
        addLabel="Add somebody you told"
        empty={blankTelling}
        render={(index) => <TellingFields of={of} at={`told.${index}`} />}
      />
    </div>
  );
}
