import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBundle } from '../../electron/audit/bundle.ts';
import { people } from '../../electron/demo/data/people.ts';
import { staff } from '../../electron/demo/data/staff.ts';
import { stories } from '../../electron/demo/data/stories.ts';
import { dated } from '../../electron/demo/days.ts';
import { alone, type BuiltDemo, builtDemo, exported, remove } from './demo-store.ts';
import { openEverything } from './open-everything.ts';

let demo: BuiltDemo;
let zip: string;

beforeAll(async () => {
  demo = await builtDemo();
  zip = await exported(demo);
});
afterAll(() => {
  if (demo) remove(demo);
});

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Everything that was typed: whole, and sentence by sentence. Words without a space are choices and the demo's own names. */
function typed(): readonly string[] {
  const texts = stringsIn(dated([stories, Object.values(people)], demo.today)).map((text) => text.trim());
  const sentences = texts.flatMap((text) => [text, ...text.split(/(?<=[.?!:;”])\s+/)]);
  return [...new Set(sentences)].filter((text) => text.length >= 12 && text.includes(' ') && !/^\d/.test(text));
}

const names = Object.values(people).map(({ givenName, familyName }) => `${givenName} ${familyName}`);
const surnames = Object.values(people)
  .map(({ familyName }) => familyName)
  .filter((name) => name.length >= 6);
const numbers = Object.values(people).map(({ nhsNumber }) => nhsNumber);
const compact = numbers.map((number) => number.replaceAll(' ', ''));
const phrases = Object.values(staff).map(({ passphrase }) => passphrase);

function secrets(): readonly string[] {
  return [...typed(), ...names, ...surnames, ...numbers, ...compact, ...phrases];
}

/** Which of `needles` stand in the bytes, as UTF-8 or as UTF-16. */
function foundIn(bytes: Buffer, needles: readonly string[]): readonly string[] {
  return needles.filter((needle) => bytes.includes(needle, 0, 'utf8') || bytes.includes(needle, 0, 'utf16le'));
}

function filesUnder(folder: string): readonly (readonly [name: string, bytes: Buffer])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name))]);
}

describe('no file gives away what was written', () => {
  it('the search finds every secret in plain text of either encoding, so that it can fail', () => {
    const all = secrets();
    expect(all.length).toBeGreaterThan(400);
    for (const encoding of ['utf8', 'utf16le'] as const) {
      const path = join(demo.root, `canary.${encoding}`);
      writeFileSync(path, all.join('\n'), encoding);
      expect(foundIn(readFileSync(path), all)).toEqual(all);
    }
  });

  it('the secrets looked for are those that the store holds under its keys', async () => {
    const texts: string[] = [];
    // Recovery reads all but the drafts, and each draft is its author's alone.
    for (const who of ['recovery', 'tom', 'amina', 'grace'] as const) {
      const identity = await alone(demo, who);
      texts.push(...stringsIn(JSON.parse(openEverything(identity).text)));
      identity.log.close();
    }
    const held = Buffer.from(texts.join('\n'));
    expect(secrets().filter((one) => !held.includes(one) && ![...names, ...numbers, ...phrases].includes(one))).toEqual(
      [],
    );
  });

  it('no byte of the store folder holds a name, a number, a sentence or a passphrase', () => {
    const files = filesUnder(demo.place.folder);
    expect(files.map(([name]) => name)).toEqual(expect.arrayContaining(['vault.a', 'vault.b', 'log.1.db']));
    const staffNames = Object.values(staff).flatMap(({ name, jobTitle }) => [name, jobTitle]);
    for (const [name, bytes] of files)
      expect([name, foundIn(bytes, [...secrets(), ...staffNames])]).toEqual([name, []]);
  });

  it('nor does the profile, but for the services whose numbers the lock screen shows', () => {
    const files = new Map(filesUnder(demo.place.profile));
    expect([...files.keys()].toSorted()).toEqual(['phone-numbers.json', 'witness.json']);
    const empty = Buffer.alloc(0);
    expect(foundIn(files.get('witness.json') ?? empty, secrets())).toEqual([]);
    const services = stories
      .flat()
      .flatMap(({ act }) => (act.do === 'contact' ? [act.name, act.outOfHours ?? ''] : []));
    const found = foundIn(files.get('phone-numbers.json') ?? empty, secrets());
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((text) => !services.includes(text))).toEqual([]);
  });

  it('nor does the export, packed or unpacked, which names members of staff only', () => {
    const bytes = readFileSync(zip);
    expect(foundIn(bytes, secrets())).toEqual([]);
    for (const [name, file] of readBundle(bytes))
      expect([name, foundIn(Buffer.from(file), secrets())]).toEqual([name, []]);
    expect(foundIn(Buffer.from(readBundle(bytes).get('audit.csv') ?? []), ['Dr M Fenwick-Oye'])).not.toEqual([]);
  });
});
