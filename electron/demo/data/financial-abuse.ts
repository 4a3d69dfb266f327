import { type Step, sitting } from '../steps.ts';

/** Scenario 2: a nephew holds the bank card. Closed with what he wished for partly achieved. */
export const financialAbuse: readonly Step[] = [
  ...sitting(
    'D-45 10:20',
    'tom',
    {
      do: 'raise',
      concern: 'walter',
      about: 'walter',
      said: {
        dangerNow: 'no',
        categories: ['financial'],
        what:
          'Walter had no food in and three red bills on the table. He said that his nephew keeps the bank card ' +
          '“to make it easier” and that he has had no cash since the clocks changed.',
        know: 'the-person-told-me',
        when: 'still-happening',
        told: [{ who: 'Dr R Menon-Clarke, supervisor', how: 'phone', at: 'D-45 09:50', reached: true }],
      },
    },
    {
      do: 'inform',
      concern: 'walter',
      said: {
        facts: {
          ownWords: '“I don’t want the boy in trouble. I just want my card back.”',
          place: 'At home',
          knowsRaised: 'yes',
          agreesOutside: { answer: 'no', note: 'Said no today. I will ask again on Friday without his nephew there.' },
          wants: 'To get his card back and to keep seeing his nephew.',
          capacityDoubt: { answer: 'no', note: 'He followed the figures and told me what he would do.' },
          sourceOfHarm: 'His nephew, who lives with him at weekends.',
          careNeeds: 'Walks with a frame; needs help with shopping.',
        },
      },
    },
  ),
  ...sitting(
    'D-43 09:30',
    'fenwick',
    { do: 'acknowledge', concern: 'walter' },
    {
      do: 'decide',
      concern: 'walter',
      said: {
        decision: 'keep-open-and-review',
        reason:
          'He has capacity and says no for now. Tom talks with him again on his own; then the council, with his agreement.',
        sharing: 'not-shared',
        forRaiser: 'Ask again on his own, and tell him what the council would do first.',
        reviewOn: 'D-20',
        agreesOutside: 'no',
      },
    },
  ),
  ...sitting('D-20 11:40', 'tom', {
    do: 'inform',
    concern: 'walter',
    said: {
      note:
        'Walter agreed on {D-38}. Council concern raised the same day, and the bank has put a marker on the account. ' +
        'New card came to the surgery; he keeps it on a cord. His nephew still comes on Sundays and he is glad of it.',
      facts: {
        agreesOutside: { answer: 'yes' },
        evidence: 'Three unpaid bills, kept by Walter in his kitchen drawer.',
      },
    },
  }),
  ...sitting('D-20 15:20', 'fenwick', {
    do: 'close',
    concern: 'walter',
    said: {
      outcome: 'local-authority-enquiry',
      reason: 'Council closed its enquiry. Card back, contact with his nephew kept, one bill still disputed.',
      risk: 'reduced',
      wishes: 'partly-met',
      forRaiser: 'Thank you for going back. Walter asked that you be told that he is pleased.',
    },
  }),
  ...sitting('D-20 11:45', 'tom', {
    do: 'refer',
    referral: 'walter-therapist',
    about: 'walter',
    concern: 'walter',
    said: {
      role: 'occupational-therapist',
      to: 'Occupational therapist, Wren Street',
      purpose: 'support',
      ask: 'Please see whether a perching stool and a rail would let Walter cook for himself again.',
      urgency: 'next-mdt',
      agrees: 'yes',
      sentBy: 'gp-system-task',
      sentOn: 'D-20',
    },
  }),
];
