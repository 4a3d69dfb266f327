import { type Step, sitting } from '../steps.ts';

/** Referrals back on their own: most of what a link worker hands over is no concern at all. */
export const referrals: readonly Step[] = [
  ...sitting(
    'D-45 11:50',
    'tom',
    { do: 'addPerson', person: 'edna' },
    {
      do: 'refer',
      referral: 'edna-pharmacist',
      about: 'edna',
      said: {
        to: 'Clinical pharmacist, Wren Street',
        purpose: 'review',
        ask: 'Twelve medicines, three of them twice a day. Please review; she cuts two of them in half to save.',
        urgency: 'routine',
        agrees: 'yes',
        sentBy: 'gp-system-task',
        sentOn: 'D-45',
        replyBy: 'D-38',
      },
    },
  ),
  ...sitting('D-20 11:50', 'tom', {
    do: 'answer',
    referral: 'edna-pharmacist',
    said: {
      answer: 'accepted',
      said: 'Sorry for the wait. Booked for a half-hour review.',
      answeredOn: 'D-20',
      nextStep: 'Review on {D+4}.',
    },
  }),
  ...sitting(
    'D-30 11:50',
    'amina',
    { do: 'addPerson', person: 'george' },
    {
      do: 'refer',
      referral: 'george-nurse',
      about: 'george',
      said: {
        to: 'Practice nurse, Alderfield',
        purpose: 'monitoring',
        ask: 'Please check his blood pressure weekly for a month.',
        observed: 'His home machine showed 168 over 96 twice while I was there.',
        urgency: 'two-working-days',
        agrees: 'yes',
        sentBy: 'gp-system-task',
        sentOn: 'D-30',
        replyBy: 'D-28',
      },
    },
    { do: 'addPerson', person: 'olive' },
    {
      do: 'refer',
      referral: 'olive-memory',
      about: 'olive',
      said: {
        to: 'Dr H Ashdown-Pike, GP, for the memory clinic',
        purpose: 'review',
        ask: 'She has lost her way home twice. Please consider the memory clinic.',
        urgency: 'routine',
        agrees: 'yes',
        sentBy: 'gp-system-task',
        sentOn: 'D-30',
        replyBy: 'D-16',
      },
    },
  ),
  ...sitting(
    'D-22 12:10',
    'grace',
    { do: 'addPerson', person: 'tamsin' },
    {
      do: 'refer',
      referral: 'tamsin-visitor',
      about: 'tamsin',
      said: {
        to: 'Health visitor, Saltmarsh Lane',
        purpose: 'support',
        ask: 'Low mood since the birth, eight weeks ago. Please visit.',
        observed: 'Tearful, holds the baby well, eats little.',
        urgency: 'two-working-days',
        agrees: 'yes',
        sentBy: 'email',
        sentOn: 'D-22',
        replyBy: 'D-2',
      },
    },
  ),
  ...sitting(
    'D-3 11:20',
    'amina',
    {
      do: 'answer',
      referral: 'george-nurse',
      said: { answer: 'done', said: 'Four readings, the last 138 over 84. Tablets unchanged.', answeredOn: 'D-4' },
    },
    {
      do: 'answer',
      referral: 'olive-memory',
      said: {
        answer: 'declined',
        said: 'Declined for now: blood tests first, an infection was found and is being treated.',
        answeredOn: 'D-14',
        nextStep: 'Ask again in six weeks if she is no better.',
      },
    },
  ),
];
