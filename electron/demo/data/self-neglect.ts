import { type Step, sitting } from '../steps.ts';

/** Scenario 3: self-neglect with capacity presumed. Not a statutory enquiry; watched through health professionals. */
export const selfNeglect: readonly Step[] = [
  ...sitting(
    'D-22 14:10',
    'grace',
    {
      do: 'raise',
      concern: 'joan',
      about: 'joan',
      said: {
        dangerNow: 'not-sure',
        categories: ['self-neglect'],
        what:
          'Joan spoke to me through the letter box because newspapers block the front door to chest height. ' +
          'No heating since the boiler failed. A bandage on her right leg was wet through and smelled.',
        know: 'saw-or-heard-it',
        happenedOn: 'D-22',
        when: 'on-that-day',
        told: [{ who: 'Dr M Fenwick-Oye, safeguarding lead', how: 'gp-system-task', at: 'D-22 14:00', reached: true }],
      },
    },
    {
      do: 'inform',
      concern: 'joan',
      said: {
        facts: {
          ownWords: '“I know where everything is. I don’t want strangers in.”',
          opinion: 'My opinion: she is ashamed rather than unaware.',
          agreesOutside: { answer: 'not-asked' },
          wants: 'To be left in her own home.',
          capacityDoubt: {
            answer: 'not-known',
            note: 'She answered clearly; nobody has asked about the leg and the cold together.',
          },
          careNeeds: 'Leg ulcer dressings, heating.',
          livesWith: 'Nobody.',
        },
      },
    },
    {
      do: 'refer',
      referral: 'joan-nurse',
      about: 'joan',
      concern: 'joan',
      said: {
        to: 'District nurse, Saltmarsh Lane team',
        purpose: 'monitoring',
        ask: 'Please take over dressing and watching the ulcer on her right leg. She will open the back door to a nurse.',
        observed: 'Bandage wet through, smell.',
        urgency: 'two-working-days',
        agrees: 'yes',
        sentBy: 'phone',
        sentOn: 'D-22',
        replyBy: 'D-20',
      },
    },
    {
      do: 'refer',
      referral: 'joan-doctor',
      about: 'joan',
      concern: 'joan',
      said: {
        to: 'Dr H Ashdown-Pike, GP',
        purpose: 'review',
        ask: 'Please review her leg, weight and mood at home.',
        urgency: 'routine',
        agrees: 'yes',
        sentBy: 'gp-system-task',
        sentOn: 'D-22',
        replyBy: 'D-8',
      },
    },
  ),
  ...sitting(
    'D-20 15:40',
    'fenwick',
    { do: 'acknowledge', concern: 'joan' },
    {
      do: 'decide',
      concern: 'joan',
      said: {
        decision: 'keep-open-and-review',
        reason:
          'Council: not a section 42 enquiry, multi-disciplinary route. Capacity presumed. Fire service visit booked, ' +
          'district nurse for the ulcer, GP review at home. Asked at the back door on {D-21}: yes to the fire ' +
          'service, no to anybody who clears.',
        sharing: 'they-agree',
        reviewOn: 'D+14',
        agreesOutside: 'yes',
      },
    },
  ),
  ...sitting(
    'D-2 09:50',
    'grace',
    {
      do: 'answer',
      referral: 'joan-nurse',
      said: {
        answer: 'accepted',
        said: 'On the list, twice a week. First dressing was on {D-19}.',
        answeredOn: 'D-20',
      },
    },
    {
      do: 'inform',
      concern: 'joan',
      said: {
        note: 'Fire service visited {D-11}: two alarms fitted, path to the back door agreed and kept clear so far.',
      },
    },
  ),
];
