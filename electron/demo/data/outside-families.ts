import { type Step, sitting } from '../steps.ts';

const leah: readonly Step[] = [
  ...sitting(
    'D-3 15:40',
    'fenwick',
    {
      do: 'decideSharing',
      concern: 'leah',
      said: {
        shared: true,
        with: 'MARAC, and children’s social care',
        grounds: ['life-threatening', 'others-at-risk', 'duty-for-child'],
        forChild: true,
        why: 'Hands round the neck, a checklist of 16, and two children in the house. She agrees to the adviser only.',
        told: 'yes',
      },
    },
    {
      do: 'referOutside',
      concern: 'leah',
      said: {
        destination: 'marac',
        to: 'Coordinator',
        how: 'secure-email',
        at: 'D-3 15:25',
        answerDue: 'D+6',
      },
    },
    {
      do: 'referOutside',
      concern: 'leah',
      said: {
        destination: 'childrens-social-care',
        to: 'Front door team',
        how: 'phone',
        at: 'D-3 15:35',
        theirReference: 'FD 2281',
        answerDue: 'D-1',
      },
    },
  ),
  ...sitting('D-2 11:20', 'fenwick', {
    do: 'answerOutside',
    concern: 'leah',
    referral: 0,
    said: {
      answer: 'acknowledged',
      from: 'MARAC coordinator',
      on: 'D-2',
      said: 'On the list for the meeting on {D+6}. They ask for the checklist before that.',
      answerDue: 'D+6',
    },
  }),
];

/** Step 1 was answered and changed nothing; step 2 is open, on the fourth of its five days. */
const kayleigh: readonly Step[] = [
  ...sitting('D-20 16:05', 'fenwick', {
    do: 'referOutside',
    concern: 'kayleigh',
    said: {
      destination: 'childrens-social-care',
      to: 'Front door team',
      how: 'online-form',
      at: 'D-20 15:40',
      answerDue: 'D-13',
    },
  }),
  ...sitting('D-13 09:30', 'fenwick', {
    do: 'chase',
    concern: 'kayleigh',
    referral: 0,
    said: { how: 'phone', at: 'D-13 09:20', outcome: 'With a manager. An answer this week.', answerDue: 'D-8' },
  }),
  ...sitting('D-8 16:10', 'fenwick', {
    do: 'answerOutside',
    concern: 'kayleigh',
    referral: 0,
    said: {
      answer: 'not-accepted',
      from: 'Duty social worker',
      on: 'D-8',
      said: '“Early help.” They see no need for an assessment.',
    },
  }),
  ...sitting('D-7 10:30', 'grace', {
    do: 'escalate',
    concern: 'kayleigh',
    referral: 0,
    said: {
      about: 'outside',
      step: 1,
      stepName: 'Professional to professional',
      to: 'Duty social worker, front door team',
      disagreement: 'Food, bedding and nursery together, over three visits. We think that the threshold is met.',
      answerDue: 'D-5',
    },
  }),
  ...sitting('D-5 15:00', 'grace', {
    do: 'answerEscalation',
    concern: 'kayleigh',
    escalation: 0,
    said: { from: 'Duty social worker', on: 'D-5', said: 'They have read it again. No change.', settled: false },
  }),
  ...sitting('D-4 09:15', 'fenwick', {
    do: 'escalate',
    concern: 'kayleigh',
    referral: 0,
    said: {
      about: 'outside',
      step: 2,
      stepName: 'Manager to manager',
      to: 'Team manager, front door team',
      disagreement:
        'The same, and the younger boy has missed nursery since the start of term. We ask for an assessment.',
      answerDue: 'D+1',
    },
  }),
];

const daughter: readonly Step[] = [
  ...sitting(
    'D-3 16:20',
    'fenwick',
    {
      do: 'takeAdvice',
      concern: 'daughter',
      said: {
        from: 'Named GP',
        at: 'D-3 15:30',
        advice:
          'No known act on a girl under 18, so no report to the police by 101. Refer to children’s social care today.',
      },
    },
    {
      do: 'decideSharing',
      concern: 'daughter',
      said: {
        shared: true,
        with: 'Children’s social care',
        grounds: ['others-at-risk', 'asking-raises-risk', 'duty-for-child'],
        forChild: true,
        why: 'A girl of 9 may be taken abroad in the summer.',
        told: 'not-safe',
        toldWhy: 'The family must not learn of it before children’s services advise.',
      },
    },
    {
      do: 'referOutside',
      concern: 'daughter',
      said: {
        destination: 'childrens-social-care',
        to: 'Front door team',
        how: 'phone',
        at: 'D-3 15:50',
        answerDue: 'D-2',
      },
    },
  ),
  ...sitting('D-2 10:30', 'fenwick', {
    do: 'answerOutside',
    concern: 'daughter',
    referral: 0,
    said: {
      answer: 'accepted',
      from: 'Social worker, front door team',
      on: 'D-2',
      said: 'Open. The council thinks about a protection order before the summer.',
    },
  }),
];

/** What went outside in scenarios 1, 5 and 11: there are children. */
export const outsideFamilies: readonly Step[] = [...leah, ...kayleigh, ...daughter];
