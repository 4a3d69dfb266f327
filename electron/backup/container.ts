import { createHash, type Hash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { StoreFailure } from '../store/failure.ts';
import { type ReadManifest, readManifest } from '../store/manifest.ts';

// A backup is an uncompressed tar (POSIX ustar) of three files in this order: `manifest`, `vault`, `log.<n>.db`. Every
// byte of it is either hashed in the manifest or has one spelling only, so damage anywhere is noticed.

const block = 512;
const chunk = 1024 * 1024;
const manifestName = 'manifest';
const manifestLimit = 64 * 1024;

const padding = (size: number): number => (block - (size % block)) % block;

/** The one header that a file of this name and size has here. @throws StoreFailure backupDamaged when a tar cannot hold it */
function headerOf(name: string, size: number): Buffer {
  if (size >= 8 ** 11) throw new StoreFailure('backupDamaged');
  const header = Buffer.alloc(block);
  header.write(name, 0);
  header.write('0000600\x000000000\x000000000\0', 100);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** One file to go in: its bytes, or the path of a file that nobody else writes. */
export type Part = { readonly name: string } & ({ readonly bytes: Buffer } | { readonly path: string });

function* chunksOf(path: string): Generator<Buffer> {
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(chunk);
    for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer))
      yield buffer.subarray(0, read);
  } finally {
    closeSync(descriptor);
  }
}

const bytesOf = (part: Part): Iterable<Buffer> => ('bytes' in part ? [part.bytes] : chunksOf(part.path));

/** Length in bytes, and SHA-256. */
export function measure(part: Part): { readonly size: number; readonly sha256: Buffer } {
  const hash = createHash('sha256');
  let size = 0;
  for (const bytes of bytesOf(part)) {
    hash.update(bytes);
    size += bytes.length;
  }
  return { size, sha256: hash.digest() };
}

/** Writes and hashes. A full disk may take part of the bytes without an error. */
class Out {
  readonly #descriptor: number;
  readonly #hash: Hash = createHash('sha256');
  size = 0;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  write(bytes: Buffer): void {
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#descriptor, bytes, done);
    this.#hash.update(bytes);
    this.size += bytes.length;
  }

  digest(): Buffer {
    return this.#hash.digest();
  }
}

/**
 * Writes a backup to a path where there is none, and syncs it.
 *
 * @param manifest the signed note; `parts` are the files that it lists, in its order
 * @returns SHA-256 of the whole, and its length in bytes
 */
export function writeContainer(
  path: string,
  manifest: string,
  parts: readonly Part[],
): { readonly sha256: Buffer; readonly size: number } {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    const out = new Out(descriptor);
    for (const part of [{ name: manifestName, bytes: Buffer.from(manifest) }, ...parts]) {
      const { size } = measure(part);
      out.write(headerOf(part.name, size));
      for (const bytes of bytesOf(part)) out.write(bytes);
      out.write(Buffer.alloc(padding(size)));
    }
    out.write(Buffer.alloc(2 * block));
    fsyncSync(descriptor);
    return { sha256: out.digest(), size: out.size };
  } finally {
    closeSync(descriptor);
  }
}

/** Reads and hashes, from the start to the end. */
class In {
  readonly #descriptor: number;
  readonly #hash: Hash = createHash('sha256');

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** @throws StoreFailure backupDamaged when the file ends before */
  read(length: number): Buffer {
    const bytes = Buffer.alloc(length);
    for (let done = 0; done < length; ) {
      const read = readSync(this.#descriptor, bytes, done, length - done, null);
      if (read === 0) throw new StoreFailure('backupDamaged');
      done += read;
    }
    this.#hash.update(bytes);
    return bytes;
  }

  must(expected: Buffer): void {
    if (!this.read(expected.length).equals(expected)) throw new StoreFailure('backupDamaged');
  }

  digest(): Buffer {
    return this.#hash.digest();
  }
}

export interface Container {
  readonly manifest: ReadManifest;
  /** SHA-256 of the whole file. */
  readonly sha256: Buffer;
  /** Its length in bytes. */
  readonly size: number;
}

function readNote(file: In): ReadManifest {
  const header = file.read(block);
  const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
  const sound = size > 0 && size <= manifestLimit && header.equals(headerOf(manifestName, size));
  if (!sound) throw new StoreFailure('backupDamaged');
  const manifest = readManifest(file.read(size).toString('utf8'));
  file.must(Buffer.alloc(padding(size)));
  return manifest;
}

function readPart(file: In, part: ReadManifest['files'][number], take: (name: string, bytes: Buffer) => void): void {
  file.must(headerOf(part.name, part.size));
  const hash = createHash('sha256');
  for (let left = part.size; left > 0; ) {
    const bytes = file.read(Math.min(left, chunk));
    hash.update(bytes);
    take(part.name, bytes);
    left -= bytes.length;
  }
  if (hash.digest('hex') !== part.sha256) throw new StoreFailure('backupDamaged');
  file.must(Buffer.alloc(padding(part.size)));
}

/** What a file says of itself, before any of it is verified: enough to tell whose it is. @throws StoreFailure as `readContainer` */
export function readLabel(path: string): ReadManifest {
  const descriptor = openSync(path, 'r');
  try {
    return readNote(new In(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Reads a backup from its first byte to its last. Nothing in it counts before this has returned.
 *
 * @param take is given the files in order, in pieces
 * @throws StoreFailure backupDamaged for whatever is not exactly a backup, backupNewer
 */
export function readContainer(path: string, take: (name: string, bytes: Buffer) => void): Container {
  const descriptor = openSync(path, 'r');
  try {
    const file = new In(descriptor);
    const manifest = readNote(file);
    const { size } = fstatSync(descriptor);
    const whole = [...manifest.files.map((part) => part.size), Buffer.byteLength(manifest.note)];
    const expected = whole.reduce((total, part) => total + block + part + padding(part), 2 * block);
    // Before any of it is copied: a manifest of somebody else's making may name any size.
    if (size !== expected) throw new StoreFailure('backupDamaged');
    for (const part of manifest.files) readPart(file, part, take);
    file.must(Buffer.alloc(2 * block));
    return { manifest, sha256: file.digest(), size };
  } finally {
    closeSync(descriptor);
  }
}
