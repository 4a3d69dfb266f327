import type { draftCalls } from '../../shared/contract/drafts.ts';
import { instantOf } from '../../shared/domain/calendar.ts';
import type { DraftId } from '../../shared/domain/ids.ts';
import { type Context, type Handlers, NotFound } from '../store/context.ts';
import { newId } from '../store/ids.ts';
import type { Json } from '../store/log/canonical.ts';
import { deleteDraft, draftMarks, saveDraft } from '../store/log/drafts.ts';
import { inTransaction } from '../store/log/transaction.ts';
import type { Writing } from '../store/log/write.ts';
import { keptDraft } from './kept.ts';

// What is typed may be half a character at any moment; a draft keeps what it can rather than refuse.
function wellFormed(value: unknown): Json {
  if (typeof value === 'string') return value.toWellFormed();
  // Canonical JSON holds whole numbers only, and no -0.
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value + 0 : String(value);
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value as Json; // `as`: the contract takes JSON only.
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.toWellFormed(), wellFormed(member)]));
}

/** Ends the draft that a record was typed in, in the transaction that appends the record. @throws NotFound */
export function endDraft(writing: Writing, { me }: Context, draft: DraftId | undefined): void {
  if (draft !== undefined && !deleteDraft(writing.log, me, draft)) throw new NotFound();
}

export const draftCommands: Pick<Handlers<typeof draftCalls>, 'save' | 'discard'> = {
  save({ draft, kind, form, label }, { store }) {
    const id = draft ?? newId<DraftId>();
    const at = instantOf(store.now());
    // One that has become a record, or was discarded, must not come back because a form was still open on it.
    const isMine = draftMarks(store.log).some(
      (mark) => mark.id === draft && mark.author === store.me && mark.kind === kind,
    );
    if (draft !== undefined && !isMine) throw new NotFound();
    const kept = wellFormed(keptDraft(form, label));
    inTransaction(store.log, (log) => saveDraft(log, store.draftPlace, { id, kind, form: kept, at }));
    return { draft: id, savedAt: at };
  },
  discard({ draft, reason }, context) {
    const { register, store } = context;
    store.commit((writing) => {
      endDraft(writing, context, draft);
      writing.append('draft.discarded', { thread: register.thread, about: null }, { draft, reason });
    });
    return null;
  },
};
