/**
 * Records the folders of a world after each step that our code asks of the file system, and makes of each step the
 * disks that a power cut could leave: whatever was not synced by then lost, cut off or torn. Nothing is replaced: every
 * call does what it does, and what is kept are the files as they really lie there.
 *
 * SQLite's own writes are not seen one by one. The log that is open counts as synced, since SQLite syncs it (kill.test.ts
 * and security.md 3.4 are about that); a file that SQLite makes anew counts as synced only once our code has synced it.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** Files by their path below the root; a folder that holds nothing is left out. */
export type Disk = ReadonlyMap<string, Buffer>;

interface Step {
  readonly what: string;
  readonly now: Disk;
  /** What is sure to be on the disk. */
  readonly synced: Disk;
}

const original = { ...fs };

function filesBelow(root: string): Map<string, Buffer> {
  const names = original.readdirSync(root, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => relative(root, join(one.parentPath, one.name)));
  // Read with a descriptor of its own, which on POSIX lets go of SQLite's lock: nobody else is there to take it.
  return new Map(files.sort().map((name) => [name, original.readFileSync(join(root, name))]));
}

const ofSqlite = /^store\/(?:lock\.db|log\.\d+\.db)(?:-journal)?$/;

class Recorder {
  readonly steps: Step[] = [];
  readonly #root: string;
  readonly #paths = new Map<number, string>();
  #synced: Map<string, Buffer>;

  constructor(root: string) {
    this.#root = root;
    this.#synced = filesBelow(root);
  }

  opened(descriptor: number, path: string): void {
    this.#paths.set(descriptor, relative(this.#root, path));
  }

  sync(descriptor: number): void {
    const path = this.#paths.get(descriptor) ?? '';
    const bytes = filesBelow(this.#root).get(path);
    if (bytes !== undefined) this.#synced.set(path, bytes);
  }

  /** Names change in order, as journalling file systems keep them. */
  rename(from: string, to: string): void {
    const [old, fresh] = [relative(this.#root, from), relative(this.#root, to)];
    for (const [path, bytes] of this.#synced) {
      if (path !== old && !path.startsWith(`${old}/`)) continue;
      this.#synced.delete(path);
      this.#synced.set(fresh + path.slice(old.length), bytes);
    }
  }

  step(what: string): void {
    const now = filesBelow(this.#root);
    for (const path of this.#synced.keys()) if (!now.has(path)) this.#synced.delete(path);
    for (const [path, bytes] of now) if (ofSqlite.test(path)) this.#synced.set(path, bytes);
    this.steps.push({ what, now, synced: new Map(this.#synced) });
  }
}

const watched = [
  'openSync',
  'writeSync',
  'fsyncSync',
  'ftruncateSync',
  'writeFileSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'mkdirSync',
] as const;

function patch(recorder: Recorder): void {
  for (const name of watched) {
    const real = original[name] as (...args: unknown[]) => unknown;
    const watching = (...args: unknown[]): unknown => {
      const value = real(...args);
      if (name === 'openSync') recorder.opened(value as number, String(args[0]));
      if (name === 'fsyncSync') recorder.sync(args[0] as number);
      if (name === 'renameSync') recorder.rename(String(args[0]), String(args[1]));
      if (name !== 'openSync' || args[1] !== 'r') recorder.step(name);
      return value;
    };
    Object.assign(fs, { [name]: watching });
  }
  syncBuiltinESMExports();
}

/** Runs `work` and gives the disk after each of its steps. */
export async function recorded(root: string, work: () => unknown): Promise<readonly Step[]> {
  const recorder = new Recorder(root);
  recorder.step('before');
  patch(recorder);
  try {
    await work();
    recorder.step('after');
  } finally {
    for (const name of watched) Object.assign(fs, { [name]: original[name] });
    syncBuiltinESMExports();
  }
  return recorder.steps;
}

function torn(bytes: Buffer, before: Buffer | undefined): Buffer {
  const at = Math.floor(bytes.length / 2 / 512) * 512;
  const sector = (before ?? Buffer.alloc(0)).subarray(at, at + 512);
  const copy = Buffer.from(bytes);
  copy.fill(0, at, Math.min(at + 512, copy.length));
  sector.copy(copy, at);
  return copy;
}

/** The disks that this step may leave, each with what happened to it. */
export function disksOf({ what, now, synced }: Step): readonly (readonly [string, Disk])[] {
  const loose = [...now].filter(([path, bytes]) => synced.get(path)?.equals(bytes) !== true);
  const withFile = (path: string, bytes: Buffer | undefined): Disk => {
    const disk = new Map(now);
    if (bytes === undefined) disk.delete(path);
    else disk.set(path, bytes);
    return disk;
  };
  const all = new Map(
    [...now].flatMap(([path, bytes]) => (loose.some(([one]) => one === path) ? [] : [[path, bytes] as const])),
  );
  for (const [path] of loose) {
    const before = synced.get(path);
    if (before !== undefined) all.set(path, before);
  }
  const variants = loose.flatMap(([path, bytes]) => [
    [`${what}, ${path} as it was`, withFile(path, synced.get(path))] as const,
    [`${what}, ${path} empty`, withFile(path, Buffer.alloc(0))] as const,
    [`${what}, ${path} of one byte`, withFile(path, bytes.subarray(0, 1))] as const,
    [`${what}, ${path} half`, withFile(path, bytes.subarray(0, bytes.length >> 1))] as const,
    [`${what}, ${path} torn`, withFile(path, torn(bytes, synced.get(path)))] as const,
  ]);
  return [[what, now], ...variants, ...(loose.length > 1 ? [[`${what}, nothing synced`, all] as const] : [])];
}

/** Lays a disk down below an empty root. */
export function layDown(root: string, disk: Disk): void {
  for (const [path, bytes] of disk) {
    original.mkdirSync(dirname(join(root, path)), { recursive: true });
    original.writeFileSync(join(root, path), bytes);
  }
}
