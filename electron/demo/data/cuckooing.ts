import { type Step, sitting } from '../steps.ts';

/** Scenario 8: a flat taken over, and work that is owed. */
export const cuckooing: readonly Step[] = [
  ...sitting(
    'D-45 11:30',
    'tom',
    {
      do: 'raise',
      concern: 'danny',
      about: 'danny',
      said: {
        dangerNow: 'not-sure',
        categories: ['cuckooing', 'modern-slavery', 'financial'],
        what:
          'Danny came without his coat and said that his friends have his room now and he sleeps in the bath. ' +
          'People come to the flat all night. He has to work at a car wash until he has paid for a phone that they broke.',
        know: 'the-person-told-me',
        when: 'still-happening',
        told: [{ who: 'Dr M Fenwick-Oye, safeguarding lead', how: 'phone', at: 'D-45 11:20', reached: true }],
      },
    },
    {
      do: 'inform',
      concern: 'danny',
      said: {
        facts: {
          ownWords: '“They’re my mates, they just don’t let me in.”',
          capacityDoubt: { answer: 'yes', note: 'Learning disability; understood the words, not what could follow.' },
          safeToContact: 'Through his support worker, at the day centre.',
          sourceOfHarm: 'Three men who call themselves his friends; he knows first names only.',
          sourceOfHarmAware: 'no',
          careNeeds: 'Supported living, six hours a week.',
          communication: 'Easy-read letters, one thing at a time.',
        },
      },
    },
  ),
  ...sitting(
    'D-43 10:10',
    'fenwick',
    { do: 'acknowledge', concern: 'danny' },
    {
      do: 'decide',
      concern: 'danny',
      said: {
        decision: 'refer-outside',
        reason:
          'Adult concern to the council and to the police today. The police, as first responder, make the referral to ' +
          'the National Referral Mechanism with his consent. Contact through his support worker only.',
        sharing: 'risk-of-serious-harm',
        forRaiser: 'Nobody from us goes to the flat.',
        reviewOn: 'D-20',
        agreesOutside: 'not-asked',
        agreesOutsideWhy:
          'Not safe to ask while the men are about. His support worker asks him about the National Referral Mechanism.',
      },
    },
  ),
  ...sitting('D-20 11:10', 'tom', {
    do: 'inform',
    concern: 'danny',
    said: {
      note: 'Chased the council: planning meeting was {D-23}. Danny stays at his aunt’s; the police changed the locks with housing.',
    },
  }),
];
