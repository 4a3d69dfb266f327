import { button, concernOf, link, main, type Stop } from './ways.ts';

/** How a concern ends, what it belongs to, and its copy to the GP record, as whoever decides sees them. */
export const closing: readonly Stop[] = [
  {
    name: 'close-blocked',
    go: async (page) => {
      await concernOf('Leah Marsden')(page);
      await link('Close this concern')(page);
    },
  },
  {
    name: 'close',
    go: async (page) => {
      await concernOf('Joan Kettle')(page);
      await link('Close this concern')(page);
    },
  },
  { name: 'close-errors', go: button('Close this concern') },
  {
    name: 'link-concern',
    go: async (page) => {
      await concernOf('Joan Kettle')(page);
      await link('Link to another concern')(page);
    },
  },
  {
    name: 'gp-record',
    go: async (page) => {
      await concernOf('Joan Kettle')(page);
      await link('Copy to the GP record')(page);
    },
  },
  {
    name: 'concerns-closed',
    go: async (page) => {
      await main('Concerns')(page);
      await link(/^Closed/)(page);
    },
  },
  {
    name: 'concern-closed',
    go: async (page) => {
      await page.getByRole('row', { name: 'Walter' }).getByRole('link', { name: /^C-/ }).click();
      await page.getByRole('navigation', { name: 'Parts of this concern' }).waitFor();
    },
  },
];
