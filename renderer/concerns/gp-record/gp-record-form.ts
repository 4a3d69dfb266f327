import type { Path } from 'react-hook-form';
import type { InputOf } from '../../../shared/contract/call.ts';
import type { Contract } from '../../../shared/contract/index.ts';
import type { IsoDate } from '../../../shared/domain/calendar.ts';
import { blankDate, chosenDay, type QuickDateValue } from '../../ui/forms/dates.ts';

type Input = InputOf<Contract['concerns']['noteGpRecord']>;

export interface GpRecordValues {
  system: string;
  on: QuickDateValue;
  /** A code with its words, or one of the two below. */
  code: string;
  otherCode: string;
  hiddenOnline: '' | Input['hiddenOnline'];
}

export const noCode = 'none';
export const otherCode = 'other';

export const blankGpRecord: GpRecordValues = {
  system: '',
  on: { choice: '', other: { ...blankDate } },
  code: '',
  otherCode: '',
  hiddenOnline: '',
};

type Problem = readonly [field: keyof GpRecordValues | 'on.other', message: string];

function dayProblem({ on }: GpRecordValues): Problem | null {
  if (on.choice === '') return ['on', 'Select when it was copied'];
  const day = chosenDay(on);
  if (day === null) return ['on.other', 'Enter the date on which it was copied'];
  return day === 'wrong' ? ['on.other', 'Enter a real date, such as 23 November 2026'] : null;
}

/** Everything that is missing, in the order of the page. That a day lies ahead is the log's to say. */
export function problemsOf(values: GpRecordValues): readonly Problem[] {
  const { system, code, hiddenOnline } = values;
  const problems: readonly (Problem | null)[] = [
    system.trim() === '' ? ['system', 'Enter the name of the GP record system'] : null,
    dayProblem(values),
    code === '' ? ['code', 'Select a code, or that it has none'] : null,
    code === otherCode && values.otherCode.trim() === '' ? ['otherCode', 'Enter the code and its words'] : null,
    hiddenOnline === '' ? ['hiddenOnline', 'Select if it is hidden from online access'] : null,
  ];
  return problems.filter((problem) => problem !== null);
}

/** What the log is asked to save. Only for values without problems. */
export function inputOf({ system, on, code, otherCode: typed, hiddenOnline }: GpRecordValues) {
  return {
    system,
    on: chosenDay(on) as IsoDate, // `as`: none and 'wrong' were refused.
    ...(code !== noCode && { code: code === otherCode ? typed : code }),
    hiddenOnline: hiddenOnline as Input['hiddenOnline'], // `as`: an empty one was refused.
  };
}

/** Where in the form something stands that the log knows by another name. */
export function fieldOf(field: string, { on, code }: GpRecordValues): Path<GpRecordValues> {
  if (field === 'on' && on.choice === 'other') return 'on.other';
  if (field === 'code' && code === otherCode) return 'otherCode';
  return field as Path<GpRecordValues>; // `as`: the log's other names are the form's.
}
