import type { TimelineEntry } from '../../shared/contract/people.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { type EntryKind, kindOfEntry } from '../../shared/domain/timeline.ts';
import type { ContentOf, ContentType } from '../../shared/events/index.ts';
import { aroundIn } from '../concerns/around/told.ts';
import { recordedForWords } from '../concerns/came-in-words.ts';
import { standingIn } from '../concerns/closing/happenings.ts';
import { decisionWords } from '../concerns/decision-words.ts';
import { outsideTold } from '../concerns/outside/course-words.ts';
import { answerWords, purposeWords } from '../referrals/words.ts';
import type { SignedIn } from '../signed-in.tsx';
import type { IconName } from '../ui/icon.tsx';
import type { TimelineEntry as Shown } from '../ui/timeline.tsx';
import { dateAndTime } from '../words/dates.ts';

interface Kind {
  /** As a checkbox says it. */
  readonly plural: string;
  readonly word: string;
  readonly tone: Shown['tone'];
  readonly icon: IconName;
}

export const kinds = {
  concern: { plural: 'Concerns', word: 'Concern', tone: 'plum', icon: 'shield' },
  decision: { plural: 'Decisions', word: 'Decision', tone: 'plum', icon: 'scales' },
  action: { plural: 'Actions', word: 'Action', tone: 'green', icon: 'check' },
  referral: { plural: 'Referrals', word: 'Referral', tone: 'purple', icon: 'send' },
  elsewhere: { plural: 'Events from elsewhere', word: 'From elsewhere', tone: 'blue', icon: 'clock' },
  person: { plural: 'Details', word: 'Details', tone: 'grey', icon: 'person' },
} as const satisfies Record<EntryKind, Kind>;

/** What a timeline says about one thing that happened. */
export interface Told {
  readonly title: string;
  /** The words that somebody wrote. */
  readonly body?: string | undefined;
  /** What the author did: "Raised by". */
  readonly did: string;
}

type NameOf = (staff: StaffId) => string;
type Words = Pick<SignedIn, 'nameOf' | 'categorySentence'>;
type Tell<T extends ContentType> = (content: ContentOf<T>, nameOf: NameOf, words: Words) => Told;

const said = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n');

const tellers: { readonly [T in ContentType]?: Tell<T> } = {
  'person.added': () => ({ title: 'Added to this log', did: 'Added by' }),
  'person.changed': () => ({ title: 'Details changed', did: 'Changed by' }),
  'person.joined': ({ why }) => ({ title: 'Joined to another record of the same person', body: why, did: 'Joined by' }),
  'person.parted': ({ why }) => ({ title: 'No longer joined to another record', body: why, did: 'Taken back by' }),
  'person.household-linked': ({ relation }) => ({
    title: 'Somebody in the household recorded',
    body: relation,
    did: 'Recorded by',
  }),
  'person.household-unlinked': ({ why }) => ({
    title: 'Somebody in the household taken back',
    body: why,
    did: 'Taken back by',
  }),
  'person.event-added': ({ what, source, action }) => ({
    title: what,
    body: said(`Source: ${source}`, action === undefined ? undefined : `Action taken: ${action}`),
    did: 'Added by',
  }),
  'person.event-withdrawn': ({ why }) => ({
    title: 'An event from elsewhere taken back',
    body: why,
    did: 'Taken back by',
  }),
  'concern.raised': ({ categories, what, lateEntry, recordedFor }, _nameOf, { categorySentence }) => ({
    title: categorySentence(categories),
    body: said(
      what,
      recordedFor && `Recorded for ${recordedForWords(recordedFor)}.`,
      lateEntry && `Late entry: written ${dateAndTime(lateEntry.writtenOn)}.`,
    ),
    did: 'Raised by',
  }),
  'concern.told': ({ told: { who, reached, next } }) => ({
    title: reached ? `Told about the concern: ${who}` : `Could not be reached about the concern: ${who}`,
    body: next === undefined ? undefined : `Next: ${next}`,
    did: 'Recorded by',
  }),
  'concern.confirmed': ({ agrees, note }) => ({
    title: agrees === 'yes' ? 'Confirmed as right' : 'Read and added to',
    body: note,
    did: 'By',
  }),
  'concern.acknowledged': ({ owner }, nameOf) => ({
    title: `Concern acknowledged: ${nameOf(owner)} owns it`,
    did: 'Acknowledged by',
  }),
  'concern.information-added': ({ note, facts }) => ({
    title: 'More information about the concern',
    body: note ?? (facts === undefined ? undefined : 'Questions of the concern were answered.'),
    did: 'Added by',
  }),
  'concern.shared': ({ with: colleague, why }, nameOf) => ({
    title: `Concern shared with ${nameOf(colleague)}`,
    body: why,
    did: 'Shared by',
  }),
  'concern.decided': ({ decision, reason }) => ({
    title: decisionWords[decision],
    body: reason,
    did: 'Decided by',
  }),
  'concern.action-done': ({ outcome }) => ({ title: 'Action done', body: outcome, did: 'Done by' }),
  'concern.action-reopened': ({ why }) => ({
    title: 'Action opened again',
    body: why,
    did: 'Opened again by',
  }),
  'referral.sent': ({ to, purpose, ask, observed }) => ({
    title: `${purposeWords[purpose]}: ${to}`,
    body: said(ask, observed),
    did: 'Sent by',
  }),
  'referral.seen': ({ who }) => ({
    title: who === undefined ? 'Referral opened by the colleague it is for' : `Referral seen by ${who}`,
    did: 'Recorded by',
  }),
  'referral.chased': ({ outcome }) => ({
    title: 'Asked again about the referral',
    body: outcome,
    did: 'Recorded by',
  }),
  'referral.person-told': ({ reached, said: words, next }) => ({
    title: reached ? 'The person was told what came of the referral' : 'The person could not be reached',
    body: said(words, next === undefined ? undefined : `Next: ${next}`),
    did: 'Recorded by',
  }),
  'referral.answered': ({ answer, said: words, nextStep }) => ({
    title: `Answer to the referral: ${answerWords[answer].toLowerCase()}`,
    body: said(words, nextStep === undefined ? undefined : `Next: ${nextStep}`),
    did: 'Recorded by',
  }),
};

/** About what goes on outside, and how it ended: the words are those of the concern's own chronology. */
function tellCourse(entry: TimelineEntry): Told | null {
  const told = outsideTold(entry, null) ?? standingIn(entry);
  if (told === undefined) return null;
  const { title, text } = told;
  return { title, body: text, did: kindOf(entry) === 'decision' ? 'Decided by' : 'Recorded by' };
}

/** What an entry says, in words. One that a later version wrote says at least what it is. */
export function tell(entry: TimelineEntry, signedIn: Words): Told {
  const { type, content, words } = entry;
  const around = aroundIn(entry);
  if (around !== null) return { title: around.title, body: around.text, did: 'Recorded by' };
  // `as`: the teller is that of the entry's type, and the log wrote the content as one of that type.
  const told = tellers[type]?.(content as never, signedIn.nameOf, signedIn);
  return told ?? tellCourse(entry) ?? { title: words, did: 'Recorded by' };
}

/** The kind by which an entry is coloured and found. */
export function kindOf({ type }: TimelineEntry): EntryKind {
  return kindOfEntry(type) ?? 'person';
}
