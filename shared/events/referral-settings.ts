import { words } from '../domain/text.ts';
import { urgencies } from '../domain/urgency.ts';
import { z } from '../zod.ts';

const days = z.int('Enter a whole number of days').min(0).max(60);

const rung = z.discriminatedUnion('urgency', [
  z.strictObject({ urgency: z.literal(urgencies[0]), name: words(60, 'Enter a name'), days: z.literal(0) }),
  z.strictObject({ urgency: z.literal(urgencies[1]), name: words(60, 'Enter a name'), days: z.literal(0) }),
  z.strictObject({ urgency: z.literal(urgencies[2]), name: words(60, 'Enter a name'), days: days.min(1) }),
  z.strictObject({ urgency: z.literal(urgencies[3]), name: words(60, 'Enter a name'), days: days.min(1) }),
  z.strictObject({ urgency: z.literal(urgencies[4]), name: words(60, 'Enter a name'), days: days.min(1).nullable() }),
]);

/** What a network agreed about referrals back. What is for today stays for today, whatever it is called. */
export const referralSettings = [
  z.strictObject({
    setting: z.literal('urgency-ladder'),
    value: z
      .array(rung)
      .length(urgencies.length)
      .refine(
        (rungs) => rungs.every(({ urgency }, place) => urgency === urgencies[place]),
        'Give each step of the ladder once, the most urgent first',
      ),
  }),
  /** Hours until a second person asks too, when nobody has seen something for today. */
  z.strictObject({ setting: z.literal('referral-unseen-hours'), value: z.int().min(1).max(24) }),
] as const;
