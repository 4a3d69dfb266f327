import { leastKdf } from '../store/crypto/argon2id.ts';
import { buildDemo, type Demo, type DemoPlan } from './build.ts';

/**
 * The demonstration log as people get it, ending yesterday. The passphrases lie beside it for everybody to read, so a
 * slow key derivation would protect nothing.
 */
export function loadDemo(plan: Omit<DemoPlan, 'loadedAt' | 'kdf'>): Promise<Demo> {
  return buildDemo({ ...plan, loadedAt: new Date(), kdf: leastKdf });
}
