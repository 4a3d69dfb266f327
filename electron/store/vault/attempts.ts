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

const attempt = z.object({ staff: staffId, at: instant });

export interface Attempt {
  readonly staff: StaffId;
  readonly at: Instant;
}

/** Notes a passphrase that did not open its slot. One JSON line: an id, so that no two are alike, who, when. */
export function noteFailedUnlock(folder: string, staff: StaffId, at: Date): void {
  const line = { at: instantOf(at), id: randomBytes(16).toString('base64url'), staff };
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

function secondsToWait(folder: string, staff: StaffId, now: Date): number {
  const at = linesOf(folder).flatMap((line) => {
    const found = attemptIn(line);
    const when = found?.staff === staff ? Date.parse(found.at) : Number.POSITIVE_INFINITY;
    // One from the future, by a clock that was put back, would keep somebody out until then.
    return when <= now.getTime() ? [when] : [];
  });
  if (at.length < freeTries) return 0;
  const wait = Math.min(2 ** (at.length - freeTries), longestWait);
  return Math.ceil(wait - (now.getTime() - Math.max(...at)) / 1000);
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

/** Once they stand in the log. A file that stays does no harm: the log knows how far it has taken it over. */
export function forgetAttempts(folder: string): void {
  try {
    rmSync(join(folder, nameOfFile), { force: true });
  } catch {
    // See above.
  }
}
