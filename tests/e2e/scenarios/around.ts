import { format, parse } from 'date-fns';
import { practices } from '../../../electron/demo/data/staff.ts';
import { dated } from '../../../electron/demo/days.ts';
import type { Acts } from '../../../electron/demo/steps.ts';
import { knownWords, placedRoleWords, sawWords } from '../../../renderer/concerns/around/words.ts';
import { bodyRegionWords } from '../../../shared/domain/body-regions.ts';
import { expect } from '../app.ts';
import { choose, fillDay, group } from './fields.ts';
import type { AtScreen } from './practice.ts';
import { nameOf } from './raising.ts';

// Who else is in a concern and what was found, each from the page of the concern.

async function fillWho({ app: { page } }: AtScreen, { placed, inLog }: Acts['place']): Promise<void> {
  const question = 'Who are they?';
  if (inLog !== undefined) {
    await choose(page, question, 'They are in this log');
    await page.getByLabel('Name or NHS number').fill(nameOf(inLog));
    await page
      .getByRole('option', { name: nameOf(inLog) })
      .first()
      .click();
  } else if (placed.name !== undefined) {
    await choose(page, question, 'I know their name');
    await page.getByRole('textbox', { name: 'Their name' }).fill(placed.name);
  } else {
    await choose(page, question, 'I do not know their name');
    await page.getByLabel('Why is it not known?').fill(placed.whyNotKnown ?? '');
  }
}

export async function placeOnScreen(at: AtScreen, act: Acts['place']): Promise<void> {
  const { page } = at.app;
  const said = dated(act.placed, at.today);
  await page.getByRole('main').getByRole('link', { name: 'Add somebody', exact: true }).click();
  await choose(page, 'What is their part in this concern?', placedRoleWords[said.role]);
  await fillWho(at, act);
  const texts = {
    'How do they know the person? (optional)': said.relationship,
    'Age, if you do not know the date (optional)': said.age,
    'Address (optional)': said.address,
  };
  for (const [label, words] of Object.entries(texts)) if (words !== undefined) await page.getByLabel(label).fill(words);
  if (said.dateOfBirth !== undefined) await fillDay(page, 'Date of birth (optional)', said.dateOfBirth);
  if (said.livesWithPerson !== undefined)
    await choose(page, 'Do they live with the person?', knownWords[said.livesWithPerson]);
  if (said.knowsOfConcern !== undefined)
    await choose(page, 'Do they know about this concern?', knownWords[said.knowsOfConcern]);
  if (act.practice !== undefined)
    await page.getByLabel(/^Which practice are they registered at\?/).selectOption({ label: practices[act.practice] });
  if (said.parentalResponsibility !== undefined)
    await choose(page, 'Do they have parental responsibility? (optional)', knownWords[said.parentalResponsibility]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'People in this concern' })).toBeVisible();
}

export async function checklistOnScreen({ app: { page }, today }: AtScreen, { recorded }: Acts['checklist']) {
  const { checklist, scoredBy, scorersRole, trained, on, total, level, judgement, next } = dated(recorded, today);
  await page.getByRole('link', { name: 'Record a risk checklist' }).first().click();
  const texts = {
    'Which checklist was it?': checklist,
    'Who scored it?': scoredBy,
    'What is their job? (optional)': scorersRole,
    'The total that they wrote (optional)': total,
    'The level in their words (optional)': level,
    'Their professional judgement (optional)': judgement,
    'What did they say comes next? (optional)': next,
  };
  for (const [label, words] of Object.entries(texts)) if (words !== undefined) await page.getByLabel(label).fill(words);
  await choose(page, 'Are they trained for it?', knownWords[trained]);
  await fillDay(page, 'When did they score it?', on);
  await page.getByRole('button', { name: 'Save the checklist' }).click();
  await expect(page.getByRole('heading', { name: `Risk checklist: ${checklist}` })).toBeVisible();
}

export async function bodyMapOnScreen({ app: { page }, today }: AtScreen, { map }: Acts['bodyMap']): Promise<void> {
  const { regions, saw, on, time, present, statement } = dated(map, today);
  await page.getByRole('link', { name: 'Record a body map' }).first().click();
  for (const { region, what, size, colour, shape } of regions) {
    const side = region.startsWith('front-') ? 'Front' : 'Back';
    const words = bodyRegionWords(region);
    const short = words.replace(/^(Front|Back)[,:]? ?/i, '');
    await group(page, side)
      .getByRole('checkbox', { name: new RegExp(`^${short}$`, 'i') })
      .check();
    const notes = {
      'What did you see there?': what,
      'Size (optional)': size,
      'Colour (optional)': colour,
      'Shape (optional)': shape,
    };
    for (const [label, said] of Object.entries(notes))
      if (said !== undefined) await page.getByLabel(label).last().fill(said);
  }
  await choose(page, 'How did you come to see it?', sawWords[saw]);
  await fillDay(page, 'Which day did you see it?', on);
  if (time !== undefined)
    await page.getByLabel('At what time? (optional)').fill(format(parse(time, 'HH:mm', new Date(0)), 'h:mmaaa'));
  await page.getByLabel('Who was there?').fill(present);
  if (statement !== undefined) await page.getByLabel(/^What do you want to say about it/).fill(statement);
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByRole('heading', { name: /^Body map/ }).first()).toBeVisible();
}
