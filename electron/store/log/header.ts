import { type Instant, isInstant } from '../../../shared/domain/calendar.ts';
import type { DeviceId, EventId, KeyId, LogId, PersonId, StaffId, ThreadId } from '../../../shared/domain/ids.ts';
import { isId } from './base64.ts';
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

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isHash = (value: unknown): boolean => isText(value) && /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(value);
const isIdOrNull = (value: unknown): boolean => value === null || isId(value);

// By hand and not by a schema: it is asked for every line of the log at every unlock.
const forms: { readonly [Key in keyof Required<Header>]: (value: unknown) => boolean } = {
  v: (value) => value === 1,
  id: isId,
  log: isId,
  seq: isCount,
  prev: isHash,
  at: isInstant,
  hlc: (value) => Array.isArray(value) && value.length === 2 && value.every(isCount),
  actor: isIdOrNull,
  dev: isId,
  type: (value) => isText(value) && value.length > 0 && value.length <= 60,
  thread: isIdOrNull,
  about: isIdOrNull,
  kid: isId,
  ct: isHash,
  len: (value) => isCount(value) && value !== 0,
  kc: isHash,
};
const ofContent: readonly string[] = ['kid', 'ct', 'len', 'kc'];
const always = Object.keys(forms).filter((key) => !ofContent.includes(key));
/** The only three sets of keys: without content, with it, and first under its key. Canonical JSON sorts them. */
const keySets = new Set(
  [[], ['kid', 'ct', 'len'], ofContent].map((more) => JSON.stringify([...always, ...more].sort())),
);

function isHeader(value: Json): value is Json & Header {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const members = Object.entries(value);
  if (!keySets.has(JSON.stringify(members.map(([key]) => key)))) return false;
  return members.every(([key, member]) => forms[key as keyof Header](member)); // `as`: the key sets hold no other.
}

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

function headerOf(text: string): Header {
  let value: Json;
  try {
    value = parseCanonical(text);
  } catch {
    throw new BadLine('not canonical');
  }
  if (!isHeader(value)) throw new BadLine('not a header');
  return value;
}

/**
 * Takes a stored line apart. The bytes are never written anew to be checked: what is signed is what is stored.
 *
 * @throws BadLine when it is not canonical, has a key too many or too few, or a value out of its form
 */
export function readLine(line: string): Line {
  const match = /^\{"h":(\{.*\}),"s":"([A-Za-z0-9+/]{85}[AQgw]==)"\}$/s.exec(line);
  if (match?.[1] === undefined || match[2] === undefined) throw new BadLine('not a line');
  const parsed = headerOf(match[1]);
  return { header: parsed, signed: Buffer.from(match[1]), signature: Buffer.from(match[2], 'base64') };
}
