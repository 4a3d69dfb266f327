import type { InputOf } from '../../../shared/contract/call.ts';
import type { Contract } from '../../../shared/contract/index.ts';
import { idOf } from '../cast.ts';
import { type Dated, dated } from '../days.ts';
import { must, type Stage } from '../perform.ts';

type Calls = Contract['concerns'];
type Ask<C extends keyof Calls, Ids extends PropertyKey = never> = Dated<
  Omit<InputOf<Calls[C]>, 'concern' | 'draft' | 'seen' | Ids>
>;

/** How a concern ends, what it belongs to, and that it stands in the GP record. */
export interface StandingActs {
  /** Opens it, which the log notes, and closes it. */
  close: { readonly concern: string; readonly said: Ask<'close'> };
  copyToGpRecord: { readonly concern: string; readonly said: Ask<'noteGpRecord'> };
}

export const standingActs = {
  async close({ concern: key, said }: StandingActs['close'], { log, cast, today }: Stage) {
    const concern = idOf(cast.concerns, key);
    const { newest: seen } = await must(log.concerns.open({ concern }));
    await must(log.concerns.close({ concern, seen, ...dated(said, today) }));
  },
  copyToGpRecord: ({ concern, said }: StandingActs['copyToGpRecord'], { log, cast, today }: Stage) =>
    must(log.concerns.noteGpRecord({ concern: idOf(cast.concerns, concern), ...dated(said, today) })),
};
