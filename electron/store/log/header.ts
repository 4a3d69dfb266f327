import { type Instant, instant } from '../../../shared/domain/calendar.ts';
import {
  type DeviceId,
  deviceId,
  type EventId,
  eventId,
  type KeyId,
  keyId,
  type LogId,
  logId,
  type PersonId,
  personId,
  type StaffId,
  staffId,
  type ThreadId,
  threadId,
} from '../../../shared/domain/ids.ts';
import { z } from '../../../shared/zod.ts';
import { canonicalJson, type Json, parseCanonical } from './canonical.ts';

/** The part of an event that everybody may see: ids, times and a type. Never a name, free text or a hash of plaintext. */
export interface Header {
  readonly v: 1;
  readonly id: EventId;
  readonly log: LogId;
  readonly seq: number;
  readonly prev: string;
  readonly at: Instant;
  readonly hlc: readonly [ms: number, counter: number];
  readonly actor: StaffId | null;
  readonly dev: DeviceId;
  readonly type: string;
  readonly thread: ThreadId | null;
  readonly about: PersonId | StaffId | null;
  /** With content only: the key, SHA-256 of the sealed bytes, their length. */
  readonly kid?: KeyId;
  readonly ct?: string;
  readonly len?: number;
  /** In the first event under a key only: the commitment to that key. */
  readonly kc?: string;
}

const hash = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);
const bare = {
  v: z.literal(1),
  id: eventId,
  log: logId,
  seq: z.int().min(0),
  prev: hash,
  at: instant,
  hlc: z.tuple([z.int().min(0), z.int().min(0)]),
  actor: staffId.nullable(),
  dev: deviceId,
  type: z.string().min(1).max(60),
  thread: threadId.nullable(),
  about: z.union([personId, staffId]).nullable(),
};
const withContent = { ...bare, kid: keyId, ct: hash, len: z.int().min(1) };
const header: z.ZodType<Header> = z.union([
  z.strictObject(withContent),
  z.strictObject(bare),
  z.strictObject({ ...withContent, kc: hash }),
]);

/** Thrown for a stored line that is not exactly of the form of FORMAT.md. Its message never quotes the line. */
export class BadLine extends Error {
  override readonly name = 'BadLine';
}

export interface Line {
  readonly header: Header;
  /** The exact bytes that the author signed. */
  readonly signed: Buffer;
  readonly signature: Buffer;
}

/** The line as it is stored and hashed: `{"h":<header>,"s":"<signature>"}`, no line end. */
export function writeLine(head: Header, sign: (bytes: Buffer) => Buffer): string {
  const text = canonicalJson(head as unknown as Json); // `as`: a header is made of strings and integers.
  return `{"h":${text},"s":"${sign(Buffer.from(text)).toString('base64')}"}`;
}

/**
 * Takes a stored line apart. The bytes are never written anew to be checked: what is signed is what is stored.
 *
 * @throws BadLine when it is not canonical, has a key too many or too few, or a value out of its form
 */
export function readLine(line: string): Line {
  const match = /^\{"h":(\{.*\}),"s":"([A-Za-z0-9+/]{85}[AQgw]==)"\}$/s.exec(line);
  if (match?.[1] === undefined || match[2] === undefined) throw new BadLine('not a line');
  let parsed: Header;
  try {
    parsed = header.parse(parseCanonical(match[1]));
  } catch {
    throw new BadLine('not a header');
  }
  return { header: parsed, signed: Buffer.from(match[1]), signature: Buffer.from(match[2], 'base64') };
}
