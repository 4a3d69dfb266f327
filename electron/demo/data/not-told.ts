import { type Step, sitting } from '../steps.ts';

/** Saved late in the day and nobody told yet: what a first screen must not let anybody overlook. */
export const notTold: readonly Step[] = [
  ...sitting('D-1 16:50', 'amina', {
    do: 'raise',
    concern: 'george',
    about: 'george',
    said: {
      dangerNow: 'no',
      categories: ['financial', 'psychological'],
      what:
        'George asked me to keep my voice down so that his lodger, in the next room, would not think that he was complaining. ' +
        'The lodger now answers his phone and opens his post. George did not know what he pays him, and changed the subject.',
      know: 'saw-or-heard-it',
      happenedOn: 'D-1',
      when: 'on-that-day',
      told: [],
    },
  }),
];
