import type { InputOf } from '../../../shared/contract/call.ts';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import type { Contract } from '../../../shared/contract/index.ts';
import { nothingWritten, riskChecklist, saysWhatTheyWrote } from '../../../shared/events/concern-around.ts';
import { blankDate, type DateParts, isoOf } from '../../ui/forms/dates.ts';
import type { AroundValues, Read } from './in-concern.tsx';
import type { Trained } from './words.ts';

export type ChecklistInput = InputOf<Contract['concerns']['recordRiskChecklist']>['recorded'];

/** What the boxes of the form hold, as typed. */
export interface ChecklistValues extends AroundValues {
  checklist: string;
  scoredBy: string;
  scorersRole: string;
  trained: '' | Trained;
  on: DateParts;
  total: string;
  level: string;
  judgement: string;
  next: string;
}

export function blankChecklist({ concern }: Pick<ConcernPage, 'concern'>): ChecklistValues {
  return {
    concern,
    part: 'risk-checklist',
    checklist: '',
    scoredBy: '',
    scorersRole: '',
    trained: '',
    on: { ...blankDate },
    total: '',
    level: '',
    judgement: '',
    next: '',
  };
}

/** The problem with a day that has to be there. */
export function dayProblem(day: string | null, missing: string): string | null {
  if (day === null) return missing;
  return day === 'wrong' ? 'Enter a real date, such as 23 November 2026' : null;
}

/** What was typed as the log takes it, and all that is wrong with it at once. */
export function readChecklist(values: ChecklistValues): Read<ChecklistInput> {
  const { concern: _concern, part: _part, on: typed, ...rest } = values;
  const on = isoOf(typed);
  const said = { ...rest, on: on ?? '' } as ChecklistInput; // `as`: answers may still be missing; the log's own schema is asked next.
  const day = dayProblem(on, 'Enter the day on which it was scored');
  const issues = riskChecklist.safeParse(said).error?.issues ?? [];
  const wrong = issues.map(({ path: [field], message }) => [String(field), message] as const);
  return {
    said,
    problems: [
      ...wrong.filter(([field, message]) => field !== 'on' && message !== nothingWritten),
      ...(day === null ? [] : [['on', day] as const]),
      // The schema says so only when nothing else is wrong; here all of it is said at once.
      ...(saysWhatTheyWrote(said) ? [] : [['total', nothingWritten] as const]),
    ],
  };
}
