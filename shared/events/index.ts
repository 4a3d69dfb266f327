import type { Instant } from '../domain/calendar.ts';
import type { EventId, LogId, PersonId, StaffId, ThreadId } from '../domain/ids.ts';
import type { z } from '../zod.ts';
import { accessEvents } from './access.ts';
import { backupEvents } from './backup.ts';
import { concernAround } from './concern-around.ts';
import { concernCourse } from './concern-course.ts';
import { concernDuties } from './concern-duties.ts';
import { concernRecorded } from './concern-recorded.ts';
import { concernEvents } from './concerns.ts';
import { peopleEvents } from './people.ts';
import { personCourse } from './person-course.ts';
import { referralCourse } from './referral-course.ts';
import { referralEvents } from './referrals.ts';
import { registerEvents } from './register.ts';
import { restrictedEvents } from './restricted.ts';
import { staffingEvents } from './staffing.ts';
import { supervisionEvents } from './supervision.ts';

/** Every type of event that there is. The list is closed: a type that is not here is refused on reading. */
export const eventTypes = {
  ...registerEvents,
  ...staffingEvents,
  ...accessEvents,
  ...backupEvents,
  ...peopleEvents,
  ...personCourse,
  ...concernEvents,
  ...concernCourse,
  ...restrictedEvents,
  ...concernRecorded,
  ...concernAround,
  ...concernDuties,
  ...referralEvents,
  ...referralCourse,
  ...supervisionEvents,
};

export type EventTypes = typeof eventTypes;
export type EventType = keyof EventTypes;
/** Types that carry content, and so belong to a thread and are folded. */
export type ContentType = {
  [T in EventType]: EventTypes[T]['content'] extends null ? never : T;
}[EventType];
export type HeaderOnlyType = Exclude<EventType, ContentType>;

export type ContentOf<T extends ContentType> = EventTypes[T]['content'] extends z.ZodType<infer C> ? C : never;

/** Where an event stands in the one order of all events: hybrid clock, then log, then place in that log. */
export interface Position {
  readonly ms: number;
  readonly counter: number;
  readonly log: LogId;
  readonly seq: number;
}

/** An event with content, as policies see it: opened, parsed and signed by `actor`. */
export type ThreadEvent<T extends ContentType = ContentType> = {
  [K in T]: {
    readonly type: K;
    readonly id: EventId;
    readonly thread: ThreadId;
    readonly about: PersonId | StaffId | null;
    readonly actor: StaffId;
    readonly at: Instant;
    readonly position: Position;
    readonly content: ContentOf<K>;
    /** All of it was sealed, its type and author too: so it is with every event of a restricted concern, and no other. */
    readonly sealedWhole?: true;
  };
}[T];

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventTypes, type);
}

export function isContentType(type: EventType): type is ContentType {
  return eventTypes[type].content !== null;
}
