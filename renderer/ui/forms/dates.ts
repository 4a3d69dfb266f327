/** What the three boxes of a date hold, as typed. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
}

export const blankDate: DateParts = { day: '', month: '', year: '' };

const months = 'january february march april may june july august september october november december'.split(' ');

function monthOf(typed: string): number | null {
  if (/^\d{1,2}$/.test(typed)) return Number(typed);
  const word = typed.toLowerCase();
  // Three letters tell all months apart; "Sept" and a full stop after a short form are common.
  const index = /^[a-z]{3,}\.?$/.test(word) ? months.findIndex((month) => month.startsWith(word.replace('.', ''))) : -1;
  return index < 0 ? null : index + 1;
}

/** The typed date as `YYYY-MM-DD`; null when nothing was typed; 'wrong' when it is not a real date with a full year. */
export function isoOf(parts: DateParts): string | null {
  const [day, month, year] = [parts.day.trim(), parts.month.trim(), parts.year.trim()];
  if (day === '' && month === '' && year === '') return null;
  const monthNumber = monthOf(month);
  if (!/^\d{1,2}$/.test(day) || monthNumber === null || !/^[12]\d{3}$/.test(year)) return 'wrong';
  const iso = `${year}-${String(monthNumber).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // JavaScript rolls 31 November over into December: only a date that comes back as it went in is real.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : 'wrong';
}

/** What a form holds of a near day: the value of an option (the day itself), or 'other' and what was typed. */
export interface QuickDateValue {
  choice: string;
  other: DateParts;
}

const isDay = (choice: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(choice);

/**
 * A draft of another day may hold a near day that is no longer offered: it stands in the boxes of another date instead.
 * Options are days and not words, or "today" would mean the day on which somebody goes on.
 */
export function keptDay(value: QuickDateValue, offered: readonly string[]): QuickDateValue {
  if (!isDay(value.choice) || offered.includes(value.choice)) return value;
  return { choice: 'other', other: partsOf(value.choice) };
}

/** The day that was chosen or typed; null for none, 'wrong' for what is no date. */
export function chosenDay({ choice, other }: QuickDateValue): string | null {
  if (choice === 'other') return isoOf(other);
  return isDay(choice) ? choice : null;
}

/** The three boxes for a date; blank ones for none. */
export function partsOf(iso: string | null | undefined): DateParts {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return { ...blankDate };
  return { day: String(Number(day)), month: String(Number(month)), year };
}
