import { addDays, format, parseISO } from 'date-fns';
import type { ParsedOf } from '../../shared/contract/call.ts';
import type { Contract } from '../../shared/contract/index.ts';
import { type SessionPage, supervisionCalls } from '../../shared/contract/supervision.ts';
import { isoDate } from '../../shared/domain/calendar.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import type { KeptForm } from '../drafts/from-draft.tsx';
import { blankDate, type DateParts, isoOf, partsOf, type QuickDateValue } from '../ui/forms/dates.ts';

type Recorded = ParsedOf<Contract['supervision']['record']>;

/** Everything that can be typed about a session, of the short and the full form alike. */
export interface SessionForm {
  supervisees: string[];
  kind: string;
  heldOn: DateParts;
  minutes: string;
  mode: string;
  /** By `Promised.key`, so that an answer stays with its action whoever else is chosen meanwhile. */
  since: Record<string, { outcome: string; dueOn?: DateParts }>;
  discussed: string;
  workload: string;
  caseload: { people: string; waiting: string };
  concerns: string[];
  /** By the id of the concern. */
  notes: Record<string, string>;
  learning: string;
  actions: { what: string; owner: string; dueOn: DateParts }[];
  next: QuickDateValue;
}

export function blankSession(today: string, with_: string | undefined): SessionForm {
  return {
    supervisees: with_ === undefined ? [] : [with_],
    kind: '',
    heldOn: partsOf(today),
    minutes: '',
    mode: '',
    since: {},
    discussed: '',
    workload: '',
    caseload: { people: '', waiting: '' },
    concerns: [],
    notes: {},
    learning: '',
    actions: [],
    next: { choice: '', other: { ...blankDate } },
  };
}

function keyed<Value>(kept: unknown): Record<string, Value> {
  return typeof kept === 'object' && kept !== null ? { ...(kept as Record<string, Value>) } : {}; // `as`: this form kept it.
}

/** Answers that are kept by a key, which a blank form cannot name. */
export function withKeyed(values: SessionForm, { since, notes }: KeptForm): SessionForm {
  return { ...values, since: keyed(since), notes: keyed(notes) };
}

/** Whether something stands in the sections that the short form leaves out. */
export function needsAllSections({ workload, caseload, concerns, learning }: SessionForm): boolean {
  return [workload, caseload.people, caseload.waiting, learning].some((text) => text !== '') || concerns.length > 0;
}

/** An action of the last session that somebody in this one promised. */
export interface Promised {
  readonly key: string;
  readonly what: string;
  readonly owner: StaffId;
  readonly dueOn: string | null;
}

/** What those who meet now promised then. What absent people promised is no business of this session. */
export function promisedIn(last: SessionPage | undefined, attendees: readonly string[]): readonly Promised[] {
  if (last === undefined) return [];
  return last.state.recorded.actions
    .map(({ what, owner, dueOn }, index) => ({ key: `${last.session}-${index}`, what, owner, dueOn }))
    .filter(({ owner }) => attendees.includes(owner));
}

/** The newest session in which all of these were: nobody else's promises are shown to people who were not there. */
export function lastTogether<Line extends { readonly supervisor: StaffId; readonly supervisees: readonly StaffId[] }>(
  lines: readonly Line[],
  supervisees: readonly string[],
): Line | undefined {
  if (supervisees.length === 0) return undefined;
  return lines.find((line) => {
    const there: readonly string[] = [line.supervisor, ...line.supervisees];
    return supervisees.every((staff) => there.includes(staff));
  });
}

/** The day `days` after the session; after today while the date of the session is not a real one. */
export function daysLater(heldOn: DateParts, days: number): string {
  const day = isoOf(heldOn);
  const from = day === null || day === 'wrong' ? new Date() : parseISO(day);
  return format(addDays(from, days), 'yyyy-MM-dd');
}

/** Near days for the next session, in the values of its radios. */
export const nextInDays = { 'four-weeks': 28, 'two-weeks': 14 } as const;

function nextOn({ next, heldOn }: SessionForm): string | null {
  if (next.choice === 'other') return isoOf(next.other) ?? '';
  return next.choice in nextInDays ? daysLater(heldOn, nextInDays[next.choice as keyof typeof nextInDays]) : null; // `as`: the line asks.
}

function wholeNumber(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed);
}

function fullPart({ workload, caseload, concerns, notes, learning }: SessionForm) {
  const noted = concerns.filter((concern) => (notes[concern] ?? '').trim() !== '');
  return {
    concerns,
    ...(workload !== '' && { workload }),
    ...([caseload.people, caseload.waiting].some((typed) => typed.trim() !== '') && {
      caseload: { people: wholeNumber(caseload.people), waiting: wholeNumber(caseload.waiting) },
    }),
    ...(noted.length > 0 && { concernNotes: noted.map((concern) => ({ concern, note: notes[concern] })) }),
    learning,
  };
}

type Problems = Readonly<Record<string, string>>;
type Checked = { readonly input: Recorded } | { readonly problems: Problems };

function carriedOf({ since }: SessionForm, promised: readonly Promised[]): readonly Promised[] {
  return promised.filter(({ key }) => since[key]?.outcome === 'carried');
}

/** Where in the form something stands that the log knows by another name. */
export function fieldOf(path: string, values: SessionForm, promised: readonly Promised[]): string {
  const [name, index, part] = path.split('.');
  if (name === 'nextOn') return values.next.choice === 'other' ? 'next.other' : 'next';
  if (name === 'since') return `since.${promised[Number(index)]?.key}.outcome`;
  const carried = carriedOf(values, promised)[Number(index) - values.actions.length];
  if (name === 'actions' && carried !== undefined)
    return `since.${carried.key}.${part === 'dueOn' ? 'dueOn' : 'outcome'}`;
  return path;
}

function shortened(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 57)}…`;
}

/** What only this screen asks: the log itself cannot know which answers are missing. */
function unanswered(values: SessionForm, promised: readonly Promised[]): Problems {
  const problems: Record<string, string> = {};
  for (const { key, what } of promised) {
    const outcome = values.since[key]?.outcome ?? '';
    if (outcome === '') problems[`since.${key}.outcome`] = `Select what came of: ${shortened(what)}`;
  }
  for (const [index, { what, owner }] of values.actions.entries()) {
    if (what.trim() === '') problems[`actions.${index}.what`] = `Enter what needs to happen for action ${index + 1}`;
    if (owner === '') problems[`actions.${index}.owner`] = `Select who will do action ${index + 1}`;
  }
  if (values.next.choice === '') problems['next'] = 'Select when the next session is';
  return problems;
}

function dueOf(parts: DateParts | undefined): string | null {
  return parts === undefined ? null : isoOf(parts);
}

/** What the log is asked to record; or every sentence about what is missing, by field. */
export function checked(values: SessionForm, promised: readonly Promised[], full: boolean): Checked {
  const carried = carriedOf(values, promised);
  const parsed = supervisionCalls.record.input.safeParse({
    supervisees: values.supervisees,
    kind: values.kind,
    heldOn: isoOf(values.heldOn) ?? '',
    minutes: wholeNumber(values.minutes),
    mode: values.mode,
    discussed: values.discussed,
    actions: [
      ...values.actions.map(({ what, owner, dueOn }) => ({ what, owner, dueOn: isoOf(dueOn) })),
      ...carried.map(({ key, what, owner }) => ({ what, owner, dueOn: dueOf(values.since[key]?.dueOn) })),
    ],
    nextOn: nextOn(values),
    ...(promised.length > 0 && {
      since: promised.map(({ key, what }) => ({ what, outcome: values.since[key]?.outcome })),
    }),
    ...(full ? fullPart(values) : { concerns: [] }),
  });
  const problems: Record<string, string> = {};
  for (const { path, message } of parsed.error?.issues ?? []) {
    problems[fieldOf(path.join('.'), values, promised)] ??= message;
  }
  Object.assign(problems, unanswered(values, promised));
  return parsed.success && Object.keys(problems).length === 0 ? { input: parsed.data } : { problems };
}

/** Whether a typed date is a real one. */
export function isDay(parts: DateParts): boolean {
  return isoDate.safeParse(isoOf(parts)).success;
}
