import type { InputOf } from '../../../shared/contract/call.ts';
import type { Contract } from '../../../shared/contract/index.ts';
import type { EventId, ThreadId } from '../../../shared/domain/ids.ts';
import { idOf } from '../cast.ts';
import { type Dated, dated } from '../days.ts';
import { must, type Stage } from '../perform.ts';

type Calls = Contract['concerns'];
type Ask<C extends keyof Calls, Ids extends PropertyKey = never> = Dated<
  Omit<InputOf<Calls[C]>, 'concern' | 'draft' | Ids>
>;

/** What goes on outside. `referral` and `escalation` count from 0 through those of the concern. */
export interface OutsideActs {
  referOutside: { readonly concern: string; readonly said: Ask<'referOutside'> };
  answerOutside: {
    readonly concern: string;
    readonly referral: number;
    readonly said: Ask<'answerOutside', 'referral'>;
  };
  chase: { readonly concern: string; readonly referral: number; readonly said: Ask<'chase', 'referral'> };
  takeAdvice: { readonly concern: string; readonly said: Ask<'takeAdvice'> };
  reviewConcern: { readonly concern: string; readonly said: Ask<'review'> };
  escalate: { readonly concern: string; readonly referral: number; readonly said: Ask<'escalate', 'referral'> };
  answerEscalation: {
    readonly concern: string;
    readonly escalation: number;
    readonly said: Ask<'answerEscalation', 'escalation'>;
  };
  decideSharing: { readonly concern: string; readonly said: Ask<'decideSharing'> };
}

/** The event at a place among the referrals or escalations of a concern, which is opened for it: the log notes that. */
async function eventAt(
  { log }: Stage,
  concern: ThreadId,
  list: 'outside' | 'escalations',
  place: number,
): Promise<EventId> {
  const found = (await must(log.concerns.open({ concern }))).state.course[list][place];
  if (found === undefined) throw new Error(`the demo answers what a concern does not have: ${list} ${place}`);
  return found.event;
}

export const outsideActs = {
  referOutside: ({ concern, said }: OutsideActs['referOutside'], { log, cast, today }: Stage) =>
    must(log.concerns.referOutside({ concern: idOf(cast.concerns, concern), ...dated(said, today) })),
  async answerOutside({ concern: key, referral: place, said }: OutsideActs['answerOutside'], stage: Stage) {
    const concern = idOf(stage.cast.concerns, key);
    const referral = await eventAt(stage, concern, 'outside', place);
    await must(stage.log.concerns.answerOutside({ concern, referral, ...dated(said, stage.today) }));
  },
  async chase({ concern: key, referral: place, said }: OutsideActs['chase'], stage: Stage) {
    const concern = idOf(stage.cast.concerns, key);
    const referral = await eventAt(stage, concern, 'outside', place);
    await must(stage.log.concerns.chase({ concern, referral, ...dated(said, stage.today) }));
  },
  takeAdvice: ({ concern, said }: OutsideActs['takeAdvice'], { log, cast, today }: Stage) =>
    must(log.concerns.takeAdvice({ concern: idOf(cast.concerns, concern), ...dated(said, today) })),
  reviewConcern: ({ concern, said }: OutsideActs['reviewConcern'], { log, cast, today }: Stage) =>
    must(log.concerns.review({ concern: idOf(cast.concerns, concern), ...dated(said, today) })),
  async escalate({ concern: key, referral: place, said }: OutsideActs['escalate'], stage: Stage) {
    const concern = idOf(stage.cast.concerns, key);
    const referral = await eventAt(stage, concern, 'outside', place);
    await must(stage.log.concerns.escalate({ concern, referral, ...dated(said, stage.today) }));
  },
  async answerEscalation({ concern: key, escalation: place, said }: OutsideActs['answerEscalation'], stage: Stage) {
    const concern = idOf(stage.cast.concerns, key);
    const escalation = await eventAt(stage, concern, 'escalations', place);
    await must(stage.log.concerns.answerEscalation({ concern, escalation, ...dated(said, stage.today) }));
  },
  decideSharing: ({ concern, said }: OutsideActs['decideSharing'], { log, cast, today }: Stage) =>
    must(log.concerns.decideSharing({ concern: idOf(cast.concerns, concern), ...dated(said, today) })),
};
