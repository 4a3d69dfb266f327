import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { author, today } from './adding.ts';
import { App, expect, test } from './app.ts';
import { ask } from './asking.ts';
import { BackupsPage } from './pages/backups.ts';
import { founder } from './pages/new-practice.ts';

const manager = 'J Sedley';

/** A folder on another place than the log, as somebody would choose it; gone after the test. */
function somewhere(): Disposable & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'practice-log-backups-'));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

const backupsIn = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.bak'));

test('a manager chooses the place, makes a backup and rehearses a restore; everybody sees when the last one was', async ({
  app,
}) => {
  using place = somewhere();
  await app.unlock(manager);
  const { page, host } = app;
  const backups = new BackupsPage(app);
  await expect(page.getByRole('listitem').filter({ hasText: 'No backup yet' }).first()).toBeVisible();
  await backups.open();
  await expect(backups.state).toContainText('No place for backups is chosen');

  await test.step('a folder inside the log is refused, and nothing is chosen when the dialog is closed', async () => {
    host.os({ os: 'dialog', path: join(app.userData, 'log') });
    await backups.choose();
    await expect(page.getByRole('alert')).toContainText('Choose a folder outside the log');
    host.os({ os: 'dialog', path: null });
    await page.getByRole('button', { name: 'Choose where backups go' }).click();
    await expect(backups.state).toContainText('No place for backups is chosen');
  });

  await test.step('a place is chosen, and said to be on the same disk', async () => {
    host.os({ os: 'dialog', path: place.folder });
    await backups.choose();
    await expect(backups.state).toContainText('No backup has been made yet');
    await expect(page.getByText(place.folder)).toBeVisible();
  });

  await test.step('made and read back', async () => {
    await page.getByRole('button', { name: 'Make a backup now' }).click();
    await expect(page.getByRole('alert')).toContainText('Backup made, and read back whole');
    expect(backupsIn(place.folder)).toHaveLength(1);
    await expect(backups.state).toContainText('Last backup today');
    await expect(page.getByRole('contentinfo')).toContainText('Last backup today');
  });

  await test.step('rehearsed', async () => {
    await page.getByRole('button', { name: 'Rehearse a restore' }).click();
    await expect(page.getByRole('alert')).toContainText('The rehearsal worked');
    await expect(page.getByText('None yet')).toHaveCount(0);
  });

  await test.step('a damaged backup fails the rehearsal, and says that the log is safe', async () => {
    const [name = ''] = backupsIn(place.folder);
    const bytes = readFileSync(join(place.folder, name));
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 3_000) ^ 1, bytes.length - 3_000);
    writeFileSync(join(place.folder, name), bytes);
    await page.getByRole('button', { name: 'Rehearse a restore' }).click();
    await expect(page.getByRole('alert')).toContainText('This file is damaged');
  });

  await test.step('a place that has vanished is said so, and works again when it is back', async () => {
    renameSync(place.folder, `${place.folder}-unplugged`);
    await page.getByRole('button', { name: 'Make a backup now' }).click();
    await expect(page.getByRole('alert')).toContainText('The place for backups cannot be found');
    await backups.open();
    await expect(backups.state).toContainText('The place for backups is gone');
    renameSync(`${place.folder}-unplugged`, place.folder);
    await page.getByRole('button', { name: 'Make a backup now' }).click();
    await expect(page.getByRole('alert')).toContainText('Backup made, and read back whole');
  });

  await test.step('a lock makes one when something was added, and says so', async () => {
    const before = backupsIn(place.folder).length;
    await app.lock();
    await app.unlock(author);
    await expect(today(app.page)).toBeVisible();
    await app.page.getByRole('link', { name: 'George Abbotswell' }).first().click();
    await expect(app.page.getByRole('navigation', { name: 'Parts of this concern' })).toBeVisible();
    await app.lock();
    await expect(app.page.getByText('A backup was made and read back.')).toBeVisible();
    expect(backupsIn(place.folder).length).toBeGreaterThan(before);
  });

  await test.step('a link worker sees it and may make one, and is told who chooses the place', async () => {
    await app.unlock(author);
    const theirs = new BackupsPage(app);
    await theirs.open();
    await expect(app.page.getByRole('button', { name: 'Make a backup now' })).toBeVisible();
    await expect(app.page.getByRole('button', { name: 'Choose another place' })).toHaveCount(0);
  });
});

/** From the locked page to what the log says of a file. */
async function chooseBackup({ page, host }: App, file: string | null): Promise<void> {
  host.os({ os: 'dialog', path: file });
  await page.getByRole('button', { name: 'Choose a backup' }).click();
}

test('a backup is put back: the log that was here is kept beside it, and everybody is told what is missing', async ({
  app,
}) => {
  using place = somewhere();
  await app.unlock(manager);
  const backups = new BackupsPage(app);
  await backups.open();
  app.host.os({ os: 'dialog', path: place.folder });
  await backups.choose();
  await app.page.getByRole('button', { name: 'Make a backup now' }).click();
  await expect(app.page.getByRole('alert')).toContainText('Backup made, and read back whole');
  const [name = ''] = backupsIn(place.folder);
  await app.lock();
  await app.unlock(author);
  await app.page.getByRole('link', { name: 'George Abbotswell' }).first().click();
  await app.page.getByRole('navigation', { name: 'Parts of this concern' }).waitFor();
  await app.lock();
  const { page } = app;

  await test.step('what is no backup is refused, and nothing happens when the dialog is closed', async () => {
    await page.getByRole('button', { name: 'Restore from a backup' }).click();
    const text = join(place.folder, 'shopping.bak');
    writeFileSync(text, 'Milk, and a loaf of bread.');
    for (const [file, words] of [
      [text, 'This file is damaged, or it is no backup of this program'],
      [join(place.folder, 'nowhere.bak'), 'This backup cannot be found or opened'],
    ] as const) {
      await chooseBackup(app, file);
      await expect(page.getByRole('alert')).toContainText(words);
    }
    await chooseBackup(app, null);
    await expect(page.getByRole('button', { name: 'Choose a backup' })).toBeVisible();
    await expectAccessible(page, 'restore: choose');
  });

  await test.step('an older one is restored only by somebody who says that they know', async () => {
    await chooseBackup(app, join(place.folder, name));
    await expect(page.getByRole('heading', { name: 'Is this the right backup?' })).toBeVisible();
    await expectAccessible(page, 'restore: is this the right backup');
    await page.getByRole('button', { name: 'Restore this backup' }).click();
    await expect(page.getByRole('alert')).toContainText('Tick what you mean');
    expect(existsSync(join(app.userData, 'log.restoring'))).toBe(false);
    await page.getByRole('checkbox', { name: /will be missing$/ }).check();
    await page.getByRole('button', { name: 'Restore this backup' }).click();
    await expect(page.getByRole('alert')).toContainText('is back');
    const aside = readdirSync(app.userData).filter((folder) => folder.startsWith('log.before-'));
    expect(aside).toHaveLength(1);
    expect(readdirSync(join(app.userData, aside[0] ?? ''))).toContain('vault.a');
    await expect(page.getByText(join(app.userData, aside[0] ?? ''))).toBeVisible();
    await expectAccessible(page, 'restore: done');
  });

  await test.step('after it the demonstration is one as before, and everybody is told', async () => {
    await app.afterLock(() =>
      page
        .getByRole('button', { name: 'Go on and unlock it' })
        .click()
        .catch(() => {}),
    );
    await app.unlock(author);
    const restored = app.page.getByRole('region', { name: 'This log was restored' });
    await expect(app.page.getByText(/^On .+ this log was put back .+ are missing\.$/)).toBeVisible();
    await expect(restored.or(app.page.getByText('Look at what you wrote'))).not.toHaveCount(0);
    const theirs = new BackupsPage(app);
    await theirs.open();
    await expect(app.page.getByText(/this log was put back/)).toBeVisible();
    await app.lock();
  });

  await test.step('a folder of its own leaves the log that is here alone', async () => {
    const into = join(place.folder, 'for a specialist');
    mkdirSync(into);
    await app.page.getByRole('button', { name: 'Restore from a backup' }).click();
    await chooseBackup(app, join(place.folder, name));
    await app.page.getByRole('radio', { name: 'In an empty folder that I choose' }).check();
    await app.page.getByRole('checkbox', { name: /will be missing$/ }).check();
    app.host.os({ os: 'dialog', path: into });
    await app.page.getByRole('button', { name: 'Restore this backup' }).click();
    await expect(app.page.getByText(into)).toBeVisible();
    await app.page.getByRole('button', { name: 'Go back' }).click();
    await app.unlock(author);
  });

  await test.step('on a new computer the first page restores it', async () => {
    await using second = await App.start('nothing');
    await second.page.getByRole('button', { name: 'Restore from a backup' }).click();
    await chooseBackup(second, join(place.folder, name));
    await second.page.getByRole('button', { name: 'Restore this backup' }).click();
    await second.afterLock(() =>
      second.page
        .getByRole('button', { name: 'Go on and unlock it' })
        .click()
        .catch(() => {}),
    );
    const { passphrase = '' } = app.demonstration.find((one) => one.name === author) ?? {};
    await second.page.getByRole('radio', { name: 'AQ' }).check();
    await second.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await second.page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(second.page.getByText(/Nothing that this computer had seen is missing/)).toBeVisible();
  });
});

test('while the log stays unlocked at night a backup is made by itself', async ({ app }) => {
  using place = somewhere();
  const night = new Date();
  night.setHours(21, 0, 0, 0);
  await app.page.clock.install({ time: night });
  await app.unlock(manager);
  const backups = new BackupsPage(app);
  await backups.open();
  app.host.os({ os: 'dialog', path: place.folder });
  await backups.choose();
  expect(backupsIn(place.folder)).toEqual([]);
  await app.page.clock.fastForward('10:00');
  await expect(app.page.getByRole('contentinfo')).toContainText('Last backup');
  expect(backupsIn(place.folder)).toHaveLength(1);
});

test('a practice without a backup is told so in red, on every page and first of all on Today', async ({
  newApp: app,
}) => {
  const { name, initials, passphrase } = founder;
  await ask(app.page, 'store', 'create', {
    name: 'Harrowmere PCN',
    demo: false,
    founder: { name, initials, passphrase },
  });
  await app.afterLock(() => app.host.os({ os: 'crash-page' }));
  await app.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await app.page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(app.page.getByRole('main').getByText('Back up now')).toBeVisible();
  await expect(app.page.getByRole('main').getByText('Nobody has chosen where backups go.')).toBeVisible();
  await expect(app.page.getByRole('contentinfo').locator('.status-bar__bad')).toHaveText(/No backup yet/);
  await expectAccessible(app.page, 'Today without a backup');
});
