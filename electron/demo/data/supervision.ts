import { type Step, sitting } from '../steps.ts';

/** The six meetings of the demo, recorded by whoever led them and signed by those who were there. */
export const supervision: readonly Step[] = [
  ...sitting(
    'D-69 09:30',
    'ashdown',
    {
      do: 'session',
      session: 'induction',
      supervisees: ['amina'],
      concerns: [],
      actions: [
        { what: 'Meet Dr Fenwick-Oye for an hour: who to call, and when', owner: 'amina', dueOn: 'D-62' },
        { what: 'Level 3 safeguarding e-learning', owner: 'amina', dueOn: 'D-41' },
        { what: 'Read the safeguarding policy and bring two questions', owner: 'amina', dueOn: 'D-62' },
      ],
      said: {
        kind: 'induction',
        heldOn: 'D-69',
        minutes: 60,
        mode: 'in-person',
        discussed:
          'Third week. Supervision agreement and its limits. Lone working: text on arrival and on leaving, and who rings if ' +
          'the second text does not come. Who to call when the lead is off: the deputy, then the council. Training plan.',
        nextOn: 'D-41',
      },
    },
    { do: 'sign', session: 'induction', said: { agrees: true } },
  ),
  ...sitting('D-30 12:10', 'amina', { do: 'sign', session: 'induction', said: { agrees: true } }),

  ...sitting(
    'D-29 13:00',
    'illing',
    {
      do: 'session',
      session: 'debrief',
      supervisees: ['amina'],
      concerns: ['baby'],
      actions: [
        { what: 'Ring Amina for a check-in', owner: 'illing', dueOn: 'D-26' },
        { what: 'One protected hour this week, nothing booked into it', owner: 'amina', dueOn: 'D-25' },
      ],
      said: {
        kind: 'debrief',
        heldOn: 'D-29',
        minutes: 25,
        mode: 'in-person',
        discussed:
          'The day after. What happened, in order; what it felt like to leave the room; what was done well. No blame. ' +
          'Employee assistance line offered. A wellbeing note is kept apart from this record.',
        nextOn: null,
      },
    },
    { do: 'sign', session: 'debrief', said: { agrees: true } },
  ),

  ...sitting(
    'D-21 13:00',
    'menon',
    {
      do: 'session',
      session: 'monthly',
      supervisees: ['tom'],
      concerns: ['walter', 'danny'],
      actions: [
        { what: 'Chase the council about Danny’s planning meeting', owner: 'tom', dueOn: 'D-19' },
        { what: 'Ask for ten minutes at the next multi-disciplinary meeting', owner: 'menon', dueOn: 'D-13' },
      ],
      said: {
        kind: 'clinical-one-to-one',
        heldOn: 'D-21',
        minutes: 60,
        mode: 'video',
        discussed:
          'Caseload 24 open, 6 waiting. Both open concerns by reference; decision: chase the council. The pharmacist’s ' +
          'five days are over. Theme: the difference between helping and rescuing.',
        nextOn: 'D+9',
      },
    },
    { do: 'sign', session: 'monthly', said: { agrees: true } },
    {
      do: 'session',
      session: 'group',
      supervisees: ['amina', 'tom', 'grace'],
      concerns: [],
      actions: [{ what: 'Draft a shared sheet of plain phrases', owner: 'tom', dueOn: 'D-6' }],
      said: {
        kind: 'group',
        heldOn: 'D-22',
        minutes: 75,
        mode: 'in-person',
        discussed:
          'Writing without jargon: what was seen, what was said, what is opinion. One case, nobody named. ' +
          'The list of local groups was brought up to date. Three of three came.',
        nextOn: 'D+34',
      },
    },
    { do: 'sign', session: 'group', said: { agrees: true } },
  ),
  ...sitting(
    'D-20 10:20',
    'tom',
    { do: 'sign', session: 'monthly', said: { agrees: true } },
    { do: 'sign', session: 'group', said: { agrees: true } },
  ),
  ...sitting(
    'D-3 11:40',
    'amina',
    { do: 'sign', session: 'debrief', said: { agrees: true } },
    { do: 'sign', session: 'group', said: { agrees: true } },
  ),

  ...sitting(
    'D-8 16:00',
    'ashdown',
    {
      do: 'session',
      session: 'late',
      supervisees: ['grace'],
      concerns: [],
      actions: [
        { what: 'Book the Level 3 update, due {D+13}', owner: 'grace', dueOn: 'D-1' },
        { what: 'Find other workers for four of the cases', owner: 'ashdown', dueOn: 'D+6' },
      ],
      said: {
        kind: 'clinical-one-to-one',
        heldOn: 'D-8',
        minutes: 50,
        mode: 'in-person',
        discussed:
          'Planned for {D-40} and cancelled in the winter surge: 54 days since the last one, which is too long. ' +
          'Development plan gone through. Workload: 31 open; a cap of 27 agreed.',
        nextOn: 'D+13',
      },
    },
    { do: 'sign', session: 'late', said: { agrees: true } },
  ),
  ...sitting(
    'D-3 16:30',
    'fenwick',
    {
      do: 'session',
      session: 'safeguarding',
      supervisees: ['grace'],
      concerns: ['kayleigh'],
      actions: [
        { what: 'Ring the named GP about the threshold', owner: 'fenwick', dueOn: 'D+1' },
        { what: 'Write down one whole day as the older boy has it', owner: 'grace', dueOn: 'D-1' },
      ],
      said: {
        kind: 'safeguarding',
        heldOn: 'D-3',
        minutes: 45,
        mode: 'phone',
        discussed:
          'Where lead and worker see the threshold differently. What is the child’s day like, hour by hour? ' +
          'The words of the second escalation were agreed line by line.',
        nextOn: 'D+11',
      },
    },
    { do: 'sign', session: 'safeguarding', said: { agrees: true } },
  ),
  ...sitting(
    'D-2 10:40',
    'grace',
    {
      do: 'sign',
      session: 'late',
      said: {
        agrees: false,
        disagreement:
          'A cap of 27 is still above what I can visit. I said 24 in the meeting and would like that to stand here.',
      },
    },
    { do: 'sign', session: 'safeguarding', said: { agrees: true } },
    { do: 'sign', session: 'group', said: { agrees: true } },
  ),
  ...sitting('D-1 12:20', 'ashdown', {
    do: 'comment',
    session: 'late',
    comment:
      'Grace did say 24, and I wrote down what I could promise. We look at it again on {D+13} with the new post filled.',
  }),
];
