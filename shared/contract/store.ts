import type { Instant, IsoDate } from '../domain/calendar.ts';
import { type StaffId, type StoreId, staffId } from '../domain/ids.ts';
import { shortText, words } from '../domain/text.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';

/**
 * At least 15 characters, exactly as typed. The store refuses more of them, with a sentence at this field:
 * `judgePassphrase` in `shared/domain/passphrase.ts` is its rule, which a screen may ask while somebody types. Not used
 * here, so that its word list is not in the preload.
 */
export const newPassphrase = z.string().min(15, 'Use at least 15 characters, or the four words offered').max(500);
const passphrase = z.string().min(1, 'Enter your passphrase').max(500);

/** As printed or typed: case, spaces and dashes do not matter. In either order. */
export const recoveryHalves = z.tuple([
  z.string().min(1, 'Enter the first half').max(200),
  z.string().min(1, 'Enter the second half').max(200),
]);

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

/**
 * Why a log that does not agree with what was seen of it can be looked at, and nothing more: entries are missing at its
 * end, it is another one than this computer saw, or an entry was changed, removed or moved.
 */
export interface ReadOnly {
  readonly why: 'rolledBack' | 'forked' | 'changed';
  /** The first entry that is missing, or that does not hold. Those before it can be read. */
  readonly at: number;
  /** How many entries there were when it was last seen whole; null when it was changed within. */
  readonly seen: number | null;
}

export interface UnlockReport {
  readonly staff: StaffId;
  readonly entries: number;
  /** Records whose readers changed because of this sign-in. */
  readonly reconciled: number;
  /**
   * A colleague let them in again and nobody had confirmed it; by this sign-in with the passphrase from before, that new
   * passphrase has ended. Say so, and by whom. Null: nothing waited.
   */
  readonly lettingInWithdrawn: StaffId | null;
  readonly damagedRecords: number;
  readonly refusedEntries: number;
  /** Not null: every command is refused but to lock and to take evidence. A page says why, and what to do. */
  readonly readOnly: ReadOnly | null;
  /**
   * Not null: this computer's clock is more than a day behind the newest entry, which was made then. Either clock was
   * wrong. Shown with what the clock says now; nothing is refused, for it may be right again.
   */
  readonly clockBehind: Instant | null;
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
  /**
   * Fails with `clockAhead` when the newest entry is more than two weeks old: the screen says what this computer's clock
   * says. To sign in again, with nothing else, is to say that it is right.
   */
  unlock: command<UnlockReport>()(z.strictObject({ staff: staffId, passphrase }), { when: 'locked' }),
  /**
   * Uses the recovery key, when nobody can let somebody in again: gives one member of staff a new passphrase and new
   * keys, which count at once, with everything that they should read. They then unlock as ever. This recovery key ends,
   * and a new one is answered, in two halves for two people: shown once, kept nowhere. Backups made before still open
   * with the old halves. What was sealed to the person alone is lost: their drafts.
   *
   * Fails with `invalid` at `halves.0`, `halves.1` (mistyped, with what to look at) or `passphrase`; `store`
   * `recoverySameHalf`, `recoveryNotOurs` (a wrong half, halves of another log or of an ended key), `recoveryReadsOnly`;
   * `refused` when the person does not work here. Then nothing has changed.
   */
  recover: command<{ readonly recoveryHalves: readonly [string, string] }>()(
    z.strictObject({ halves: recoveryHalves, staff: staffId, passphrase: newPassphrase }),
    { when: 'locked' },
  ),
  lock: command<null>()(z.strictObject({}), { evenReadOnly: true }),
  /**
   * Whoever is signed in types their passphrase again, before a call that asks for it (`proof` of that call). Counts for
   * five minutes of calls that want a `recent` one, and for one call that `always` wants it.
   *
   * Fails with `store` `wrongPassphrase`, which the log notes, and `waitBeforeTrying`.
   */
  prove: command<null>()(z.strictObject({ passphrase }), { evenReadOnly: true }),
  /**
   * Changes the passphrase of whoever is signed in; what they read and their drafts stay as they are. The old one opens
   * nothing afterwards, but for copies and backups of the key file made before.
   *
   * Fails with `store` `wrongPassphrase` (the current one), `waitBeforeTrying`, and `invalid` at `next`.
   */
  changePassphrase: command<null>()(z.strictObject({ current: passphrase, next: newPassphrase })),
};
