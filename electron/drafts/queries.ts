import { subHours } from 'date-fns';
import type { DraftLine, draftCalls } from '../../shared/contract/drafts.ts';
import { instantOf } from '../../shared/domain/calendar.ts';
import type { DraftId } from '../../shared/domain/ids.ts';
import { type Context, type Handlers, NotFound } from '../store/context.ts';
import { draftMarks, openDraft } from '../store/log/drafts.ts';
import { readKept } from './kept.ts';

function lines({ store }: Context): readonly DraftLine[] {
  return draftMarks(store.log).map(({ id, ...mark }) => ({ draft: id, ...mark }));
}

function opened({ store }: Context, draft: DraftId) {
  const found = openDraft(store.log, store.draftPlace, draft);
  if (found === null) throw new NotFound();
  return { kind: found.kind, ...readKept(found.form) };
}

function labelOf(context: Context, draft: DraftId): string | null {
  try {
    return opened(context, draft).label;
  } catch {
    return null; // A damaged draft hides none of the others. Opening it says what is wrong.
  }
}

export const draftQueries: Pick<Handlers<typeof draftCalls>, 'mine' | 'open' | 'late'> = {
  mine: (_input, context) =>
    lines(context)
      .filter(({ author }) => author === context.me)
      .map((line) => ({ ...line, label: labelOf(context, line.draft) })),
  open({ draft }, context) {
    const { kind, form } = opened(context, draft);
    return { kind, form };
  },
  late(_input, context) {
    const limit = instantOf(subHours(context.store.now(), context.register.settings.draftLateHours));
    return lines(context).filter(
      // Whose a draft of a restricted concern is would say who raises one.
      ({ author, kind, begunAt }) => author !== context.me && kind !== 'restricted' && begunAt <= limit,
    );
  },
};
