import type { LeadsNotes, leadsNotesCalls } from '../../shared/contract/leads-notes.ts';
import type { PersonId, ThreadId } from '../../shared/domain/ids.ts';
import type { StateOf } from '../../shared/policy/kinds.ts';
import { decidersFor } from '../../shared/policy/register-state.ts';
import { type Context, type Handlers, NotFound } from '../store/context.ts';
import { newId } from '../store/ids.ts';
import { prepared } from '../store/log/statements.ts';

type Calls = Handlers<typeof leadsNotesCalls>;

/**
 * Beside a restricted concern there are none: their headers would tell that it is there.
 *
 * @throws NotFound for whoever does not decide about it, as if there were no notes
 */
function decidedByMe(context: Context, concern: ThreadId) {
  const { facts } = context.state('concern', concern);
  const { person, practice } = facts.raised;
  const readers = decidersFor(context.register, practice, person);
  if (!readers.includes(context.me)) throw new NotFound();
  return { person, practice, readers };
}

/** Those that I read beside a concern. More than one where a lead could not open what was there and began anew. */
function besides({ store }: Context, concern: ThreadId): readonly StateOf<'leads-notes'>[] {
  return [...store.threads.values()].flatMap(({ folded: { state } }) =>
    state?.kind === 'leads-notes' && state.facts.concern === concern ? [state] : [],
  );
}

function notOpen({ store }: Context, person: PersonId): number {
  const sql = `SELECT DISTINCT thread FROM event WHERE about = ? AND type = 'leads-notes.begun'`;
  const begun = prepared<[string], { thread: ThreadId }>(store.log, sql).all(person);
  return begun.filter(({ thread }) => store.stateOf(thread) === undefined).length;
}

function leadsNotes(context: Context, concern: ThreadId): LeadsNotes {
  const { person, readers } = decidedByMe(context, concern);
  const states = besides(context, concern);
  for (const { thread } of states) context.noteOpeningOfLeadsNotes(thread);
  const notes = states.flatMap(({ facts }) => facts.notes).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return { notes, readers, notOpen: notOpen(context, person) };
}

/** What those who decide about a concern write for each other. */
export const leadsNotesHandlers: Calls = {
  addLeadsNote({ concern, note }, context) {
    const { person, practice } = decidedByMe(context, concern);
    const [begun] = besides(context, concern);
    return context.store.commit((writing) =>
      begun === undefined
        ? writing.append(
            'leads-notes.begun',
            { thread: newId<ThreadId>(), about: person },
            { concern, person, practice, note },
          )
        : writing.append('leads-notes.added', { thread: begun.thread, about: begun.about }, { note }),
    );
  },
  leadsNotes: ({ concern }, context) => leadsNotes(context, concern),
};
