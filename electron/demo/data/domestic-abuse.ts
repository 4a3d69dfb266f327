import { type Step, sitting } from '../steps.ts';

/** Scenario 1: domestic abuse with children in the house. High risk, so the meeting of agencies needs no agreement. */
export const domesticAbuse: readonly Step[] = [
  ...sitting(
    'D-3 09:40',
    'amina',
    {
      do: 'raise',
      concern: 'leah',
      about: 'leah',
      said: {
        dangerNow: 'no',
        categories: ['domestic', 'physical', 'psychological', 'child-emotional'],
        what:
          'Home visit this morning. Leah said that her partner took her phone away last week and put both hands round ' +
          'her neck in the kitchen until she could not speak. She showed me a fading mark under her left ear. ' +
          'Two children, 7 and 4, were asleep upstairs when it happened. He is away until Friday evening.',
        know: 'the-person-told-me',
        happenedOn: 'D-9',
        when: 'on-that-day',
        told: [
          {
            who: 'Dr M Fenwick-Oye, safeguarding lead',
            how: 'phone',
            at: 'D-3 09:15',
            reached: false,
            next: 'C Illing, deputy lead',
          },
          { who: 'C Illing, deputy lead', how: 'phone', at: 'D-3 09:20', reached: true },
        ],
      },
    },
    {
      do: 'inform',
      concern: 'leah',
      said: {
        note: 'The independent adviser met Leah at the surgery at 9am, on her own, and went through the checklist with her.',
        facts: {
          ownWords: '“He said if I ring my mum again I won’t have a neck to talk with.”',
          injuries:
            'A yellow-brown mark the size of a thumb under the left ear. I saw it when she moved her hair; I did not examine.',
          happenedBefore: { answer: 'yes', note: 'Pushed twice last winter. Never the neck before.' },
          talkedWithPerson: { answer: 'yes' },
          knowsRaised: 'yes',
          agreesOutside: {
            answer: 'no',
            note: 'Agrees to the adviser, not to the police. Risk of serious harm, so shared with the agencies’ meeting.',
          },
          wants: 'To be safe with the children and to stay near her sister.',
          capacityDoubt: { answer: 'no' },
          safeToContact: 'Work mobile to her sister only. No texts, no letters.',
          othersAtRisk: { answer: 'child', note: 'Two children, 7 and 4.' },
          sourceOfHarm: 'Her partner, who lives with her and is registered at this practice too.',
          sourceOfHarmAware: 'no',
          doneSoFar: 'Sister will have the three of them until Friday. Exit bag at the sister’s house.',
          police: { answer: 'no' },
          howSoon: 'now',
          livesWith: 'Her partner and two children.',
        },
      },
    },
    {
      do: 'checklist',
      concern: 'leah',
      recorded: {
        checklist: 'DASH',
        scoredBy: 'The independent adviser',
        scorersRole: 'Independent domestic violence adviser',
        trained: 'yes',
        on: 'D-3',
        total: '16',
        level: 'High',
        judgement: 'High, also without the total: hands round the neck, and she fears for her life.',
        next: 'Refer to MARAC. The adviser keeps the contact, through her sister.',
      },
    },
    {
      do: 'place',
      concern: 'leah',
      practice: 'alderfield',
      placed: {
        role: 'source-of-harm',
        whyNotKnown: 'Leah did not want to say his name today.',
        relationship: 'Her partner',
        address: '14 Mill Lane, Harrowmere',
        livesWithPerson: 'yes',
        knowsOfConcern: 'no',
      },
    },
    {
      do: 'place',
      concern: 'leah',
      placed: {
        role: 'child-at-risk',
        whyNotKnown: 'I did not ask for the children’s names.',
        relationship: 'Her older child',
        age: '7',
        livesWithPerson: 'yes',
        knowsOfConcern: 'no',
      },
    },
    {
      do: 'place',
      concern: 'leah',
      placed: {
        role: 'child-at-risk',
        whyNotKnown: 'I did not ask for the children’s names.',
        relationship: 'Her younger child',
        age: '4',
        livesWithPerson: 'yes',
        knowsOfConcern: 'no',
      },
    },
    {
      do: 'tell',
      concern: 'leah',
      told: { who: 'Dr M Fenwick-Oye, in her room', how: 'in-person', at: 'D-3 09:30', reached: true },
    },
  ),
  ...sitting(
    'D-3 15:10',
    'fenwick',
    { do: 'acknowledge', concern: 'leah' },
    {
      do: 'decide',
      concern: 'leah',
      actions: [
        { what: 'Warn reception not to confirm appointments to anybody', owner: 'fenwick', dueOn: 'D-3' },
        { what: 'Tell Leah, through her sister, who will ring her before the meeting', owner: 'amina', dueOn: 'D-2' },
        { what: 'Ring MASH and write down who has the referral', owner: 'fenwick', dueOn: 'D-1' },
      ],
      said: {
        decision: 'refer-outside',
        reason:
          'Hands round the neck and a checklist of 16 is high risk. Referred to MARAC without her full agreement, ' +
          'meeting on {D+6}, and to MASH for both children. Her record is coded and hidden from online access. ' +
          'Her partner is registered here: reception warned not to confirm appointments to anybody.',
        sharing: 'risk-of-serious-harm',
        forRaiser:
          'You did the right thing. Please do not ring the house. I am chasing MASH; the adviser keeps the contact.',
        reviewOn: 'D-1',
        agreesOutside: 'no',
        agreesOutsideWhy:
          'Agrees to the adviser, not to the police. High risk, with two children in the house: shared without agreement.',
      },
    },
    {
      do: 'finishAction',
      concern: 'leah',
      action: 0,
      outcome: 'Told the three at the desk before I wrote this, and put a warning on both records.',
    },
  ),
];
