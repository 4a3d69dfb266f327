import { type Step, sitting } from '../steps.ts';

/** Scenario 4: missed care visits at a practice without a lead, so the fallback reader decides. */
export const neglectAndCarers: readonly Step[] = [
  ...sitting(
    'D-22 10:20',
    'grace',
    {
      do: 'raise',
      concern: 'ivor',
      about: 'ivor',
      said: {
        dangerNow: 'no',
        categories: ['neglect', 'organisational'],
        what:
          'Ivor’s daughter says that the morning carer missed nine of the last fourteen visits and that the log book ' +
          'was filled in anyway. His trousers are held up with string. He lost six kilos since the summer.',
        know: 'somebody-else-told-me',
        toldBy: 'His daughter, who holds power of attorney',
        when: 'still-happening',
        lateEntry: { writtenOn: 'D-23 16:40', why: 'Written on paper at his door. My laptop was at the practice.' },
        told: [{ who: 'Dr R Menon-Clarke, fallback for Quillgate', how: 'phone', at: 'D-22 10:05', reached: true }],
      },
    },
    {
      do: 'inform',
      concern: 'ivor',
      said: {
        facts: {
          agreesOutside: { answer: 'not-asked', note: 'Dementia; his daughter agrees for him.' },
          capacityDoubt: { answer: 'yes', note: 'Could not say who comes in the morning or whether he had eaten.' },
          othersAtRisk: { answer: 'adult', note: 'The same agency visits four more people on the estate.' },
          evidence: 'Copy of the carers’ log book, kept by his daughter.',
          careNeeds: 'Help with washing, dressing, meals and medicines.',
          communication: 'Hearing aid in the left ear. Short sentences.',
        },
      },
    },
    {
      do: 'refer',
      referral: 'ivor-doctor',
      about: 'ivor',
      concern: 'ivor',
      said: {
        to: 'Duty GP, Quillgate',
        purpose: 'review',
        ask: 'Please review his weight and whether he needs fortified drinks.',
        urgency: 'two-working-days',
        agrees: 'not-asked',
        sentBy: 'gp-system-task',
        sentOn: 'D-22',
        replyBy: 'D-20',
      },
    },
    {
      do: 'refer',
      referral: 'ivor-pharmacist',
      about: 'ivor',
      concern: 'ivor',
      said: {
        to: 'Clinical pharmacist, Quillgate',
        purpose: 'review',
        ask: 'Please check whether his tablets are being given at all.',
        urgency: 'routine',
        agrees: 'not-asked',
        sentBy: 'gp-system-task',
        sentOn: 'D-22',
        replyBy: 'D+2',
      },
    },
  ),
  ...sitting(
    'D-21 12:30',
    'menon',
    { do: 'acknowledge', concern: 'ivor' },
    {
      do: 'decide',
      concern: 'ivor',
      said: {
        decision: 'refer-outside',
        reason:
          'He lacks capacity about his care. Council concern today, and a provider concern to the contracts team about the agency.',
        sharing: 'lacks-capacity',
        forRaiser: 'Reported by phone at noon. The daughter knows and has the duty number.',
        reviewOn: 'D-6',
        agreesOutside: 'not-asked',
        agreesOutsideWhy: 'He lacks capacity for this. His daughter, who holds power of attorney, agrees for him.',
      },
    },
  ),
  ...sitting(
    'D-2 09:30',
    'grace',
    {
      do: 'answer',
      referral: 'ivor-doctor',
      said: {
        answer: 'done',
        said: 'Seen at home. Fortified drinks started, weight again in two weeks.',
        answeredOn: 'D-17',
        nextStep: 'Weigh on {D-3}.',
      },
    },
    {
      do: 'inform',
      concern: 'ivor',
      said: {
        note: 'Council opened a section 42 enquiry on {D-9}. A second agency does the mornings now; no visit missed since.',
      },
    },
  ),
];
