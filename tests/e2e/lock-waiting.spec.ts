import { type App, expect, test } from './app.ts';
import { ask, askRaw } from './asking.ts';

// What a locked log says by itself, and how long it stays open.

const lead = 'Dr M Fenwick-Oye';
const manager = 'J Sedley';

test('the idle setting counts, and twelve hours are the most', async ({ app }) => {
  const { host } = app;
  const lockedBecause = (words: string) => app.page.getByText(new RegExp(`^Locked at .+ ${words}\\.`));
  await app.unlock(manager);
  const twoMinutes = { change: { setting: 'idle-minutes', value: 2 } };
  // Wants the passphrase again, of this call alone.
  await askRaw(app.page, 'register.changeSetting', twoMinutes);
  await ask(app.page, 'store', 'prove', {
    passphrase: app.demonstration.find(({ name }) => name === manager)?.passphrase,
  });
  await ask(app.page, 'register', 'changeSetting', twoMinutes);
  host.os({ os: 'idle', seconds: 75 });
  await expect(app.page.getByRole('dialog', { name: 'The log will lock soon' })).toBeVisible();
  await app.afterLock(() => host.os({ os: 'idle', seconds: 2_000 }));
  await expect(lockedBecause('after 2 minutes without activity')).toBeVisible();
  await app.unlock(manager);
  await app.afterLock(() => host.os({ os: 'clock', ahead: 12 * 3_600_000 }));
  await expect(lockedBecause('because it had been open for 12 hours')).toBeVisible();
});

const waits = ({ page }: App) =>
  page.getByText(/^\d+ concerns? waits? for somebody to look at (it|them), .*since .+\.$/);
const numberThatWaits = async (app: App): Promise<number> => {
  await expect(app.page.getByRole('heading', { name: 'Unlock the log' })).toBeVisible();
  return (await waits(app).count()) === 0 ? 0 : Number.parseInt(await waits(app).innerText(), 10);
};

/** Signs in, does nothing, and locks. */
async function lookIn(app: App, who: string): Promise<void> {
  await app.unlock(who);
  await app.lock();
}

test('a locked log says how many concerns wait and since when, whoever was there last', async ({ app }) => {
  await expect(app.page.getByRole('heading', { name: 'Unlock the log' })).toBeVisible();
  await expect(waits(app), 'nothing is known before anybody has signed in').toHaveCount(0);
  await lookIn(app, lead);
  await expect(waits(app)).toBeVisible();
  await expect(app.page.getByText(/^Known when the log was last locked, today, /)).toBeVisible();
  const [said, number] = [await waits(app).innerText(), await numberThatWaits(app)];
  expect(number).toBeGreaterThan(0);
  expect(said).not.toMatch(/George|Abbotswell|C-/);

  await test.step('also after a manager, who reads none of them', async () => {
    await lookIn(app, manager);
    expect(await waits(app).innerText()).toBe(said);
  });

  await test.step('and one fewer once somebody who reads them has acknowledged one', async () => {
    await app.unlock(lead);
    const { page } = app;
    const { me: owner } = await ask(page, 'register', 'show');
    const waiting = (await ask(page, 'concerns', 'list')).find(
      ({ acknowledgedAt, decision }) => acknowledgedAt === null && decision === null,
    );
    const concern = waiting?.concern;
    const { newest: seen } = await ask(page, 'concerns', 'open', { concern });
    await ask(page, 'concerns', 'acknowledge', { concern, seen, owner });
    await app.lock();
    expect(await numberThatWaits(app)).toBe(number - 1);
    await lookIn(app, manager);
    expect(await numberThatWaits(app)).toBe(number - 1);
  });
});

/** Ten in the morning of a working day to come, by the clock of this computer. */
function nextWorkingMorning(): number {
  const day = new Date();
  day.setHours(10, 0, 0, 0);
  do day.setDate(day.getDate() + 1);
  while (day.getDay() === 0 || day.getDay() === 6);
  return day.getTime();
}

test('while the practice is open a notification says so each hour, names nobody, and brings the window up', async ({
  app,
}) => {
  test.skip(app.host.platform.kind === 'electron', "SKIPPED: a notification is the system's own in Electron");
  const { host } = app;
  const shown = () => host.platform.notices.flatMap((notice) => (notice.now === 'notification' ? [notice] : []));
  const clock = (at: number): void => host.os({ os: 'clock', ahead: at - Date.now() });
  await lookIn(app, lead);
  const morning = nextWorkingMorning();
  clock(morning);
  await expect.poll(() => shown().length).toBe(1);
  clock(morning + 61 * 60_000);
  await expect.poll(() => shown().length).toBe(2);
  for (const { title, body } of shown()) {
    expect(title).toBe('Practice log');
    expect(body).toMatch(
      /^\d+ concerns? waits? for somebody to look at (it|them), .*since [^.]+\. Unlock the log to see\.$/,
    );
  }
  host.os({ os: 'click-notification' });
  await expect.poll(() => host.platform.notices.some(({ now }) => now === 'to-front')).toBe(true);
});
