import { Worker } from 'node:worker_threads';

const SALT_BYTES = 16;
const MIN_KIB = 64 * 1024;
const MAX_KIB = 1024 * 1024;
const MIN_PASSES = 3;
const MAX_PASSES = 10;

/** Argon2 parameters as they stand in the header: version 19 (0x13), memory in KiB, passes. */
export interface KdfParameters {
  readonly alg: 'argon2id';
  readonly v: 19;
  /** Memory in KiB. */
  readonly m: number;
  /** Passes over the memory. */
  readonly t: number;
  /** Lanes; the WASM build has one thread. */
  readonly p: 1;
}

/** 256 MiB and three passes: four times the memory of RFC 9106's second recommended set. */
export const standardKdf: KdfParameters = { alg: 'argon2id', v: 19, m: 256 * 1024, t: 3, p: 1 };

/** The weakest that is accepted: for demonstrations, whose passphrases are printed anyway, and for tests. */
export const leastKdf: KdfParameters = { ...standardKdf, m: 64 * 1024 };

/** Parameters outside what this program will work with; nothing was computed. */
export class UnacceptableKdf extends Error {
  override readonly name = 'UnacceptableKdf';

  constructor() {
    super('The passphrase settings in the file are outside the permitted range');
  }
}

/** The work could not be done, in practice for want of memory. Never retried with less. */
export class KdfFailed extends Error {
  override readonly name = 'KdfFailed';

  constructor() {
    super('The passphrase could not be checked: the computer may be short of memory');
  }
}

/** What the worker thread is sent. */
export interface Argon2idRequest {
  readonly passphrase: Uint8Array;
  readonly salt: Uint8Array;
  readonly m: number;
  readonly t: number;
}

/** What it answers: 32 bytes, or null when libsodium gave up. */
export interface Argon2idAnswer {
  readonly key: Uint8Array | null;
}

function within(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/**
 * Whether parameters read from a file may be used: m 64 MiB to 1 GiB, t 3 to 10, p 1, version 19.
 * Below, a tampered header would make guessing cheap; above, unlocking would never end.
 */
export function kdfParametersAcceptable(p: KdfParameters): boolean {
  const known = p.alg === 'argon2id' && p.v === 19 && p.p === 1;
  return known && within(p.m, MIN_KIB, MAX_KIB) && within(p.t, MIN_PASSES, MAX_PASSES);
}

/**
 * Argon2id (RFC 9106) of a passphrase and a salt of 16 bytes: a key of 32 bytes.
 *
 * The exact UTF-8 is hashed, without trimming or Unicode normalisation (ASVS 6.2.8). Takes about
 * half a second. Throws UnacceptableKdf or RangeError (salt) before any work, KdfFailed when the
 * work failed.
 */
export async function argon2id(passphrase: string, salt: Uint8Array, params: KdfParameters): Promise<Buffer> {
  if (!kdfParametersAcceptable(params)) throw new UnacceptableKdf();
  if (salt.length !== SALT_BYTES) throw new RangeError('Argon2id salt must be 16 bytes');
  const bytes = Buffer.from(passphrase, 'utf8');
  const { key } = await askWorker({ passphrase: bytes, salt, m: params.m, t: params.t });
  if (key === null) throw new KdfFailed();
  return Buffer.from(key);
}

/*
 * A thread for each call, ended afterwards: it keeps the event loop free for the half second, and
 * WASM memory never shrinks, so ending the thread is the only way to give back 322 MB that hold
 * passphrase-derived blocks. The literal `new Worker(new URL(...))` is what the bundler looks for.
 */
async function askWorker(request: Argon2idRequest): Promise<Argon2idAnswer> {
  const worker = new Worker(new URL('./argon2id-worker.ts', import.meta.url));
  try {
    return await new Promise<Argon2idAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      // The error of a thread may quote what it worked on; only the fact of it goes on.
      worker.once('error', () => reject(new KdfFailed()));
      worker.once('exit', () => reject(new KdfFailed()));
      worker.postMessage(request);
    });
  } finally {
    await worker.terminate();
  }
}
