import { argon2 } from 'node:crypto';
import { promisify } from 'node:util';
import { vi } from 'vitest';
import type * as Argon2id from '../../electron/store/crypto/argon2id.ts';

/*
 * Nearly all of the time of these tests was Argon2id at its real cost, whose point is to be slow. The same function by
 * OpenSSL, at a 64th of the memory: parameters, salts and secrets are checked and used as ever, and no code that ships
 * knows of a cheaper way. `real` in the configuration lists the tests that derive keys as the program does; TORTURE=1
 * takes this away from all.
 */
const derive = promisify(argon2);
const CHEAPER = 64;

vi.mock(import('../../electron/store/crypto/argon2id.ts'), async (original) => {
  const real = await original();
  const argon2id: typeof Argon2id.argon2id = async (passphrase, salt, params) => {
    if (!real.kdfParametersAcceptable(params)) throw new real.UnacceptableKdf();
    if (salt.length !== 16) throw new RangeError('Argon2id salt must be 16 bytes');
    return derive('argon2id', {
      message: passphrase,
      nonce: salt,
      parallelism: params.p,
      tagLength: 32,
      memory: params.m / CHEAPER,
      passes: params.t,
    });
  };
  return { ...real, argon2id };
});
