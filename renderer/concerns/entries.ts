import type { ConcernPage } from '../../shared/contract/concerns.ts';
import type { TimelineEntry } from '../../shared/contract/people.ts';
import type { Instant } from '../../shared/domain/calendar.ts';
import type { FactName, Facts } from '../../shared/domain/concern-facts.ts';
import type { EventId } from '../../shared/domain/ids.ts';
import type { ContentOf, ContentType } from '../../shared/events/index.ts';

export type Telling = ContentOf<'concern.told'>['told'];

/** Whether an entry is of this type; its content then is of that type too, for the log parsed it when it read it. */
export function isEntry<T extends ContentType>(
  entry: TimelineEntry,
  type: T,
): entry is TimelineEntry & { readonly content: ContentOf<T> } {
  return entry.type === type;
}

/** Who said something, and when it was written down. */
export interface Said {
  readonly event: EventId;
  readonly by: string;
  readonly at: Instant;
}

function saidIn({ event, by, recordedAt }: TimelineEntry): Said {
  return { event, by: by.name, at: recordedAt };
}

/** Everybody who was told, and every try, in the order in which it was written down. */
export function tellingsOf(entries: readonly TimelineEntry[]): readonly (Said & { readonly told: Telling })[] {
  return entries.flatMap((entry) => {
    if (isEntry(entry, 'concern.raised')) return entry.content.told.map((told) => ({ ...saidIn(entry), told }));
    return isEntry(entry, 'concern.told') ? [{ ...saidIn(entry), told: entry.content.told }] : [];
  });
}

export type Answer = Said & { readonly value: NonNullable<Facts[FactName]> };

function answersIn(entry: TimelineEntry): Facts {
  if (isEntry(entry, 'concern.information-added') || isEntry(entry, 'concern.raised')) return entry.content.facts ?? {};
  if (!isEntry(entry, 'concern.decided') || entry.content.agreesOutside === undefined) return {};
  // A decision that says whether they agree answers that question of the concern too.
  const { agreesOutside: answer, agreesOutsideWhy: note } = entry.content;
  return { agreesOutside: { answer, ...(note !== undefined && { note }) } };
}

/** Every answer to a question, oldest first: a later one stands under an earlier one and never replaces it. */
export function answersTo(entries: readonly TimelineEntry[], fact: FactName): readonly Answer[] {
  return entries.flatMap((entry) => {
    const value = answersIn(entry)[fact];
    return value === undefined ? [] : [{ ...saidIn(entry), value }];
  });
}

/** What was added in words of its own, oldest first. */
export function notesOf(entries: readonly TimelineEntry[]): readonly (Said & { readonly note: string })[] {
  return entries.flatMap((entry) =>
    isEntry(entry, 'concern.information-added') && entry.content.note !== undefined
      ? [{ ...saidIn(entry), note: entry.content.note }]
      : [],
  );
}

/** Who acknowledged it first. */
export function acknowledgedBy({ entries }: ConcernPage): Said | null {
  const first = entries.find(({ type }) => type === 'concern.acknowledged');
  return first === undefined ? null : saidIn(first);
}

/** What was written after an entry. */
export function entriesAfter(entries: readonly TimelineEntry[], event: EventId): readonly TimelineEntry[] {
  const place = entries.findIndex((entry) => entry.event === event);
  return place < 0 ? [] : entries.slice(place + 1);
}
