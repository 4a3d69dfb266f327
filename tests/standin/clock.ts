// The computer's clock as the app reads it, put forward or back by a test. Timers go on as they are.

const RealDate = Date;
const variable = 'STANDIN_CLOCK_AHEAD';
/** How far the clock stands ahead of the real one, in milliseconds; below 0 it stands behind. */
let ahead = Number(process.env[variable] ?? 0);

class PutForward extends RealDate {
  static override now(): number {
    return RealDate.now() + ahead;
  }

  constructor(...given: readonly [] | readonly [number | string | Date]) {
    super(given.length === 0 ? PutForward.now() : given[0]);
  }
}

export function realNow(): number {
  return RealDate.now();
}

/** From now on in this process, and in every one that it begins. @param by milliseconds */
export function putClockForward(by: number): void {
  ahead = by;
  process.env[variable] = String(by);
  globalThis.Date = PutForward as DateConstructor; // `as`: called without `new` or with seven numbers nobody of us does.
}

if (ahead !== 0) putClockForward(ahead);
