import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRawHeader } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { App, demoFolder } from '../e2e/app.ts';
import { electronBinary, Host } from '../e2e/host.ts';
import { extracted, filesOf, fusesOf, layouts, packEverything, root } from './packages.ts';

/** Whatever none of these names does not belong in a package. */
const allowed: readonly RegExp[] = [
  /^package\.json$/,
  /^dist\/electron\/(?:chunks\/)?[\w-]+\.js$/,
  /^dist\/electron\/(?:preload\.cjs|verify\.py|VERIFY\.md)$/,
  /^dist\/renderer\/index\.html$/,
  /^dist\/renderer\/assets\/[\w.-]+-[\w-]{8}\.(?:js|css|woff2?|svg|png)$/,
  /^node_modules\/better-sqlite3\/(?:package\.json|LICENSE)$/,
  /^node_modules\/better-sqlite3\/lib\/(?:methods\/)?[\w-]+\.js$/,
  /^node_modules\/better-sqlite3\/prebuilds\/[\w-]+\.node$/,
];
const needed = [
  ...['main.js', 'preload.cjs', 'store-process.js', 'argon2id-worker.js', 'verify.py', 'VERIFY.md'].map(
    (name) => `dist/electron/${name}`,
  ),
  'dist/renderer/index.html',
  'node_modules/better-sqlite3/lib/index.js',
  'package.json',
];

const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  8: true, // WasmTrapHandlers, which the tool has no name for.
};

interface Metadata {
  readonly main?: string;
  readonly type?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function metadataIn(folder: string): Metadata {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function textOf(folder: string): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:c?js|html|css|json|md|py)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

function filesWith(folder: string, word: RegExp): readonly string[] {
  return textOf(folder).flatMap(({ path, text }) => (word.test(text) ? [path] : []));
}

const developmentOnly = Object.keys(metadataIn(root).devDependencies ?? {});
let packages: string;

beforeAll(() => {
  packages = packEverything();
});

afterAll(() => {
  rmSync(packages, { recursive: true, force: true });
});

describe.each(Object.entries(layouts))('the package for %s', (_, { program, resources, addon }) => {
  const asar = () => join(packages, resources, 'app.asar');
  const paths = () => filesOf(asar()).map(({ path }) => path);

  it('holds what the app needs', () => {
    expect(needed.filter((path) => !paths().includes(path))).toEqual([]);
    expect(
      paths().filter((path) => /^dist\/renderer\/assets\/.+\.(?:js|css|woff2)$/.test(path)).length,
    ).toBeGreaterThan(2);
  });

  it('holds nothing else', () => {
    expect(paths().filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([]);
  });

  it('holds one native file, its own, outside the asar', () => {
    const file = `node_modules/better-sqlite3/prebuilds/${addon}`;
    expect(filesOf(asar()).filter(({ unpacked, path }) => unpacked || path.endsWith('.node'))).toEqual([
      { path: file, unpacked: true },
    ]);
    const beside = readdirSync(`${asar()}.unpacked`, { recursive: true, withFileTypes: true });
    expect(beside.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([addon]);
    const packed = readFileSync(join(`${asar()}.unpacked`, file));
    expect(packed.equals(readFileSync(join(root, file)))).toBe(true);
  });

  it('has no other app beside it', () => {
    const beside = readdirSync(join(packages, resources)).filter((name) => /^(?:default_)?app\b/.test(name));
    expect(beside.sort()).toEqual(['app.asar', 'app.asar.unpacked']);
  });

  it('tells the terms of all that it is made of, beside it', () => {
    expect(readFileSync(join(packages, resources, 'third-party-data.md'), 'utf8')).toContain('CC BY 3.0');
    const told = readFileSync(join(packages, resources, 'third-party-licences.txt'), 'utf8');
    const { dependencies = {} } = metadataIn(root);
    const names = [...Object.keys(dependencies), 'libsodium-sumo', 'SQLite3 Multiple Ciphers', 'scheduler'];
    const sections = told.split(`\n${'-'.repeat(80)}\n\n`);
    for (const name of names) {
      const section = sections.find((one) => one.startsWith(`${name} `)) ?? '';
      expect(section, name).toMatch(/copyright|public domain/i);
      expect(section.length, name).toBeGreaterThan(500);
    }
    for (const name of ['electron-builder', 'vite', 'vitest', '@playwright/test'])
      expect(sections.filter((one) => one.startsWith(`${name} `))).toEqual([]);
    expect(told).not.toContain(root);
    expect(readFileSync(join(packages, resources, 'LICENSE.txt'), 'utf8')).toBe(
      readFileSync(join(root, 'LICENSE'), 'utf8'),
    );
  });

  it('has the fuses of electron-builder.yml, and WasmTrapHandlers on', async () => {
    expect(await fusesOf(join(packages, program))).toEqual(fuses);
  });
});

// Linux has no such check.
it.each([
  ['Windows', layouts.win, ''],
  ['macOS', layouts.mac, 'Contents/Info.plist'],
])('the program for %s holds the hash of its asar', (_, { program, resources }, file) => {
  const { headerString } = getRawHeader(join(packages, resources, 'app.asar'));
  const hash = createHash('sha256').update(headerString).digest('hex');
  expect(readFileSync(join(packages, program, file), 'latin1').includes(hash)).toBe(true);
});

describe('the packaged app', () => {
  let app: string;

  beforeAll(() => {
    app = extracted(join(packages, layouts.linux.resources, 'app.asar'));
  });

  afterAll(() => {
    rmSync(app, { recursive: true, force: true });
  });

  it('says how it starts, and nothing of how it is developed', () => {
    const metadata = metadataIn(app);
    expect(metadata).toMatchObject({ main: 'dist/electron/main.js', type: 'module' });
    expect(metadata).not.toHaveProperty('scripts');
    expect(metadata).not.toHaveProperty('devDependencies');
  });

  it.each(developmentOnly)('carries nothing of %s', (name) => {
    expect(existsSync(join(app, 'node_modules', name))).toBe(false);
    // Bundles name above each module where it came from.
    expect(textOf(app).filter(({ text }) => text.includes(`//#region node_modules/${name}/`))).toEqual([]);
  });

  it('carries nothing of the tests, the stand-in or the build', () => {
    expect(filesWith(app, /\/\/#region (?:\.\.\/)*(?:tests|build)\//)).toEqual([]);
    expect(filesWith(app, /\bstandin\b/i)).toEqual([]);
  });

  it('carries no source map, and no path of the machine that built it', () => {
    expect(filesWith(app, /sourceMappingURL=|"sourcesContent"/)).toEqual([]);
    expect(
      textOf(app)
        .filter(({ text }) => text.includes(root))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  // Only where the addon that is packed for Linux on x64 runs.
  it.runIf(process.platform === 'linux' && process.arch === 'x64')('opens an encrypted database', () => {
    const script = `const db = new (require('better-sqlite3'))(':memory:'); console.log(db.pragma('cipher', { simple: true }))`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: app, encoding: 'utf8' });
    expect({ stdout: stdout.trim(), stderr }).toEqual({ stdout: expect.stringMatching(/^\w+$/), stderr: '' });
  });

  // Its own main, preload, store process and screens, on what stands in for Electron; nothing of the project beside it.
  it.skipIf(electronBinary() !== undefined)(
    'runs up to an unlocked demonstration',
    async () => {
      const userData = mkdtempSync(join(tmpdir(), 'practice-log-packaged-'));
      if (demoFolder !== '') cpSync(demoFolder, userData, { recursive: true });
      const host = new Host(userData, join(app, 'dist/electron/main.js'));
      await using running = new App(userData, host, await host.nextPage());
      await running.toDemonstration();
      await running.unlock('Dr M Fenwick-Oye');
      expect(await running.page.getByRole('heading', { level: 1 }).innerText()).toBe('Today');
      await running.lock();
      expect(await running.page.getByText(/^Locked at/).count()).toBe(1);
    },
    300_000,
  );
});
