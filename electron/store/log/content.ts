import type { ContentBase } from '../../../shared/events/content.ts';
import { type ContentOf, type ContentType, eventTypes } from '../../../shared/events/index.ts';
import { type Upcasts, upcast, upcasts } from '../../../shared/events/upcast.ts';
import { open, pad256, seal, unpad256 } from '../crypto/aead.ts';
import { hkdf } from '../crypto/hkdf.ts';
import { canonicalJson, type Json, parseCanonical } from './canonical.ts';
import type { Header } from './header.ts';

type Place = Pick<Header, 'id' | 'log' | 'seq' | 'thread' | 'type'>;

/** What binds sealed bytes to their one place in one log, so that nobody can move them. */
export function additionalData({ id, log, seq, thread, type }: Place, kid: string): string {
  return ['event/1', id, log, seq, thread, type, kid].join('|');
}

/** JSON has no `undefined`: a field that was left out is absent. */
export function withoutUndefined(value: unknown): Json {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value as Json; // `as`: schemas let only JSON through.
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key, withoutUndefined(member)]));
}

/** Nonce, ciphertext and tag of a content; padded to 256 so that its length says little. */
export function sealContent(key: Buffer, place: Place, kid: string, content: ContentBase): Buffer {
  return seal(key, pad256(canonicalJson(withoutUndefined(content))), additionalData(place, kid));
}

/**
 * @throws OpenFailed when the bytes were not sealed for this place under this key
 * @throws NotCanonical, ZodError when what was sealed is not a content of this type
 * @param older how contents of older programs become those of this one
 */
export function openContent<T extends ContentType>(
  key: Buffer,
  place: Place & { type: T },
  kid: string,
  sealed: Buffer,
  older: Upcasts = upcasts,
): ContentOf<T> {
  const content = upcast(place.type, parseCanonical(unpad256(open(key, sealed, additionalData(place, kid)))), older);
  return eventTypes[place.type].content.parse(content) as ContentOf<T>; // `as`: the table pairs type and schema.
}

/** Commits a key to its thread: only that key gives these 32 bytes, so a reader notices another one handed to them. */
export function keyCommitment(key: Buffer, thread: string, kid: string): Buffer {
  return hkdf(key, Buffer.from(thread, 'base64url'), `commit/1|${kid}`);
}
