import { type Step, sitting } from '../steps.ts';

/** Scenario 10: notice, check, share. Not taken up by Channel; supported another way and closed with its reason. */
export const radicalisation: readonly Step[] = [
  ...sitting(
    'D-22 15:10',
    'grace',
    {
      do: 'raise',
      concern: 'kieran',
      about: 'kieran',
      said: {
        dangerNow: 'no',
        categories: ['radicalisation'],
        what:
          'Kieran showed me videos on his phone that call for people of one faith to be driven out of the town. ' +
          'He has stopped football and sees nobody. He spoke of a mission and then said forget it.',
        know: 'saw-or-heard-it',
        happenedOn: 'D-24',
        when: 'on-that-day',
        told: [{ who: 'Dr M Fenwick-Oye, safeguarding lead', how: 'email', at: 'D-22 15:00', reached: true }],
      },
    },
    {
      do: 'inform',
      concern: 'kieran',
      said: {
        facts: {
          opinion: 'My opinion: lonely first, angry second. I may be wrong.',
          othersAtRisk: { answer: 'not-known' },
          agreesOutside: { answer: 'not-asked' },
          livesWith: 'His grandfather.',
        },
      },
    },
  ),
  ...sitting(
    'D-20 16:00',
    'fenwick',
    { do: 'acknowledge', concern: 'kieran' },
    {
      do: 'decide',
      concern: 'kieran',
      said: {
        decision: 'refer-outside',
        reason: 'Checked with the Prevent team: referred. Talk of a mission with nobody around him is enough to ask.',
        sharing: 'risk-of-serious-harm',
        reviewOn: 'D-3',
        agreesOutside: 'not-asked',
        agreesOutsideWhy: 'The Prevent team advised not to ask him before they had looked at it.',
      },
    },
    {
      do: 'share',
      concern: 'kieran',
      with: 'illing',
      why: 'Covers for me at Wren Street while I am on leave and may be rung by the Prevent team.',
    },
  ),
  ...sitting('D-3 16:20', 'fenwick', {
    do: 'close',
    concern: 'kieran',
    said: {
      outcome: 'early-help-in-place',
      reason:
        'Channel panel did not adopt. A mentor from the boxing club and a mental health appointment instead; he takes both up.',
      risk: 'reduced',
      wishes: 'not-expressed',
      forRaiser: 'Closed with support in place. Raise it again if anything changes; you need no new evidence to do so.',
    },
  }),
];
