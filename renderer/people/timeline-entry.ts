import type { TimelineEntry } from '../../shared/contract/people.ts';
import { dayInEngland } from '../../shared/domain/calendar.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
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

export type EntryKind = 'concern' | 'decision' | 'action' | 'referral' | 'person';

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
  person: { plural: 'Details', word: 'Details', tone: 'grey', icon: 'person' },
} as const satisfies Record<EntryKind, Kind>;

/** What a timeline says about one thing that happened. */
export interface Told {
  readonly kind: EntryKind;
  readonly title: string;
  /** The words that somebody wrote. */
  readonly body?: string | undefined;
  /** What the author did: "Raised by". */
  readonly did: string;
  /** The day on which it happened, when it names one. */
  readonly happenedOn?: string | undefined;
}

type NameOf = (staff: StaffId) => string;
type Words = Pick<SignedIn, 'nameOf' | 'categorySentence'>;
type Tell<T extends ContentType> = (content: ContentOf<T>, nameOf: NameOf, words: Words) => Told;

const said = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n');

const tellers: { readonly [T in ContentType]?: Tell<T> } = {
  'person.added': () => ({ kind: 'person', title: 'Added to this log', did: 'Added by' }),
  'person.changed': () => ({ kind: 'person', title: 'Details changed', did: 'Changed by' }),
  'concern.raised': ({ categories, what, happenedOn, lateEntry, recordedFor }, _nameOf, { categorySentence }) => ({
    kind: 'concern',
    title: categorySentence(categories),
    body: said(
      what,
      recordedFor && `Recorded for ${recordedForWords(recordedFor)}.`,
      lateEntry && `Late entry: written ${dateAndTime(lateEntry.writtenOn)}.`,
    ),
    did: 'Raised by',
    happenedOn,
  }),
  'concern.told': ({ told: { who, at, reached, next } }) => ({
    kind: 'concern',
    title: reached ? `Told about the concern: ${who}` : `Could not be reached about the concern: ${who}`,
    body: next === undefined ? undefined : `Next: ${next}`,
    did: 'Recorded by',
    happenedOn: dayInEngland(new Date(at)),
  }),
  'concern.confirmed': ({ agrees, note }) => ({
    kind: 'concern',
    title: agrees === 'yes' ? 'Confirmed as right' : 'Read and added to',
    body: note,
    did: 'By',
  }),
  'concern.acknowledged': ({ owner }, nameOf) => ({
    kind: 'concern',
    title: `Concern acknowledged: ${nameOf(owner)} owns it`,
    did: 'Acknowledged by',
  }),
  'concern.information-added': ({ note, facts }) => ({
    kind: 'concern',
    title: 'More information about the concern',
    body: note ?? (facts === undefined ? undefined : 'Questions of the concern were answered.'),
    did: 'Added by',
  }),
  'concern.shared': ({ with: colleague, why }, nameOf) => ({
    kind: 'concern',
    title: `Concern shared with ${nameOf(colleague)}`,
    body: why,
    did: 'Shared by',
  }),
  'concern.decided': ({ decision, reason }) => ({
    kind: 'decision',
    title: decisionWords[decision],
    body: reason,
    did: 'Decided by',
  }),
  'concern.action-done': ({ outcome }) => ({ kind: 'action', title: 'Action done', body: outcome, did: 'Done by' }),
  'concern.action-reopened': ({ why }) => ({
    kind: 'action',
    title: 'Action opened again',
    body: why,
    did: 'Opened again by',
  }),
  'referral.sent': ({ to, purpose, ask, observed, sentOn }) => ({
    kind: 'referral',
    title: `${purposeWords[purpose]}: ${to}`,
    body: said(ask, observed),
    did: 'Sent by',
    happenedOn: sentOn,
  }),
  'referral.seen': ({ who, on }) => ({
    kind: 'referral',
    title: who === undefined ? 'Referral opened by the colleague it is for' : `Referral seen by ${who}`,
    did: 'Recorded by',
    happenedOn: on,
  }),
  'referral.chased': ({ outcome, on }) => ({
    kind: 'referral',
    title: 'Asked again about the referral',
    body: outcome,
    did: 'Recorded by',
    happenedOn: on,
  }),
  'referral.person-told': ({ reached, said: words, next, on }) => ({
    kind: 'referral',
    title: reached ? 'The person was told what came of the referral' : 'The person could not be reached',
    body: said(words, next === undefined ? undefined : `Next: ${next}`),
    did: 'Recorded by',
    happenedOn: on,
  }),
  'referral.answered': ({ answer, said: words, nextStep, answeredOn }) => ({
    kind: 'referral',
    title: `Answer to the referral: ${answerWords[answer].toLowerCase()}`,
    body: said(words, nextStep === undefined ? undefined : `Next: ${nextStep}`),
    did: 'Recorded by',
    happenedOn: answeredOn,
  }),
};

/** About what goes on outside, and how it ended: the words are those of the concern's own chronology. */
function tellCourse(entry: TimelineEntry): Told | null {
  const told = outsideTold(entry, null) ?? standingIn(entry);
  if (told === undefined) return null;
  const { happened, title, text } = told;
  const decided = entry.type === 'concern.sharing-decided';
  const happenedOn = happened.length > 10 ? dayInEngland(new Date(happened)) : happened;
  return {
    kind: decided ? 'decision' : 'concern',
    title,
    body: text,
    did: decided ? 'Decided by' : 'Recorded by',
    happenedOn,
  };
}

/** What an entry says, in words. One that a later version wrote says at least what it is. */
export function tell(entry: TimelineEntry, signedIn: Words): Told {
  const { type, content, words } = entry;
  const around = aroundIn(entry);
  if (around !== null) {
    const { title, text: body, happenedOn } = around;
    return { kind: 'concern', title, body, did: 'Recorded by', happenedOn };
  }
  // `as`: the teller is that of the entry's type, and the log wrote the content as one of that type.
  const told = tellers[type]?.(content as never, signedIn.nameOf, signedIn);
  return told ?? tellCourse(entry) ?? { kind: 'person', title: words, did: 'Recorded by' };
}

/** Whether it happened on an earlier day than it was written down. */
export function isLate({ happenedOn }: Told, { recordedAt }: TimelineEntry): boolean {
  return happenedOn !== undefined && happenedOn < dayInEngland(new Date(recordedAt));
}
