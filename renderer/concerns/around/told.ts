import type { TimelineEntry } from '../../../shared/contract/people.ts';
import { bodyRegionWords } from '../../../shared/domain/body-regions.ts';
import type { IsoDate } from '../../../shared/domain/calendar.ts';
import type { ContentOf } from '../../../shared/events/index.ts';
import { placedName, placedRoleWords, scoredWords } from './words.ts';

export interface ToldAround {
  readonly title: string;
  readonly text: string;
  readonly happenedOn?: IsoDate;
}

const lines = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n');

/** What a chronology and a timeline say about each of these entries. */
export const toldAround = {
  'concern.person-placed': ({ placed, insteadOf }: ContentOf<'concern.person-placed'>): ToldAround => ({
    title: `${insteadOf === undefined ? 'Put in the concern' : 'Corrected in the concern'}: ${placedName(placed)}`,
    text: lines(placedRoleWords[placed.role], placed.relationship, placed.whyNotKnown),
  }),
  'concern.person-taken-out': ({ why }: ContentOf<'concern.person-taken-out'>): ToldAround => ({
    title: 'Somebody taken out of the concern',
    text: why,
  }),
  'concern.risk-checklist-recorded': ({ recorded }: ContentOf<'concern.risk-checklist-recorded'>): ToldAround => ({
    title: `Risk checklist: ${recorded.checklist}`,
    text: lines(scoredWords(recorded), checklistLine('Total', recorded.total), checklistLine('Level', recorded.level)),
    happenedOn: recorded.on,
  }),
  'concern.body-map-recorded': ({ map }: ContentOf<'concern.body-map-recorded'>): ToldAround => ({
    title: 'Body map',
    text: map.regions.map(({ region, what }) => `${bodyRegionWords(region)}: ${what}`).join('\n'),
    happenedOn: map.on,
  }),
} as const;

type Teller = (content: never) => ToldAround;

/** What it says of an entry, or null for one of another kind. */
export function aroundIn({ type, content }: TimelineEntry): ToldAround | null {
  const teller = Object.hasOwn(toldAround, type) ? (toldAround as Readonly<Record<string, Teller>>)[type] : undefined; // `as`: by any name.
  return teller?.(content as never) ?? null; // `as`: the log wrote the content as one of the entry's type.
}

function checklistLine(label: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `${label} as they wrote it: ${value}`;
}
