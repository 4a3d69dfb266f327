import type { EventId } from '../domain/ids.ts';
import { threadId } from '../domain/ids.ts';
import { concernRecorded } from '../events/concern-recorded.ts';
import { z } from '../zod.ts';
import { command } from './call.ts';

const { v: _v, ...confirmed } = concernRecorded['concern.confirmed'].content.shape;

export const concernRecordedCalls = {
  /** By whom it was recorded for, once: what somebody else wrote down is what they told. */
  confirm: command<EventId>()(z.strictObject({ concern: threadId, ...confirmed })),
};
