import type { TimelineEntry, Withdrawn } from '../../../shared/contract/people.ts';
import { dayInEngland, type Instant, type IsoDate } from '../../../shared/domain/calendar.ts';
import type { EventId, StaffId, ThreadId } from '../../../shared/domain/ids.ts';
import { type ReferenceLetter, referenceOf } from '../../../shared/domain/reference.ts';
import { type ContentType, eventTypes } from '../../../shared/events/index.ts';
import type { RecordKind } from '../../../shared/policy/kinds.ts';
import type { Context } from '../context.ts';

/** A row of the view's table `entry`. */
export interface EntryRow {
  readonly event: EventId;
  readonly thread: ThreadId;
  readonly type: ContentType;
  readonly actor: StaffId;
  readonly at: Instant;
  readonly content: string;
  /** When it happened. */
  readonly day: IsoDate;
}

const letters: Readonly<Record<RecordKind, ReferenceLetter>> = {
  concern: 'C',
  restricted: 'C',
  referral: 'R',
  session: 'S',
  person: 'P',
};

function referenceOfThread(context: Context, thread: ThreadId): string {
  const state = context.store.stateOf(thread);
  if (state === undefined) return '';
  return referenceOf(letters[state.kind], state.kind === 'person' && state.about !== null ? state.about : thread);
}

const marks: readonly ContentType[] = ['concern.entered-in-error', 'concern.error-taken-back'];

function withdrawnOf({ store }: Context, { thread, event, type }: EntryRow): Withdrawn | null {
  const state = store.stateOf(thread);
  if (state?.kind === 'concern')
    return state.facts.course.inError === null || marks.includes(type) ? null : 'entered-in-error';
  if (state?.kind !== 'person') return null;
  const { events } = state.facts.course;
  return events.some((one) => one.event === event && one.withdrawn !== null) ? 'taken-back' : null;
}

/** One thing that happened, as timelines and record pages show it. */
export function timelineEntry(context: Context, row: EntryRow): TimelineEntry {
  return {
    event: row.event,
    thread: row.thread,
    reference: referenceOfThread(context, row.thread),
    type: row.type,
    words: eventTypes[row.type].words,
    recordedAt: row.at,
    by: { staff: row.actor, name: context.nameOf(row.actor) },
    content: JSON.parse(row.content) as TimelineEntry['content'], // `as`: the view wrote it from a parsed content.
    day: row.day,
    late: row.day < dayInEngland(new Date(row.at)),
    withdrawn: withdrawnOf(context, row),
  };
}
