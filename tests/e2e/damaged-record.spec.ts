import { join } from 'node:path';
import { flipBit } from '../factories/folders.ts';
import { alter, entryOf, keysOf } from '../factories/insider.ts';
import type { World } from '../factories/world.ts';
import { expectAccessible } from './accessibility.ts';
import { type App, expect, test } from './app.ts';

/** Flips one bit of what a decision says, as a failing disk under a program with the key would. */
async function damage({ userData, demonstration }: App, name: string): Promise<void> {
  const world = { folder: join(userData, 'log') } as World; // `as`: of a world only its folder is asked here.
  const person = demonstration.find((one) => one.name === name);
  const { staff, passphrase } = person as typeof person & { staff: Parameters<typeof keysOf>[1] }; // `as`: the file holds their id too.
  alter(world, await keysOf(world, staff, passphrase), (db) => {
    const seq = entryOf(db, 'concern.decided');
    const sealed = db.prepare<[number], Buffer>('SELECT sealed FROM event WHERE seq = ?').pluck().get(seq);
    if (sealed === undefined) throw new Error('the entry has no content');
    db.prepare('UPDATE event SET sealed = ? WHERE seq = ?').run(flipBit(sealed, 77), seq);
  });
}

test('a damaged record is said on every page in plain words, and nothing calls the log intact', async ({ app }) => {
  const lead = 'Dr M Fenwick-Oye';
  await damage(app, lead);
  await app.unlock(lead);
  const { page } = app;
  const told = page.getByRole('complementary', { name: 'Part of the log is damaged' });
  for (const place of ['Today', 'People', 'Concerns', 'Supervision', 'Audit log']) {
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: new RegExp(`^${place}`) })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: place })).toBeVisible();
    await expect(told).toContainText('1 record in this log is damaged');
    await expect(told).toContainText('All other records could be read');
    await expect(page.getByRole('contentinfo')).toContainText('1 record is damaged');
    await expect(page.locator('body')).not.toContainText(/intact/i);
  }
  await told.getByText('What to do').click();
  await expect(told).toContainText('Tell your data protection lead today.');
  await expect(page.getByRole('region', { name: 'State of the log' })).toContainText(
    'Problem found: 1 record is damaged',
  );
  await expectAccessible(page, 'audit log, one record damaged');
});
