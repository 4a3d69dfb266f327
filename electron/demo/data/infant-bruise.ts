import { type Step, sitting } from '../steps.ts';

/** Scenario 6: a mark on a baby who does not yet roll over. Acted on by phone first and written down after. */
export const infantBruise: readonly Step[] = [
  ...sitting(
    'D-30 11:20',
    'amina',
    {
      do: 'raise',
      concern: 'baby',
      about: 'baby',
      said: {
        dangerNow: 'not-sure',
        categories: ['child-physical'],
        what:
          'At his mother’s appointment I saw a round mark, about a centimetre, on the baby’s left upper arm when his ' +
          'sleeve rode up. His mother said that he rolled on a toy. He is ten weeks old. I asked nothing more and left the room.',
        know: 'saw-or-heard-it',
        happenedOn: 'D-30',
        when: 'on-that-day',
        told: [
          { who: 'Duty GP', how: 'in-person', at: 'D-30 10:42', reached: true },
          { who: 'MASH duty social worker', how: 'phone', at: 'D-30 10:55', reached: true },
          { who: 'C Illing, deputy lead', how: 'phone', at: 'D-30 11:05', reached: true },
        ],
      },
    },
    { do: 'addPerson', person: 'babyMother' },
    {
      do: 'inform',
      concern: 'baby',
      said: {
        facts: {
          ownWords: 'Mother: “He must have rolled on it.”',
          injuries:
            'One round mark, brown, about a centimetre, outer left upper arm. Drawn on the body map; no photo was taken.',
          talkedWithPerson: {
            answer: 'not-safe',
            note: 'Advised by MASH not to ask more before the doctor has seen him.',
          },
          evidence: 'The body map in this concern. No photo was taken.',
          police: { answer: 'yes' },
          howSoon: 'now',
          parentalResponsibility: 'Both parents.',
        },
      },
    },
    {
      do: 'bodyMap',
      concern: 'baby',
      map: {
        regions: [
          {
            region: 'front-left-upper-arm',
            what: 'One round mark, outer side. The skin was not broken.',
            size: 'About 1 cm',
            colour: 'Brown',
            shape: 'Round',
          },
        ],
        saw: 'could-be-seen',
        on: 'D-30',
        time: '10:40',
        present: 'His mother and I',
        statement: 'I saw it when his sleeve rode up. I did not move his clothes and I took no photo.',
      },
    },
    {
      do: 'place',
      concern: 'baby',
      inLog: 'babyMother',
      placed: {
        role: 'parent-or-carer',
        relationship: 'His mother',
        livesWithPerson: 'yes',
        knowsOfConcern: 'not-known',
        parentalResponsibility: 'yes',
      },
    },
    {
      do: 'refer',
      referral: 'baby-doctor',
      about: 'baby',
      concern: 'baby',
      said: {
        to: 'Duty GP, Alderfield',
        purpose: 'review',
        ask: 'Please see him now, before the family leaves the building.',
        urgency: 'emergency',
        agrees: 'not-asked',
        sentBy: 'in-person',
        sentOn: 'D-30',
        replyBy: 'D-30',
      },
    },
  ),
  ...sitting(
    'D-29 09:10',
    'illing',
    { do: 'acknowledge', concern: 'baby' },
    {
      do: 'decide',
      concern: 'baby',
      said: {
        decision: 'refer-outside',
        reason:
          'A bruise on a baby who does not move about needs the bruising protocol. MASH told within twenty minutes, ' +
          'seen by paediatrics the same afternoon, police told by MASH. Section 47 enquiry by the council; closed to us.',
        sharing: 'risk-of-serious-harm',
        forRaiser: 'You left the room, rang, and wrote down only what you saw. That is exactly it.',
        reviewOn: null,
        agreesOutside: 'not-asked',
        agreesOutsideWhy: 'Advised by MASH not to ask his parents before the doctor had seen him.',
      },
    },
  ),
  ...sitting('D-24 16:40', 'illing', {
    do: 'close',
    concern: 'baby',
    said: {
      outcome: 'local-authority-enquiry',
      reason: 'The council leads under section 47, with the police. Nothing more is asked of the practice.',
      risk: 'reduced',
      wishes: 'not-asked',
      forRaiser: 'The council has it. Your debrief with Dr Ashdown-Pike is for you to talk it through.',
    },
  }),
];
