import type { IsoDate } from '../domain/calendar.ts';
import { type StaffId, type StoreId, staffId } from '../domain/ids.ts';
import { shortText, words } from '../domain/text.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';

/** Exactly as typed. A long row of few letters is guessed as fast as a short one. */
export const newPassphrase = z
  .string()
  .min(15, 'Use at least 15 characters')
  .max(500)
  .refine((typed) => new Set(typed).size >= 5, 'Use at least 5 different characters');
const passphrase = z.string().min(1, 'Enter your passphrase').max(500);

export interface SignIn {
  readonly staff: StaffId;
  readonly label: string;
}

/** Somebody of the demonstration. Their passphrase is everybody's: nothing in that log is real. */
export interface DemonstrationPerson {
  readonly staff: StaffId;
  readonly name: string;
  readonly jobTitle: string;
  readonly passphrase: string;
}

export interface StoreStatus {
  readonly signIns: readonly SignIn[];
  /** Null for a real log. */
  readonly demonstration: { readonly people: readonly DemonstrationPerson[] } | null;
}

/** A service to ring. The emergency numbers come first. */
export interface PhoneNumber {
  readonly name: string;
  readonly phone: string;
  readonly outOfHours: string | null;
  /** The day on which somebody here last checked it, null when nobody has; 'national' is the same everywhere. */
  readonly checkedOn: IsoDate | 'national' | null;
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
  status: query<StoreStatus>()(z.strictObject({}), { when: 'locked' }),
  /** For whoever is in danger now: answered whether or not there is a log here, and whatever is wrong with it. */
  phoneNumbers: query<readonly PhoneNumber[]>()(z.strictObject({}), { when: 'locked' }),
  /** Makes the demonstration log in this folder. Takes most of a minute, and says how far it is on the way. */
  createDemo: command<null>()(z.strictObject({}), { when: 'locked' }),
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
        initials: words(8, 'Enter your initials', 'Initials'),
        jobTitle: words(shortText, 'Enter your job title').optional(),
        passphrase: newPassphrase,
      }),
    }),
    { when: 'locked' },
  ),
  unlock: command<UnlockReport>()(z.strictObject({ staff: staffId, passphrase }), { when: 'locked' }),
  lock: command<null>()(z.strictObject({})),
};
