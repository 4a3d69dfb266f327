import { eventId, personId } from '../domain/ids.ts';
import { eventFromElsewhere, personCourse } from '../events/person-course.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';
import type { TimelineEntry } from './people.ts';

const { why } = personCourse['person.event-withdrawn'].content.shape;

export const chronologyCalls = {
  /** What matters for a conference out of everything that I read about a person, by when it happened, oldest first. */
  chronology: query<readonly TimelineEntry[]>()(z.strictObject({ person: personId })),
  addEvent: command<null>()(z.strictObject({ person: personId, ...eventFromElsewhere })),
  withdrawEvent: command<null>()(z.strictObject({ person: personId, event: eventId, why })),
};
