import { randomBytes } from 'node:crypto';
import { appendFileSync, closeSync, fstatSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, instant, instantOf } from '../../../shared/domain/calendar.ts';
import { type StaffId, staffId } from '../../../shared/domain/ids.ts';
import { mostAttempts } from '../../../shared/events/register.ts';
import { z } from '../../../shared/zod.ts';
import { sha256 } from '../crypto/hash.ts';
import { WaitBeforeTrying } from '../failure.ts';

// Failed unlocks are noted beside the log, which nobody can write while it is locked. Whoever can write the folder can
// change this file: it slows colleagues at the keyboard, not somebody with a copy of the store.

const nameOfFile = 'attempts.jsonl';
/** Only so much of its end is ever read, however large somebody made it. */
const readAtMost = 256 * 1024;
const freeTries = 3;
const longestWait = 60;
/** How long a wrong one counts. */
const hour = 3_600_000;

const attempt = z.object({ staff: staffId, at: instant });
/** Says that somebody has signed in since: what stands before it about them no longer counts. */
const signedIn = z.object({ forget: staffId });

export interface Attempt {
  readonly staff: StaffId;
  readonly at: Instant;
}

/** Notes a passphrase that did not open its slot. One JSON line: an id, so that no two are alike, who, when. */
export function noteFailedUnlock(folder: string, staff: StaffId, at: Date): void {
  note(folder, { at: instantOf(at), id: randomBytes(16).toString('base64url'), staff });
}

function note(folder: string, line: Readonly<Record<string, string>>): void {
  try {
    appendFileSync(join(folder, nameOfFile), `${JSON.stringify(line)}\n`, { mode: 0o600 });
  } catch {
    // A folder that cannot be written must not hide from the person that their passphrase was wrong.
  }
}

function linesOf(folder: string): readonly string[] {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(join(folder, nameOfFile), 'r');
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.alloc(Math.min(size, readAtMost));
    const read = readSync(descriptor, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8', 0, read).split('\n');
  } catch {
    return []; // Not there, or not to be read: then nobody waits, and nobody is kept out.
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** A line that is none is passed over: the file may be damaged, and holds nobody up. */
function attemptIn(line: string): Attempt | null {
  try {
    const { staff, at } = attempt.parse(JSON.parse(line));
    return { staff, at };
  } catch {
    return null;
  }
}

function forgottenIn(line: string): StaffId | null {
  try {
    return signedIn.parse(JSON.parse(line)).forget;
  } catch {
    return null;
  }
}

/** When there were wrong ones that still count, in milliseconds, by whose they were. */
function counting(folder: string, now: Date): ReadonlyMap<StaffId, readonly number[]> {
  const found = new Map<StaffId, number[]>();
  for (const line of linesOf(folder)) {
    const noted = attemptIn(line);
    if (noted !== null && Date.parse(noted.at) > now.getTime() - hour)
      found.set(noted.staff, [...(found.get(noted.staff) ?? []), Date.parse(noted.at)]);
    const forgotten = noted === null ? forgottenIn(line) : null;
    if (forgotten !== null) found.delete(forgotten);
  }
  return found;
}

function secondsToWait(folder: string, staff: StaffId, now: Date): number {
  const at = counting(folder, now).get(staff) ?? [];
  if (at.length < freeTries) return 0;
  const wait = Math.min(2 ** (at.length - freeTries), longestWait);
  // One from the future, by a clock that was put back, counts, but would keep somebody out until then.
  const newest = Math.max(...at.filter((when) => when <= now.getTime()));
  return Math.max(0, Math.ceil(wait - (now.getTime() - newest) / 1000));
}

/**
 * After three wrong passphrases for one person the next try waits 1, 2, 4 … 60 seconds, never longer.
 *
 * @throws WaitBeforeTrying
 */
export function refuseTooSoon(folder: string, staff: StaffId, now: Date): void {
  const seconds = secondsToWait(folder, staff, now);
  if (seconds > 0) throw new WaitBeforeTrying(seconds);
}

export interface NewAttempts {
  readonly attempts: readonly Attempt[];
  readonly leftOut: number;
  /** By what the last line is known again. */
  readonly mark: string;
}

const markOf = (line: string): string => sha256(Buffer.from(line)).toString('base64');

/** Those noted after the line of that mark, all if it is not among them; null when there are none. */
export function attemptsAfter(folder: string, mark: string | undefined): NewAttempts | null {
  const lines = linesOf(folder);
  const known = lines.findLastIndex((line) => markOf(line) === mark);
  const noted = lines.slice(known + 1).flatMap((line) => {
    const found = attemptIn(line);
    return found === null ? [] : [{ line, found }];
  });
  const last = noted.at(-1);
  if (last === undefined) return null;
  const attempts = noted.slice(-mostAttempts).map(({ found }) => found);
  return { attempts, leftOut: noted.length - attempts.length, mark: markOf(last.line) };
}

/**
 * Once they stand in the log, and `staff` has signed in. What others had wrong goes on to count: else a colleague could
 * guess at theirs, sign in, and guess on. A file that stays does no harm: the log knows how far it has taken it over.
 */
export function forgetAttempts(folder: string, staff: StaffId, now: Date): void {
  const left = counting(folder, now);
  if ([...left.keys()].some((one) => one !== staff)) {
    if (left.has(staff)) note(folder, { at: instantOf(now), id: randomBytes(16).toString('base64url'), forget: staff });
    return;
  }
  try {
    rmSync(join(folder, nameOfFile), { force: true });
  } catch {
    // See above.
  }
}
