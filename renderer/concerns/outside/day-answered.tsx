import { subDays } from 'date-fns';
import { useState } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { dayInEngland, daysAhead, type IsoDate } from '../../../shared/domain/calendar.ts';
import { blankDate, chosenDay, type QuickDateValue } from '../../ui/forms/dates.ts';
import { QuickDate } from '../../ui/forms/quick-date.tsx';
import { weekday } from '../../words/dates.ts';

export const blankAnswered: QuickDateValue = { choice: '', other: { ...blankDate } };

/** The day on which somebody answered, or what is wrong and in which box. */
export function answeredDay(
  value: QuickDateValue,
  today: string,
): { readonly day: IsoDate } | { readonly box: 'on' | 'on.other'; readonly problem: string } {
  if (value.choice === '') return { box: 'on', problem: 'Select when they answered' };
  const day = chosenDay(value);
  if (day === null) return { box: 'on.other', problem: 'Enter the day they answered' };
  if (day === 'wrong') return { box: 'on.other', problem: 'Enter a real date, such as 23 November 2026' };
  const ahead = daysAhead({ day }, today)['day'];
  return ahead === undefined ? { day: day as IsoDate } : { box: 'on.other', problem: ahead }; // `as`: a real day.
}

interface Props<T extends FieldValues> {
  readonly of: UseFormReturn<T>;
  readonly name: Path<T>;
  readonly label: string;
}

/** Today, yesterday, or another day. */
export function DayAnswered<T extends FieldValues>({ of, name, label }: Props<T>) {
  const [options] = useState(() => {
    const now = new Date();
    const [today, yesterday] = [dayInEngland(now), dayInEngland(subDays(now, 1))];
    return [
      { value: today, label: `Today: ${weekday(today)}` },
      { value: yesterday, label: `Yesterday: ${weekday(yesterday)}` },
    ];
  });
  return <QuickDate of={of} name={name} label={label} options={options} />;
}
