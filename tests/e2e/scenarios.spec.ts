import { financialAbuse } from '../../electron/demo/data/financial-abuse.ts';
import { expect, test } from './app.ts';
import { openByReference } from './scenarios/concerns.ts';
import { tellStory } from './scenarios/telling.ts';

test('scenario 2, financial abuse: closed, partly achieved, risk reduced', async () => {
  await using ended = await tellStory(financialAbuse);
  const { app } = await ended.practice.returnToToday('tom');
  await openByReference(app.page, ended.told.reference('concerns', 'walter'));
  await expect(app.page.getByText('Closed', { exact: true }).first()).toBeVisible();
  const rowOf = (term: string) => app.page.locator('.nhsuk-summary-list__row', { hasText: term });
  await expect(rowOf('Risk now')).toContainText('Reduced');
  await expect(rowOf('Did they get what they wanted?')).toContainText('Partly');
  await expect(app.page.getByText('Thank you for going back.')).toBeVisible();
});
