import { type Step, sitting } from '../steps.ts';

/** Scenario 5: two small boys, and practice and council see the threshold differently. */
export const childNeglect: readonly Step[] = [
  ...sitting(
    'D-22 11:30',
    'grace',
    {
      do: 'raise',
      concern: 'kayleigh',
      about: 'kayleigh',
      said: {
        dangerNow: 'not-sure',
        categories: ['child-neglect', 'not-sure'],
        what:
          'Third visit. One tin of beans in the cupboard. Both boys sleep on one bare mattress that was wet and stained. ' +
          'The younger one has missed nursery since the start of term. Kayleigh cried and said that she cannot keep up.',
        know: 'saw-or-heard-it',
        happenedOn: 'D-22',
        when: 'on-that-day',
        told: [{ who: 'Dr M Fenwick-Oye, safeguarding lead', how: 'phone', at: 'D-22 11:15', reached: true }],
      },
    },
    { do: 'addPerson', person: 'olderSon' },
    { do: 'addPerson', person: 'youngerSon' },
    {
      do: 'inform',
      concern: 'kayleigh',
      said: {
        facts: {
          ownWords: 'The older boy: “We have toast when Mum gets up.”',
          othersAtRisk: { answer: 'child', note: 'Her sons, 6 and 3.' },
          agreesOutside: { answer: 'yes' },
          wants: 'Help with the mornings and with the benefit letters.',
          goingWell: 'Both run to her when they are hurt. She asks for help.',
          impact: 'No breakfast most days; the older boy dresses his brother and waits at the window.',
          school: 'Saltmarsh infants; the nursery beside it',
          parentalResponsibility: 'Kayleigh. The father is not on the birth certificates.',
        },
      },
    },
  ),
  ...sitting(
    'D-20 15:50',
    'fenwick',
    { do: 'acknowledge', concern: 'kayleigh' },
    {
      do: 'decide',
      concern: 'kayleigh',
      actions: [{ what: 'Ring MASH for their answer', owner: 'fenwick', dueOn: 'D-13' }],
      said: {
        decision: 'refer-outside',
        reason: 'Referred to MASH with her agreement: food, bedding and nursery together over three visits.',
        sharing: 'they-agree',
        forRaiser: 'I have sent your words about the boys’ day as they stand.',
        reviewOn: 'D-8',
        agreesOutside: 'yes',
      },
    },
  ),
  ...sitting(
    'D-3 15:40',
    'fenwick',
    { do: 'finishAction', concern: 'kayleigh', action: 0, outcome: 'Answered on {D-8}: “early help”, no assessment.' },
    {
      do: 'decide',
      concern: 'kayleigh',
      actions: [
        { what: 'Visit, and write down what the boys ate and where they slept', owner: 'grace', dueOn: 'D-2' },
        { what: 'Bring the answer to step 2 to the practice meeting', owner: 'fenwick', dueOn: 'D+1' },
      ],
      said: {
        decision: 'keep-open-and-review',
        reason:
          'MASH returned “early help”. Grace thinks that the threshold is met; I was less sure and have changed my mind. ' +
          'Escalation step 1 on {D-5} was answered without a change. Step 2 opened, answer due in five working days.',
        sharing: 'they-agree',
        forRaiser: 'Your disagreement stands in the record, as it should.',
        reviewOn: 'D+1',
        agreesOutside: 'yes',
      },
    },
  ),
  ...sitting(
    'D-2 10:10',
    'grace',
    {
      do: 'inform',
      concern: 'kayleigh',
      said: {
        note: 'Visited {D-2}. Food parcel came. Same mattress. The younger boy has been to nursery twice this week.',
      },
    },
    {
      do: 'finishAction',
      concern: 'kayleigh',
      action: 1,
      outcome: 'Cereal, at the table. One bare mattress for both.',
    },
  ),
];
