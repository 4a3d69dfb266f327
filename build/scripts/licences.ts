import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// What of other people's work is in a package, and their terms: their licences ask that the text goes with it.

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
}

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** @throws when a package states no terms: then it must not be packed */
function termsOf(folder: string, license: string | undefined): string {
  const texts = readdirSync(folder).filter((name) => /^(?:licen[cs]e|copying|notice)\b/i.test(name));
  if (texts.length > 0) return texts.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
  const readme = readdirSync(folder).find((name) => /^readme/i.test(name));
  const [, said = ''] =
    /^#+ licen[cs]e\s+(.+?)(?=^#|(?![^]))/ims.exec(
      readme === undefined ? '' : readFileSync(join(folder, readme), 'utf8'),
    ) ?? [];
  if (said === '' || license !== 'MIT') throw new Error(`no terms of use in ${folder}`);
  return `${said.trim()}\n\n${mit}`;
}

/** The database inside the prebuilt addon, which has no package of its own. */
function insideTheAddon(root: string): readonly string[] {
  const source = readFileSync(join(root, 'node_modules/better-sqlite3/deps/sqlite3/sqlite3.c'), 'utf8');
  const [, holder] = /^\*\* Copyright:\s+(\(c\) .+)$/m.exec(source) ?? [];
  if (holder === undefined) throw new Error('the addon does not say whose it is');
  return [
    `SQLite3 Multiple Ciphers (inside better-sqlite3)\nMIT\n\nCopyright ${holder}\n\n${mit}`,
    'SQLite (inside better-sqlite3)\nPublic domain\n\nThe authors of SQLite disclaim copyright to its source code.',
  ];
}

/** Every package that the app is made of at run time, by the lock file: name, version, terms. */
export function thirdPartyLicences(root: string): string {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(lock) as { readonly packages: Readonly<Record<string, Locked>> };
  const notices = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version = '', license }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return `${name} ${version}\n${license ?? ''}\n\n${termsOf(join(root, path), license)}`;
    });
  const head =
    'Practice log is made with the work of others. Their terms, one after the other. Electron and Chromium have files of their own beside this one.';
  return `${[head, ...notices, ...insideTheAddon(root)].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
