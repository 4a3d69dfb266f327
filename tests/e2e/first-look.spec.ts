import { expect, test } from './app.ts';

test('somebody unlocks the demonstration and sees Today', async ({ app }) => {
  await app.unlock('Amina Q.');
  await expect(app.page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await app.page.screenshot({ path: '/tmp/today.png' });
  await app.lock();
  await app.page.screenshot({ path: '/tmp/locked.png' });
});
