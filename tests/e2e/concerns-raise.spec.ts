import { expectAccessible } from './accessibility.ts';
import { type App, expect, test } from './app.ts';
import { choose, enter, tabTo, type } from './keyboard.ts';
import { RaisePage } from './pages/raise.ts';
import { typeAgain } from './pages/staff.ts';

const seen = 'Zofia was sitting in the waiting room in a coat without sleeves. She said “he keeps my bank card”.';

/** Counts keys that are not letters, from now on: what somebody has to press beside writing. */
async function countKeys({ page }: App): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.documentElement.dataset['keys'] = '0';
    addEventListener('keydown', ({ key }) => {
      const { dataset } = document.documentElement;
      if (key.length > 1) dataset['keys'] = String(Number(dataset['keys']) + 1);
    });
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset['keys']));
}

/** The least that a concern about somebody new takes, without a mouse. */
async function raiseWithKeys({ page }: App): Promise<void> {
  const raise = new RaisePage(page);
  await page.keyboard.press('Control+Shift+S');
  await page.getByRole('heading', { level: 1, name: 'Raise a concern' }).waitFor();
  await tabTo(page, raise.group('Is anyone in immediate danger?').getByRole('radio', { name: 'Yes' }));
  await page.keyboard.press('ArrowDown');
  await type(page, page.getByLabel('Name or NHS number'), 'Zofia Nowakowska');
  await enter(page, page.getByRole('button', { name: 'Add someone who is not in this log' }));
  await expect(page.getByLabel('First name')).toBeFocused();
  await expect(page.getByLabel('Last name')).toHaveValue('Nowakowska');
  await type(page, page.getByLabel('Their practice'), 'A');
  await tabTo(page, raise.group('About an adult').getByRole('checkbox', { name: 'Financial or material abuse' }));
  await page.keyboard.press('Space');
  await type(page, raise.what, seen);
  await choose(page, 'When did it happen?', 'I do not know');
  await choose(page, 'How do you know about this?', 'I saw or heard it myself');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'Check your answers before raising this concern' }).waitFor();
  await enter(page, page.getByRole('button', { name: 'Confirm and raise concern' }));
}

test('a link worker raises a concern about somebody new, and records who was told, with the keyboard alone', async ({
  app,
}) => {
  await app.unlock('Amina Q.');
  const raise = new RaisePage(app.page);
  const keys = await countKeys(app);
  await raiseWithKeys(app);
  await raise.expectSaved('Saved. Nobody has been told yet');
  const pressed = await keys();
  test.info().annotations.push({ type: 'keys for the shortest first concern', description: String(pressed) });
  expect(pressed).toBeLessThanOrEqual(75);

  const { page } = app;
  await expect(page).not.toHaveTitle(/Zofia|Nowakowska/);
  await expect(page.getByText(/Dr M Fenwick-Oye .* decide what the practice does next/)).toBeVisible();
  await expectAccessible(page, 'saved, nobody told');
  await type(page, page.getByLabel('Who did you tell, or try to tell?'), 'Dr Fenwick-Oye');
  await choose(page, 'How?', 'By phone');
  await choose(page, 'When?', 'Just now');
  await choose(page, 'Did you reach them?', 'Yes, they know now');
  await enter(page, page.getByRole('button', { name: 'Save who you told' }));
  await raise.expectSaved(/^Saved\. You told Dr Fenwick-Oye at \d{1,2}:\d{2}[ap]m$/);
  await expectAccessible(page, 'saved, somebody told');

  await app.lock();
  await app.unlock('Amina Q.');
  await raiseAgainIsThere(app);
});

/** What was saved is in the log, once, in every word. */
async function raiseAgainIsThere({ page }: App): Promise<void> {
  await page.getByRole('link', { name: 'Concerns', exact: true }).click();
  const row = page.getByRole('row', { name: /Zofia Nowakowska/ });
  await expect(row).toHaveCount(1);
  await row.getByRole('link').first().click();
  await expect(page.getByText(seen)).toBeVisible();
}

test('bad input is listed and nothing is lost; a draft survives a lock; one click too many raises once', async ({
  app,
}) => {
  await app.unlock('Tom F.');
  let raise = new RaisePage(app.page);
  await raise.open();
  await app.page.getByRole('button', { name: 'Continue' }).click();
  await expect(raise.errors).toHaveText([
    'Select yes if anyone is in immediate danger',
    'Select the person, or add someone new',
    'Select what you are concerned about',
    'Enter what you saw or heard',
    'Select when it happened',
    'Select how you know about this',
  ]);
  await expect(app.page).toHaveTitle(/^Error: Raise a concern/);
  await expectAccessible(app.page, 'raise a concern, with errors');

  const html = '<img src=x onerror="document.title=\'caught\'"><script>document.title="caught"</script> “quoted”\n';
  const long = html + 'é'.repeat(20_000 - html.length);
  await raise.danger('Yes');
  await expect(
    app.page.getByRole('alert').filter({ hasText: 'Do this before you record anything here.' }),
  ).toBeVisible();
  await raise.addPerson('Ifan', 'Prydderch', 'Another practice, or I do not know');
  await expect(app.page.getByText('No safeguarding lead here reads this concern.')).toBeVisible();
  await app.page.getByLabel('Their practice').selectOption({ label: 'Wren Street' });
  await expect(app.page.getByText('No safeguarding lead here reads this concern.')).toHaveCount(0);
  await app.page.getByLabel('NHS number (optional)').fill('999 012 3013');
  await raise.category('About an adult', 'Self-neglect');
  await raise.happened(long);
  await app.page.getByRole('button', { name: 'Continue' }).click();
  await expect(raise.errors).toHaveText([
    'This is not an NHS number: check each digit with the person or their record',
  ]);
  await expect(raise.what).toHaveValue(long);
  await app.page.getByLabel('NHS number (optional)').fill('');

  // At once, before the pause after which a draft is saved has passed.
  await app.lock();
  await app.unlock('Tom F.');
  raise = new RaisePage(app.page);
  await expect(app.page.getByRole('heading', { level: 1, name: 'Raise a concern' })).toBeVisible();
  await expect(raise.what).toHaveValue(long);
  await expect(app.page.getByLabel('Last name')).toHaveValue('Prydderch');
  await expect(app.page.getByLabel('NHS number (optional)')).toHaveValue('');
  await expect(raise.group('About an adult').getByRole('checkbox', { name: 'Self-neglect' })).toBeChecked();

  await raise.goOn();
  await expect(raise.answer('What you saw or heard')).toHaveText(long);
  await expect(raise.answer('Date of birth')).toHaveText('Not provided');
  await expectAccessible(app.page, 'check your answers');
  await expect(app.page.getByRole('link', { name: 'Change NHS number' })).toBeVisible();
  await app.page.getByRole('link', { name: 'Change how you know' }).click();
  await expect(app.page.getByRole('radio', { name: 'I saw or heard it myself' })).toBeFocused();
  await app.page.getByRole('radio', { name: 'The person told me' }).check();
  await raise.goOn();
  await expect(raise.answer('How you know')).toHaveText('The person told me');

  await app.page.getByRole('button', { name: 'Confirm and raise concern' }).dblclick();
  await raise.expectSaved('Saved. Nobody has been told yet');
  await expect(app.page.getByRole('heading', { name: 'Call 999 now' })).toBeVisible();
  await expect(app.page.getByText('You can stop here.')).toBeVisible();
  await expectAccessible(app.page, 'saved, somebody in danger');
  await app.page.keyboard.press('Alt+ArrowLeft');
  await expect(app.page.getByRole('alert')).toContainText('This draft is no longer there.');
  await expect(raise.what).toHaveCount(0);
  await app.page.getByRole('link', { name: 'Concerns', exact: true }).click();
  await expect(app.page.getByRole('row', { name: /Ifan Prydderch/ })).toHaveCount(1);
  await app.page
    .getByRole('row', { name: /Ifan Prydderch/ })
    .getByRole('link')
    .first()
    .click();
  await expect(app.page.getByText('<img src=x')).toBeVisible();
  await expect(app.page.locator('main img, main script')).toHaveCount(0);
  await expect(app.page).not.toHaveTitle(/caught/);
});

test('where somebody has to take over, the form asks who, and saved stays red until somebody has', async ({ app }) => {
  await app.unlock('Amina Q.');
  const { page } = app;
  const raise = new RaisePage(page);
  await raise.open();
  await raise.danger('I am not sure');
  await page.getByLabel('Name or NHS number').fill('Leah');
  await page.getByRole('option', { name: /Leah Marsden/ }).click();
  await expect(page.getByRole('group', { name: 'Person chosen' })).toContainText('Born');
  await raise.category('Further', 'Self-harm or suicide risk');
  await raise.category('About a child', 'Sexual abuse');
  await expect(page.getByText('Phone the duty GP or the crisis line now.')).toBeVisible();
  await expect(page.getByText('You may have a personal legal duty to report.')).toBeVisible();
  await raise.happened('Leah said on the phone that there is no point in any of it.');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(raise.errors).toHaveText(['Select who has taken over, or that nobody has yet']);
  await page.getByRole('radio', { name: 'Nobody yet. I am phoning now' }).check();
  await expectAccessible(page, 'raise a concern, filled in');
  await raise.goOn();
  await expect(raise.answer('Who has taken over')).toHaveText('Nobody yet. You are phoning now');
  await page.getByRole('button', { name: 'Confirm and raise concern' }).click();
  await raise.expectSaved('Saved. Nobody has been told yet');

  const tell = async (who: string, takenOver: string): Promise<void> => {
    await page.getByLabel('Who did you tell, or try to tell?').fill(who);
    await page.getByRole('radio', { name: 'By phone' }).check();
    await page.getByRole('radio', { name: 'Just now' }).check();
    await page.getByRole('radio', { name: 'Yes, they know now' }).check();
    await page.getByRole('radio', { name: takenOver }).check();
    await page.getByRole('button', { name: 'Save who you told' }).click();
  };
  const saved = page.url();
  // The second click lands on what the errors have moved under it, and must do nothing there.
  const clicksOff = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (getComputedStyle(document.body).pointerEvents === 'none') resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await page.getByRole('button', { name: 'Save who you told' }).dblclick();
  await expect(raise.errors).toHaveText([
    'Enter whom you told',
    'Select how you told them',
    'Select when you told them',
    'Select yes if you reached them',
  ]);
  expect(page.url()).toBe(saved);
  await clicksOff;
  await page.getByLabel('Who did you tell, or try to tell?').fill('Reception');
  await page.getByRole('radio', { name: 'By phone' }).check();
  await expect(raise.errors).toHaveText(['Select when you told them', 'Select yes if you reached them']);
  await page.getByRole('radio', { name: 'Before today' }).check();
  await page.getByRole('button', { name: 'Save who you told' }).click();
  await expect(raise.errors.first()).toHaveText('Enter the day on which you told them');
  await page.getByRole('radio', { name: 'Just now' }).check();
  await expect(raise.errors).toHaveText(['Select yes if you reached them']);
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  const asked = page.getByRole('dialog', { name: 'What you typed is not saved' });
  await asked.getByRole('button', { name: 'Stay on this page' }).click();
  await expect(page.getByLabel('Who did you tell, or try to tell?')).toHaveValue('Reception');
  await tell('Reception, Wren Street', 'No, or not yet');
  await raise.expectSaved('Saved. Nobody has taken over yet');
  await tell('Duty GP', 'Yes, they own the next step now');
  await raise.expectSaved(/^Saved\. You told Duty GP at/);

  await page.getByRole('link', { name: 'Answer the first question' }).click();
  await page.getByRole('heading', { level: 1, name: 'What did the person say, in their own words?' }).waitFor();
  await page.getByRole('button', { name: 'Save and next question' }).click();
  await expect(raise.errors).toHaveText(['Enter what they said']);
  await page.getByLabel('What did the person say, in their own words?').fill('“There is no point.”');
  await expectAccessible(page, 'one question about a concern');
  await page.getByRole('button', { name: 'Save and next question' }).click();
  await page.getByRole('heading', { level: 1, name: 'What do you think is happening?' }).waitFor();
  await page.getByRole('link', { name: 'Finish' }).click();
  await expect(page.getByText('“There is no point.”')).toBeVisible();
});

test('whoever is not to read it is answered honestly, and a lead can record a connection', async ({ app }) => {
  await app.unlock('C Illing');
  const { page } = app;
  const raise = new RaisePage(page);
  await raise.open();
  await raise.danger('No');
  await page.getByLabel('Name or NHS number').fill('Leah');
  await page.getByRole('option', { name: /Leah Marsden/ }).click();
  await raise.category('About an adult', 'Domestic abuse');
  await raise.happened('Invented for a test.');
  await raise.goOn();
  await expect(page.getByRole('listitem').filter({ hasText: 'Dr M Fenwick-Oye (safeguarding lead)' })).toBeVisible();
  await page.getByRole('link', { name: 'Someone here should not read this' }).click();
  await expect(page.getByText('You can raise it as a restricted concern.')).toBeVisible();
  await expectAccessible(page, 'someone should not read this');
  await page.getByRole('button', { name: 'Record the connection' }).click();
  await expect(raise.errors).toHaveText(['Select who is related or a friend']);
  await page.getByRole('radio', { name: /Dr M Fenwick-Oye/ }).check();
  await page.getByRole('button', { name: 'Record the connection' }).click();
  await typeAgain(app, 'C Illing');
  await page.getByRole('heading', { level: 1, name: 'Check your answers before raising this concern' }).waitFor();
  await expect(page.getByText(/C Illing .* decides what the practice does next/)).toBeVisible();
  await expect(page.getByText('Dr M Fenwick-Oye')).toHaveCount(0);
});
