import { isAfter, parseISO, startOfDay } from 'date-fns';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import type { TimelineEntry } from '../../shared/contract/people.ts';
import type { Instant, IsoDate } from '../../shared/domain/calendar.ts';
import type { FactName } from '../../shared/domain/concern-facts.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { aroundIn } from './around/told.ts';
import { confirmedWords, lateEntryWords, recordedForWords } from './came-in-words.ts';
import { standingIn } from './closing/happenings.ts';
import { decisionWords } from './decision-words.ts';
import { isEntry } from './entries.ts';
import { factLabels, factText } from './fact-words.ts';
import { outsideTold } from './outside/course-words.ts';
import { tellingWords } from './telling-words.ts';
import { toldHowWords } from './words.ts';

/** One thing that happened, by when it happened. */
export interface Happening {
  readonly key: string;
  /** A day where nobody wrote down a time. */
  readonly happened: IsoDate | Instant;
  readonly title: string;
  readonly text: string;
  readonly by: string;
  readonly recordedAt: Instant;
  /** Written down on a later day than it happened. */
  readonly late: boolean;
}

type Told = Pick<Happening, 'happened' | 'title' | 'text'>;
type NameOf = (staff: StaffId) => string;

function factLines(facts: object): string {
  return Object.entries(facts)
    .map(([name, value]) => `${factLabels[name as FactName]}: ${factText(name as FactName, value, '. ')}`) // `as`: the log parsed it.
    .join('\n');
}

function tellingIn(told: Parameters<typeof tellingWords>[0]): Told {
  return { happened: told.at, title: tellingWords(told), text: toldHowWords[told.how] };
}

function raisedIn(content: ConcernPage['state']['raised'], recordedAt: Instant): readonly Told[] {
  const { happenedOn, what, told, facts = {}, lateEntry, recordedFor } = content;
  const seen = {
    happened: happenedOn ?? recordedAt,
    title: 'What was seen or heard',
    text: [what, factLines(facts)].filter(Boolean).join('\n'),
  };
  const came = [
    recordedFor && `Recorded for ${recordedForWords(recordedFor)}.`,
    lateEntry && lateEntryWords(lateEntry, recordedAt),
  ];
  const raised = { happened: recordedAt, title: 'Concern raised', text: came.filter(Boolean).join('\n') };
  return [seen, ...told.map(tellingIn), raised];
}

function actionWords({ state }: ConcernPage, which: { decision: string; action: number }): string {
  return state.actions.find((one) => one.decision === which.decision && one.action === which.action)?.what ?? '';
}

/** What an entry says happened, and when. One entry may tell of several things. */
function toldBy(entry: TimelineEntry, page: ConcernPage, nameOf: NameOf): readonly Told[] {
  const happened = entry.recordedAt;
  if (isEntry(entry, 'concern.raised')) return raisedIn(entry.content, happened);
  if (isEntry(entry, 'concern.confirmed')) {
    const { agrees, note = '' } = entry.content;
    return [{ happened, title: `${confirmedWords[agrees]} ${entry.by.name}`, text: note }];
  }
  if (isEntry(entry, 'concern.told')) return [tellingIn(entry.content.told)];
  if (isEntry(entry, 'concern.acknowledged')) {
    return [{ happened, title: 'Acknowledged', text: `Owner: ${nameOf(entry.content.owner)}` }];
  }
  if (isEntry(entry, 'concern.information-added')) {
    const { note, facts = {} } = entry.content;
    return [{ happened, title: 'Information added', text: [note, factLines(facts)].filter(Boolean).join('\n') }];
  }
  if (isEntry(entry, 'concern.decided')) {
    const { decision, reason } = entry.content;
    return [{ happened, title: `Decision: ${decisionWords[decision].toLowerCase()}`, text: reason }];
  }
  if (isEntry(entry, 'concern.action-done')) {
    return [{ happened, title: `Action done: ${actionWords(page, entry.content)}`, text: entry.content.outcome }];
  }
  if (isEntry(entry, 'concern.action-reopened')) {
    return [{ happened, title: `Action opened again: ${actionWords(page, entry.content)}`, text: entry.content.why }];
  }
  if (isEntry(entry, 'concern.shared')) {
    return [{ happened, title: `Shared with ${nameOf(entry.content.with)}`, text: entry.content.why }];
  }
  const around = aroundIn(entry);
  if (around !== null) return [{ happened: around.happenedOn ?? happened, title: around.title, text: around.text }];
  const told = outsideTold(entry, page.state.course) ?? standingIn(entry);
  return [told ?? { happened, title: entry.words, text: '' }];
}

/** Everything that the concern tells of, oldest first by when it happened. */
export function chronologyOf(page: ConcernPage, nameOf: NameOf): readonly Happening[] {
  return page.entries
    .flatMap((entry) =>
      toldBy(entry, page, nameOf).map((told, place) => ({
        ...told,
        key: `${entry.event} ${place}`,
        by: entry.by.name,
        recordedAt: entry.recordedAt,
        late: isAfter(startOfDay(parseISO(entry.recordedAt)), startOfDay(parseISO(told.happened))),
      })),
    )
    .toSorted((a, b) => parseISO(a.happened).getTime() - parseISO(b.happened).getTime());
}
