import type { StaffId } from '../../../shared/domain/ids.ts';
import type { EventMaker } from '../../factories/events.ts';
import { who } from './cast.ts';
import { type Records, threads, walter } from './records.ts';

/** What whoever told a concern that somebody else wrote down may write. */
export function recordedAttempts(make: EventMaker, records: Records) {
  const where = { thread: threads.concern, about: walter };
  return {
    'concern.confirmed': (actor: StaffId) => ({
      event: make.event('concern.confirmed', actor, where, { agrees: 'yes', note: undefined }),
      state: records.recordedFor(who('otherWorker')),
    }),
  };
}
