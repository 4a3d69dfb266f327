/**
 * The two spellings of bytes in this project: padded base64 (RFC 4648 4) for hashes, keys and signatures, unpadded
 * base64url (RFC 4648 5) for the 16 bytes of an id. Node decodes leniently, so each is re-encoded and compared:
 * two texts for the same bytes would let a line change without its meaning changing.
 */

/**
 * Bytes of a padded base64 text.
 *
 * @param length the number of bytes it must hold, when known.
 * @returns null when the text is not the one canonical spelling, or not of that length.
 */
export function fromBase64(text: unknown, length?: number): Buffer | null {
  if (typeof text !== 'string') return null;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) return null;
  return length === undefined || bytes.length === length ? bytes : null;
}

/** Whether a value is an id: 16 bytes in base64url without padding, 22 characters. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length === 22 && Buffer.from(value, 'base64url').toString('base64url') === value;
