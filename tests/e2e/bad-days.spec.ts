import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { sha256 } from '../../electron/store/crypto/hash.ts';
import { author, noteBox, openAdding, today, whereIs, writeDraft } from './adding.ts';
import { type App, expect, leaving, test } from './app.ts';
import { askRaw } from './asking.ts';
import { dist, Host } from './host.ts';
import { lives } from './processes.ts';

// Days on which something breaks. Each says what happened, what is safe and what to do.

/** In the folder of the log that the app shows first. */
const inLog = (app: App, file: string): string => join(app.userData, 'log', file);
const problem = (page: Page) => page.getByRole('alert').filter({ hasText: 'There is a problem' });
const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' });
const starts = (host: Host): number => host.platform.notices.filter(({ now }) => now === 'store').length;

test('a second app brings the first one forward; the page goes nowhere and gets nothing more', async ({ app }) => {
  const { host, page } = app;
  await app.unlock(author);
  const held = await host.platform.holders();

  await test.step('a second app', async () => {
    await using second = new Host(app.userData);
    expect(await second.gone).toBe(0);
    await expect.poll(() => host.platform.notices.some(({ now }) => now === 'to-front')).toBe(true);
  });

  await test.step('other windows', async () => {
    const pages = () => page.context().pages().length;
    for (const url of ['https://example.org/', 'about:blank', '/index.html', 'file:///etc/passwd']) {
      await page.evaluate((to) => void window.open(to), url);
      await expect.poll(pages, url).toBe(1);
    }
    const another = await page.context().newPage();
    await expect(another.goto(page.url())).rejects.toThrow(/ERR_ABORTED/);
    await another.close();
  });

  await test.step('other places, and our own page anew', async () => {
    const before = page.url();
    for (const url of ['https://example.org/', '/index.html?again', 'data:text/html,x']) {
      await page.evaluate((to) => window.location.assign(to), url);
      await page.evaluate((to) => {
        const link = document.createElement('a');
        link.href = to;
        document.body.append(link);
        link.click();
        link.remove();
      }, url);
    }
    await page.evaluate(() => window.location.reload());
    expect(page.url()).toBe(before);
    await expect(today(page)).toBeVisible();
  });

  await test.step('frames', async () => {
    // One with our own page, one of our own origin with nothing in it.
    await page.evaluate(() => {
      for (const source of ['/index.html', null]) {
        const frame = document.createElement('iframe');
        if (source !== null) frame.src = source;
        document.body.append(frame);
      }
    });
    const found = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('iframe')].map(({ contentWindow }) => {
          try {
            return 'practiceLog' in (contentWindow ?? {}) ? 'the bridge' : 'nothing';
          } catch {
            return 'another origin';
          }
        }),
      );
    // Every frame begins empty. What was refused turns, a moment later, into the browser's own page about it.
    expect(await found()).not.toContain('the bridge');
    await expect.poll(found).toEqual(['another origin', 'nothing']);
    await page.evaluate(() => {
      for (const frame of document.querySelectorAll('iframe')) frame.remove();
    });
  });

  await test.step('network and code from text', async () => {
    const got = await page.evaluate(async () => {
      const fetched = await fetch('https://example.org/').then(
        () => 'fetched',
        () => 'refused',
      );
      const attempt = (work: () => unknown): string => {
        try {
          return String(work());
        } catch {
          return 'refused';
        }
      };
      const markup = attempt(() => {
        const element = document.createElement('div');
        element.innerHTML = '<b>x</b>';
        return element.innerHTML;
      });
      // Not at once: what a debugger runs is let off the policy.
      const code = await new Promise((resolve) =>
        // oxlint-disable-next-line typescript/no-implied-eval -- that it is refused is what is tested
        setTimeout(() => resolve(attempt(() => globalThis.Function('return 1')())), 0),
      );
      return { fetched, markup, code };
    });
    expect(got).toEqual({ fetched: 'refused', markup: 'refused', code: 'refused' });
  });

  await test.step('unknown calls', async () => {
    for (const call of ['', 'store', 'store.nothing', 'store.status.more', '__proto__.status', 'concerns.constructor'])
      expect(await askRaw(page, call), call).toEqual({ ok: false, failure: { kind: 'unknownCall' } });
  });

  await test.step('and all the while the log is open', async () => {
    expect(await host.platform.holders()).toEqual(held);
    expect(await askRaw(page, 'drafts.mine')).toMatchObject({ ok: true });
  });
});

test('a page that stops working locks the log and keeps the draft; four times in a minute is the end', async ({
  app,
}) => {
  const { host } = app;
  await app.unlock(author);
  await writeDraft(app, 'Before the window stopped.');
  const { store } = await host.platform.holders();
  await app.afterLock(() => host.os({ os: 'crash-page' }));
  await expect(
    app.page.getByText(/^Locked at .+ because the window stopped working\. What was saved is safe\.$/),
  ).toBeVisible();
  expect(lives(store), 'the keys went with the page').toBe(false);
  await app.unlock(author);
  await expect(today(app.page)).toBeVisible();
  expect(await whereIs(app.page, 'Before the window stopped.')).toEqual({ saved: 0, drafts: 1 });

  await app.afterLock(() => host.os({ os: 'crash-page' }));
  await app.afterLock(() => host.os({ os: 'crash-page' }));
  const last = await host.platform.holders();
  host.os({ os: 'crash-page' });
  expect(await host.gone).toBe(1);
  expect(host.platform.notices.at(-1)).toEqual({ now: 'error-box', title: 'Practice log has to close' });
  await expect.poll(() => lives(last.store), 'no keys outlive the app').toBe(false);
});

/** Resolves as soon as a transaction is on its way to the disk. */
async function writing(app: App): Promise<void> {
  const journal = inLog(app, 'log.1.db-journal');
  while (statSync(journal).size === 0) await setImmediate();
}

test('a log that is killed in the middle of a save has the words once', async ({ app }) => {
  await app.unlock(author);
  const saved = (page: Page) => expect(noteBox(page)).toHaveCount(0);
  const moments: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
    ['as it is clicked', async () => {}],
    ['as the first bytes are written', () => writing(app)],
    ['when it is saved', saved],
  ];
  for (const [moment, come] of moments) {
    await test.step(moment, async () => {
      const words = `Killed ${moment}.`;
      await writeDraft(app, words);
      const { store } = await app.host.platform.holders();
      await app.afterLock(async () => {
        const { page } = app;
        // The page goes away under the click.
        const clicked = page
          .getByRole('button', { name: 'Save', exact: true })
          .click()
          .catch(() => {});
        if (moment !== 'as the first bytes are written') await clicked;
        await come(page);
        process.kill(store, 'SIGKILL');
        await clicked;
      });
      await expect(
        app.page.getByText(/^Locked at .+ because the log stopped by itself\. What was saved is safe\. Look whether/),
      ).toBeVisible();
      await app.unlock(author);
      const found = await whereIs(app.page, words);
      expect(found.saved + found.drafts, `${moment}: ${JSON.stringify(found)}`).toBe(1);
      if (come === saved) expect(found).toEqual({ saved: 1, drafts: 0 });
      console.log(`killed ${moment}: ${found.saved === 1 ? 'saved' : 'kept as a draft'}`);
    });
  }
  await openAdding(app);
});

test('a log that cannot start says so, and starts when it can', async ({ newApp: app }) => {
  await test.step('a store process that ends at once', async () => {
    const broken = join(app.userData, 'broken');
    cpSync(dist, broken, { recursive: true });
    writeFileSync(join(broken, 'electron/store-process.js'), 'process.exit(1);');
    const userData = join(app.userData, 'own');
    await using host = new Host(userData, join(broken, 'electron/main.js'));
    const page = await host.nextPage();
    await expect(problem(page)).toContainText('What was saved before is safe');
    await expect(page.getByText('999', { exact: true }).or(page.getByText('Call 999 first'))).not.toHaveCount(0);
    expect(starts(host)).toBe(1);
    const next = host.nextPage();
    await leaving(tryAgain(page).click());
    await expect(problem(await next)).toBeVisible();
    expect(starts(host), 'it is started when asked, not again and again').toBe(2);
  });
});

test('a key file that cannot be used is said so, and nothing is changed', async ({ app }) => {
  const copies = ['vault.a', 'vault.b'] as const;
  const good = copies.map((name) => readFileSync(inLog(app, name)));
  const write = (texts: readonly (string | Buffer)[]): void => {
    for (const [index, name] of copies.entries()) writeFileSync(inLog(app, name), texts[index] ?? '');
  };
  const again = async (): Promise<void> => {
    const next = app.host.nextPage();
    await tryAgain(app.page).click();
    app.page = await next;
  };
  const line = '{"format":"vault/2"}';
  const newer = `${line}\n${sha256(Buffer.from(line)).toString('hex')}\n`;
  const states = [
    { texts: ['x', 'y'], says: 'Both copies of the key file are damaged. The records are not lost.' },
    { texts: ['', ''], says: 'Both copies of the key file are damaged. The records are not lost.' },
    { texts: [newer, good[1] ?? ''], says: 'This log was made by a newer version of the program. Nothing has been' },
  ];
  // The page that fails first is the next one: a lock brings it.
  await app.unlock(author);
  write(states[0]?.texts ?? []);
  const next = app.host.nextPage();
  app.host.os({ os: 'power', event: 'lock-screen' });
  app.page = await next;
  for (const { texts, says } of states) {
    await test.step(says, async () => {
      write(texts);
      await again();
      await expect(problem(app.page)).toContainText(says);
      await expect(app.page.getByText('Call 999 first')).toBeVisible();
      expect(copies.map((name) => readFileSync(inLog(app, name), 'latin1'))).toEqual(
        texts.map((text) => Buffer.from(text).toString('latin1')),
      );
    });
  }
  write(good);
  await again();
  await app.unlock(author);
  await expect(today(app.page)).toBeVisible();
});

test('a demonstration that was half made is no log, and is made anew', async ({ newApp: app }) => {
  // As `kill -9` leaves it: the lock of a folder that is still free, and the workshop beside it.
  const folder = join(app.userData, 'demonstration');
  const leftover = join(app.userData, 'demonstration.making', 'store', 'vault.a');
  mkdirSync(folder);
  writeFileSync(join(folder, 'lock.db'), '');
  mkdirSync(dirname(leftover), { recursive: true });
  writeFileSync(leftover, 'half');
  writeFileSync(join(app.userData, 'demonstration.making', 'DEMONSTRATION'), '');
  const next = app.host.nextPage();
  await app.page.getByRole('button', { name: 'Try it with demo data' }).click();
  const page = await next;
  await expect(page.getByRole('heading', { name: 'Making the demonstration' })).toBeVisible();
  await expect.poll(() => existsSync(leftover) && readFileSync(leftover, 'utf8') === 'half').toBe(false);
});
