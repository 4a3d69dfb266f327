import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../electron/store/crypto/hash.ts';
import { canonicalJson } from '../../electron/store/log/canonical.ts';
import { readVault, repairVault } from '../../electron/store/vault/files.ts';
import { type Vault, writeVaultText } from '../../electron/store/vault/format.ts';
import { sentenceFor } from '../../shared/contract/failures.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { copyOf, flipBit, found, randomFrom, rewrite, seedOfRun, signIn, torture } from '../factories/folders.ts';
import { failureOf, troubleOf } from '../factories/forms.ts';
import { World } from '../factories/world.ts';

const copies = ['vault.a', 'vault.b'] as const;
type Copy = (typeof copies)[number];

const damages: Readonly<Record<string, (world: World, copy: Copy) => void>> = {
  'a flipped bit': (world, copy) => rewrite(world, copy, (bytes) => flipBit(bytes, 1_234)),
  'its end cut off': (world, copy) => rewrite(world, copy, (bytes) => bytes.subarray(0, bytes.length - 20)),
  'nothing in it': (world, copy) => rewrite(world, copy, () => ''),
  'garbage in it': (world, copy) => rewrite(world, copy, (bytes) => Buffer.alloc(bytes.length, 0xa5)),
  'been lost': (world, copy) => rmSync(join(world.folder, copy)),
};

let good: World;
let founder: StaffId;
let text: string;

beforeAll(async () => {
  good = new World();
  ({ founder } = await found(good));
  text = readFileSync(join(good.folder, 'vault.a'), 'utf8');
});

afterAll(() => good[Symbol.asyncDispose]());

/** Writes both copies, the checksum right for whatever they say. */
function writeBoth(world: World, change: (vault: Vault) => Record<string, unknown>): void {
  const { vault } = readVault(good.folder);
  const changed = change(vault) as unknown as Vault; // `as`: what a stranger wrote need not be a vault.
  for (const copy of copies) writeFileSync(join(world.folder, copy), writeVaultText(changed));
}

describe('one copy of the vault damaged', () => {
  const kinds = Object.entries(damages);
  it.each(kinds)('has %s: the other one is found, and the first is written anew from it', async (_what, damage) => {
    for (const copy of copies) {
      await using world = copyOf(good);
      damage(world, copy);
      const left = readVault(world.folder);
      expect(left.behind).toEqual([copy]);
      repairVault(world.folder, left);
      expect(copies.map((name) => readFileSync(join(world.folder, name), 'utf8'))).toEqual([text, text]);
    }
  });

  it.each(kinds.map(([what, damage], n) => [copies[n % 2] ?? 'vault.a', what, damage] as const))(
    '%s has %s: the store opens, and with that the copy is whole again',
    async (copy, _what, damage) => {
      await using world = copyOf(good);
      damage(world, copy);
      expect(await troubleOf(signIn(world, founder))).toBe('none');
      expect(copies.map((name) => readFileSync(join(world.folder, name), 'utf8'))).toEqual([text, text]);
    },
  );

  it('one generation behind is brought up to date, never the other way round', async () => {
    await using world = copyOf(good);
    const { vault } = readVault(world.folder);
    const newer = writeVaultText({ ...vault, generation: vault.generation + 1 });
    writeFileSync(join(world.folder, 'vault.b'), newer);
    expect(await troubleOf(signIn(world, founder))).toBe('none');
    expect(copies.map((name) => readFileSync(join(world.folder, name), 'utf8'))).toEqual([newer, newer]);
  });
});

describe('both copies of the vault damaged', () => {
  const pairs = Object.keys(damages).map(
    (what) => [what, Object.keys(damages).find((other) => other !== what) ?? what] as const,
  );
  it.each(pairs)('%s and %s: it says so, and opens again once a copy is put back', async (one, other) => {
    await using world = copyOf(good);
    damages[one]?.(world, 'vault.a');
    damages[other]?.(world, 'vault.b');
    const failure = await failureOf(signIn(world, founder));
    expect(failure).toEqual({ kind: 'store', problem: 'vaultDamaged' });
    expect(sentenceFor(failure)).toContain('The records are not lost');
    expect(await troubleOf(world.log.store.status({}))).toBe('vaultDamaged');
    writeFileSync(join(world.folder, 'vault.b'), text);
    expect(readVault(world.folder).behind).toEqual(['vault.a']);
  });

  it('opens in the end from one good copy', async () => {
    await using world = copyOf(good);
    for (const copy of copies) damages['garbage in it']?.(world, copy);
    writeFileSync(join(world.folder, 'vault.b'), text);
    expect(await troubleOf(signIn(world, founder))).toBe('none');
  });

  it('any one bit that flips in both copies is noticed', () => {
    const seed = seedOfRun('bits of the vault');
    const random = randomFrom(seed);
    const bits = Buffer.byteLength(text) * 8;
    for (let round = 0; round < (torture ? 20_000 : 300); round += 1) {
      const bit = Math.floor(random() * bits);
      const world = { folder: good.root };
      const flipped = flipBit(Buffer.from(text), bit);
      for (const copy of copies) writeFileSync(join(world.folder, copy), flipped);
      expect(() => readVault(world.folder), `SEED=${seed}, bit ${bit}`).toThrow('vaultDamaged');
    }
    for (const copy of copies) rmSync(join(good.root, copy));
  });
});

describe('a vault that is not ours to open', () => {
  it('of a newer format is refused, also when only one copy is, and nothing is written', async () => {
    await using world = copyOf(good);
    const line = canonicalJson({ format: 'vault/2', something: ['new'] });
    const newer = `${line}\n${sha256(Buffer.from(line)).toString('hex')}\n`;
    writeFileSync(join(world.folder, 'vault.b'), newer);
    expect(await troubleOf(signIn(world, founder))).toBe('vaultNewer');
    expect(readFileSync(join(world.folder, 'vault.a'), 'utf8')).toBe(text);
    writeFileSync(join(world.folder, 'vault.a'), newer);
    expect(await troubleOf(signIn(world, founder))).toBe('vaultNewer');
    expect(
      await troubleOf(
        world.log.store.create({
          name: 'x',
          demo: true,
          founder: { name: 'x', initials: 'x', passphrase: 'a long enough phrase' },
        }),
      ),
    ).toBe('folderNotEmpty');
  });

  // Were the work begun, the largest of these would take longer than the computer lasts.
  it.each([
    ['no memory', { m: 0 }],
    ['less memory than is safe', { m: 64 * 1024 - 1 }],
    ['a million GiB', { m: 2 ** 50 }],
    ['no pass', { t: 0 }],
    ['fewer passes than are safe', { t: 2 }],
    ['a million million passes', { t: 1e12 }],
  ])('that asks for %s is refused before any work', async (_what, kdf) => {
    await using world = copyOf(good);
    writeBoth(world, (vault) => ({ ...vault, kdf: { ...vault.kdf, ...kdf } }));
    expect(await failureOf(signIn(world, founder))).toEqual({ kind: 'store', problem: 'kdfRefused' });
  });

  it.each([
    ['another function', { alg: 'md5' }],
    ['many lanes', { p: 1_000_000 }],
    ['a number that is none', { m: 1.5 }],
    ['less than nothing', { t: -1 }],
  ])('that asks for %s is damaged', async (_what, kdf) => {
    await using world = copyOf(good);
    const { vault } = readVault(good.folder);
    // Not canonical by our own writer, so written by hand.
    const line = JSON.stringify({ ...vault, kdf: { ...vault.kdf, ...kdf } });
    for (const copy of copies)
      writeFileSync(join(world.folder, copy), `${line}\n${sha256(Buffer.from(line)).toString('hex')}\n`);
    expect(await troubleOf(signIn(world, founder))).toBe('vaultDamaged');
  });

  it('with safe parameters that are not those the slot was made with opens nothing', async () => {
    await using world = copyOf(good);
    writeBoth(world, (vault) => ({ ...vault, kdf: { ...vault.kdf, t: 4 } }));
    expect(await troubleOf(signIn(world, founder))).toBe('wrongPassphrase');
  });

  it('of another store lets its people no further than the file of ours', async () => {
    await using other = new World();
    const theirs = await found(other);
    await using world = copyOf(good);
    for (const copy of copies) writeFileSync(join(world.folder, copy), readFileSync(join(other.folder, copy)));
    expect(await troubleOf(signIn(world, founder))).toBe('unknownStaff');
    expect(await troubleOf(signIn(world, theirs.founder))).toBe('logDamaged');
    for (const copy of copies) writeFileSync(join(world.folder, copy), text);
    expect(await troubleOf(signIn(world, founder))).toBe('none');
  });
});
