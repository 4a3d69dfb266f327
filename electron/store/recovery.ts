import { randomBytes } from 'node:crypto';
import { InvalidInput } from './context.ts';
import { BadRecoveryCode, formatCode, joinHalves, parseCode, splitInHalves } from './crypto/recovery-code.ts';
import { StoreFailure } from './failure.ts';

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
