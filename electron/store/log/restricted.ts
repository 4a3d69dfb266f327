import type { PersonId, StaffId, ThreadId } from '../../../shared/domain/ids.ts';
import { eventTypes, isContentType, isEventType, type ThreadEvent } from '../../../shared/events/index.ts';
import { upcast, upcasts } from '../../../shared/events/upcast.ts';
import { open, pad256, seal, unpad256 } from '../crypto/aead.ts';
import { type SigningKey, verify } from '../crypto/ed25519.ts';
import { fromBase64, isId } from './base64.ts';
import { canonicalJson, type Json, parseCanonical } from './canonical.ts';
import { additionalData, withoutUndefined } from './content.ts';
import type { Header } from './header.ts';
import type { ReadableLog } from './transaction.ts';

/*
 * Of a restricted concern the log shows that something was written, when, and under which key: the line has the type
 * `restricted`, no author and nobody whom it is about, and the device signs it. What it is and whose stands inside, sealed
 * with the content, under the author's own signature (DESIGN 3).
 */

/** The type that everybody sees. No type of event has this name. */
export const outsideType = 'restricted';

/** The threads of restricted concerns, whoever reads them: a line shows that much to everybody. */
export function restrictedThreads(db: ReadableLog): ReadonlySet<ThreadId> {
  const sql = 'SELECT DISTINCT thread FROM event WHERE type = ?';
  return new Set(db.prepare<[string], ThreadId>(sql).pluck().all(outsideType));
}

/** What the log shows of an event that is sealed whole. */
export function outsideOf(header: Header): Header {
  return { ...header, type: outsideType, actor: null, about: null };
}

/**
 * What the author signs: the header as it would be if nothing of it were hidden, and the content. So it says who wrote
 * what at which place of which log, and cannot be moved, dated anew or given to somebody else.
 */
function signedInside({ kid: _k, ct: _c, len: _l, kc: _kc, ...header }: Header, content: Json): Buffer {
  return Buffer.from(`restricted-event/1|${canonicalJson({ content, header: header as unknown as Json })}`); // `as`: strings and integers.
}

/** Seals an event with its type, author and person. @param header as it would be if nothing of it were hidden */
export function sealInside(key: Buffer, kid: string, header: Header, content: unknown, signing: SigningKey): Buffer {
  const { type, actor, about } = header;
  const said = withoutUndefined(content);
  const s = signing.sign(signedInside(header, said)).toString('base64');
  const inside = canonicalJson({ v: 1, type, actor, about, content: said, s });
  return seal(key, pad256(inside), additionalData(outsideOf(header), kid));
}

/** Written by somebody who is not who it says, or is no reader. It changes nothing, and stops nobody from going on. */
export class NotTheirs extends Error {
  override readonly name = 'NotTheirs';
}

interface Inside {
  readonly type: string;
  readonly actor: StaffId;
  readonly about: PersonId | StaffId | null;
  readonly content: Json;
  readonly signature: Buffer;
}

const members = JSON.stringify(['about', 'actor', 'content', 's', 'type', 'v']);

function parseInside(text: string): Inside | null {
  const value = parseCanonical(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { v, type, actor, about, content = null, s } = value as { readonly [key: string]: Json }; // `as`: no list, the line above says.
  const signature = typeof s === 'string' ? fromBase64(s, 64) : null;
  if (JSON.stringify(Object.keys(value).sort()) !== members || v !== 1 || signature === null) return null;
  if (typeof type !== 'string' || !isId(actor) || !(about === null || isId(about))) return null;
  return { type, actor: actor as StaffId, about: about as PersonId | StaffId | null, content, signature }; // `as`: ids, which is all that a line shows of them.
}

function insideOf(key: Buffer, header: Header, kid: string, sealed: Buffer): Inside {
  let inside: Inside | null = null;
  try {
    inside = parseInside(unpad256(open(key, sealed, additionalData(header, kid))));
  } catch {
    // Said below: whoever sealed it had another key, or wrote something else.
  }
  if (inside === null) throw new NotTheirs('It was not sealed by a reader of this record.');
  return inside;
}

/**
 * Opens an event that was sealed whole. Its sealed bytes must be those that the line names.
 *
 * @param keyOf the newest Ed25519 key of an author at this place of the log; undefined when they have none
 * @throws NotTheirs when it is not of this place, or not signed by the author whom it names
 * @throws Error when it is theirs, and this program does not know its type or shape
 */
export function openInside(
  key: Buffer,
  header: Header,
  sealed: Buffer,
  keyOf: (actor: StaffId) => Buffer | undefined,
): ThreadEvent {
  const { id, log, seq, hlc, thread, at, kid = '' } = header;
  const { type, actor, about, content, signature } = insideOf(key, header, kid, sealed);
  const author = keyOf(actor);
  const whole = { ...header, type, actor, about };
  if (author === undefined || !verify(author, signedInside(whole, content), signature))
    throw new NotTheirs('It is not signed by its author.');
  if (!isEventType(type) || !isContentType(type)) throw new Error('a type that this program does not know');
  const said = eventTypes[type].content.parse(upcast(type, content, upcasts));
  const position = { ms: hlc[0], counter: hlc[1], log, seq };
  return { type, id, thread, about, actor, at, position, content: said, sealedWhole: true } as ThreadEvent; // `as`: one row of the table read type and content.
}
