import { expectAccessible } from './accessibility.ts';
import { type App, expect, test } from './app.ts';
import { StaffPages, typeAgain } from './pages/staff.ts';

const manager = 'J Sedley';
const lead = 'Dr M Fenwick-Oye';
const leaver = 'Dr R Menon-Clarke';

async function toLeaving({ page }: App, who: string, link = 'Prepare their leaving'): Promise<StaffPages> {
  const staff = new StaffPages(page);
  await staff.of(who);
  await page.getByRole('link', { name: link }).click();
  return staff;
}

test('a colleague who cannot sign in any more leaves: what is lost is said, and what came of it', async ({ app }) => {
  await app.unlock(manager);
  const staff = await toLeaving(app, leaver);
  await staff.heading(`${leaver} leaves`).waitFor();
  const first = staff.rows('What has to be done first');
  await expect(first.filter({ hasText: 'They read concerns where nobody else does.' })).toBeVisible();
  await expect(first.filter({ hasText: 'People whom they supervise would have nobody.' })).toContainText('Tom F.');
  await expect(app.page.getByText('This opens once what concerns roles, supervision and settings')).toBeVisible();
  await expect(app.page).not.toHaveTitle(/Menon/);
  await expectAccessible(app.page, 'leaving, with hindrances');

  await first.getByRole('link', { name: 'Settings' }).click();
  await app.page.getByRole('button', { name: /^Change ?: Reads concerns where there is no safeguarding lead/ }).click();
  await app.page.getByLabel('Who reads concerns where there is no safeguarding lead?').selectOption(lead);
  await app.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await typeAgain(app, manager);
  await app.page.getByRole('dialog').waitFor({ state: 'detached' });
  await toLeaving(app, leaver);
  await first.getByRole('link', { name: 'Supervisor for Tom F.' }).click();
  await app.page.getByRole('button', { name: 'Name a supervisor' }).click();
  await app.page.getByLabel('Who supervises them?').selectOption('Dr H Ashdown-Pike');
  await app.page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await typeAgain(app, manager);
  await expect(staff.rows('Supervision')).toHaveCount(2);

  await toLeaving(app, leaver);
  const record = app.page.getByRole('button', { name: `Record that ${leaver} has left` });
  await record.click();
  const errors = app.page.getByRole('group', { name: 'There is a problem' }).getByRole('listitem');
  await expect(errors).toHaveText([
    'Select whether they can still sign in',
    'Select why they leave',
    'Select their last day',
  ]);
  await app.page.getByRole('radio', { name: 'No, they do not come any more' }).check();
  await expect(app.page.getByText('What is lost:')).toBeVisible();
  await app.page.getByRole('radio', { name: 'Their contract ends' }).check();
  await app.page.getByRole('radio', { name: 'Another date' }).check();
  await app.page.getByLabel('Day', { exact: true }).fill('24');
  await app.page.getByLabel('Month').fill('11');
  await app.page.getByLabel('Year').fill('2199');
  await expectAccessible(app.page, 'last day');
  await record.click();
  await typeAgain(app, manager);
  await expect(errors).toHaveText(['The date must be today or in the past']);
  await app.page.getByRole('radio', { name: /^Today/ }).check();
  await record.click();
  await typeAgain(app, manager);
  await expect(app.page.getByRole('alert')).toContainText(`${leaver} has left`, { timeout: 60_000 });
  await expect(
    app.page.getByText('No backup was made: no place for backups is chosen on this computer.'),
  ).toBeVisible();
  await expect(app.page.getByText('opens nothing that is written later')).toBeVisible();
  await expectAccessible(app.page, 'has left');

  await staff.open();
  await expect(app.page.getByRole('row', { name: leaver })).toHaveCount(0);
  await app.page.getByText('People who have left (1)').click();
  await expect(app.page.getByRole('listitem').filter({ hasText: leaver })).toContainText(', left on ');
  await app.page.getByRole('link', { name: leaver, exact: true }).click();
  await expect(app.page.getByText('They cannot sign in any more. What they wrote stays.')).toBeVisible();
  await expect(app.page.getByRole('button', { name: 'Give a role' })).toHaveCount(0);

  await app.lock();
  await expect(app.page.getByRole('radio', { name: lead })).toBeVisible();
  await expect(app.page.getByRole('radio', { name: leaver })).toHaveCount(0);
  await app.unlock(lead);
  await new StaffPages(app.page).toToday();
});

test('open work goes to a colleague who reads it; what they cannot read stays, and it says why', async ({ app }) => {
  await app.unlock(lead);
  await toLeaving(app, lead, 'What has to be done before you leave');
  await expect(app.page.getByText('Nobody records their own leaving.')).toBeVisible();
  const form = app.page.getByRole('form', { name: 'Hand over open work' });
  await form.getByRole('button', { name: 'Hand over' }).click();
  await expect(app.page.getByRole('alert')).toContainText('Select who takes it over');
  await expect(app.page.getByRole('alert')).toContainText('Enter why it is handed over');
  await expectAccessible(app.page, 'hand over, with errors');
  const before = await form.getByRole('checkbox').count();
  await form.getByLabel('Who takes it over?').selectOption({ label: 'C Illing (deputy safeguarding lead)' });
  await form.getByLabel('Why is it handed over?').fill('The lead moves on at the end of the month.');
  await form.getByRole('button', { name: 'Hand over' }).click();
  await expect(app.page.getByText(/handed over to C Illing|Nothing was handed over/)).toBeVisible();
  await expect.poll(() => form.getByRole('checkbox').count()).toBeLessThan(before);
  await expectAccessible(app.page, 'handed over');
});
