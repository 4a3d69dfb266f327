import { type Step, sitting } from '../steps.ts';

/** Scenario 7: not abuse, and still the same thread: a concern with a same-day referral back. */
export const suicidalThoughts: readonly Step[] = [
  ...sitting(
    'D-20 10:30',
    'tom',
    {
      do: 'raise',
      concern: 'prakash',
      about: 'prakash',
      said: {
        dangerNow: 'not-sure',
        categories: ['suicide-self-harm'],
        what:
          'On the phone about his debts Prakash went quiet and then said that there was no point in any of it. ' +
          'I asked whether he was thinking of ending his life. He said yes, most nights, with tablets. I stayed on the line.',
        know: 'the-person-told-me',
        happenedOn: 'D-20',
        when: 'on-that-day',
        told: [
          {
            who: 'Duty GP, Alderfield, handed over on the line',
            how: 'phone',
            at: 'D-20 10:05',
            reached: true,
            tookOver: true,
          },
        ],
      },
    },
    {
      do: 'inform',
      concern: 'prakash',
      said: {
        facts: {
          ownWords: '“There’s no point. They’d be better off with the insurance.”',
          doneSoFar:
            'Stayed on the line until the duty GP had him. Crisis team rang back within the hour. Safety plan with his sister.',
          knowsRaised: 'yes',
          agreesOutside: { answer: 'yes' },
          wants: 'Somebody to go through the letters with him.',
          howSoon: 'now',
          livesWith: 'His wife and a son at college.',
        },
      },
    },
    {
      do: 'refer',
      referral: 'prakash-doctor',
      about: 'prakash',
      concern: 'prakash',
      said: {
        to: 'Duty GP, Alderfield',
        purpose: 'review',
        ask: 'Please see him today: thoughts of ending his life, a plan with tablets.',
        urgency: 'same-day',
        agrees: 'yes',
        sentBy: 'phone',
        sentOn: 'D-20',
        replyBy: 'D-20',
      },
    },
    {
      do: 'refer',
      referral: 'prakash-support',
      about: 'prakash',
      concern: 'prakash',
      said: {
        to: 'Care coordinator, Alderfield',
        purpose: 'support',
        ask: 'Please book the debt adviser at the surgery and go with him.',
        urgency: 'two-working-days',
        agrees: 'yes',
        sentBy: 'gp-system-task',
        sentOn: 'D-20',
        replyBy: 'D-18',
      },
    },
  ),
  ...sitting(
    'D-20 14:30',
    'fenwick',
    { do: 'acknowledge', concern: 'prakash' },
    {
      do: 'decide',
      concern: 'prakash',
      actions: [{ what: 'Ring Prakash after he has met the debt adviser', owner: 'tom', dueOn: 'D-13' }],
      said: {
        decision: 'refer-to-health-professional',
        reason: 'Seen by the duty GP at noon, crisis team involved, tablets now dispensed weekly. No abuse.',
        sharing: 'they-agree',
        forRaiser: 'You stayed on the line and asked the question. Please take your debrief.',
        reviewOn: 'D-13',
        agreesOutside: 'yes',
      },
    },
    // The deputy is his sister-in-law: from here on her role does not open his records to her.
    { do: 'connection', staff: 'illing', person: 'prakash' },
  ),
  ...sitting(
    'D-3 15:00',
    'fenwick',
    {
      do: 'answer',
      referral: 'prakash-doctor',
      said: {
        answer: 'done',
        said: 'Seen {D-20} at noon, again {D-19}. Crisis team rang him that evening.',
        answeredOn: 'D-19',
      },
    },
    {
      do: 'inform',
      concern: 'prakash',
      said: {
        note: 'Reviewed in the clinical meeting. The debt adviser has met him twice; he told his GP that he sleeps again.',
      },
    },
    {
      do: 'finishAction',
      concern: 'prakash',
      action: 0,
      outcome: 'Tom rang him on {D-12} and told the clinical meeting: two letters are settled.',
    },
  ),
];
