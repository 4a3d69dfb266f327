import { practiceId } from '../domain/ids.ts';
import { words } from '../domain/text.ts';
import { z } from '../zod.ts';

/** What a network agreed about the numbers that people phone. */
export const contactSettings = [
  /** The council in whose area a practice lies: it decides which numbers are the practice's. */
  z.strictObject({
    setting: z.literal('practice-council'),
    value: z.strictObject({ practice: practiceId, council: words(60, 'Enter the name of the council') }),
  }),
  /** Days after which somebody should check a number again. */
  z.strictObject({ setting: z.literal('contact-check-days'), value: z.int().min(30).max(730) }),
] as const;
