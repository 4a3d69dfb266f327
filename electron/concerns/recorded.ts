import type { concernRecordedCalls } from '../../shared/contract/concern-recorded.ts';
import { type Handlers, InvalidInput } from '../store/context.ts';

/** What whoever a concern was recorded for writes about it. */
export const concernRecordedCommands: Handlers<typeof concernRecordedCalls> = {
  confirm({ concern, ...answer }, context) {
    const { about } = context.state('concern', concern);
    if (answer.agrees === 'something-to-add' && answer.note === undefined)
      throw new InvalidInput({ note: 'Enter what is missing or not right' });
    return context.store.commit((writing) => writing.append('concern.confirmed', { thread: concern, about }, answer));
  },
};
