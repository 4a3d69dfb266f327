import { type Ask, askingAgain, clientOf } from '../../shared/contract/asking.ts';
import { contract, type LogClient } from '../../shared/contract/index.ts';
import type { DemonstrationPerson } from '../../shared/contract/store.ts';
import { dayInEngland, type IsoDate } from '../../shared/domain/calendar.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { handlers, projections } from '../features.ts';
import type { KdfParameters } from '../store/crypto/argon2id.ts';
import type { MistakeReport } from '../store/report.ts';
import { Router } from '../store/router.ts';
import type { StorePlace } from '../store/unlock.ts';
import { type Cast, GrowingCast, idOf } from './cast.ts';
import { PastClock } from './clock.ts';
import { network, type StaffKey, staff } from './data/staff.ts';
import { stories } from './data/stories.ts';
import { momentAt } from './days.ts';
import { must, perform } from './perform.ts';
import type { Step } from './steps.ts';

export interface DemoPlan {
  /** Where the store is to lie: an empty folder or none. */
  readonly place: StorePlace;
  /** When the demo is loaded. It ends the day before, and all its days count from this one. */
  readonly loadedAt: Date;
  readonly report: (mistake: MistakeReport) => void;
  readonly onProgress?: (what: string, done: number, total: number) => void;
  /** What is entered; every story when it is not said. The first one sets the practice up. */
  readonly stories?: readonly (readonly Step[])[];
  /** Weaker than the standard only in tests. */
  readonly kdf?: KdfParameters;
}

export interface Demo {
  /** Who can sign in, and with what. */
  readonly people: readonly DemonstrationPerson[];
  readonly cast: Cast;
  readonly today: IsoDate;
  /** As they would be printed for two people. */
  readonly recoveryHalves: readonly [string, string];
}

/** What one person enters between signing in and locking: one sign-in costs about a second. */
interface Shift {
  readonly by: StaffKey;
  readonly steps: readonly Step[];
}

/** All stories in the order of time, cut wherever somebody else sits down at the computer. */
function shiftsOf(steps: readonly Step[], today: IsoDate): readonly Shift[] {
  const inOrder = steps.toSorted((a, b) =>
    momentAt(today, a.at) < momentAt(today, b.at) ? -1 : Number(a.at !== b.at),
  );
  const shifts: { by: StaffKey; steps: Step[] }[] = [];
  for (const step of inOrder) {
    const current = shifts.at(-1);
    if (current?.by === step.by) current.steps.push(step);
    else shifts.push({ by: step.by, steps: [step] });
  }
  return shifts;
}

function peopleOf(cast: Cast): readonly DemonstrationPerson[] {
  return [...cast.staff].map(([key, id]) => {
    const { name, jobTitle, passphrase } = staff[key];
    return { staff: id, name, jobTitle, passphrase };
  });
}

class Builder {
  readonly #plan: DemoPlan;
  readonly #today: IsoDate;
  readonly #clock: PastClock;
  readonly #cast = new GrowingCast();
  readonly #router: Router;

  constructor(plan: DemoPlan) {
    this.#plan = plan;
    this.#today = dayInEngland(plan.loadedAt);
    this.#clock = new PastClock(new Date(momentAt(this.#today, 'D-70 09:00')));
    this.#router = new Router({
      place: plan.place,
      contract,
      handlers,
      projections,
      report: plan.report,
      now: () => this.#clock.now(),
      ...(plan.kdf && { kdf: plan.kdf }),
    });
  }

  async run(): Promise<Demo> {
    try {
      const recoveryHalves = await this.#found();
      const shifts = shiftsOf((this.#plan.stories ?? stories).flat(), this.#today);
      for (const [index, shift] of shifts.entries()) {
        this.#plan.onProgress?.(
          `${shift.steps[0]?.at.split(' ')[0] ?? ''} ${staff[shift.by].name}`,
          index,
          shifts.length,
        );
        await this.#sitDown(shift);
      }
      this.#plan.onProgress?.('Done', shifts.length, shifts.length);
      return { cast: this.#cast, today: this.#today, people: peopleOf(this.#cast), recoveryHalves };
    } finally {
      this.#router.close();
    }
  }

  async #found(): Promise<readonly [string, string]> {
    const { store } = this.#router.client();
    const made = await must(store.create({ name: network, demo: true, founder: staff.sedley }));
    this.#cast.staff.set('sedley', made.founder);
    return made.recoveryHalves;
  }

  /** The calls as somebody makes them at a screen: asked for their passphrase again, they type it. */
  #clientOf(by: StaffKey): LogClient {
    const ask: Ask = (call, input) => this.#router.dispatch(call, input);
    const { passphrase } = staff[by];
    return clientOf(
      contract,
      askingAgain(ask, async () => (await ask('store.prove', { passphrase })).ok),
    );
  }

  async #sitDown({ by, steps }: Shift): Promise<void> {
    const log = this.#clientOf(by);
    const who: StaffId = idOf(this.#cast.staff, by);
    for (const [index, { at, act }] of steps.entries()) {
      this.#clock.moveTo(new Date(momentAt(this.#today, at)));
      if (index === 0) await must(log.store.unlock({ staff: who, passphrase: staff[by].passphrase }));
      await perform(act, { log, cast: this.#cast, me: by, today: this.#today });
    }
    await must(log.store.lock({}));
  }
}

/**
 * Sets up the log of the invented practice and enters its last seventy days through the same calls that the screens
 * use, each in the name, with the keys and by the rights of whoever would have entered it.
 *
 * @throws Error when the log refuses anything; the folder then holds an unfinished store and may be deleted
 */
export function buildDemo(plan: DemoPlan): Promise<Demo> {
  return new Builder(plan).run();
}
