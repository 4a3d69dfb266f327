import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { noteText } from '../../shared/domain/text.ts';
import { roleLine, useSignedIn } from '../signed-in.tsx';
import { Details } from '../ui/details.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { DateField } from '../ui/forms/date-field.tsx';
import { Select } from '../ui/forms/select.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import type { RaiseValues } from './raise-form.ts';

interface Props {
  readonly of: UseFormReturn<RaiseValues>;
}

/** Whom somebody writes it down for. */
function RecordedFor({ of }: Props) {
  const { register } = useSignedIn();
  const colleagues = register.staff.filter(({ staff, active }) => active && staff !== register.me);
  return (
    <Choice
      of={of}
      name="recordedFor.whom"
      label="Who told you this to record?"
      hint="Somebody who saw or heard it, and asked you to write it down for them."
      options={[
        { value: 'nobody', label: 'Nobody. It is my own concern' },
        {
          value: 'colleague',
          label: 'A colleague who uses this log',
          hint: 'They can read it, and are asked if it is right.',
          reveal: (
            <Select
              of={of}
              name="recordedFor.staff"
              label="Which colleague?"
              blank="Select a colleague"
              options={colleagues.map((line) => ({
                value: line.staff,
                label: `${line.name} (${roleLine(register, line).toLowerCase()})`,
              }))}
            />
          ),
        },
        {
          value: 'somebody-else',
          label: 'Somebody else, such as a receptionist',
          hint: 'They cannot read it here. Read it to them.',
          reveal: (
            <>
              <TextField of={of} name="recordedFor.name" label="Their name" spellCheck={false} />
              <TextField of={of} name="recordedFor.role" label="What they do, and where" />
            </>
          ),
        },
      ]}
    />
  );
}

/** Written on paper first, and typed in now. */
function LateEntry({ of }: Props) {
  return (
    <Choice
      of={of}
      name="lateEntry.onPaper"
      label="Was it written on paper first?"
      options={[
        { value: 'no', label: 'No' },
        {
          value: 'yes',
          label: 'Yes, I am typing it in',
          reveal: (
            <>
              <DateField of={of} name="lateEntry.day" label="Day it was written" hint="For example, 23 11 2026" />
              <TextField
                of={of}
                name="lateEntry.time"
                label="Time it was written"
                hint="For example, 4:25pm"
                width={10}
                spellCheck={false}
              />
              <TextArea
                of={of}
                name="lateEntry.why"
                label="Why is it typed in now?"
                hint="For example, the computer could not be used."
                rows={2}
                max={noteText}
                spellCheck
              />
            </>
          ),
        },
      ]}
    />
  );
}

/** The same of a restricted concern, which is recorded for nobody: nobody reads it but who is named. */
export function OnPaperFirst({ of }: Props) {
  const [anyAtFirst] = useState(() => of.getValues('lateEntry.onPaper') !== '');
  return (
    <Details summary="It was written on paper first" open={anyAtFirst}>
      <LateEntry of={of} />
    </Details>
  );
}

/** How the concern came in, where it is not simply what whoever writes saw or heard. Folded: most concerns are. */
export function CameInFields({ of }: Props) {
  const [anyAtFirst] = useState(() => {
    const { recordedFor, lateEntry } = of.getValues();
    return recordedFor.whom !== '' || lateEntry.onPaper !== '';
  });
  return (
    <Details summary="Somebody told me this to record, or it was written on paper first" open={anyAtFirst}>
      <RecordedFor of={of} />
      <LateEntry of={of} />
    </Details>
  );
}
