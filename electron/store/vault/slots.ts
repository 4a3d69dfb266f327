import { randomBytes } from 'node:crypto';
import type { StaffId, StoreId } from '../../../shared/domain/ids.ts';
import { OpenFailed, open, seal } from '../crypto/aead.ts';
import { argon2id, KdfFailed, type KdfParameters, kdfParametersAcceptable } from '../crypto/argon2id.ts';
import { hkdf } from '../crypto/hkdf.ts';
import { hpkeOpen, hpkeSeal } from '../crypto/hpke.ts';
import { StoreFailure } from '../failure.ts';
import { canonicalJson } from '../log/canonical.ts';
import type { Slot, Vault } from './format.ts';
import { type Identity, identityFrom } from './identity.ts';

type SlotType = Slot['type'];

function additionalData(store: StoreId, staff: StaffId, type: SlotType, kdf: KdfParameters): string {
  return ['slot/1', store, staff, type, canonicalJson({ ...kdf })].join('|');
}

function storeKeyInfo(store: StoreId, staff: StaffId): string {
  return `store-key/1|${store}|${staff}`;
}

/** The key over a slot: slow for a passphrase, which can be guessed, quick for 160 random bits, which cannot. */
async function keyOver(type: SlotType, secret: string | Buffer, salt: Buffer, kdf: KdfParameters): Promise<Buffer> {
  if (typeof secret !== 'string') return hkdf(secret, salt, `${type}/1`);
  if (!kdfParametersAcceptable(kdf)) throw new StoreFailure('kdfRefused');
  try {
    return await argon2id(secret, salt, kdf);
  } catch (error) {
    if (error instanceof KdfFailed) throw new StoreFailure('noMemory');
    throw error;
  }
}

export interface NewSlot {
  readonly store: StoreId;
  readonly staff: StaffId;
  readonly label: string;
  readonly kdf: KdfParameters;
  readonly umk: Buffer;
  readonly storeKey: Buffer;
  /** A passphrase, or the 20 bytes of the recovery key. */
  readonly secret: string | Buffer;
}

/** The store key, HPKE-sealed to the holder of an X25519 key. */
export function sealStoreKey(kem: Buffer, store: StoreId, staff: StaffId, storeKey: Buffer): Slot['store'] {
  const { enc, ct } = hpkeSeal(kem, storeKeyInfo(store, staff), storeKey);
  return { enc: enc.toString('base64'), ct: ct.toString('base64') };
}

/**
 * The store key of a slot, for somebody who is signed in: no passphrase is asked.
 *
 * @throws StoreFailure unknownStaff when there is no slot of theirs, or it is not sealed to their key
 */
export function openStoreKey(vault: Vault, staff: StaffId, identity: Identity): Buffer {
  for (const slot of vault.slots.filter((one) => one.staff === staff)) {
    const storeKey = storeKeyOf(vault, slot, identity);
    if (storeKey !== null) return storeKey;
  }
  throw new StoreFailure('unknownStaff');
}

function storeKeyOf({ store }: Vault, slot: Slot, { sealing }: Identity): Buffer | null {
  const sealed = { enc: Buffer.from(slot.store.enc, 'base64'), ct: Buffer.from(slot.store.ct, 'base64') };
  try {
    return hpkeOpen(sealing, storeKeyInfo(store, slot.staff), sealed);
  } catch {
    return null;
  }
}

/** Seals a person's master key under their secret, and the store key to the person. */
export async function makeSlot({ store, staff, label, kdf, umk, storeKey, secret }: NewSlot): Promise<Slot> {
  const type = typeof secret === 'string' ? 'passphrase' : 'recovery';
  const salt = randomBytes(16);
  const kek = await keyOver(type, secret, salt, kdf);
  return {
    staff,
    label,
    type,
    salt: salt.toString('base64'),
    umk: seal(kek, umk, additionalData(store, staff, type, kdf)).toString('base64'),
    store: sealStoreKey(identityFrom(umk).sealing.publicKey, store, staff, storeKey),
  };
}

export interface OpenedSlot {
  readonly slot: Slot;
  readonly identity: Identity;
  readonly storeKey: Buffer;
  /** 32 bytes: to seal it under another passphrase. */
  readonly umk: Buffer;
}

/**
 * Opens a person's slot with their secret. While a change of keys is being written somebody may have two slots; the
 * register says afterwards whose keys count.
 *
 * @throws StoreFailure unknownStaff, kdfRefused (before any work), wrongPassphrase, vaultDamaged
 */
export async function openSlot(vault: Vault, staff: StaffId, secret: string | Buffer): Promise<OpenedSlot> {
  const type = typeof secret === 'string' ? 'passphrase' : 'recovery';
  const slots = vault.slots.filter((one) => one.staff === staff && one.type === type);
  if (slots.length === 0) throw new StoreFailure('unknownStaff');
  for (const slot of slots) {
    const kek = await keyOver(type, secret, Buffer.from(slot.salt, 'base64'), vault.kdf);
    const umk = opened(kek, slot, additionalData(vault.store, staff, type, vault.kdf));
    if (umk !== null) return withStoreKey(vault, slot, umk);
  }
  throw new StoreFailure('wrongPassphrase');
}

/** Opens the slot of the recovery identity with the joined key. @throws StoreFailure recoveryNotOurs, vaultDamaged */
export function openRecovery(vault: Vault, key: Buffer): OpenedSlot {
  for (const slot of vault.slots.filter(({ type }) => type === 'recovery')) {
    const kek = hkdf(key, Buffer.from(slot.salt, 'base64'), 'recovery/1');
    const umk = opened(kek, slot, additionalData(vault.store, slot.staff, 'recovery', vault.kdf));
    if (umk !== null) return withStoreKey(vault, slot, umk);
  }
  throw new StoreFailure('recoveryNotOurs');
}

function withStoreKey(vault: Vault, slot: Slot, umk: Buffer): OpenedSlot {
  const identity = identityFrom(umk);
  const storeKey = storeKeyOf(vault, slot, identity);
  // The passphrase was right, so what is wrong is the sealed store key.
  if (storeKey === null) throw new StoreFailure('vaultDamaged');
  return { slot, identity, storeKey, umk };
}

function opened(kek: Buffer, slot: Slot, aad: string): Buffer | null {
  try {
    return open(kek, Buffer.from(slot.umk, 'base64'), aad);
  } catch (error) {
    if (error instanceof OpenFailed) return null;
    throw error;
  }
}
