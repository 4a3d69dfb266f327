import { expectAccessible } from './accessibility.ts';
import { expect, test } from './app.ts';
import { addColleague } from './pages/new-practice.ts';
import { StaffPages, typeAgain } from './pages/staff.ts';

const manager = 'J Sedley';
const joiner = { name: 'Dr P Quill-Adeyemi', initials: 'PQA', passphrase: 'hollow bramble kettle ninepin' };

test('a colleague joins, a second person confirms the role, and a manager ends it', async ({ app }) => {
  await app.unlock(manager);
  const staff = new StaffPages(app.page);
  await staff.open();
  await addColleague(app.page, joiner, () => typeAgain(app, manager));
  await staff.of(joiner.name);
  await expect(app.page.getByText('No role yet.')).toBeVisible();
  await expect(app.page).not.toHaveTitle(/Quill/);
  await app.page.getByRole('button', { name: 'Give a role' }).click();
  await app.page.getByRole('radio', { name: 'Supervisor', exact: true }).check();
  await app.page.getByLabel('At which practice?').selectOption('Wren Street');
  await app.page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await typeAgain(app, manager);
  await expect(staff.rows('Roles')).toContainText('Supervisor, Wren Street Waits for a second person');
  await expectAccessible(app.page, 'a colleague whose role waits');

  await app.lock();
  await app.unlock('Dr M Fenwick-Oye');
  const lead = new StaffPages(app.page);
  await expect(lead.rows('Waiting for you to confirm')).toContainText(`${joiner.name}: supervisor, Wren Street`);
  await lead.rows('Waiting for you to confirm').getByRole('link', { name: 'Who works here' }).click();
  await app.page.getByRole('button', { name: `Confirm ${joiner.name} as supervisor` }).click();
  await typeAgain(app, 'Dr M Fenwick-Oye');
  await expect(app.page.getByRole('heading', { name: 'Roles that wait for a second person' })).toHaveCount(0);
  await lead.of(joiner.name);
  await expect(lead.rows('Roles')).toHaveText('Supervisor, Wren Street');
  // A lead may look; only managers change who works here.
  await expect(app.page.getByRole('button', { name: /^End role/ })).toHaveCount(0);

  await app.lock();
  await app.unlock(manager);
  const again = new StaffPages(app.page);
  await again.of(joiner.name);
  await app.page.getByRole('button', { name: 'End role: Supervisor, Wren Street' }).click();
  const asked = again.dialog('End this role?');
  await expectAccessible(app.page, 'end a role');
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await expect(again.rows('Roles')).toHaveCount(1);
  await app.page.getByRole('button', { name: 'End role: Supervisor, Wren Street' }).click();
  await asked.getByRole('button', { name: 'End this role' }).click();
  await typeAgain(app, manager);
  await expect(again.rows('Roles')).toHaveText('No role yet.');
});

test('the last manager cannot be taken away, and the only lead is asked who reads when they are away', async ({
  app,
}) => {
  await app.unlock(manager);
  const staff = new StaffPages(app.page);
  await staff.of(manager);
  const end = async (practice: string): Promise<void> => {
    await app.page.getByRole('button', { name: `End role: Practice manager, ${practice}` }).click();
    await staff.dialog('End this role?').getByRole('button', { name: 'End this role' }).click();
    await typeAgain(app, manager);
  };
  for (const [index, practice] of ['Quillgate', 'Saltmarsh Lane', 'Wren Street'].entries()) {
    await end(practice);
    await expect(staff.rows('Roles')).toHaveCount(3 - index);
  }
  await end('Alderfield');
  await expect(staff.dialog('End this role?').getByRole('alert')).toContainText('There must be a practice manager.');
  await app.page.keyboard.press('Escape');

  await staff.of('Tom F.');
  await app.page.getByRole('button', { name: 'End supervision of Tom F. by Dr R Menon-Clarke' }).click();
  await expect(staff.dialog('End this supervision?')).toContainText('Tom F. then has no supervisor');
  await staff.dialog('End this supervision?').getByRole('button', { name: 'End this supervision' }).click();
  await typeAgain(app, manager);
  await expect(staff.rows('Supervision')).toContainText('Nobody is named to supervise them.');
  await staff.toToday();
  await app.page.getByRole('link', { name: /^Name one ?: Tom F. has no supervisor/ }).click();
  await app.page.getByRole('button', { name: 'Name a supervisor' }).click();
  await app.page.getByLabel('Who supervises them?').selectOption('Dr R Menon-Clarke');
  await app.page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await typeAgain(app, manager);
  await expect(staff.rows('Supervision')).toContainText('Supervised by Dr R Menon-Clarke');

  await staff.open();
  const question = 'Who reads concerns at Wren Street when Dr M Fenwick-Oye is away?';
  await app.page.getByRole('button', { name: question }).click();
  const asked = staff.dialog('Who reads concerns when Dr M Fenwick-Oye is away?');
  await asked.getByRole('button', { name: 'Save' }).click();
  await expect(asked.getByRole('alert')).toContainText('Select who reads concerns then');
  await expectAccessible(app.page, 'who reads when the lead is away');
  const reader = asked.getByLabel('At Wren Street');
  // Nobody who would be refused can be chosen.
  await expect(reader.getByRole('option', { name: manager })).toHaveCount(0);
  await expect(reader.getByRole('option', { name: 'Dr M Fenwick-Oye' })).toHaveCount(0);
  await reader.selectOption({ label: 'Amina Q. (social prescribing link worker)' });
  await expect(asked).toContainText(
    'Amina Q. is a link worker. They will read concerns and can decide about them at any time',
  );
  await reader.selectOption({ label: 'Nobody yet: phone instead' });
  await expect(asked).toContainText('Nothing is saved.');
  await asked.getByRole('button', { name: 'Close without naming anybody' }).click();
  await app.page.getByRole('button', { name: question }).click();
  await reader.selectOption({ label: 'C Illing (deputy safeguarding lead)' });
  await asked.getByRole('button', { name: 'Save' }).click();
  await typeAgain(app, manager);
  const waits = staff.dialog('A second person has to confirm it');
  await expect(waits).toContainText('C Illing is named deputy safeguarding lead at Wren Street');
  await waits.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(app.page.getByRole('button', { name: question })).toHaveCount(0);
  await expect(app.page.getByText('When they are away C Illing, once a second person has confirmed it.')).toBeVisible();
});

test('a colleague is added with a role, and a role that is not given is said', async ({ app }) => {
  await app.unlock(manager);
  const staff = new StaffPages(app.page);
  await staff.open();
  await app.page.getByRole('link', { name: 'Add a colleague' }).click();
  await app.page.getByLabel('Full name').fill(joiner.name);
  await app.page.getByLabel('Full name').blur();
  await expect(app.page.getByLabel('Initials')).toHaveValue(joiner.initials);
  const supervises = app.page.getByRole('checkbox', { name: 'Supervisor', exact: true });
  await expect(supervises).toHaveAccessibleDescription(
    'A safeguarding lead supervises without this. A second person confirms it.',
  );
  await supervises.check();
  await app.page.getByLabel('Their passphrase').fill(joiner.passphrase);
  await app.page.getByLabel('The same passphrase again').fill(joiner.passphrase);
  await app.page.getByRole('button', { name: 'Add this colleague' }).click();
  await expect(app.page.getByRole('alert')).toContainText('Select the practice');
  await expectAccessible(app.page, 'add a colleague, with an error');
  await app.page.getByLabel('At which practice?').selectOption('Wren Street');
  await app.page.getByRole('button', { name: 'Add this colleague' }).click();
  await typeAgain(app, manager);
  // The second change of access asks again.
  await staff.dialog('Type your passphrase again').getByRole('button', { name: 'Cancel' }).click();
  const added = app.page.getByRole('region', { name: 'Important' });
  await expect(added).toContainText(`${joiner.name} is added, without this role`);
  await expect(added).toContainText('Supervisor: your passphrase was not typed again for it.');
  await expectAccessible(app.page, 'a colleague added without a role');
  await app.page.getByRole('link', { name: 'Back to who works here' }).click();
  await expect(app.page.getByRole('row', { name: joiner.name })).toContainText('No role yet');
});

test('settings say what holds, refuse what lies outside their bounds, and managers alone change them', async ({
  app,
}) => {
  await app.unlock(manager);
  const staff = new StaffPages(app.page);
  await staff.open();
  await app.page.getByRole('link', { name: 'Settings' }).click();
  await staff.heading('Settings').waitFor();
  const value = (name: string) => app.page.getByRole('definition').and(app.page.locator(`dt:text-is("${name}") + dd`));
  await app.page.getByRole('button', { name: /^Change ?: Lock after/ }).click();
  const minutes = app.page.getByLabel(/^After how many minutes/);
  for (const wrong of ['', '1', '16', 'ten', '2.5']) {
    await minutes.fill(wrong);
    await app.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(app.page.getByRole('alert')).toContainText('Enter a number of minutes from 2 to 15');
    await expect(minutes).toHaveValue(wrong);
  }
  await expectAccessible(app.page, 'settings, with an error');
  await minutes.fill('3');
  await app.page.keyboard.press('Control+Enter');
  await typeAgain(app, manager);
  await expect(value('Lock after')).toContainText('3 minutes');
  await expect(app.page.getByRole('alert')).toContainText('Saved: lock after');

  await app.page.getByRole('button', { name: /^Change ?: Opening hours/ }).click();
  await app.page.getByRole('checkbox', { name: 'Saturday' }).check();
  await app.page.getByLabel('Until').fill('7:30');
  await app.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(app.page.getByRole('alert')).toContainText('The practice must close after it opens');
  await app.page.getByLabel('Until').fill('1930');
  await app.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await typeAgain(app, manager);
  await expect(value('Opening hours')).toContainText('Saturday, 08:00 to 19:30');

  await app.page.getByRole('button', { name: /^Change ?: Reads concerns where there is no safeguarding lead/ }).click();
  await app.page
    .getByLabel('Who reads concerns where there is no safeguarding lead?')
    .selectOption('Dr H Ashdown-Pike');
  await app.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await typeAgain(app, manager);
  await expect(value('Reads concerns where there is no safeguarding lead')).toHaveText('Dr H Ashdown-Pike');

  await app.lock();
  await app.unlock('Amina Q.');
  await new StaffPages(app.page).open();
  await app.page.getByRole('link', { name: 'Settings' }).click();
  await expect(app.page.getByText('A practice manager changes them.')).toBeVisible();
  await expect(app.page.getByRole('button', { name: /^Change/ })).toHaveCount(0);
});

test('a declared connection shows to the one it is of, and only a colleague who reads can end it', async ({ app }) => {
  // As the demonstration has it: the deputy is connected with Prakash V.
  const [mine, other] = ['Dr M Fenwick-Oye', 'C Illing'];
  await app.unlock(other);
  const pages = new StaffPages(app.page);
  await pages.of(other);
  await expect(pages.rows('Declared connections')).toHaveCount(1);
  await expect(app.page.getByRole('button', { name: /^End the connection/ })).toHaveCount(0);
  await expectAccessible(app.page, 'a connection of mine');

  await app.lock();
  await app.unlock(mine);
  const again = new StaffPages(app.page);
  await again.of(other);
  await expect(again.rows('Declared connections')).toContainText('Prakash V.');
  await app.page.getByRole('button', { name: /^End the connection/ }).click();
  await again.dialog('End this connection?').getByRole('button', { name: 'End this connection' }).click();
  await typeAgain(app, mine);
  await expect(app.page.getByRole('heading', { name: 'Declared connections' })).toHaveCount(0);
});
