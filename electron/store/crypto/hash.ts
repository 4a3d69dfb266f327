import { createHash } from 'node:crypto';

/**
 * SHA-256 (FIPS 180-4) over the parts as if they were joined. 32 bytes.
 *
 * The parts are not delimited: `sha256(a, b)` equals `sha256(ab)`. A caller that joins values of
 * varying length must put lengths or a domain prefix between them, as RFC 6962 does with 0x00/0x01.
 */
export function sha256(...parts: Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
