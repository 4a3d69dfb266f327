import { instantOf } from '../../shared/domain/calendar.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { readTime } from '../../shared/domain/typed-time.ts';
import { blankDate, type DateParts, isoOf } from '../ui/forms/dates.ts';
import type { RaiseInput } from './raise-form.ts';

/** What the boxes hold that ask how a concern came in, as typed. */
export interface CameInValues {
  recordedFor: { whom: '' | 'nobody' | 'colleague' | 'somebody-else'; staff: string; name: string; role: string };
  lateEntry: { onPaper: '' | 'no' | 'yes'; day: DateParts; time: string; why: string };
}

export const blankCameIn: CameInValues = {
  recordedFor: { whom: '', staff: '', name: '', role: '' },
  lateEntry: { onPaper: '', day: { ...blankDate }, time: '', why: '' },
};

/** A colleague by name and by what they do. */
export type Colleague = (staff: StaffId) => { readonly name: string; readonly role: string };

type Problems = Readonly<Record<string, string>>;
interface Read {
  /** The parts that somebody filled in, as the log takes them once there is no problem. */
  readonly input: Pick<RaiseInput, 'recordedFor' | 'lateEntry'>;
  readonly problems: Problems;
}

function readRecordedFor({ whom, staff, name, role }: CameInValues['recordedFor'], colleague: Colleague): Read {
  if (whom === 'somebody-else') return { input: { recordedFor: { name, role } }, problems: {} };
  if (whom !== 'colleague') return { input: {}, problems: {} };
  if (staff === '') return { input: {}, problems: { 'recordedFor.staff': 'Select who told you' } };
  const id = staff as StaffId; // `as`: the options are colleagues.
  return { input: { recordedFor: { ...colleague(id), staff: id } }, problems: {} };
}

function readLateEntry({ onPaper, day, time, why }: CameInValues['lateEntry']): Read {
  if (onPaper !== 'yes') return { input: {}, problems: {} };
  const iso = isoOf(day);
  const typed = readTime(time);
  const problems: Problems = {
    ...(iso === null && { 'lateEntry.day': 'Enter the day it was written' }),
    ...(iso === 'wrong' && { 'lateEntry.day': 'Enter a real date, such as 23 November 2026' }),
    ...('problem' in typed && { 'lateEntry.time': typed.problem }),
    ...(why.trim() === '' && { 'lateEntry.why': 'Enter why it is typed in now' }),
  };
  if (Object.keys(problems).length > 0 || !('time' in typed)) return { input: {}, problems };
  return { input: { lateEntry: { writtenOn: instantOf(new Date(`${iso}T${typed.time}:00`)), why } }, problems };
}

/** What was typed about how a concern came in, and what is wrong with it by the names of the boxes. */
export function readCameIn({ recordedFor, lateEntry }: CameInValues, colleague: Colleague): Read {
  const whom = readRecordedFor(recordedFor, colleague);
  const late = readLateEntry(lateEntry);
  return { input: { ...whom.input, ...late.input }, problems: { ...whom.problems, ...late.problems } };
}
