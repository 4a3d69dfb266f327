import type { supervisionCalls } from '../../shared/contract/supervision.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import { endDraft } from '../drafts/commands.ts';
import { type Context, type Handlers, InvalidInput, mustBeNewest, mustNotLieAhead } from '../store/context.ts';
import { newId } from '../store/ids.ts';

type Commands = Pick<Handlers<typeof supervisionCalls>, 'record' | 'sign' | 'comment'>;

function record({ draft, ...asked }: Parameters<Commands['record']>[0], context: Context) {
  mustNotLieAhead(context, { heldOn: asked.heldOn });
  if (asked.nextOn !== null && asked.nextOn <= asked.heldOn) {
    throw new InvalidInput({ nextOn: 'The next session must be after this one' });
  }
  for (const concern of asked.concerns) context.state('concern', concern);
  const session = newId<ThreadId>();
  const event = context.store.commit((writing) => {
    const written = writing.append(
      'session.recorded',
      { thread: session, about: null },
      { ...asked, supervisor: context.me },
    );
    endDraft(writing, context, draft);
    return written;
  });
  return { session, event, reference: referenceOf('S', session) };
}

export const supervisionCommands: Commands = {
  record,
  sign({ session, seen, ...signature }, context) {
    const state = context.state('session', session);
    mustBeNewest(state, seen);
    return context.store.commit((writing) =>
      writing.append('session.signed', { thread: session, about: null }, signature),
    );
  },
  comment({ session, comment }, context) {
    context.state('session', session);
    return context.store.commit((writing) =>
      writing.append('session.commented', { thread: session, about: null }, { comment }),
    );
  },
};
