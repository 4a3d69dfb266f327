import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { Choice } from '../../ui/forms/choice.tsx';
import { DateField } from '../../ui/forms/date-field.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';

interface Props<T extends FieldValues> {
  readonly of: UseFormReturn<T>;
  /** Where in the form the `MomentValues` stand. */
  readonly at: Path<T>;
  readonly label: string;
}

/** When something was done: just now, or a day and a time. */
export function MomentField<T extends FieldValues>({ of, at, label }: Props<T>) {
  const name = (field: 'when' | 'day' | 'time') => `${at}.${field}` as Path<T>; // `as`: the parent keeps `MomentValues` there.
  return (
    <Choice
      of={of}
      name={name('when')}
      label={label}
      options={[
        { value: 'now', label: 'Just now' },
        {
          value: 'earlier',
          label: 'Earlier',
          reveal: (
            <>
              <DateField of={of} name={name('day')} label="Day" />
              <TextField
                of={of}
                name={name('time')}
                label="Time"
                hint="For example, 4:25pm"
                width={10}
                spellCheck={false}
              />
            </>
          ),
        },
      ]}
    />
  );
}
