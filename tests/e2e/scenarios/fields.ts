import type { Locator, Page } from '@playwright/test';

// Boxes and radios as they stand on every form, by what is written on them.

export function group(within: Page | Locator, name: string | RegExp): Locator {
  return within.getByRole('group', { name, ...(typeof name === 'string' && { exact: true }) });
}

export async function choose(
  within: Page | Locator,
  question: string | RegExp,
  answer: string | RegExp,
): Promise<void> {
  const exact = typeof answer === 'string' && { exact: true };
  await group(within, question)
    .getByRole('radio', { name: answer, ...exact })
    .check();
}

/** @param day `YYYY-MM-DD` */
export async function fillDay(within: Page | Locator, label: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  const boxes = group(within, label);
  await boxes.getByLabel('Day', { exact: true }).fill(String(Number(date)));
  await boxes.getByLabel('Month', { exact: true }).fill(String(Number(month)));
  await boxes.getByLabel('Year', { exact: true }).fill(year);
}

/** A question that offers near days: the day is typed under "Another date", or the answer that names none is chosen. */
export async function chooseDay(
  within: Page | Locator,
  question: string,
  day: string | null | undefined,
  none: string,
): Promise<void> {
  if (day === null || day === undefined) return choose(within, question, none);
  await choose(within, question, 'Another date');
  await fillDay(group(within, question), 'Date', day);
}

/** Day and wall clock of a moment, as the page tells them. @param at an instant */
export async function wallClock(page: Page, at: string): Promise<{ readonly day: string; readonly time: string }> {
  return page.evaluate((moment) => {
    const date = new Date(moment);
    const two = (value: number): string => String(value).padStart(2, '0');
    const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    const hours = date.getHours();
    return { day, time: `${hours % 12 === 0 ? 12 : hours % 12}:${two(date.getMinutes())}${hours < 12 ? 'am' : 'pm'}` };
  }, at);
}

/** Chooses somebody or something from a list of options of which the label begins so. */
export async function selectBeginning(box: Locator, beginning: string): Promise<void> {
  const labels = await box.getByRole('option').allTextContents();
  const label = labels.find((one) => one.startsWith(beginning));
  if (label === undefined) throw new Error(`nothing in the list begins with what was wanted: ${labels.join('; ')}`);
  await box.selectOption({ label });
}
