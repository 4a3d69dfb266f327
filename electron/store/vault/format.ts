import { staffId, storeId } from '../../../shared/domain/ids.ts';
import { z } from '../../../shared/zod.ts';
import { sha256 } from '../crypto/hash.ts';
import { canonicalJson, type Json, parseCanonical } from '../log/canonical.ts';

const bytes = (length: number) =>
  z.string().refine((text) => {
    const decoded = Buffer.from(text, 'base64');
    return decoded.length === length && decoded.toString('base64') === text;
  });

/** Argon2id over the passphrase opens a slot; HKDF over the recovery key opens the recovery slot. */
const slot = z.strictObject({
  staff: staffId,
  /** Initials only: it can be read before anybody has unlocked the log. */
  label: z.string().min(1).max(8),
  type: z.enum(['passphrase', 'recovery']),
  salt: bytes(16),
  /** Nonce, sealed UMK, tag. */
  umk: bytes(60),
  /** The store key, HPKE-sealed to this person. */
  store: z.strictObject({ enc: bytes(32), ct: bytes(48) }),
});

/** Whole numbers only: whether they lie within safe bounds is judged before any work is done with them. */
const kdf = z.strictObject({
  alg: z.literal('argon2id'),
  v: z.literal(19),
  m: z.int().min(0),
  t: z.int().min(0),
  p: z.literal(1),
});

/** Recovery's among them. */
export const mostSlots = 200;
/** While keys are changed the new slots stand beside the old ones. A vault with more could not be read again. */
const slotsBeside = 4;
/** Using the recovery key must always find room. */
const slotsForRecovery = 2;

const vault = z.strictObject({
  format: z.literal('vault/1'),
  generation: z.int().min(1),
  store: storeId,
  kdf,
  /** The number in the name of the current log file, `log.<n>.db`. */
  log: z.int().min(1),
  slots: z
    .array(slot)
    .min(1)
    .max(mostSlots + slotsBeside),
});

export type Vault = z.infer<typeof vault>;
export type Slot = z.infer<typeof slot>;

/** Whether somebody may have a second slot while they wait to be let in again. */
export function hasRoomBeside({ slots }: Vault): boolean {
  return slots.length < mostSlots + slotsBeside - slotsForRecovery;
}

export const vaultLimit = 1024 * 1024;

export type ParsedVault =
  | { readonly ok: true; readonly vault: Vault }
  | { readonly ok: false; readonly newer: boolean };

/** One copy: canonical JSON, line feed, SHA-256 of that line in hex, line feed. */
export function writeVaultText(value: Vault): string {
  const line = canonicalJson(value);
  return `${line}\n${sha256(Buffer.from(line)).toString('hex')}\n`;
}

function isNewerFormat(value: Json): boolean {
  if (typeof value !== 'object' || value === null || !('format' in value)) return false;
  return typeof value.format === 'string' && /^vault\/[1-9]\d*$/.test(value.format) && value.format !== 'vault/1';
}

/** Reads one copy. Says only whether it holds, never why not: the bytes may be anybody's. */
export function parseVaultText(text: string): ParsedVault {
  const [line = '', sum, end, ...rest] = text.split('\n');
  const whole = end === '' && rest.length === 0 && sum === sha256(Buffer.from(line)).toString('hex');
  if (!whole || text.length > vaultLimit) return { ok: false, newer: false };
  try {
    const value = parseCanonical(line);
    if (isNewerFormat(value)) return { ok: false, newer: true };
    return { ok: true, vault: vault.parse(value) };
  } catch {
    return { ok: false, newer: false };
  }
}
