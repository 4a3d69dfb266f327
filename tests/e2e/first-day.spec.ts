import { expectAccessible } from './accessibility.ts';
import { expect, test } from './app.ts';
import { addColleague, fillSetUp, founder, giveRole, keepRecoveryKey } from './pages/new-practice.ts';
import { openWhoWorksHere } from './pages/passphrases.ts';

test('a practice sets up its log in three pages, and each person signs in', async ({ newApp: app }) => {
  await expectAccessible(app.page, 'first run');
  await fillSetUp(app.page);
  await app.page.getByLabel('The same passphrase again').fill('something else');
  await app.page.getByRole('button', { name: 'Set up the log' }).click();
  await expect(app.page.getByRole('alert')).toContainText('Enter the same passphrase again');
  await expectAccessible(app.page, 'set up, with an error');
  await app.page.getByRole('button', { name: 'Back' }).click();
  await app.page.getByRole('button', { name: 'Set up a log' }).click();
  await expect(app.page.getByLabel('Your passphrase', { exact: true })).toHaveValue('');
  await app.page.getByLabel('Your passphrase', { exact: true }).fill(founder.passphrase);
  await expect(app.page.getByLabel('Your full name')).toHaveValue(founder.name);
  await expect(app.page.getByRole('radio', { name: 'Yes', exact: true })).toBeChecked();
  await app.page.getByRole('radio', { name: 'No, some of us work elsewhere' }).check();
  await expect(app.page.getByText('They phone the concern in')).toBeVisible();
  await app.page.getByLabel('The same passphrase again').fill(founder.passphrase);
  await app.page.getByLabel('Your practice', { exact: true }).fill(' ');
  await app.page.getByRole('button', { name: 'Set up the log' }).click();
  await expect(app.page.getByRole('alert')).toContainText('Enter the name of your practice');
  await app.page.getByLabel('Your practice', { exact: true }).fill('Alderfield');
  await app.page.getByRole('button', { name: 'Set up the log' }).dblclick();

  await app.page.getByRole('heading', { name: 'Write down the first half' }).waitFor();
  await expectAccessible(app.page, 'recovery key');
  await keepRecoveryKey(app.page);

  await app.page.getByRole('heading', { level: 1, name: 'Who works here' }).waitFor();
  // What was typed on the first page is not asked for again.
  await expect(app.page.getByRole('row', { name: founder.name })).toContainText('Practice manager, Alderfield');
  await expect(app.page.getByText('Harrowmere PCN').first()).toBeVisible();
  await expect(app.page.getByText('No practice has been added yet')).toHaveCount(0);
  await expect(app.page.getByText('Give somebody the role of practice manager')).toHaveCount(0);
  const first = app.page.locator('section').filter({ hasText: 'Which role first?' });
  await expect(first).toContainText('Give somebody the role of safeguarding lead');
  await expectAccessible(app.page, 'who works here, on the first day');
  await expect(app.page.getByText('Nobody. Phone instead')).toBeVisible();
  const lead = { name: 'Dr M Fenwick-Oye', initials: 'MFO', passphrase: 'lantern copper meadow stile' };
  const worker = { name: 'Amina Q.', initials: 'AQ', passphrase: 'marble window cedar kite' };
  const linkWorker = 'Social prescribing link worker';
  await addColleague(app.page, lead);
  await addColleague(app.page, { ...worker, roles: [linkWorker] });
  await expect(app.page.getByRole('row', { name: worker.name })).toContainText(`${linkWorker}, Alderfield`);
  await giveRole(app.page, lead.name, 'Safeguarding lead');
  await expect(first).toHaveCount(0);
  await app.page.getByRole('button', { name: `Name a supervisor for ${worker.name}` }).click();
  await app.page.getByLabel('Who supervises them?').selectOption(lead.name);
  await expectAccessible(app.page, 'name a supervisor');
  await app.page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(app.page.getByRole('row', { name: worker.name }).getByText(lead.name)).toBeVisible();
  await expect(app.page.getByText('Nobody. Phone instead')).toHaveCount(0);

  await expect(app.page.getByText('Then each colleague unlocks the log')).toBeVisible();
  await app.page.getByRole('link', { name: 'Next: phone numbers' }).click();
  await app.page.getByLabel('Service').fill('Harrowmere council, adults and children');
  await app.page.getByLabel('Phone number', { exact: true }).fill('01632 960100');
  await app.page.getByRole('button', { name: 'Save this number' }).click();
  await expect(app.page.getByRole('alert')).toContainText('Select when somebody last checked this number');
  await app.page.getByRole('radio', { name: 'Not checked yet' }).check();
  await app.page.getByRole('button', { name: 'Save this number' }).click();
  await app.page.getByRole('row', { name: '01632 960100' }).getByText('Not checked yet').waitFor();
  await expect(app.page.getByRole('row', { name: '01632 960100' })).toContainText('Not known');
  await expectAccessible(app.page, 'phone numbers');
  await app.page.getByRole('link', { name: 'Finish: go to Today' }).click();
  await app.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();

  await app.lock();
  await expect(app.page.getByText('01632 960100')).toBeVisible();
  await expect(app.page.getByText('Not checked yet')).toBeVisible();
  // Initials are all that shows of anybody while the log is locked.
  await expect(app.page.getByText(lead.name)).toHaveCount(0);
  await app.page.getByRole('radio', { name: 'MFO' }).check();
  await app.page.getByLabel('Passphrase', { exact: true }).fill('not the passphrase');
  await app.page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(app.page.getByRole('alert')).toContainText('The passphrase is not correct');
  await app.page.getByLabel('Passphrase', { exact: true }).fill(lead.passphrase);
  await app.page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await app.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await expect(app.page.getByText('Look at how the log was set up')).toBeVisible();
  // Over all else in red, each with its day. The recovery key is not among it: it was typed back.
  const panel = app.page.locator('section').filter({ has: app.page.getByRole('heading', { name: 'Not safe yet' }) });
  const urgent = panel.getByRole('listitem');
  await expect(urgent).toContainText([/place for backups\. Due today\./]);
  await expectAccessible(app.page, 'today, on the first day');

  await openWhoWorksHere(app.page, lead.name);
  await app.page.getByRole('button', { name: 'These roles are right' }).click();
  await expect(app.page.getByRole('alert')).toContainText('Saved: you looked at how the log was set up');
});
