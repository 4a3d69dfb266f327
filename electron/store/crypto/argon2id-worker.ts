import { parentPort } from 'node:worker_threads';
import sodium from 'libsodium-wrappers-sumo';
import type { Argon2idAnswer, Argon2idRequest } from './argon2id.ts';

const KEY_BYTES = 32;
const BYTES_PER_KIB = 1024;

/*
 * libsodium and not crypto.argon2: that function exists in Electron and throws, since BoringSSL
 * has no Argon2. Its sumo build is plain WASM, so no second native module has to be shipped.
 */
async function answer(request: Argon2idRequest): Promise<Argon2idAnswer> {
  await sodium.ready;
  try {
    const key = sodium.crypto_pwhash(
      KEY_BYTES,
      request.passphrase,
      request.salt,
      request.t,
      request.m * BYTES_PER_KIB,
      sodium.crypto_pwhash_ALG_ARGON2ID13,
    );
    return { key };
  } catch {
    return { key: null };
  }
}

parentPort?.once('message', (request: Argon2idRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});
