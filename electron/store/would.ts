import { instantOf } from '../../shared/domain/calendar.ts';
import type { ContentOf, ContentType, ThreadEvent } from '../../shared/events/index.ts';
import { entitled } from '../../shared/policy/entitled.ts';
import { isSealedWhole } from '../../shared/policy/restricted.ts';
import type { Verdict } from '../../shared/policy/thread.ts';
import type { Context } from './context.ts';
import { newId } from './ids.ts';
import type { Place } from './log/write.ts';

/** Whoever is signed in, or, with another `me`, what the rule would say to a colleague. */
type Asking = Pick<Context, 'me' | 'register' | 'store'>;

/**
 * What the rule would say if this person wrote this event now: for a screen that offers only what will be let through,
 * and to ask before slow work. The same rule judges again when the event is written.
 *
 * @returns null when it would stand, else the reason in a sentence
 */
export function wouldRefuse<T extends ContentType>(
  { me, register, store }: Asking,
  type: T,
  place: Place,
  content: Omit<ContentOf<T>, 'v'>,
): Verdict {
  const state = store.stateOf(place.thread) ?? null;
  const event = {
    type,
    id: newId(),
    ...place,
    actor: me,
    at: instantOf(store.now()),
    position: { ms: store.moment(), counter: 0, log: store.own.log, seq: 0 },
    content: { v: 1, ...content },
    ...(isSealedWhole(type, state) && { sealedWhole: true }),
  } as unknown as ThreadEvent; // `as`: type and content are of one row of the table.
  return entitled(event, state, register);
}
