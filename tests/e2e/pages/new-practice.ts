import { expect, type Page } from '@playwright/test';
import { ask } from '../asking.ts';

export const founder = { name: 'J Sedley', initials: 'JS', passphrase: 'kettle harbour seventeen plum' } as const;

/** Fills the first page of setting up a log; leaves it to the test to send it. */
export async function fillSetUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set up a log' }).click();
  await page.getByLabel('Your practice', { exact: true }).fill('Alderfield');
  await page.getByLabel(/^Primary care network/).fill('Harrowmere PCN');
  await page.getByRole('radio', { name: 'Yes', exact: true }).check();
  await page.getByLabel('Your full name').fill(founder.name);
  await page.getByLabel('Your full name').blur();
  await expect(page.getByLabel('Your initials')).toHaveValue(founder.initials);
  await page.getByLabel('Your passphrase', { exact: true }).fill(founder.passphrase);
  await page.getByLabel('The same passphrase again').fill(founder.passphrase);
}

/** The half that is on the screen, as somebody reads it off. */
export async function halfShown(page: Page): Promise<string> {
  return (await page.locator('.recovery-code').innerText()).replaceAll(/\s/g, '');
}

/** From the first half of a new recovery key: writes both down and types them back. @returns the halves */
export async function keepRecoveryKey(page: Page): Promise<readonly [string, string]> {
  const halves = { first: '', second: '' };
  for (const half of ['first', 'second'] as const) {
    await page.getByRole('heading', { name: `Write down the ${half} half` }).waitFor();
    halves[half] = await halfShown(page);
    await page.getByRole('button', { name: 'I have it on paper' }).click();
    // As people type: without the dashes, in small letters.
    await page.getByLabel(`The ${half} half`, { exact: true }).fill(halves[half].toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: 'Check this half' }).click();
  }
  return [halves.first, halves.second];
}

export interface Colleague {
  readonly name: string;
  readonly initials: string;
  readonly passphrase: string;
  /** Given in the same form, at the one practice that there is. */
  readonly roles?: readonly string[];
}

/**
 * From "Who works here": a colleague sits down and types their own passphrase.
 *
 * @param agree types that of whoever is signed in, which is not asked for while a log is set up
 */
export async function addColleague(
  page: Page,
  { name, initials, passphrase, roles = [] }: Colleague,
  agree = (): Promise<void> => Promise.resolve(),
): Promise<void> {
  await page.getByRole('link', { name: 'Add a colleague' }).click();
  await page.getByLabel('Full name').fill(name);
  await page.getByLabel('Initials').fill(initials);
  for (const role of roles) await page.getByRole('checkbox', { name: role, exact: true }).check();
  await page.getByLabel('Their passphrase').fill(passphrase);
  await page.getByLabel('The same passphrase again').fill(passphrase);
  await page.getByRole('button', { name: 'Add this colleague' }).click();
  await agree();
  await page.getByRole('row', { name }).waitFor();
}

/** Types the passphrase again, as the log wants for each change of access. By the screens' own way to the log. */
export async function typePassphraseAgain(page: Page, passphrase: string = founder.passphrase): Promise<void> {
  await ask(page, 'store', 'prove', { passphrase });
}

/** From "Who works here": gives a role at the one practice that there is. */
export async function giveRole(page: Page, name: string, role: string): Promise<void> {
  await typePassphraseAgain(page);
  await page.getByRole('button', { name: `Give a role to ${name}` }).click();
  await page.getByRole('radio', { name: role, exact: true }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('row', { name }).getByText(role).waitFor();
}
