import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

/** Whether a process of this number lives. One that has ended and was not collected yet does not. */
export function lives(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function parents(): ReadonlyMap<number, number> {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(
    pids.flatMap((pid) => {
      try {
        const [, parent] = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
        return [[Number(pid), Number(parent)] as const];
      } catch {
        // It ended while we looked.
        return [];
      }
    }),
  );
}

/** A process, its children and theirs. */
export function family(pid: number): readonly number[] {
  const known = parents();
  const found = [pid];
  for (const one of found) for (const [child, parent] of known) if (parent === one) found.push(child);
  return found.filter(lives);
}

const step = 16 << 20;

function regionsOf(pid: number): readonly (readonly [start: number, end: number])[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      // What can be read and written: the rest is code and files as they lie on the disk.
      const [, start = '', end = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      return start === '' ? [] : [[Number.parseInt(start, 16), Number.parseInt(end, 16)] as const];
    });
}

/** How much of a region is there at all: Chromium reserves far more than it uses. Kernel pages are 4 KiB here. */
function pagesIn(pagemap: number, start: number, end: number): readonly (readonly [start: number, end: number])[] {
  const entries = Buffer.alloc(((end - start) / 4096) * 8);
  const got = readSync(pagemap, entries, 0, entries.length, (start / 4096) * 8);
  const runs: [number, number][] = [];
  for (let at = 0; at + 8 <= got; at += 8) {
    // Bits 63 and 62: in memory, or swapped out.
    if ((entries.readUInt8(at + 7) & 0xc0) === 0) continue;
    const page = start + (at / 8) * 4096;
    const last = runs.at(-1);
    if (last !== undefined && last[1] === page) last[1] += 4096;
    else runs.push([page, page + 4096]);
  }
  return runs;
}

/** Which of the needles stand in a piece of memory. */
function inPiece(
  memory: number,
  [start, end]: readonly [number, number],
  needles: readonly Buffer[],
): readonly Buffer[] {
  const longest = Math.max(...needles.map(({ length }) => length));
  const found = new Set<Buffer>();
  for (let at = start; at < end; at += step) {
    // Overlapping, so that nothing is cut in two.
    const bytes = Buffer.allocUnsafe(Math.min(step + longest, end - at));
    try {
      const got = readSync(memory, bytes, 0, bytes.length, at);
      for (const needle of needles) if (bytes.subarray(0, got).includes(needle)) found.add(needle);
    } catch {
      // Given back to the kernel meanwhile.
    }
  }
  return [...found];
}

/** Which of the needles stand in the memory of a living process. Linux only; needs its owner. */
function inMemoryOf(pid: number, needles: readonly Buffer[]): ReadonlySet<Buffer> {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const pagemap = openSync(`/proc/${pid}/pagemap`, 'r');
  try {
    const runs = regionsOf(pid).flatMap(([start, end]) => pagesIn(pagemap, start, end));
    return new Set(runs.flatMap((run) => inPiece(memory, run, needles)));
  } finally {
    closeSync(pagemap);
    closeSync(memory);
  }
}

export interface Searched {
  /** For each text, the processes whose memory holds it. */
  readonly holding: readonly (readonly number[])[];
  readonly searched: readonly number[];
}

/** Looks for texts in the memory of a process and of everything that it started, in both encodings of V8 and Blink. */
export function whoHolds(pid: number, texts: readonly string[]): Searched {
  const needles = texts.map((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
  const found = family(pid).flatMap((one) => {
    try {
      return [{ pid: one, held: inMemoryOf(one, needles.flat()) }];
    } catch (error) {
      if (lives(one)) throw error;
      return [];
    }
  });
  return {
    holding: needles.map((either) =>
      found.filter(({ held }) => either.some((needle) => held.has(needle))).map((one) => one.pid),
    ),
    searched: found.map((one) => one.pid),
  };
}
