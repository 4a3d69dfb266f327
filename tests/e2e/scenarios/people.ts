import { people } from '../../../electron/demo/data/people.ts';
import { practices } from '../../../electron/demo/data/staff.ts';
import { dated } from '../../../electron/demo/days.ts';
import type { Acts, DemoPerson } from '../../../electron/demo/steps.ts';
import { standingWords } from '../../../renderer/people/words.ts';
import { expect } from '../app.ts';
import { choose, fillDay } from './fields.ts';
import type { AtScreen } from './practice.ts';

const boxes = {
  givenName: 'First name',
  familyName: 'Last name',
  knownAs: 'Known as (optional)',
  address: 'Address (optional)',
  phone: 'Phone (optional)',
  communication: 'Communication needs (optional)',
  safeContact: 'How and when is it safe to contact them? (optional)',
  notToBeTold: 'Who must not be told? (optional)',
} as const;

/** Adds somebody on the form for it, with everything that the story knows of them. */
export async function addPersonOnScreen({ app: { page }, today }: AtScreen, key: Acts['addPerson']['person']) {
  const { practice, ...details }: DemoPerson = people[key];
  const known = dated(details, today);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click();
  await page.getByRole('link', { name: 'Add a person' }).first().click();
  await choose(page, 'Do you know their NHS number?', known.nhsNumber === undefined ? 'No' : 'Yes');
  if (known.nhsNumber !== undefined) await page.getByLabel('NHS number', { exact: true }).fill(known.nhsNumber);
  await choose(page, 'How well is this person known?', standingWords[known.standing]);
  if (known.description !== undefined)
    await page
      .getByLabel(known.standing === 'unborn' ? 'Whose baby will this be?' : 'What is known of this person?')
      .fill(known.description);
  if (known.expectedOn !== undefined) await fillDay(page, 'When is the baby due? (optional)', known.expectedOn);
  if (known.dateOfBirth !== undefined) await fillDay(page, 'Date of birth (optional)', known.dateOfBirth);
  for (const [field, label] of Object.entries(boxes) as [keyof typeof boxes, string][]) {
    // `as`: the keys of the map.
    const words = known[field];
    if (words !== undefined) await page.getByLabel(label, { exact: true }).fill(words);
  }
  await choose(page, 'Practice', practice === null ? /^None of these/ : practices[practice]);
  await page.getByRole('button', { name: 'Add this person' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Add a person' })).toHaveCount(0);
}
