import { momentAt } from '../../../electron/demo/days.ts';
import type { Act, Acts, Step } from '../../../electron/demo/steps.ts';
import { placeWords } from '../../../renderer/concerns/outside/words.ts';
import { bodyMapOnScreen, checklistOnScreen, placeOnScreen } from './around.ts';
import {
  acknowledgeOnScreen,
  decideOnScreen,
  finishActionOnScreen,
  informOnScreen,
  leadsNoteOnScreen,
  openByReference,
  shareOnScreen,
  tellOnScreen,
} from './concerns.ts';
import {
  answerEscalationOnScreen,
  answerOutsideOnScreen,
  chaseOnScreen,
  decideSharingOnScreen,
  escalateOnScreen,
  referOutsideOnScreen,
  reviewOnScreen,
  takeAdviceOnScreen,
} from './outside.ts';
import { addPersonOnScreen } from './people.ts';
import { type AtScreen, Practice } from './practice.ts';
import { raiseOnScreen } from './raising.ts';
import {
  answerOnScreen,
  askAgainOnScreen,
  referOnScreen,
  seeReferralOnScreen,
  tellPersonOnScreen,
} from './referrals.ts';
import { closeOnScreen, copyToGpRecordOnScreen } from './standing.ts';

/** What the story's own names have got on the screens. */
export class Told {
  readonly concerns = new Map<string, string>();
  readonly referrals = new Map<string, string>();
  readonly people = new Set<string>();
  /** The actions that decisions asked for, in their order, by the concern. */
  readonly actions = new Map<string, string[]>();
  /** How the page calls where a concern was referred, in the order of the referrals. */
  readonly outside = new Map<string, string[]>();

  /** @throws Error for a name that has no reference yet */
  reference(of: 'concerns' | 'referrals', key: string): string {
    const reference = this[of].get(key);
    if (reference === undefined) throw new Error(`the story names ${key} too early`);
    return reference;
  }

  /** @throws Error for a referral outside that was not recorded yet */
  place({ concern, referral }: { readonly concern: string; readonly referral: number }): string {
    const place = this.outside.get(concern)?.[referral];
    if (place === undefined) throw new Error(`the story has no referral outside ${referral} of ${concern} yet`);
    return place;
  }
}

type OnScreen<K extends keyof Acts> = (act: Acts[K], at: AtScreen, told: Told) => Promise<void>;

async function openConcern({ app }: AtScreen, told: Told, key: string): Promise<void> {
  await openByReference(app.page, told.reference('concerns', key));
}

const onScreen: { readonly [K in keyof Acts]?: OnScreen<K> } = {
  async addPerson({ person }, at, told) {
    await addPersonOnScreen(at, person);
    told.people.add(person);
  },
  async raise(act, at, told) {
    told.concerns.set(act.concern, await raiseOnScreen(at, act, !told.people.has(act.about)));
    told.people.add(act.about);
  },
  async tell(act, at, told) {
    await openConcern(at, told, act.concern);
    await tellOnScreen(at, act);
  },
  async acknowledge({ concern }, at, told) {
    await openConcern(at, told, concern);
    await acknowledgeOnScreen(at);
  },
  async inform(act, at, told) {
    await openConcern(at, told, act.concern);
    await informOnScreen(at, act);
  },
  async decide(act, at, told) {
    await openConcern(at, told, act.concern);
    await decideOnScreen(at, act);
    const asked = (act.actions ?? []).map(({ what }) => what);
    told.actions.set(act.concern, [...(told.actions.get(act.concern) ?? []), ...asked]);
  },
  async finishAction({ concern, action, outcome }, at, told) {
    await openConcern(at, told, concern);
    await finishActionOnScreen(at, told.actions.get(concern)?.[action] ?? '', outcome);
  },
  async share(act, at, told) {
    await openConcern(at, told, act.concern);
    await shareOnScreen(at, act);
  },
  async close(act, at, told) {
    await openConcern(at, told, act.concern);
    await closeOnScreen(at, act);
  },
  async copyToGpRecord(act, at, told) {
    await openConcern(at, told, act.concern);
    await copyToGpRecordOnScreen(at, act);
  },
  async place(act, at, told) {
    await openConcern(at, told, act.concern);
    await placeOnScreen(at, act);
  },
  async checklist(act, at, told) {
    await openConcern(at, told, act.concern);
    await checklistOnScreen(at, act);
  },
  async bodyMap(act, at, told) {
    await openConcern(at, told, act.concern);
    await bodyMapOnScreen(at, act);
  },
  async referOutside(act, at, told) {
    await openConcern(at, told, act.concern);
    await referOutsideOnScreen(at, act);
    told.outside.set(act.concern, [...(told.outside.get(act.concern) ?? []), placeWords(act.said)]);
  },
  async answerOutside(act, at, told) {
    await openConcern(at, told, act.concern);
    await answerOutsideOnScreen(at, act, told.place(act));
  },
  async chase(act, at, told) {
    await openConcern(at, told, act.concern);
    await chaseOnScreen(at, act, told.place(act));
  },
  async takeAdvice(act, at, told) {
    await openConcern(at, told, act.concern);
    await takeAdviceOnScreen(at, act);
  },
  async reviewConcern(act, at, told) {
    await openConcern(at, told, act.concern);
    await reviewOnScreen(at, act);
  },
  async escalate(act, at, told) {
    await openConcern(at, told, act.concern);
    await escalateOnScreen(at, act, told.place(act));
  },
  async answerEscalation(act, at, told) {
    await openConcern(at, told, act.concern);
    await answerEscalationOnScreen(at, act);
  },
  async decideSharing(act, at, told) {
    await openConcern(at, told, act.concern);
    await decideSharingOnScreen(at, act);
  },
  seeReferral: (act, at, told) => seeReferralOnScreen(at, act, told.reference('referrals', act.referral)),
  askAgain: (act, at, told) => askAgainOnScreen(at, act, told.reference('referrals', act.referral)),
  tellPerson: (act, at, told) => tellPersonOnScreen(at, act, told.reference('referrals', act.referral)),
  async leadsNote(act, at, told) {
    await openConcern(at, told, act.concern);
    await leadsNoteOnScreen(at, act);
  },
  async refer(act, at, told) {
    if (act.concern !== undefined) await openConcern(at, told, act.concern);
    told.referrals.set(act.referral, await referOnScreen(at, act, act.concern !== undefined));
  },
  async answer(act, at, told) {
    await answerOnScreen(at, act, told.reference('referrals', act.referral));
  },
};

async function perform(act: Act, at: AtScreen, told: Told): Promise<void> {
  const one = onScreen[act.do] as OnScreen<keyof Acts> | undefined; // `as`: the table pairs them.
  if (one === undefined) throw new Error(`no screen is known for the act ${act.do}`);
  await one(act, at, told);
}

export interface Ended extends AsyncDisposable {
  readonly practice: Practice;
  readonly told: Told;
}

/** Enters a whole story on the screens, sitting by sitting, each by whoever does it and on its own day. */
export async function tellStory(story: readonly Step[]): Promise<Ended> {
  const now = new Date().toISOString().slice(0, 10) as Parameters<typeof momentAt>[0]; // `as`: only the order matters here.
  const steps = story.toSorted((a, b) => (momentAt(now, a.at) < momentAt(now, b.at) ? -1 : Number(a.at !== b.at)));
  const [first] = steps;
  if (first === undefined) throw new Error('the story is empty');
  const practice = await Practice.open(first.at);
  const told = new Told();
  for (const { at, by, act } of steps) await perform(act, await practice.sitDown(by, at), told);
  return { practice, told, [Symbol.asyncDispose]: () => practice[Symbol.asyncDispose]() };
}
