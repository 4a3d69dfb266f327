import { endOfDay, isValid, parseISO, startOfDay, subDays } from 'date-fns';
import { type Instant, instantOf } from '../../shared/domain/calendar.ts';
import { type StaffId, staffId } from '../../shared/domain/ids.ts';
import { type EventType, eventTypes, isEventType } from '../../shared/events/index.ts';
import { type DateParts, isoOf, partsOf } from '../ui/forms/dates.ts';
import { longDate } from '../words/dates.ts';

const whens = ['7-days', '30-days', 'dates'] as const;
type When = (typeof whens)[number];

/** What of the log is shown, as it stands in the address. Nothing means everything. */
export interface AuditFilters {
  readonly who?: StaffId;
  readonly what?: EventType;
  readonly when?: When;
  readonly from?: string;
  readonly to?: string;
  /** Counted from 1, which is the newest. */
  readonly page?: number;
}

function dayAt(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && isValid(parseISO(value)) ? value : undefined;
}

/** Takes filters out of an address, and nothing that is none. */
export function filtersIn(search: Readonly<Record<string, unknown>>): AuditFilters {
  const who = staffId.safeParse(search['who']).data;
  const { what, page } = search;
  const when = whens.find((one) => one === search['when']);
  const [from, to] = when === 'dates' ? [dayAt(search['from']), dayAt(search['to'])] : [];
  return {
    ...(who !== undefined && { who }),
    ...(typeof what === 'string' && isEventType(what) && { what }),
    ...(when !== undefined && { when }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(typeof page === 'number' && Number.isSafeInteger(page) && page > 1 && { page }),
  };
}

/** The filters without the key, on the first page. */
export function without(filters: AuditFilters, key: 'who' | 'what' | 'when'): AuditFilters {
  const { page: _page, [key]: _key, ...rest } = filters;
  if (key !== 'when') return rest;
  const { from: _from, to: _to, ...plain } = rest;
  return plain;
}

/** Both ends of the time that is meant. A day begins and ends on this computer's clock. */
export interface Span {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** The same span until the day is over, so that looking again asks the same. */
export function spanOf({ when, from, to }: Pick<AuditFilters, 'when' | 'from' | 'to'>, now = new Date()): Span {
  if (when === undefined) return { from: null, to: null };
  if (when !== 'dates') {
    return { from: instantOf(startOfDay(subDays(now, when === '7-days' ? 6 : 29))), to: null };
  }
  return {
    from: from === undefined ? null : instantOf(startOfDay(parseISO(from))),
    to: to === undefined ? null : instantOf(endOfDay(parseISO(to))),
  };
}

/** `7 days`, `1 to 24 November`: the time in words. */
export function whenWords({ when, from, to }: AuditFilters): string {
  if (when === '7-days') return 'Last 7 days';
  if (when === '30-days') return 'Last 30 days';
  if (from !== undefined && to !== undefined) return `${longDate(from)} to ${longDate(to)}`;
  if (from !== undefined) return `From ${longDate(from)}`;
  return to === undefined ? 'All' : `Until ${longDate(to)}`;
}

/** What the boxes of a form hold for a time. */
export interface WhenForm {
  when: string;
  from: DateParts;
  to: DateParts;
}

export const allTime = 'all';

export function whenForm({ when, from, to }: AuditFilters): WhenForm {
  return { when: when ?? allTime, from: partsOf(from), to: partsOf(to) };
}

/** The time that was typed; or a sentence for each box that holds no real date, or not in order. */
export function typedWhen(
  typed: WhenForm,
): { readonly filters: AuditFilters } | { readonly problems: Partial<Record<'from' | 'to', string>> } {
  if (typed.when !== 'dates') return { filters: filtersIn({ when: typed.when }) };
  const [from, to] = [isoOf(typed.from), isoOf(typed.to)];
  const real = 'Enter a real date, such as 23 November 2026';
  const problems = {
    ...(from === 'wrong' && { from: real }),
    ...(to === 'wrong' && { to: real }),
    ...(from === null && to === null && { from: 'Enter the first day, the last day, or both' }),
    ...(from !== null && to !== null && from > to && to !== 'wrong' && from !== 'wrong'
      ? { to: 'The last day must not be before the first' }
      : {}),
  };
  if (Object.keys(problems).length > 0) return { problems };
  return { filters: filtersIn({ when: 'dates', from, to }) };
}

/** Everything that can happen, in words and in the order of the alphabet. */
export const whatOptions = Object.entries(eventTypes)
  .map(([value, { words }]) => ({ value, label: words }))
  .sort((one, other) => one.label.localeCompare(other.label));

export function whatWords(what: EventType): string {
  return eventTypes[what].words;
}
