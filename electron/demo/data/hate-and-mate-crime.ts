import { type Step, sitting } from '../steps.ts';

/** Scenario 12: slurs on the stairs and a friend who borrows. He wishes to stay in his flat, and does. */
export const hateAndMateCrime: readonly Step[] = [
  ...sitting(
    'D-45 11:10',
    'tom',
    {
      do: 'raise',
      concern: 'marcus',
      about: 'marcus',
      said: {
        dangerNow: 'no',
        categories: ['discriminatory', 'hate-crime', 'mate-crime', 'financial'],
        what:
          'The couple below shout at Marcus about his disability each time that he comes in; I heard it from the stairs. ' +
          'A man he calls his best friend borrows his benefit money on the day it comes and has never paid back.',
        know: 'saw-or-heard-it',
        when: 'still-happening',
        told: [{ who: 'Dr M Fenwick-Oye, safeguarding lead', how: 'gp-system-task', at: 'D-45 11:00', reached: true }],
      },
    },
    {
      do: 'inform',
      concern: 'marcus',
      said: {
        facts: {
          ownWords: '“It’s my flat. I’m not the one who should move.”',
          agreesOutside: { answer: 'yes' },
          wants: 'To stay in his flat and to have his money on a Tuesday.',
          police: { answer: 'yes', reference: 'Reported on 101 with him, {D-45}' },
          capacityDoubt: { answer: 'no' },
        },
      },
    },
  ),
  ...sitting(
    'D-43 09:50',
    'fenwick',
    { do: 'acknowledge', concern: 'marcus' },
    {
      do: 'decide',
      concern: 'marcus',
      said: {
        decision: 'refer-outside',
        reason:
          'With his agreement: council concern, and housing about the neighbours. Police have it as a hate crime.',
        sharing: 'they-agree',
        reviewOn: 'D-20',
        agreesOutside: 'yes',
      },
    },
  ),
  ...sitting('D-20 15:30', 'fenwick', {
    do: 'close',
    concern: 'marcus',
    said: {
      outcome: 'other-agency-leading',
      reason:
        'Police lead on the hate crime. Neighbours warned by housing; his money now comes to a jam-jar account. ' +
        'He stays in his flat.',
      risk: 'reduced',
      wishes: 'partly-met',
      forRaiser: 'Marcus was told today in person. He stays in his flat and says thank you.',
    },
  }),
];
