/** Stores as files: made quickly, copied, damaged. Every function here works on a store that is locked. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StaffId } from '../../shared/domain/ids.ts';
import { must, passphraseOf, people, World } from './world.ts';

/** A store with its founder alone, locked: two seconds less than a whole practice. */
export async function found(world: World, options: { readonly demo: boolean } = { demo: true }) {
  const { founder, recoveryHalves } = await must(
    world.log.store.create({
      name: 'Harrowmere PCN',
      ...options,
      founder: { name: people.manager, initials: 'JS', passphrase: passphraseOf(people.manager) },
    }),
  );
  return { founder, recoveryHalves };
}

export function signIn(world: World, staff: StaffId, passphrase = passphraseOf(people.manager)) {
  return world.log.store.unlock({ staff, passphrase });
}

/** The same store on the same computer, in folders of its own. */
export function copyOf(world: World): World {
  const copy = new World();
  cpSync(world.folder, copy.folder, { recursive: true });
  if (existsSync(world.profile)) cpSync(world.profile, copy.profile, { recursive: true });
  copy.clock = world.clock;
  return copy;
}

export const logFile = 'log.1.db';

export function rewrite(world: World, name: string, change: (bytes: Buffer) => Buffer | string): void {
  const path = join(world.folder, name);
  writeFileSync(path, change(readFileSync(path)));
}

export function flipBit(bytes: Buffer, bit: number): Buffer {
  const flipped = Buffer.from(bytes);
  const at = Math.floor(bit / 8) % flipped.length;
  flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8));
  return flipped;
}

/** Numbers that look random and are the same for the same seed (mulberry32). Each is in [0, 1). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed of this run: `SEED=…` repeats one. Printed, so that a failure can be played again. */
export function seedOfRun(what: string): number {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);
  console.log(`${what}: SEED=${seed}`);
  return seed;
}

export const torture = process.env['TORTURE'] === '1';
