import { useState } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { QuickDate } from '../../ui/forms/quick-date.tsx';
import { dueOptions } from './due-days.ts';

interface Props<T extends FieldValues> {
  readonly of: UseFormReturn<T>;
  readonly name: Path<T>;
  readonly label?: string;
  /** The near days that are offered, in working days. */
  readonly days?: readonly number[];
}

/** By when an answer is due: then somebody asks again. */
export function DueField<T extends FieldValues>({ of, name, label = 'When do you ask again?', days }: Props<T>) {
  const [now] = useState(() => new Date());
  return (
    <QuickDate
      of={of}
      name={name}
      label={label}
      hint="If they have not answered by then, it shows as late on Today."
      options={dueOptions(now, days)}
    />
  );
}
