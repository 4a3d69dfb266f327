import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

// Some things are said in one place only. This reads the source of everything that is shipped.

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Line {
  readonly place: string;
  readonly text: string;
}

function linesOf(folder: string): readonly Line[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:tsx?|html|scss)$/.test(path))
    .flatMap((path) =>
      readFileSync(join(root, folder, path), 'utf8')
        .split('\n')
        .map((text, index) => ({ place: `${folder}/${path}:${index + 1}`, text })),
    )
    .filter(({ text }) => !/^\s*(?:\/\/|\/\*|\*)/.test(text));
}

const shipped = ['electron', 'renderer', 'shared'].flatMap(linesOf);
const outside = (folder: string): readonly Line[] => shipped.filter(({ place }) => !place.startsWith(folder));

function placesOf(pattern: RegExp, lines: readonly Line[]): readonly string[] {
  return lines.filter(({ text }) => pattern.test(text)).map(({ place, text }) => `${place} ${text.trim()}`);
}

describe('no code outside electron/security', () => {
  const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
    ['names our scheme', /app:\/\//],
    ['names an address of the web', /\b(?:https?|wss?|file):\/\//],
    ['reads the address of its own page', /\b(?:window|document|globalThis|self)\.(?:location|origin|baseURI|URL)\b/],
    // The router's own `location` is a path in memory; it has none of these.
    ['reads or moves to an origin', /\blocation\.(?:origin|host|hostname|port|protocol|assign|reload)\b/],
    ['asks who sent a message', /\bsenderFrame\b/],
    ['opens a window', /\bwindow\.open\(/],
    ['opens anything outside the app', /\b(?:openExternal|openPath|showItemInFolder)\b/],
  ];
  it.each(forbidden)('%s', (_, pattern) => {
    expect(placesOf(pattern, outside('electron/security/'))).toEqual([]);
  });
});

describe('the screens keep nothing', () => {
  it.each([
    ['storage', /\b(?:localStorage|sessionStorage|indexedDB|caches)\b|document\.cookie/],
    ['network', /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|serviceWorker|importScripts)\b\s*[(.]/],
    ['markup from text', /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|createContextualFragment/],
  ])('no %s', (_, pattern) => {
    expect(
      placesOf(
        pattern,
        shipped.filter(({ place }) => place.startsWith('renderer/')),
      ),
    ).toEqual([]);
  });
});

it('Electron is imported in the thin files only', () => {
  const importing = placesOf(/from 'electron'|import\('electron'\)|require\('electron'\)/, shipped);
  const files = new Set(importing.map((place) => place.replace(/:.*/, '')));
  expect([...files].sort()).toEqual([
    'electron/main.ts',
    'electron/menu.ts',
    'electron/notify.ts',
    'electron/preload.ts',
    'electron/printing.ts',
    'electron/store-host.ts',
    'electron/window-calls.ts',
    'electron/window.ts',
  ]);
});

it('a test of the test: what is looked for is found where it may be', () => {
  const security = shipped.filter(({ place }) => place.startsWith('electron/security/'));
  expect(placesOf(/\bsenderFrame\b/, security)).not.toEqual([]);
  expect(shipped.length).toBeGreaterThan(5_000);
});
