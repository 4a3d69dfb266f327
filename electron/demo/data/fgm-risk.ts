import { type Step, sitting } from '../steps.ts';

/** Scenario 11: a girl at risk. The mandatory duty to report is not triggered, and the record says why. */
export const fgmRisk: readonly Step[] = [
  ...sitting(
    'D-3 10:50',
    'amina',
    {
      do: 'raise',
      concern: 'daughter',
      recordedFor: 'ashdown',
      about: 'daughter',
      said: {
        dangerNow: 'no',
        categories: ['fgm'],
        what:
          'Hawa mentioned that in the summer her daughter, 9, will visit her grandmother abroad “for her ceremony”. ' +
          'Hawa went through it herself as a girl and looked at the floor. No tickets yet.',
        know: 'somebody-else-told-me',
        toldBy: 'Her mother, Hawa S.',
        happenedOn: 'D-3',
        when: 'on-that-day',
        told: [{ who: 'C Illing, deputy lead', how: 'in-person', at: 'D-3 10:40', reached: true }],
      },
    },
    { do: 'addPerson', person: 'hawa' },
    {
      do: 'inform',
      concern: 'daughter',
      said: {
        facts: {
          talkedWithPerson: {
            answer: 'not-safe',
            note: 'The family must not learn of it before children’s services advise.',
          },
          othersAtRisk: { answer: 'no' },
          sourceOfHarm: 'Not one person: pressure from family abroad.',
          sourceOfHarmAware: 'no',
          howSoon: 'today',
          goingWell: 'Does well at school, close to her mother.',
          school: 'Alderfield primary, year 5',
        },
      },
    },
    {
      do: 'refer',
      referral: 'hawa-clinic',
      about: 'hawa',
      concern: 'daughter',
      said: {
        to: 'Dr H Ashdown-Pike, GP',
        purpose: 'support',
        ask: 'Please offer Hawa the survivors’ clinic, with a female interpreter.',
        urgency: 'routine',
        agrees: 'yes',
        sentBy: 'in-person',
        sentOn: 'D-3',
        replyBy: 'D+11',
      },
    },
  ),
  ...sitting(
    'D-3 16:10',
    'fenwick',
    { do: 'acknowledge', concern: 'daughter' },
    {
      do: 'decide',
      concern: 'daughter',
      said: {
        decision: 'refer-outside',
        reason:
          'Child safeguarding referral the same day. The mandatory report to the police is not triggered: no act on a ' +
          'girl under 18 is known or told. The council considers a protection order before the summer.',
        sharing: 'risk-of-serious-harm',
        reviewOn: 'D+4',
        agreesOutside: 'not-asked',
        agreesOutsideWhy: 'The family must not learn of it before children’s services advise.',
      },
    },
  ),
];
