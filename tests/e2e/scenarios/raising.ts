import type { Locator, Page } from '@playwright/test';
import { people } from '../../../electron/demo/data/people.ts';
import { practices, staff } from '../../../electron/demo/data/staff.ts';
import { dated } from '../../../electron/demo/days.ts';
import type { Acts, DemoPerson } from '../../../electron/demo/steps.ts';
import { groupWords } from '../../../renderer/concerns/categories.ts';
import type { Telling } from '../../../renderer/concerns/telling-form.ts';
import {
  dangerNowWords,
  happenedWords,
  knowWords,
  theyKnowWords,
  toldHowWords,
} from '../../../renderer/concerns/words.ts';
import { categoriesAtFirst } from '../../../shared/domain/concern-categories.ts';
import { needsTakeover } from '../../../shared/domain/takeover.ts';
import { expect } from '../app.ts';
import { RaisePage } from '../pages/raise.ts';
import { choose, fillDay, group, wallClock } from './fields.ts';
import type { AtScreen } from './practice.ts';

export function nameOf(key: Acts['addPerson']['person']): string {
  const { givenName, familyName, description }: DemoPerson = people[key];
  return [givenName, familyName].filter(Boolean).join(' ') || (description ?? '');
}

/** Somebody in the log by their name, anybody else with what is known of them. */
async function fillPerson(
  { app: { page }, today }: AtScreen,
  key: Acts['raise']['about'],
  isNew: boolean,
): Promise<void> {
  if (!isNew) {
    await page.getByLabel('Name or NHS number').fill(nameOf(key));
    await page
      .getByRole('option', { name: nameOf(key) })
      .first()
      .click();
    await group(page, 'Person chosen').waitFor();
    return;
  }
  const { practice, ...details }: DemoPerson = people[key];
  const known = dated(details, today);
  await page.getByRole('button', { name: 'Add someone who is not in this log' }).click();
  await page.getByLabel('First name').fill(known.givenName ?? '');
  await page.getByLabel('Last name').fill(known.familyName ?? '');
  if (known.dateOfBirth !== undefined) await fillDay(page, 'Date of birth (optional)', known.dateOfBirth);
  if (known.nhsNumber !== undefined) await page.getByLabel('NHS number (optional)').fill(known.nhsNumber);
  const label = practice === null ? 'Another practice, or I do not know' : practices[practice];
  await page.getByLabel('Their practice').selectOption({ label });
}

/** Who was told, how and when. */
export async function fillToldFields(
  page: Page,
  box: Locator,
  told: Telling,
  today: string,
  who: string | RegExp,
): Promise<void> {
  await box.getByLabel(who).fill(told.who);
  await choose(box, 'How?', toldHowWords[told.how]);
  const { day, time } = await wallClock(page, told.at);
  await choose(box, 'When?', day === today ? /^Earlier today/ : 'Before today');
  if (day !== today) await fillDay(box, 'Day', day);
  await box.getByLabel('Time', { exact: true }).fill(time);
}

export async function fillTelling(page: Page, box: Locator, told: Telling, today: string): Promise<void> {
  await fillToldFields(page, box, told, today, 'Who did you tell, or try to tell?');
  await choose(box, 'Did you reach them?', told.reached ? 'Yes, they know now' : 'No, I could not reach them');
  if (told.next !== undefined) await box.getByLabel('Who will you try next?').fill(told.next);
  const takeover = group(box, 'Have they taken over?');
  if (told.reached && (await takeover.isVisible()))
    await choose(box, 'Have they taken over?', told.tookOver === true ? /^Yes/ : 'No, or not yet');
}

async function fillTold({ app: { page } }: AtScreen, told: readonly Telling[], urgent: boolean): Promise<void> {
  const { day } = await wallClock(page, await page.evaluate(() => new Date().toISOString()));
  const owner = urgent ? told.find(({ tookOver }) => tookOver === true) : undefined;
  if (urgent) {
    const question = 'Who has taken over, and when?';
    await choose(page, question, owner === undefined ? /^Nobody yet/ : 'Somebody has taken over');
    if (owner !== undefined) await fillToldFields(page, group(page, question), owner, day, 'Who has taken over?');
  }
  const others = told.filter((one) => one !== owner);
  for (const [index, one] of others.entries()) {
    await page.getByRole('button', { name: 'Add somebody you told' }).click();
    await fillTelling(page, group(page, `Person told ${index + 1}`), one, day);
  }
}

interface CameIn {
  readonly recordedFor: Acts['raise']['recordedFor'];
  readonly lateEntry: { readonly writtenOn: string; readonly why: string } | undefined;
}

/** Who told it, and when it was written on paper, where it is not simply what whoever writes saw or heard. */
async function fillCameIn(page: Page, { recordedFor, lateEntry }: CameIn): Promise<void> {
  if (recordedFor === undefined && lateEntry === undefined) return;
  await page.getByText('Somebody told me this to record, or it was written on paper first').click();
  if (recordedFor !== undefined) {
    await choose(page, 'Who told you this to record?', 'A colleague who uses this log');
    const colleague = page.getByLabel('Which colleague?');
    const option = colleague.getByRole('option', { name: staff[recordedFor].name });
    await colleague.selectOption({ label: (await option.textContent()) ?? '' });
  }
  if (lateEntry !== undefined) {
    await choose(page, 'Was it written on paper first?', 'Yes, I am typing it in');
    const { day, time } = await wallClock(page, lateEntry.writtenOn);
    await fillDay(page, 'Day it was written', day);
    await page.getByLabel('Time it was written').fill(time);
    await page.getByLabel('Why is it typed in now?').fill(lateEntry.why);
  }
}

/** Raises a concern on its form. @returns its reference */
export async function raiseOnScreen(
  at: AtScreen,
  { about, said, recordedFor }: Acts['raise'],
  isNew: boolean,
): Promise<string> {
  const { page } = at.app;
  const asked = dated(said, at.today);
  const raise = new RaisePage(page);
  await raise.open();
  await raise.danger(dangerNowWords[asked.dangerNow]);
  await fillPerson(at, about, isNew);
  for (const id of asked.categories) {
    const category = categoriesAtFirst.find((one) => one.id === id);
    if (category === undefined) throw new Error(`the form has no category ${id}`);
    await raise.category(groupWords[category.group], category.name);
  }
  await raise.what.fill(asked.what);
  await choose(page, 'When did it happen?', happenedWords[asked.when]);
  if (asked.happenedOn !== undefined) await fillDay(page, 'Date it happened', asked.happenedOn);
  await fillCameIn(page, { recordedFor, lateEntry: asked.lateEntry });
  const forSomebody = recordedFor !== undefined;
  await choose(
    page,
    forSomebody ? 'How do they know about this?' : 'How do you know about this?',
    (forSomebody ? theyKnowWords : knowWords)[asked.know],
  );
  if (asked.toldBy !== undefined)
    await page.getByLabel(forSomebody ? 'Who told them?' : 'Who told you?').fill(asked.toldBy);
  await fillTold(at, asked.told, needsTakeover(asked.categories));
  await raise.goOn();
  await expect(raise.answer('What you saw or heard')).toHaveText(asked.what);
  await page.getByRole('button', { name: 'Confirm and raise concern' }).click();
  await raise.expectSaved(/^Saved\./);
  return (/C-[0-9A-Z]{6}/.exec(await page.title()) ?? (await referencesOn(page)))[0] ?? '';
}

async function referencesOn(page: Page): Promise<readonly string[]> {
  return (await page.getByRole('main').innerText()).match(/C-[0-9A-Z]{6}/) ?? [];
}
