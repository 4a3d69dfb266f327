import type { Instant, IsoDate } from '../domain/calendar.ts';
import { type FactName, facts } from '../domain/concern-facts.ts';
import {
  draftId,
  type EventId,
  eventId,
  type PersonId,
  personId,
  practiceId,
  type StaffId,
  staffId,
  type ThreadId,
  threadId,
} from '../domain/ids.ts';
import { longText, optionalWords } from '../domain/text.ts';
import { type RecordedFor, withFirstMinute } from '../events/concern-recorded.ts';
import { concernEvents, firstMinute, telling } from '../events/concerns.ts';
import { personDetails } from '../events/people.ts';
import type { ConcernCourse, Stage } from '../policy/concern-stage.ts';
import type { ConcernAction, ConcernFacts } from '../policy/concerns.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';
import { aroundCalls, type PersonInConcern } from './concern-around.ts';
import { type ClosingLine, concernCourseCalls, type LinkedConcern } from './concern-course.ts';
import type { ConcernDue, HeardBack, LateDecisions } from './concern-due.ts';
import { concernDutyCalls } from './concern-duties.ts';
import { concernRecordedCalls } from './concern-recorded.ts';
import { leadsNotesCalls } from './leads-notes.ts';
import type { TimelineEntry } from './people.ts';

const { person: _person, practice: _practice, ...asked } = firstMinute;
const { v: _v, seen: _seen, ...decided } = concernEvents['concern.decided'].content.shape;
const { v: _vDone, ...done } = concernEvents['concern.action-done'].content.shape;
const { v: _vReopened, ...reopened } = concernEvents['concern.action-reopened'].content.shape;
const on = { concern: threadId, seen: eventId };

export interface Raised {
  readonly concern: ThreadId;
  readonly person: PersonId;
  readonly reference: string;
  readonly event: EventId;
  /** Who can read it from this moment. Nobody has been told. */
  readonly readers: readonly StaffId[];
  /** Who decides about it. Empty when the practice has nobody and no fallback is named: then phone. */
  readonly deciders: readonly StaffId[];
}

/** Who could read a concern, and who of them decides about it. */
export interface ConcernAudience {
  readonly readers: readonly StaffId[];
  readonly deciders: readonly StaffId[];
}

export interface ConcernLine extends ConcernDue {
  readonly concern: ThreadId;
  readonly reference: string;
  readonly person: PersonId;
  readonly name: string;
  /** As people read it, in groups; null when it is not known or not ours to read. */
  readonly nhsNumber: string | null;
  readonly dateOfBirth: IsoDate | null;
  /** By its name. */
  readonly practice: string | null;
  readonly categories: readonly string[];
  readonly raisedAt: Instant;
  readonly raisedBy: StaffId;
  /** Raised by whoever asks, or recorded for them. */
  readonly mine: boolean;
  readonly dangerNow: ConcernFacts['raised']['dangerNow'];
  /** Who told it, where somebody else wrote it down. */
  readonly recordedFor: RecordedFor | null;
  /** What they answered when they read it; null until then. */
  readonly confirmed: NonNullable<ConcernFacts['confirmed']>['agrees'] | null;
  /** When it was written, of a late entry; null for every other concern. */
  readonly writtenOn: Instant | null;
  readonly owner: StaffId | null;
  readonly acknowledgedAt: Instant | null;
  readonly told: boolean;
  /** Whether somebody who was reached owns the next step; null where nobody has to (`needsTakeover`). */
  readonly tookOver: boolean | null;
  readonly stage: Stage;
  /** Null while it is open, and where a decision that nothing more is done closed it. */
  readonly closing: ClosingLine | null;
  /** Actions that nobody has done yet. */
  readonly openActions: number;
  /** Whether somebody recorded that it stands in the GP record. */
  readonly inGpRecord: boolean;
  /** The newest decision, when it was recorded. */
  readonly decision: ConcernFacts['decisions'][number]['decision'] | null;
  readonly decidedAt: Instant | null;
  /** The day that the newest decision or review set. */
  readonly reviewOn: IsoDate | null;
  /** Whoever asks is one of those who decide about it. */
  readonly mayDecide: boolean;
  /** About nobody real, for practice. Never counted, and marked wherever it shows. */
  readonly practiceRun: boolean;
  /** Who acknowledged my practice run, as long as I have not opened it since; null for every other concern. */
  readonly acknowledgedUnseenBy: StaffId | null;
  /** Null where somebody else raised it. */
  readonly heardBack: HeardBack | null;
}

export interface ConcernPage extends ConcernDue {
  readonly concern: ThreadId;
  readonly reference: string;
  readonly person: PersonId;
  readonly newest: EventId;
  readonly state: Omit<ConcernFacts, 'given'>;
  readonly stage: Stage;
  /** How it was closed, while it is. */
  readonly closing: ConcernCourse['closings'][number] | null;
  /** From either side, as far as whoever asks reads the other one. */
  readonly linked: readonly LinkedConcern[];
  /** The day that the newest decision or review set. */
  readonly reviewOn: IsoDate | null;
  readonly stillToAdd: readonly { readonly fact: FactName; readonly ask: string }[];
  readonly readers: readonly StaffId[];
  readonly deciders: readonly StaffId[];
  /** Whoever asks is one of `deciders`. */
  readonly mayDecide: boolean;
  /** Whether somebody who was reached owns the next step; null where nobody has to (`needsTakeover`). */
  readonly tookOver: boolean | null;
  readonly entries: readonly TimelineEntry[];
  readonly practiceRun: boolean;
  /** Everybody with a role in it. */
  readonly people: readonly PersonInConcern[];
  /** Colleagues who opened it, each with the first time. */
  readonly readBy: readonly { readonly staff: StaffId; readonly at: Instant }[];
  /** Whom to tell what became of it: the raiser, and whoever it was recorded for; once they have left, those who supervised the raiser. */
  readonly hearsBack: readonly StaffId[];
  readonly heardBack: HeardBack;
}

/** How many concerns wait for somebody to acknowledge them, and since when the oldest does. No names. */
export interface Waiting {
  readonly waiting: number;
  readonly since: Instant | null;
}

/** Something that a decision asked somebody to do. `decision` and `action` together name it. */
export interface ConcernActionLine
  extends Pick<ConcernAction, 'decision' | 'action' | 'what' | 'owner' | 'dueOn' | 'done'> {
  readonly concern: ThreadId;
  readonly reference: string;
  readonly person: PersonId;
  readonly name: string;
  readonly practiceRun: boolean;
}

/** One entry of the log about a concern: who opened or changed it. Never what it says. */
export interface TrailLine {
  readonly entry: number;
  readonly at: Instant;
  readonly who: { readonly staff: StaffId; readonly name: string } | null;
  readonly what: string;
}

/** Somebody in the log, or somebody who is added with what is said about them. */
export const aboutWhom = z
  .strictObject({ person: personId.optional(), details: personDetails.optional() })
  .refine(
    ({ person, details }) => (person === undefined) !== (details === undefined),
    'Select the person, or add someone new',
  );

/** What a concern says first, whoever reads it. */
export const raiseForm = { about: aboutWhom, draft: draftId.optional(), ...asked };

export const concernCalls = {
  /** About somebody in the log, or somebody who is added with it. The draft it was typed in ends with it. */
  raise: command<Raised>()(
    z.strictObject({
      ...raiseForm,
      /** How to contact them safely: the answer to that question of the concern. */
      safeContact: optionalWords(500),
      /** Writes the same in the person's details, in the place of what stands there. Only when somebody asks for it. */
      keepSafeContact: z.boolean().optional(),
      ...withFirstMinute,
    }),
  ),
  tell: command<null>()(z.strictObject({ concern: threadId, told: telling })),
  acknowledge: command<null>()(z.strictObject({ ...on, owner: staffId })),
  addInformation: command<EventId>()(
    z.strictObject({ ...on, draft: draftId.optional(), note: optionalWords(longText), facts: facts.optional() }),
  ),
  /** Needs an answer to `agreesOutside`, here or in the facts that the concern already holds. */
  decide: command<EventId>()(z.strictObject({ ...on, ...decided, draft: draftId.optional() })),
  /** By its owner or by one of those who decide; once. */
  finishAction: command<EventId>()(z.strictObject({ concern: threadId, ...done })),
  /** Takes `finishAction` back by a new entry: nothing is changed. */
  reopenAction: command<EventId>()(z.strictObject({ concern: threadId, ...reopened })),
  /** Gives a colleague a record to read, in the midst of urgent work: a passphrase typed lately is enough. */
  share: command<null>()(
    z.strictObject({ concern: threadId, with: staffId, why: concernEvents['concern.shared'].content.shape.why }),
    { proof: 'recent' },
  ),
  /**
   * The first concern, about somebody built in and invented: `raise` it about this person. Makes them if they are
   * missing. `concern` is my practice run, once I have raised it; a second one is refused.
   */
  startPracticeRun: command<{ readonly person: PersonId; readonly concern: ThreadId | null }>()(z.strictObject({})),
  /** In the whole log, whoever asks; what the locked screen may go on saying. Practice runs and restricted concerns never count. */
  waiting: query<Waiting>()(z.strictObject({})),
  /** In the whole log, whoever asks: a practice manager's list shows it. */
  lateDecisions: query<LateDecisions>()(z.strictObject({})),
  list: query<readonly ConcernLine[]>()(z.strictObject({})),
  /** Opening is recorded before anything is shown: once for each person, record and unlock. */
  open: query<ConcernPage>()(z.strictObject({ concern: threadId })),
  /**
   * Who could read a concern that I raise now about this person, or about somebody new of that practice. The practice of
   * a person whom I read wins. Nothing is written.
   */
  whoReads: query<ConcernAudience>()(
    z.strictObject({
      person: personId.optional(),
      practice: practiceId.nullable(),
      /** The colleague for whom I record it. */
      recordedFor: staffId.optional(),
    }),
  ),
  /**
   * Of every concern that I read, mine among them: open ones first, by the day they are due. A concern that was entered
   * in error asks nobody to act.
   */
  actions: query<readonly ConcernActionLine[]>()(z.strictObject({})),
  /** Who opened and changed it, newest first. Asking counts as opening it. */
  trail: query<readonly TrailLine[]>()(z.strictObject({ concern: threadId })),
  ...aroundCalls,
  ...concernCourseCalls,
  ...concernRecordedCalls,
  ...concernDutyCalls,
  ...leadsNotesCalls,
};
