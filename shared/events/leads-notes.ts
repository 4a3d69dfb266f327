import { personId, practiceId, threadId } from '../domain/ids.ts';
import { noteText, words } from '../domain/text.ts';
import { contentOf } from './content.ts';
import { event, headerOnly } from './kinds.ts';

const note = words(noteText, 'Enter your note');

/** What those who decide about a concern write for each other, in a thread of its own beside the concern. */
export const leadsNotesEvents = {
  'leads-notes.begun': event(
    'leads-notes',
    'Leads’ notes begun',
    contentOf({ concern: threadId, person: personId, practice: practiceId.nullable(), note }),
  ),
  'leads-notes.added': event('leads-notes', 'Note added to leads’ notes', contentOf({ note })),
  'leads-notes.viewed': headerOnly('leads-notes', 'Leads’ notes opened'),
};
