import { idOf } from '../cast.ts';
import { dated } from '../days.ts';
import { must, type Stage } from '../perform.ts';

/** What leads write for each other beside a concern. */
export interface LeadsNotesActs {
  leadsNote: { readonly concern: string; readonly note: string };
}

export const leadsNotesActs = {
  leadsNote: ({ concern, note }: LeadsNotesActs['leadsNote'], { log, cast, today }: Stage) =>
    must(log.concerns.addLeadsNote({ concern: idOf(cast.concerns, concern), note: dated(note, today) })),
};
