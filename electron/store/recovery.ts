import { randomBytes } from 'node:crypto';
import type { StaffId } from '../../shared/domain/ids.ts';
import type { RecoveryIdentity } from '../../shared/policy/register-state.ts';
import { InvalidInput } from './context.ts';
import { BadRecoveryCode, formatCode, joinHalves, parseCode, splitInHalves } from './crypto/recovery-code.ts';
import { StoreFailure } from './failure.ts';
import { newId } from './ids.ts';
import type { Vault } from './vault/format.ts';
import { identityFrom, publicKeysOf } from './vault/identity.ts';
import { makeSlot, type OpenedSlot } from './vault/slots.ts';

export type Halves = readonly [string, string];

function half(code: string, field: string): Buffer {
  try {
    return parseCode(code);
  } catch (error) {
    if (error instanceof BadRecoveryCode) throw new InvalidInput({ [field]: error.message });
    throw error;
  }
}

/**
 * The recovery key of two halves as somebody typed them, in either order.
 *
 * @throws InvalidInput at `halves.0` or `halves.1` when one is mistyped; StoreFailure recoverySameHalf
 */
export function recoveryKeyOf([first, second]: Halves): Buffer {
  const [a, b] = [half(first, 'halves.0'), half(second, 'halves.1')];
  if (a.equals(b)) throw new StoreFailure('recoverySameHalf');
  return joinHalves(a, b);
}

export interface NewRecoveryKey {
  readonly key: Buffer;
  /** To be printed and given to two different people. They are shown once and kept nowhere. */
  readonly halves: Halves;
}

/** 160 random bits, as two halves. */
export function newRecoveryKey(): NewRecoveryKey {
  const key = randomBytes(20);
  const [first, second] = splitInHalves(key);
  return { key, halves: [formatCode(first), formatCode(second)] };
}

/** Whether what two halves opened is the slot of this recovery identity, under its key. */
export function isSlotOf({ slot, identity }: OpenedSlot, { id, kem }: Pick<RecoveryIdentity, 'id' | 'kem'>): boolean {
  return slot.staff === id && publicKeysOf(identity).kem === kem;
}

/** An identity that is to be recovery from now on. */
export function newRecoveryIdentity() {
  const umk = randomBytes(32);
  return { umk, content: { id: newId<StaffId>(), ...publicKeysOf(identityFrom(umk)) } };
}

/** Its slot in the vault, which a new recovery key opens. @returns the slot and the halves of that key */
export async function newRecoverySlot(
  { umk, content }: ReturnType<typeof newRecoveryIdentity>,
  { store, kdf }: Vault,
  storeKey: Buffer,
) {
  const { key, halves } = newRecoveryKey();
  const slot = await makeSlot({ store, kdf, storeKey, staff: content.id, label: 'recovery', umk, secret: key });
  return { slot, halves };
}
