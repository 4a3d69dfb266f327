import { subHours } from 'date-fns';
import type { DraftLine, draftCalls } from '../../shared/contract/drafts.ts';
import { instantOf } from '../../shared/domain/calendar.ts';
import { type Context, type Handlers, NotFound } from '../store/context.ts';
import { draftMarks, openDraft } from '../store/log/drafts.ts';

function lines({ store }: Context): readonly DraftLine[] {
  return draftMarks(store.log).map(({ id, ...mark }) => ({ draft: id, ...mark }));
}

export const draftQueries: Pick<Handlers<typeof draftCalls>, 'mine' | 'open' | 'late'> = {
  mine: (_input, context) => lines(context).filter(({ author }) => author === context.me),
  open({ draft }, { store }) {
    const found = openDraft(store.log, store.draftPlace, draft);
    if (found === null) throw new NotFound();
    return { kind: found.kind, form: found.form as Record<string, unknown> }; // `as`: `save` takes objects only.
  },
  late(_input, context) {
    const limit = instantOf(subHours(context.store.now(), context.register.settings.draftLateHours));
    return lines(context).filter(({ author, begunAt }) => author !== context.me && begunAt <= limit);
  },
};
