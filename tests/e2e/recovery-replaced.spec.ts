import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { type App, expect, test } from './app.ts';
import { AuditPages } from './pages/audit.ts';
import { addColleague, fillSetUp, founder, giveRole, halfShown, keepRecoveryKey } from './pages/new-practice.ts';
import { agree, openWhoWorksHere, tryToUnlock } from './pages/passphrases.ts';

type Halves = readonly [string, string];

const lead = { name: 'Dr M Fenwick-Oye', initials: 'MFO', passphrase: 'lantern copper meadow stile' };
const fresh = 'otter canyon mustard violin';

const alert = (page: Page) => page.getByRole('alert');
const make = (page: Page) => page.getByRole('button', { name: 'Make a new recovery key' });
const confirm = (page: Page) => page.getByRole('button', { name: 'Confirm the new recovery key' });
const waits = (page: Page) => page.getByRole('heading', { name: 'A new recovery key waits to be confirmed' });

async function typeHalves(page: Page, [one, other]: Halves): Promise<void> {
  await page.getByLabel('First half', { exact: true }).fill(one);
  await page.getByLabel('Second half', { exact: true }).fill(other);
}

async function toRecoveryPage(page: Page, me: string): Promise<void> {
  await openWhoWorksHere(page, me);
  await page.getByRole('link', { name: 'Recovery key' }).click();
  await page.getByRole('heading', { level: 1, name: 'Recovery key' }).waitFor();
}

async function unlock({ page }: App, { initials, passphrase }: { initials: string; passphrase: string }) {
  await tryToUnlock(page, initials, passphrase);
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}

/** On the locked page: both halves, with a new passphrase for the founder. */
async function useHalves(page: Page, halves: Halves): Promise<void> {
  const use = page.getByRole('button', { name: 'Use the recovery key', exact: true });
  await page.getByRole('button', { name: 'I cannot unlock the log' }).click();
  await use.click();
  await typeHalves(page, halves);
  await page.getByRole('radio', { name: founder.initials }).check();
  await page.getByLabel('New passphrase', { exact: true }).fill(fresh);
  await page.getByLabel('The same passphrase again').fill(fresh);
  await use.click();
}

test('two people make a new recovery key when a half was lost, and the old one ends', async ({ newApp: app }) => {
  // Each unlock and each passphrase derives a key, with accessibility checks beside it.
  test.setTimeout(300_000);
  await fillSetUp(app.page);
  await app.page.getByRole('button', { name: 'Set up the log' }).click();
  const old = await keepRecoveryKey(app.page);
  let first: Halves = ['', ''];
  let now: Halves = ['', ''];

  await test.step('somebody who is alone is told whom to add first', async () => {
    const { page } = app;
    await toRecoveryPage(page, founder.name);
    await expect(page.getByRole('heading', { name: 'A half was lost' })).toBeVisible();
    await expect(page.getByText(/^Two people are needed, and nobody else who works here/)).toBeVisible();
    await expect(make(page)).toHaveCount(0);
    await openWhoWorksHere(page, founder.name);
    await addColleague(page, lead);
    await giveRole(page, lead.name, 'Safeguarding lead');
  });

  await test.step('the first makes it, writes both halves down, and cannot confirm it', async () => {
    const { page } = app;
    await toRecoveryPage(page, founder.name);
    await make(page).click();
    await agree(page, founder.passphrase);
    await page.getByRole('heading', { name: 'Write down the first half' }).waitFor();
    await expectAccessible(page, 'a new recovery key, the first half');
    await page.getByRole('button', { name: 'I have it on paper' }).click();
    await expect(page.getByText('a second colleague has to type both from paper')).toBeVisible();
    await page.getByRole('button', { name: 'Show it again' }).click();
    first = await keepRecoveryKey(page);
    expect(first).not.toContain(old[0]);
    await expect(alert(page)).toContainText('The new halves wait for a second colleague');
    await expect(waits(page)).toBeVisible();
    await expect(page.getByText(`One of them signs in and opens this page: ${lead.name}.`)).toBeVisible();
    await expect(confirm(page)).toHaveCount(0);
    await expectAccessible(page, 'a new recovery key of mine waits');
  });

  await test.step('until then the old halves work, and the new ones open nothing', async () => {
    const { page } = app;
    const tryBoth = page.getByRole('button', { name: 'Try both halves' });
    await typeHalves(page, first);
    await tryBoth.click();
    await agree(page, founder.passphrase);
    await expect(page.getByRole('heading', { name: 'These two halves do not open this log' })).toBeVisible();
    await typeHalves(page, old);
    await tryBoth.click();
    await agree(page, founder.passphrase);
    await expect(page.getByText('Both halves work. The recovery key was not used up')).toBeVisible();
  });

  await test.step('others can be made in their place, and withdrawn', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Make other new halves' }).click();
    await agree(page, founder.passphrase);
    await page.getByRole('heading', { name: 'Write down the first half' }).waitFor();
    expect(await halfShown(page)).not.toBe(first[0]);
    await keepRecoveryKey(page);
    await page.getByRole('button', { name: 'Withdraw the new key' }).click();
    const question = page.getByRole('dialog', { name: 'Withdraw the new recovery key' });
    await expectAccessible(page, 'withdraw a new recovery key');
    await question.getByRole('button', { name: 'Withdraw it' }).click();
    await agree(page, founder.passphrase);
    await expect(alert(page)).toContainText('The new recovery key was withdrawn');
    await expect(waits(page)).toHaveCount(0);
    await make(page).click();
    await agree(page, founder.passphrase);
    now = await keepRecoveryKey(page);
    await waits(page).waitFor();
    await app.lock();
  });

  await test.step('the second is told on Today, and types both halves', async () => {
    const { page } = app;
    await unlock(app, lead);
    await expect(page.getByText('A new recovery key waits for you to confirm it')).toBeVisible();
    await expectAccessible(page, 'today, a new recovery key waits');
    await toRecoveryPage(page, lead.name);
    await expect(page.getByText(new RegExp(`^${founder.name} made it on`))).toBeVisible();
    await expect(page.getByRole('button', { name: 'Try both halves' })).toHaveCount(0);
    await confirm(page).click();
    await expect(alert(page)).toContainText('Type the first half');
    await expect(alert(page)).toContainText('Type the second half');
    await expectAccessible(page, 'confirm a new recovery key, with errors');
    for (const [halves, said] of [
      [[now[0], now[0]], 'This is the first half once more'],
      [[now[0], old[1]], 'These two halves do not open this log'],
      [first, 'These two halves do not open this log'],
      [old, 'These two halves do not open this log'],
    ] as const) {
      await typeHalves(page, halves);
      await confirm(page).click();
      await agree(page, lead.passphrase);
      await expect(page.getByRole('main')).toContainText(said);
    }
    await typeHalves(page, now);
    await confirm(page).click();
    await agree(page, lead.passphrase);
    await expect(alert(page)).toContainText('The new recovery key counts from now on');
    await expect(waits(page)).toHaveCount(0);
    await expect(page.getByText(new RegExp(`by ${founder.name} and ${lead.name}`))).toBeVisible();
    await expect(page.getByLabel('First half', { exact: true })).toHaveValue('');
    await expectAccessible(page, 'a recovery key that was replaced');
  });

  await test.step('the audit log says all of it in words', async () => {
    const pages = new AuditPages(app.page);
    await pages.open();
    const rows = await pages.rows.allInnerTexts();
    const who = (words: string) => rows.filter((row) => row.includes(words));
    expect(who('New recovery key made, to be confirmed')).toHaveLength(3);
    expect(who('New recovery key withdrawn')).toHaveLength(1);
    const [replaced, ...more] = who('New recovery key confirmed by a second person: the old one ended');
    expect(replaced).toContain(lead.name);
    expect(more).toEqual([]);
    await app.lock();
  });

  await test.step('on the locked page the old halves open nothing, and the new ones let somebody in', async () => {
    const { page } = app;
    await useHalves(page, old);
    await expect(page.getByRole('heading', { name: 'These two halves do not open this log' })).toBeVisible();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Unlock the log' }).waitFor();
    await useHalves(page, now);
    await page.getByRole('heading', { name: 'Write down the first half' }).waitFor();
    await keepRecoveryKey(page);
    await unlock(app, { initials: founder.initials, passphrase: fresh });
  });
});
