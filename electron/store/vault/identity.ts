import type { StaffKeys } from '../../../shared/policy/register-state.ts';
import { type SigningKey, signingKeyFromSeed } from '../crypto/ed25519.ts';
import { hkdf } from '../crypto/hkdf.ts';
import { type SealingKey, sealingKeyFromSeed } from '../crypto/x25519.ts';

/** All that one person's 32-byte user master key (UMK) gives. It exists only while the log is unlocked. */
export interface Identity {
  readonly signing: SigningKey;
  readonly sealing: SealingKey;
  /** 32 bytes, for this person's own drafts alone. */
  readonly draftKey: Buffer;
}

/** Derives the keys of a person from their UMK with HKDF-SHA-256, one label each (DESIGN 3). */
export function identityFrom(umk: Buffer): Identity {
  return {
    signing: signingKeyFromSeed(hkdf(umk, '', 'sig/1')),
    sealing: sealingKeyFromSeed(hkdf(umk, '', 'kem/1')),
    draftKey: hkdf(umk, '', 'draft/1'),
  };
}

/** The public half, as the register holds it. */
export function publicKeysOf({ signing, sealing }: Identity): StaffKeys {
  return { sig: signing.publicKey.toString('base64'), kem: sealing.publicKey.toString('base64') };
}

/** Key of the log file, and key of the seeds of device log keys: the store key itself encrypts nothing. */
export function storeKeysFrom(storeKey: Buffer): { readonly file: Buffer; readonly seeds: Buffer } {
  return { file: hkdf(storeKey, '', 'log-file/1'), seeds: hkdf(storeKey, '', 'log-seed/1') };
}
