import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { Choice } from '../ui/forms/choice.tsx';
import { DateField } from '../ui/forms/date-field.tsx';
import { allTime, type WhenForm } from './filters.ts';

interface Props<T extends FieldValues & WhenForm> {
  readonly of: UseFormReturn<T>;
  readonly label: string;
}

/** Which part of the log, by time. */
export function WhenField<T extends FieldValues & WhenForm>({ of, label }: Props<T>) {
  // `as`: every form with a `WhenForm` in it has these three.
  const [when, from, to] = ['when', 'from', 'to'] as [Path<T>, Path<T>, Path<T>];
  const dates = (
    <>
      <DateField of={of} name={from} label="First day" />
      <DateField of={of} name={to} label="Last day" />
    </>
  );
  return (
    <Choice
      of={of}
      name={when}
      label={label}
      options={[
        { value: allTime, label: 'All' },
        { value: '7-days', label: 'Last 7 days' },
        { value: '30-days', label: 'Last 30 days' },
        { value: 'dates', label: 'Choose dates', reveal: dates },
      ]}
    />
  );
}
