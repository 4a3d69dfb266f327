import { expect, type Locator, type Page } from '@playwright/test';
import type { ConcernLine, ConcernPage } from '../../../shared/contract/concerns.ts';
import type { Bridge } from '../../../shared/contract/window.ts';

/** Goes on with Tab until the thing has the focus: what cannot be reached so cannot be used without a mouse. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const hasFocus = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
  for (let stops = 0; stops < 80; stops += 1) {
    if (await hasFocus()) return;
    await page.keyboard.press('Tab');
  }
  expect(await hasFocus(), `${target.toString()} is reached with Tab`).toBe(true);
}

export async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** The radios of a question. Arrow keys choose among them. */
export function radiosOf(page: Page, question: string): Locator {
  return page.getByRole('group', { name: question }).getByRole('radio');
}

/** From anywhere: the list of concerns, and the one about somebody. */
export async function openConcernOf(page: Page, person: string): Promise<void> {
  await page.keyboard.press('Alt+3');
  await pressOn(page, page.getByRole('row', { name: person }).getByRole('link', { name: /^C-/ }));
  await page.getByRole('navigation', { name: 'Parts of this concern' }).waitFor();
}

export async function openPart(page: Page, part: string): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Parts of this concern' }).getByRole('link', { name: part });
  await pressOn(page, link);
  await expect(link).toHaveAttribute('aria-current', 'page');
}

/** Adds to a concern while the page that shows it does not hear of it, as a colleague elsewhere would. */
export async function addBehindThePage(page: Page, reference: string, note: string): Promise<void> {
  const added = await page.evaluate(
    async ({ reference: wanted, note: said }) => {
      // `as`: the preload has put it there; the page's own types are not ours.
      const { ask } = (globalThis as unknown as { practiceLog: Bridge }).practiceLog;
      const valueOf = async (call: string, input: unknown): Promise<unknown> => {
        const answer = await ask(call, input);
        return answer.ok ? answer.value : null;
      };
      const lines = (await valueOf('concerns.list', {})) as readonly ConcernLine[]; // `as`: the contract says so.
      const concern = lines.find((line) => line.reference === wanted)?.concern;
      const { newest } = (await valueOf('concerns.open', { concern })) as ConcernPage; // `as`: the same.
      return (await ask('concerns.addInformation', { concern, seen: newest, note: said })).ok;
    },
    { reference, note },
  );
  expect(added).toBe(true);
}
