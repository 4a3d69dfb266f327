import { dayInEngland, type Instant, type IsoDate, isInstant } from './calendar.ts';

/** What a timeline can be narrowed to. */
export const entryKinds = ['concern', 'decision', 'action', 'referral', 'elsewhere', 'person'] as const;
export type EntryKind = (typeof entryKinds)[number];

const decisions: readonly string[] = [
  'concern.decided',
  'concern.sharing-decided',
  'concern.reviewed',
  'concern.closed',
  'concern.reopened',
];

/** The kind of an entry by the type of its event; null for what no timeline shows. */
export function kindOfEntry(type: string): EntryKind | null {
  // Who may read, which record was begun and who is somebody else are for the audit log.
  if (['access.changed', 'person.cited', 'person.kept-apart'].includes(type)) return null;
  if (decisions.includes(type)) return 'decision';
  if (type.startsWith('concern.action-')) return 'action';
  if (type.startsWith('concern.')) return 'concern';
  if (type.startsWith('referral.')) return 'referral';
  if (type.startsWith('person.event-')) return 'elsewhere';
  return type.startsWith('person.') ? 'person' : null;
}

/** What a chronology for a conference tells, out of everything that a timeline shows: no list of contacts (domain.md 3.6). */
export const chronologyTypes = [
  'concern.raised',
  'concern.decided',
  'concern.action-done',
  'concern.referred-outside',
  'concern.outside-answered',
  'concern.advice-taken',
  'concern.reviewed',
  'concern.escalated',
  'concern.escalation-answered',
  'concern.closed',
  'concern.reopened',
  'referral.sent',
  'referral.answered',
  'person.event-added',
] as const;

const dayFields = ['happenedOn', 'sentOn', 'answeredOn', 'on', 'at'] as const;

function dayIn(content: Readonly<Record<string, unknown>>): IsoDate | null {
  const named = dayFields.map((field) => content[field]).find((value) => typeof value === 'string');
  if (named === undefined) return null;
  // `as`: contents hold days and moments in these fields, and nothing else.
  return isInstant(named) ? dayInEngland(new Date(named)) : (named as IsoDate);
}

/** The day on which something happened, when what was written down about it names one. */
export function dayOfContent(content: Readonly<Record<string, unknown>>): IsoDate | null {
  const inside = [content['told'], content['recorded'], content['map']].find((value) => isOne(value));
  return dayIn(content) ?? (inside === undefined ? null : dayIn(inside));
}

function isOne(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The day on which something happened, else that on which it was written down; never a later one. */
export function dayOfEntry(content: Readonly<Record<string, unknown>>, recordedAt: Instant): IsoDate {
  const recorded = dayInEngland(new Date(recordedAt));
  const day = dayOfContent(content);
  return day !== null && day < recorded ? day : recorded;
}
