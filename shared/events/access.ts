import { staffId } from '../domain/ids.ts';
import { z } from '../zod.ts';
import { contentOf } from './content.ts';
import { event, headerOnly } from './kinds.ts';

export const accessEvents = {
  /** Whose copies of the keys of this thread were made or taken away, so that every change of readers shows. */
  'access.changed': event(
    'any',
    'Readers of a record changed',
    contentOf({
      added: z.array(staffId).max(250),
      removed: z.array(staffId).max(250),
    }),
  ),
  /** Of a list or a page of the register there is no thread. */
  'record.printed': headerOnly('any', 'Record printed or saved as PDF'),
};
