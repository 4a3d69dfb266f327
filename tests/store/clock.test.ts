import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { found, logFile, signIn } from '../factories/folders.ts';
import { troubleOf } from '../factories/forms.ts';
import { must, World } from '../factories/world.ts';

const day = 86_400_000;

const bytesOf = ({ folder }: World) => readFileSync(join(folder, logFile)).toString('base64');

async function realLog() {
  const world = new World();
  const { founder } = await found(world, { demo: false });
  await must(signIn(world, founder));
  await world.lock();
  return { world, founder };
}

describe('the clock of the computer', () => {
  it('far ahead of the newest entry writes nothing, until somebody who was told signs in again', async () => {
    const { world, founder } = await realLog();
    await using _ = world;
    const before = bytesOf(world);
    world.clock += 15 * day;
    expect(await troubleOf(signIn(world, founder))).toBe('clockAhead');
    expect(bytesOf(world)).toEqual(before);
    expect(await troubleOf(signIn(world, founder, 'a passphrase that is wrong'))).toBe('wrongPassphrase');
    expect((await must(signIn(world, founder))).clockBehind).toBeNull();
    await world.lock();
    world.clock += 400 * day;
    expect(await troubleOf(signIn(world, founder)), 'each time anew').toBe('clockAhead');
  });

  it('after a holiday is not doubted', async () => {
    const { world, founder } = await realLog();
    await using _ = world;
    world.clock += 13 * day;
    expect((await must(signIn(world, founder))).clockBehind).toBeNull();
  });

  it('behind the newest entry keeps nobody out, and is told', async () => {
    const { world, founder } = await realLog();
    await using _ = world;
    const newest = world.clock;
    world.clock -= 2 * day;
    const { clockBehind } = await must(signIn(world, founder));
    expect(Math.abs(Date.parse(clockBehind ?? '') - newest)).toBeLessThan(60_000);
    await must(world.log.register.addPractice({ name: 'Alderfield' }));
  });
});
