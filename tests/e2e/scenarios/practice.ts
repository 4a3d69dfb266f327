import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StaffKey, staff } from '../../../electron/demo/data/staff.ts';
import { momentAt } from '../../../electron/demo/days.ts';
import type { Step } from '../../../electron/demo/steps.ts';
import { dayInEngland, type IsoDate } from '../../../shared/domain/calendar.ts';
import { App } from '../app.ts';
import { Host } from '../host.ts';
import { practiceFolder } from './made-practice.ts';

/** Somebody at the screens of the practice, on a day of the story that is told. */
export interface AtScreen {
  readonly app: App;
  readonly me: StaffKey;
  /** The day from which the story counts. */
  readonly today: IsoDate;
}

/** A log of the invented practice whose clock goes from sitting to sitting, as the story does. */
export class Practice implements AsyncDisposable {
  readonly app: App;
  readonly today: IsoDate;
  #sitting = '';

  private constructor(app: App, today: IsoDate) {
    this.app = app;
    this.today = today;
  }

  /** @param first when the story begins: the app starts by that clock */
  static async open(first: Step['at']): Promise<Practice> {
    const today = dayInEngland(new Date());
    const userData = mkdtempSync(join(tmpdir(), 'practice-log-scenario-'));
    cpSync(practiceFolder(), userData, { recursive: true });
    const host = new Host(userData, undefined, { clockAhead: aheadOf(today, first) });
    const app = new App(userData, host, await host.nextPage());
    return new Practice(app, today);
  }

  /** Whoever it is sits down at that time: the log is locked before, as it is between two people. */
  async sitDown(by: StaffKey, at: Step['at']): Promise<AtScreen> {
    const { app, today } = this;
    const sitting = `${by} ${at}`;
    if (sitting !== this.#sitting) {
      if (this.#sitting !== '') await this.#lockUntil(at);
      this.#sitting = sitting;
      await app.page.clock.install({ time: new Date(momentAt(today, at)) });
      await app.unlock(staff[by].name, staff[by].initials);
    }
    return { app, me: by, today };
  }

  /** Back to the day on which the test runs, signed in as somebody. */
  async returnToToday(by: StaffKey): Promise<AtScreen> {
    const { app, today } = this;
    await app.afterLock(() => {
      app.host.os({ os: 'clock', ahead: 0 });
      app.host.os({ os: 'power', event: 'lock-screen' });
    });
    this.#sitting = `${by} today`;
    await app.unlock(staff[by].name, staff[by].initials);
    return { app, me: by, today };
  }

  #lockUntil(at: Step['at']): Promise<void> {
    const { app, today } = this;
    return app.afterLock(() => {
      app.host.os({ os: 'clock', ahead: aheadOf(today, at) });
      app.host.os({ os: 'power', event: 'lock-screen' });
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app[Symbol.asyncDispose]();
  }
}

function aheadOf(today: IsoDate, at: Step['at']): number {
  return Date.parse(momentAt(today, at)) - Date.now();
}
