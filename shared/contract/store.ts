import { type StaffId, type StoreId, staffId } from '../domain/ids.ts';
import { shortText, words } from '../domain/text.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';

/** At least 15 characters, exactly as typed. Which ones are refused as too common is for the screen that sets it up. */
export const newPassphrase = z.string().min(15, 'Use at least 15 characters, or the four words offered').max(500);
const passphrase = z.string().min(1, 'Enter your passphrase').max(500);

export interface SignIn {
  readonly staff: StaffId;
  readonly label: string;
}

export interface UnlockReport {
  readonly staff: StaffId;
  readonly entries: number;
  /** Records whose readers changed because of this sign-in. */
  readonly reconciled: number;
  readonly damagedRecords: number;
  readonly refusedEntries: number;
}

export const storeCalls = {
  status: query<{ readonly signIns: readonly SignIn[] }>()(z.strictObject({}), { when: 'locked' }),
  create: command<{
    readonly store: StoreId;
    readonly founder: StaffId;
    readonly recoveryHalves: readonly [string, string];
  }>()(
    z.strictObject({
      name: words(shortText, 'Enter the name of the network or practice'),
      demo: z.boolean(),
      founder: z.strictObject({
        name: words(shortText, 'Enter your full name'),
        initials: words(8, 'Enter your initials'),
        jobTitle: words(shortText, 'Enter your job title').optional(),
        passphrase: newPassphrase,
      }),
    }),
    { when: 'locked' },
  ),
  unlock: command<UnlockReport>()(z.strictObject({ staff: staffId, passphrase }), { when: 'locked' }),
  lock: command<null>()(z.strictObject({})),
};
