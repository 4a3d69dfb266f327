import { type Step, sitting } from '../steps.ts';

/** What the lead and the deputy write for each other, beside the concern of scenario 8. */
export const leadsNotes: readonly Step[] = [
  ...sitting('D-43 10:30', 'fenwick', {
    do: 'leadsNote',
    concern: 'danny',
    note: 'Third concern this year about flats on that landing. I ask the named GP if the others are ours too.',
  }),
];
