import type { Page } from '@playwright/test';
import { RaisePage } from './pages/raise.ts';
import { aroundAConcern } from './tour-around.ts';
import { closing } from './tour-closing.ts';
import { outsideThePractice } from './tour-outside.ts';
import {
  afterDialog,
  button,
  colleague,
  concernOf,
  here,
  inDialog,
  inTurn,
  link,
  main,
  personCalled,
  type Stop,
} from './ways.ts';

export interface Tour {
  readonly who: string;
  /** For the names of pictures. */
  readonly role: string;
  readonly stops: readonly Stop[];
}

/** The shortest concern, about somebody in the log of whom no other stop looks for a concern: `concernOf` finds one row. */
const fillConcern = async (page: Page): Promise<void> => {
  const raise = new RaisePage(page);
  await raise.danger('No');
  await page.getByLabel('Name or NHS number').fill('Olive');
  await page.getByRole('option', { name: /Olive Trent-Lacey/ }).click();
  await raise.category('Further', 'Self-harm or suicide risk');
  await raise.happened('She said on the phone that she cannot see a way forward.');
  await page.getByRole('radio', { name: /^Nobody yet/ }).check();
  await raise.goOn();
};

/** What the four pages of a person have in common for every role that reads one. */
const aboutAPerson: readonly Stop[] = [
  { name: 'people', go: main('People') },
  { name: 'person-timeline', go: personCalled('Leah Marsden') },
  { name: 'person-concerns', go: link(/^Concerns/) },
  { name: 'person-referrals', go: link(/^Referrals/) },
  { name: 'person-chronology', go: link('Chronology') },
  { name: 'person-details', go: link(/^Details/) },
];

const linkWorker: Tour = {
  who: 'Amina Q.',
  role: 'link-worker',
  stops: [
    { name: 'today', go: here },
    { name: 'nobody-told-at-lock', go: inDialog((page) => page.keyboard.press('Control+l')) },
    { name: 'find', go: afterDialog(inDialog((page) => page.keyboard.press('Control+k'))) },
    { name: 'shortcuts', go: afterDialog(inDialog((page) => page.keyboard.press('Control+/'))) },
    { name: 'raise', go: afterDialog((page) => page.getByRole('link', { name: 'Raise a concern' }).click()) },
    { name: 'raise-restricted', go: link(/^Yes: raise a restricted concern/) },
    {
      name: 'raise-errors',
      go: async (page) => {
        await page.getByRole('link', { name: 'Raise a concern' }).click();
        await page.getByRole('heading', { level: 1, name: 'Raise a concern' }).waitFor();
        await button('Continue')(page);
      },
    },
    { name: 'check-answers', go: fillConcern },
    { name: 'someone-should-not-read', go: link('Someone here should not read this') },
    {
      name: 'saved-nobody-told',
      go: async (page) => {
        await page.getByRole('main').getByRole('link', { name: /^Back/ }).first().click();
        await button('Confirm and raise concern')(page);
        await page.getByRole('heading', { level: 1, name: /^Saved/ }).waitFor();
      },
    },
    ...aboutAPerson,
    { name: 'person-change', go: link(/^Change/) },
    {
      name: 'person-add',
      go: async (page) => {
        await main('People')(page);
        await link('Add a person')(page);
      },
    },
    { name: 'concerns', go: main('Concerns') },
    { name: 'blank-form', go: inTurn(main('Today'), link('Print a blank form')) },
    { name: 'concern-untold', go: concernOf('George Abbotswell') },
    { name: 'concern-tell', go: link('Record who you told') },
    { name: 'concern-heard-back', go: concernOf('Leah Marsden') },
    { name: 'concern-decisions', go: link(/^Decision log/) },
    { name: 'concern-add', go: link(/^Add (more )?information/) },
    ...aroundAConcern,
    { name: 'referrals', go: afterDialog(main('Referrals')) },
    { name: 'referral', go: link(/^(Support|Review|Monitoring): /) },
    { name: 'referral-sheet', go: link('One page to hand over') },
    {
      name: 'referral-send',
      go: async (page) => {
        await personCalled('Leah Marsden')(page);
        await link('Refer to a health professional')(page);
      },
    },
    { name: 'supervision', go: main('Supervision') },
    { name: 'practice', go: (page) => page.getByRole('link', { name: /^Amina Q\./ }).click() },
    { name: 'change-passphrase', go: link('Change my passphrase') },
    {
      name: 'recovery-key',
      go: async (page) => {
        await link('Who works here')(page);
        await link('Recovery key')(page);
      },
    },
    { name: 'practice-run', go: inTurn(main('Today'), link('Practise')) },
    {
      name: 'hidden',
      go: async (page) => {
        await page.keyboard.press('Control+Shift+h');
        await page.getByRole('heading', { name: 'Screen hidden' }).waitFor();
      },
    },
    { name: 'shown-again', go: (page) => page.getByRole('button', { name: 'Show the screen' }).click() },
  ],
};

const lead: Tour = {
  who: 'Dr M Fenwick-Oye',
  role: 'safeguarding-lead',
  stops: [
    { name: 'today', go: here },
    { name: 'concern-waiting', go: concernOf('George Abbotswell') },
    { name: 'acknowledge', go: link('Acknowledge') },
    { name: 'concern', go: concernOf('Leah Marsden') },
    { name: 'concern-decisions', go: link(/^Decision log/) },
    ...outsideThePractice,
    {
      name: 'concern-actions',
      go: async (page) => {
        await concernOf('Leah Marsden')(page);
        await link(/^Actions/)(page);
      },
    },
    { name: 'concern-chronology', go: link('Chronology') },
    { name: 'concern-trail', go: link('Audit trail') },
    { name: 'decide', go: link('Record a decision') },
    { name: 'decide-errors', go: button('Save decision') },
    ...closing,
    { name: 'referral-answer', go: inTurn(main('Referrals'), link(/^Record the answer/)) },
    { name: 'audit', go: main('Audit log') },
    {
      name: 'hand-over',
      go: async (page) => {
        await page
          .getByRole('banner')
          .getByRole('link', { name: /^Dr M Fenwick-Oye/ })
          .click();
        await link('Dr M Fenwick-Oye')(page);
        await link('What has to be done before you leave')(page);
      },
    },
  ],
};

const supervisor: Tour = {
  who: 'Dr H Ashdown-Pike',
  role: 'supervisor',
  stops: [
    { name: 'today', go: here },
    { name: 'confirm', go: link(/^Read it/) },
    { name: 'supervision', go: main('Supervision') },
    { name: 'past-sessions', go: link('Past sessions') },
    { name: 'session', go: link(/^S-/) },
    {
      name: 'record-short',
      go: async (page) => {
        await main('Supervision')(page);
        await link(/^Record a session with Amina/)(page);
      },
    },
    { name: 'record-full', go: button('Show all sections') },
    { name: 'record-errors', go: button('Finish and sign') },
  ],
};

const manager: Tour = {
  who: 'J Sedley',
  role: 'practice-manager',
  stops: [
    { name: 'today', go: here },
    { name: 'people', go: main('People') },
    { name: 'concerns', go: main('Concerns') },
    { name: 'supervision', go: main('Supervision') },
    { name: 'audit', go: main('Audit log') },
    { name: 'audit-export', go: link('Export') },
    { name: 'practice', go: (page) => page.getByRole('link', { name: /^J Sedley/ }).click() },
    { name: 'backups', go: link('Backups') },
    {
      name: 'practice-give-role',
      go: async (page) => {
        await link('Who works here')(page);
        await inDialog(button(/^Give a role/))(page);
      },
    },
    { name: 'practice-add', go: afterDialog(link('Add a colleague')) },
    {
      name: 'practice-numbers',
      go: async (page) => {
        await link('Who works here')(page);
        await link('Phone numbers')(page);
      },
    },
    {
      name: 'settings',
      go: async (page) => {
        await link('Who works here')(page);
        await link('Settings')(page);
      },
    },
    { name: 'concern-types', go: link('Types of concern') },
    { name: 'concern-types-add', go: inDialog(button('Add a type of concern')) },
    { name: 'settings-again', go: afterDialog(link('Settings')) },
    { name: 'settings-change', go: inDialog(button(/^Change ?: Opening hours/)) },
    { name: 'settings-codes', go: afterDialog(inDialog(button(/^Change ?: Codes for the GP record/))) },
    { name: 'staff', go: afterDialog(colleague('Dr M Fenwick-Oye')) },
    { name: 'staff-end-role', go: inDialog(button(/^End role/)) },
    { name: 'staff-cover', go: afterDialog(link('Name cover for an absence')) },
    { name: 'staff-cover-errors', go: button('Name this cover') },
    {
      name: 'staff-leave',
      go: async (page) => {
        await link('Back to Dr M Fenwick-Oye')(page);
        await colleague('Dr R Menon-Clarke')(page);
        await link('Prepare their leaving')(page);
      },
    },
    {
      name: 'let-in-again',
      go: async (page) => {
        await page.getByRole('link', { name: /^J Sedley/ }).click();
        await link('Let somebody in again')(page);
      },
    },
    {
      name: 'let-in-again-passphrase',
      go: async (page) => {
        await page.getByRole('radio', { name: 'Amina Q.' }).check();
        await button('Continue')(page);
      },
    },
    {
      name: 'recovery-key',
      go: async (page) => {
        await link('Who works here')(page);
        await link('Recovery key')(page);
      },
    },
  ],
};

/** Every screen of every role, in an order in which somebody could visit them. */
export const tours: readonly Tour[] = [linkWorker, lead, supervisor, manager];

/** Waits until nothing on the page is being loaded any more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.getByText(/^Loading/).waitFor({ state: 'detached' });
}
