import type { Page } from '@playwright/test';
import type { StaffKey } from '../../electron/demo/data/staff.ts';
import { outcomeWords } from '../../renderer/concerns/closing/words.ts';
import { stageTags } from '../../renderer/concerns/stage-words.ts';
import { expect, test } from './app.ts';
import { openPart } from './pages/concern-decisions.ts';
import { openByReference } from './scenarios/concerns.ts';
import { storyOf, storyOfReferrals } from './scenarios/stories.ts';
import { type Ended, tellStory } from './scenarios/telling.ts';

// The scenarios of the domain reference (9.1), entered on the screens day by day by those who did it, each to the state
// in which it is said to end. Scenario 9 stands in restricted.spec.ts.

type Ends = Readonly<Record<string, string | RegExp>>;
type Stage = keyof typeof stageTags;

interface Scenario {
  readonly title: string;
  readonly concern: string;
  /** Who looks at it on the day of the test. */
  readonly by: StaffKey;
  readonly stage: Stage;
  /** What the page of the concern says. */
  readonly says?: readonly (string | RegExp)[];
  /** What its page about what goes on outside says. */
  readonly outside?: readonly (string | RegExp)[];
  /** What the list of referrals back says of those that came from it. */
  readonly referrals?: Ends;
}

const scenarios: readonly Scenario[] = [
  {
    title: '1, domestic abuse and two children: before MARAC, children’s social care has not answered, review overdue',
    concern: 'leah',
    by: 'fenwick',
    stage: 'referred-awaiting',
    says: [/may be the source of harm/, 'As scored by The independent adviser', /1 day (late|overdue)/],
    outside: ['They have it', 'Waiting for an answer', /^Shared with MARAC/],
  },
  {
    title: '2, financial abuse: closed, wishes partly achieved, risk reduced',
    concern: 'walter',
    by: 'tom',
    stage: 'closed',
    says: ['Partly', 'Reduced'],
    referrals: { 'walter-therapist': 'Occupational therapist' },
  },
  {
    title: '3, self-neglect: monitoring, with a review in two weeks',
    concern: 'joan',
    by: 'fenwick',
    stage: 'monitoring',
  },
  {
    title: '4, neglect by a care agency: enquiry opened, provider concern with the contracts team',
    concern: 'ivor',
    by: 'menon',
    stage: 'referred-accepted',
    outside: ['Section 42 enquiry opened today. They see him this week.', /Provider concern opened/],
  },
  {
    title: '5, child neglect: not accepted, step 1 answered, step 2 open',
    concern: 'kayleigh',
    by: 'fenwick',
    stage: 'monitoring',
    says: [/Answer from outside due tomorrow/],
    outside: ['They have read it again. No change.', /Step 2: Manager to manager/],
  },
  {
    title: '6, an infant’s bruise: closed to the practice, the council leads, and what was visible is mapped',
    concern: 'baby',
    by: 'fenwick',
    stage: 'closed',
    says: [outcomeWords['local-authority-enquiry'], 'Body map'],
  },
  {
    title: '7, suicidal thoughts: referred back the same day, and somebody heard back',
    concern: 'prakash',
    by: 'fenwick',
    stage: 'internal-action',
  },
  {
    title: '8, cuckooing: the council and the police have accepted',
    concern: 'danny',
    by: 'fenwick',
    stage: 'referred-accepted',
    outside: [/National Referral Mechanism/, 'Planning meeting held today. He stays at his aunt’s.'],
  },
  {
    title: '10, Prevent: Channel did not adopt, closed with the reason',
    concern: 'kieran',
    by: 'fenwick',
    stage: 'closed',
    outside: ['Not adopted. They name a mentor, and a mental health appointment.'],
  },
  {
    title: '11, a girl at risk of FGM: referred the same day, no personal duty, written down why',
    concern: 'daughter',
    by: 'fenwick',
    stage: 'referred-accepted',
    outside: [/^No known act on a girl under 18/, /protection order before the summer/],
  },
  {
    title: '12, hate and mate crime: partly achieved, risk reduced, told to both',
    concern: 'marcus',
    by: 'fenwick',
    stage: 'closed',
    says: ['Partly', 'Reduced'],
  },
];

async function expectWords(page: Page, words: readonly (string | RegExp)[] = []): Promise<void> {
  for (const one of words) await expect(page.getByRole('main').getByText(one).first()).toBeVisible();
}

for (const { title, concern, by, stage, says, outside, referrals } of scenarios) {
  test(`scenario ${title}`, async () => {
    // Who is related to whom is declared where a concern is raised: staff.spec.ts.
    const story = storyOf(concern).filter(({ act }) => act.do !== 'connection');
    await using ended = await tellStory(story);
    const { app } = await ended.practice.returnToToday(by);
    await openByReference(app.page, ended.told.reference('concerns', concern));
    await expect(app.page.getByText(stageTags[stage].words, { exact: true }).first()).toBeVisible();
    await expectWords(app.page, says);
    if (outside !== undefined) {
      await openPart(app.page, 'Outside the practice');
      await expectWords(app.page, outside);
    }
    if (referrals !== undefined) await expectReferrals(ended, referrals);
  });
}

/** Each as its row in the list of all referrals says it. */
async function expectReferrals({ practice, told }: Ended, ends: Ends): Promise<void> {
  const { page } = practice.app;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Referrals' }).click();
  await page.getByRole('link', { name: /^All/ }).click();
  for (const [referral, words] of Object.entries(ends)) {
    const row = page.getByRole('listitem').filter({ hasText: told.reference('referrals', referral) });
    await expect(row).toContainText(words);
  }
}

test('the referrals back: accepted, overdue, done and told, declined with a reason', async () => {
  const ends = {
    'edna-pharmacist': 'Accepted',
    'tamsin-visitor': /Reply \d+ days overdue/,
    'george-nurse': 'Done',
    'olive-memory': 'Declined',
  };
  await using ended = await tellStory(storyOfReferrals(...Object.keys(ends)));
  await ended.practice.returnToToday('fenwick');
  await expectReferrals(ended, ends);
});
