import { randomBytes } from 'node:crypto';
import type { AnyId, PersonId, StaffId, StoreId } from '../../shared/domain/ids.ts';
import { sha256 } from './crypto/hash.ts';

const idBytes = 16;

/** A new random id: 16 bytes in unpadded base64url. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what the id names
export function newId<T extends AnyId>(): T {
  return randomBytes(idBytes).toString('base64url') as T; // `as`: the brand is given where an id is made.
}

/** An id that proves its key: the first 16 bytes of SHA-256 over a 32-byte Ed25519 public key. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what the id names
export function idOfKey<T extends AnyId>(publicKey: Uint8Array): T {
  return sha256(publicKey).subarray(0, idBytes).toString('base64url') as T; // `as`: as above.
}

/**
 * Whom a member of staff practises on. Derived, so that by the header alone everybody can tell a practice run from a
 * concern, and none is counted on a locked screen.
 */
export function practicePersonOf(store: StoreId, staff: StaffId): PersonId {
  const hash = sha256(Buffer.from(`practice-person/1|${store}|${staff}`));
  return hash.subarray(0, idBytes).toString('base64url') as PersonId; // `as`: as above.
}
