import { type Step, sitting } from '../steps.ts';

/** Who else is in the concerns of scenarios 2, 5 and 11: written down on the same day, after the concern itself. */
export const peopleAround: readonly Step[] = [
  ...sitting('D-45 10:40', 'tom', {
    do: 'place',
    concern: 'walter',
    placed: {
      role: 'source-of-harm',
      whyNotKnown: 'Walter only calls him “the boy”.',
      relationship: 'His nephew',
      livesWithPerson: 'no',
      knowsOfConcern: 'not-known',
    },
  }),
  ...sitting(
    'D-22 12:10',
    'grace',
    {
      do: 'place',
      concern: 'kayleigh',
      inLog: 'olderSon',
      placed: { role: 'child-at-risk', relationship: 'Her older son', livesWithPerson: 'yes', knowsOfConcern: 'no' },
    },
    {
      do: 'place',
      concern: 'kayleigh',
      inLog: 'youngerSon',
      placed: { role: 'child-at-risk', relationship: 'Her younger son', livesWithPerson: 'yes', knowsOfConcern: 'no' },
    },
  ),
  ...sitting('D-3 11:20', 'amina', {
    do: 'place',
    concern: 'daughter',
    inLog: 'hawa',
    placed: {
      role: 'parent-or-carer',
      relationship: 'Her mother',
      livesWithPerson: 'yes',
      knowsOfConcern: 'no',
      parentalResponsibility: 'yes',
    },
  }),
];
