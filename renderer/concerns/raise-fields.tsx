import { type UseFormReturn, useWatch } from 'react-hook-form';
import { longText, noteText } from '../../shared/domain/text.ts';
import { Choice } from '../ui/forms/choice.tsx';
import { DateField } from '../ui/forms/date-field.tsx';
import { RepeatableRows } from '../ui/forms/repeatable-rows.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { CameInFields, OnPaperFirst } from './came-in-fields.tsx';
import type { RaiseValues } from './raise-form.ts';
import { TellingFields } from './telling-fields.tsx';
import { blankTelling } from './telling-form.ts';
import {
  childOrAdultWords,
  happenedWords,
  type Know,
  knowWords,
  optionsOf,
  theyKnowWords,
  type When,
} from './words.ts';

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
export function WhatHappened({ of, restricted }: Props & { readonly restricted: boolean }) {
  const day = <DateField of={of} name="happenedOn" label="Date it happened" hint="For example, 23 11 2026" />;
  const whom = useWatch({ control: of.control, name: 'recordedFor.whom' });
  const forSomebody = whom === 'colleague' || whom === 'somebody-else';
  const teller = (
    <TextField of={of} name="toldBy" label={forSomebody ? 'Who told them?' : 'Who told you?'} spellCheck={false} />
  );
  return (
    <div className="form-section">
      <TextArea
        of={of}
        name="what"
        size="m"
        label="What did you see or hear?"
        hint="Give the facts in the order they happened: what, when, where and who was there."
        rows={7}
        max={longText}
        spellCheck
      />
      <TextArea
        of={of}
        name="ownWords"
        label="What did the person say, in their own words? (optional)"
        hint="Use quotation marks. Write what they said, not what you think they meant."
        rows={2}
        max={noteText}
        spellCheck
      />
      <TextArea
        of={of}
        name="opinion"
        label="What do you think is happening? (optional)"
        hint="This is your opinion. It stands apart from the facts."
        rows={2}
        max={noteText}
        spellCheck
      />
      {restricted ? <OnPaperFirst of={of} /> : <CameInFields of={of} />}
      <Choice
        of={of}
        name="when"
        label="When did it happen?"
        options={withReveal<When>(happenedWords, 'on-that-day', day)}
      />
      <Choice
        of={of}
        name="know"
        label={forSomebody ? 'How do they know about this?' : 'How do you know about this?'}
        options={withReveal<Know>(forSomebody ? theyKnowWords : knowWords, 'somebody-else-told-me', teller)}
      />
    </div>
  );
}

/** Asked where no date of birth says it: which questions come later hangs on it. */
export function ChildOrAdultQuestion({ of }: Props) {
  return (
    <div className="form-section">
      <Choice
        of={of}
        name="childOrAdult"
        size="m"
        label="Is this about a child or an adult?"
        hint="You did not enter a date of birth. You can skip this."
        options={optionsOf(childOrAdultWords)}
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
