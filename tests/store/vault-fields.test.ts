import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../electron/store/crypto/hash.ts';
import { sealingKeyFromSeed } from '../../electron/store/crypto/x25519.ts';
import { newId } from '../../electron/store/ids.ts';
import { readVault } from '../../electron/store/vault/files.ts';
import { identityFrom, publicKeysOf } from '../../electron/store/vault/identity.ts';
import { makeSlot } from '../../electron/store/vault/slots.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { type Casework, makeCasework } from '../factories/casework.ts';
import { copyOf, signIn } from '../factories/folders.ts';
import { failureOf, troubleOf } from '../factories/forms.ts';
import { appendAs, readStore } from '../factories/insider.ts';
import { passphraseOf, people, World } from '../factories/world.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const good = new World();
let work: Casework;

beforeAll(async () => {
  work = await makeCasework(good, ['manager', 'otherWorker', 'lead']);
});

afterAll(() => good[Symbol.asyncDispose]());

/** Canonical by hand, so that also what our own writer refuses can stand in the file. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]));
}

function writeBoth(world: World, vault: Json): void {
  const line = JSON.stringify(sorted(vault));
  const text = `${line}\n${sha256(Buffer.from(line)).toString('hex')}\n`;
  for (const copy of ['vault.a', 'vault.b']) writeFileSync(join(world.folder, copy), text);
}

function pathsIn(value: Json, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const members = Array.isArray(value) ? value.map((one, at) => [at, one] as const) : Object.entries(value);
  return [...(path.length === 0 ? [] : [path]), ...members.flatMap(([key, one]) => pathsIn(one, [...path, key]))];
}

/** The vault with what stands at a path changed, or taken away. */
function changedAt(value: Json, [key, ...rest]: Path, change: (old: Json) => Json | undefined): Json {
  const copy = structuredClone(value) as Record<string | number, Json>; // `as`: paths lead into objects and lists only.
  const next = key === undefined ? undefined : copy[key];
  if (key === undefined || next === undefined) throw new Error('no such path');
  const made = rest.length === 0 ? change(next) : changedAt(next, rest, change);
  if (made !== undefined) copy[key] = made;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy;
}

const values: readonly Json[] = [
  null,
  true,
  -1,
  0.5,
  2 ** 52,
  '',
  'x',
  '\u0000',
  [],
  {},
  [[]],
  'A'.repeat(22),
  'A'.repeat(44),
];

/** What opening a store may say of a vault that somebody changed. */
const known =
  /^(vaultDamaged|vaultNewer|kdfRefused|unknownStaff|wrongPassphrase|otherStore|logMissing|logDamaged|noMemory)$/;

describe('a field of the vault', () => {
  const slotOf = (vault: Json) =>
    (vault as { slots: { staff: string }[] }).slots.findIndex(({ staff }) => staff === work.manager);

  it('missing, or of another form, makes it a damaged vault, without a crash and before any slow work', async () => {
    await using world = copyOf(good);
    const vault = readVault(good.folder).vault as unknown as Json;
    let asked = 0;
    for (const path of pathsIn(vault)) {
      const changes: readonly (Json | undefined)[] = [undefined, ...values];
      for (const value of changes) {
        const changed = changedAt(vault, path, () => value);
        writeBoth(world, changed);
        const answer = await world.log.store.status({});
        asked += 1;
        if (answer.ok) continue;
        expect([path.join('.'), value, answer.failure]).toEqual([
          path.join('.'),
          value,
          { kind: 'store', problem: expect.stringMatching(/^(vaultDamaged|vaultNewer)$/) },
        ]);
      }
    }
    console.log(`vault: ${asked} changed fields`);
    for (const path of pathsIn(vault).filter((one) => one.length === 1)) {
      writeBoth(
        world,
        changedAt(vault, path, () => undefined),
      );
      expect([path, await troubleOf(world.log.store.status({}))]).toEqual([path, 'vaultDamaged']);
    }
    expect(world.mistakes).toEqual([]);
  });

  it('of the right form and another value opens nothing for whom it concerns, and says so', async () => {
    await using world = copyOf(good);
    const vault = readVault(good.folder).vault as unknown as Json;
    const slot = slotOf(vault);
    const other = (old: Json): Json => {
      if (typeof old !== 'string') return Number(old) + 1;
      if (old.length === 22) return newId<StaffId>();
      return randomBytes(Buffer.from(old, 'base64').length).toString('base64');
    };
    const paths: readonly Path[] = [
      ['store'],
      ['log'],
      ['kdf', 't'],
      ['slots', slot, 'staff'],
      ['slots', slot, 'salt'],
      ['slots', slot, 'umk'],
      ['slots', slot, 'store', 'enc'],
      ['slots', slot, 'store', 'ct'],
    ];
    for (const path of paths) {
      writeBoth(world, changedAt(vault, path, other));
      world.clock += 120_000;
      const trouble = await troubleOf(signIn(world, work.manager));
      expect([path.join('.'), trouble]).toEqual([path.join('.'), expect.stringMatching(known)]);
    }
    writeBoth(world, vault);
    world.clock += 120_000;
    expect(await troubleOf(signIn(world, work.manager))).toBe('none');
    expect(world.mistakes).toEqual([]);
  });

  it('more, slots too many, or slots of two people exchanged, are refused', async () => {
    await using world = copyOf(good);
    const { vault } = readVault(good.folder);
    writeBoth(world, { ...(vault as unknown as Record<string, Json>), more: 1 });
    expect(await troubleOf(world.log.store.status({}))).toBe('vaultDamaged');
    const [first] = vault.slots;
    writeBoth(world, { ...vault, slots: Array.from({ length: 205 }, () => first ?? null) });
    expect(await troubleOf(world.log.store.status({}))).toBe('vaultDamaged');
    const exchanged = vault.slots.map((slot) => {
      const swap = new Map([
        [work.manager, work.lead],
        [work.lead, work.manager],
      ]);
      return { ...slot, staff: swap.get(slot.staff) ?? slot.staff };
    });
    writeBoth(world, { ...vault, slots: exchanged });
    for (const [staff, name] of [
      [work.manager, people.manager],
      [work.manager, people.lead],
    ] as const)
      expect(await troubleOf(signIn(world, staff, passphraseOf(name)))).toBe('wrongPassphrase');
  });
});

describe('a key that is not the one of the register', () => {
  it('swapped in for a colleague by a slot of one’s own making lets nobody in as them', async () => {
    await using world = copyOf(good);
    const { vault } = readVault(good.folder);
    const { storeKey } = work.keys.otherWorker;
    const { store, kdf } = vault;
    const secret = 'otter canyon mustard violin';
    const forged = await makeSlot({ store, staff: work.lead, label: 'X', kdf, umk: randomBytes(32), storeKey, secret });
    const slots = [forged, ...vault.slots];
    writeBoth(world, { ...vault, slots });
    expect(await troubleOf(signIn(world, work.lead, secret))).toBe('logDamaged');
    // Beside the right one it takes nothing from its owner, whose next sign-in clears it away.
    expect(await troubleOf(signIn(world, work.lead, passphraseOf(people.lead)))).toBe('none');
    expect(readVault(world.folder).vault.slots).not.toContainEqual(forged);
  });

  it('given to a colleague by somebody who may not is refused by everybody who reads it, and used for nothing', async () => {
    await using world = copyOf(good);
    const mine = publicKeysOf(identityFrom(randomBytes(32)));
    const content = { staff: work.lead, ...mine };
    for (const who of ['otherWorker', 'manager'] as const)
      appendAs(
        world,
        work.keys[who],
        (honest) => {
          // A register of the forger's own, in which the keys wait and a colleague vouches.
          const lead = honest.register.staff.get(work.lead);
          if (lead === undefined) throw new Error('no lead');
          const pending = { ...mine, by: work.supervisor };
          const staff = new Map(honest.register.staff).set(work.lead, { ...lead, pending });
          const roles = [
            ...honest.register.roles,
            {
              staff: work[who],
              role: 'supervisor' as const,
              practice: work.alderfield,
              grantedBy: work.lead,
              confirmedBy: work.lead,
              stands: true,
            },
          ];
          return { ...honest, register: { ...honest.register, staff, roles } };
        },
        (writing) => {
          const place = { thread: writing.register.thread, about: work.lead };
          writing.append('keys.confirmed', place, content);
        },
      );
    const store = readStore(world, work.keys.lead);
    const before = readStore(good, work.keys.lead);
    try {
      expect(store.troubles.refused).toHaveLength(2);
      expect(store.register.staff.get(work.lead)?.keys).toEqual(before.register.staff.get(work.lead)?.keys);
    } finally {
      store.close();
      before.close();
    }
    expect(await troubleOf(signIn(world, work.lead, passphraseOf(people.lead)))).toBe('none');
  });

  it('signed in the name of recovery by somebody who has not got it stops the unlock', async () => {
    await using world = copyOf(good);
    appendAs(
      world,
      work.keys.manager,
      (honest) => ({ ...honest, author: { staff: honest.register.recovery.id, signing: honest.author.signing } }),
      (writing) => {
        const kem = sealingKeyFromSeed(randomBytes(32)).publicKey.toString('base64');
        const keys = publicKeysOf(identityFrom(randomBytes(32)));
        writing.append(
          'recovery.used',
          { thread: writing.register.thread, about: work.manager },
          {
            staff: work.manager,
            ...publicKeysOf(identityFrom(randomBytes(32))),
            recovery: { id: newId<StaffId>(), sig: keys.sig, kem },
          },
        );
      },
    );
    expect(await failureOf(signIn(world, work.lead, passphraseOf(people.lead)))).toMatchObject({
      kind: 'store',
      problem: 'logChanged',
    });
  });
});
