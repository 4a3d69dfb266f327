import { type Step, sitting } from '../steps.ts';

const ivor: readonly Step[] = [
  ...sitting(
    'D-21 12:50',
    'menon',
    {
      do: 'referOutside',
      concern: 'ivor',
      said: {
        destination: 'adult-social-care',
        to: 'Duty desk',
        how: 'phone',
        at: 'D-21 12:05',
        answerDue: 'D-19',
      },
    },
    {
      do: 'referOutside',
      concern: 'ivor',
      said: {
        destination: 'other',
        to: 'Contracts team of the council, about the care agency',
        how: 'secure-email',
        at: 'D-21 12:40',
        answerDue: 'D-14',
      },
    },
  ),
  ...sitting('D-14 09:10', 'menon', {
    do: 'chase',
    concern: 'ivor',
    referral: 1,
    said: {
      how: 'phone',
      at: 'D-14 09:00',
      outcome: 'They are looking at the agency’s visit logs.',
      answerDue: 'D-9',
    },
  }),
  ...sitting(
    'D-9 14:30',
    'menon',
    {
      do: 'answerOutside',
      concern: 'ivor',
      referral: 0,
      said: {
        answer: 'accepted',
        from: 'Team manager, adult social care',
        on: 'D-9',
        said: 'Section 42 enquiry opened today. They see him this week.',
      },
    },
    {
      do: 'answerOutside',
      concern: 'ivor',
      referral: 1,
      said: {
        answer: 'accepted',
        from: 'Contracts officer',
        on: 'D-9',
        said: 'Provider concern opened. A second agency takes the mornings.',
      },
    },
  ),
  ...sitting('D-6 12:10', 'menon', {
    do: 'reviewConcern',
    concern: 'ivor',
    said: { found: 'No visit missed since the second agency came. He is weighed on {D-3}.', nextOn: 'D+8' },
  }),
];

const danny: readonly Step[] = [
  ...sitting(
    'D-43 10:40',
    'fenwick',
    {
      do: 'referOutside',
      concern: 'danny',
      said: {
        destination: 'adult-social-care',
        to: 'Duty desk',
        how: 'phone',
        at: 'D-43 10:20',
        answerDue: 'D-41',
      },
    },
    {
      do: 'referOutside',
      concern: 'danny',
      said: {
        destination: 'modern-slavery-first-responder',
        to: 'The police',
        how: 'phone',
        at: 'D-43 10:30',
        theirReference: 'HP 44 1093',
        answerDue: 'D-40',
      },
    },
  ),
  ...sitting('D-40 09:30', 'fenwick', {
    do: 'answerOutside',
    concern: 'danny',
    referral: 1,
    said: {
      answer: 'accepted',
      from: 'Duty sergeant',
      on: 'D-40',
      said: 'They make the referral to the National Referral Mechanism, with his consent.',
    },
  }),
  ...sitting('D-23 11:00', 'fenwick', {
    do: 'answerOutside',
    concern: 'danny',
    referral: 0,
    said: {
      answer: 'accepted',
      from: 'Social worker, adult social care',
      on: 'D-23',
      said: 'Planning meeting held today. He stays at his aunt’s.',
    },
  }),
];

const kieran: readonly Step[] = [
  ...sitting(
    'D-20 16:15',
    'fenwick',
    {
      do: 'takeAdvice',
      concern: 'kieran',
      said: {
        from: 'Prevent team',
        at: 'D-20 15:30',
        advice: 'Refer him. Do not ask him before they have looked at it.',
      },
    },
    {
      do: 'referOutside',
      concern: 'kieran',
      said: { destination: 'prevent', how: 'secure-email', at: 'D-20 15:50', answerDue: 'D-10' },
    },
  ),
  ...sitting('D-4 15:20', 'fenwick', {
    do: 'answerOutside',
    concern: 'kieran',
    referral: 0,
    said: {
      answer: 'not-accepted',
      from: 'Channel panel',
      on: 'D-4',
      said: 'Not adopted. They name a mentor, and a mental health appointment.',
    },
  }),
];

/** What went outside in scenarios 4, 8 and 10. */
export const outsideAdults: readonly Step[] = [...ivor, ...danny, ...kieran];
