import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';

/** One place where the house plan is broken, as `file:line what`. */
export type Breach = string;

const features = ['register', 'people', 'concerns', 'referrals', 'supervision', 'drafts', 'audit', 'backup'];
const lists = ['shared/contract/index.ts', 'shared/events/index.ts'];
const maxLines = 300;

export interface Source {
  /** From the root of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export function sourcesBelow(root: string): readonly Source[] {
  return ['electron', 'renderer', 'shared', 'tests', 'build']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

interface Import {
  readonly line: number;
  /** A project path for relative imports, else the name of the package. */
  readonly target: string;
}

function importsOf({ path, text }: Source): readonly Import[] {
  return text.split('\n').flatMap((line, index) => {
    const target = /\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/.exec(line)?.slice(1).find(Boolean);
    if (target === undefined) return [];
    const resolved = target.startsWith('.')
      ? normalize(join(dirname(path), target))
          .split(sep)
          .join('/')
      : target;
    return [{ line: index + 1, target: resolved }];
  });
}

function featureOf(path: string): string | undefined {
  const [folder, name] = path.split('/');
  return folder === 'electron' && name !== undefined && features.includes(name) ? name : undefined;
}

/** What one import may not do, by where it stands. */
function wallBrokenBy(path: string, target: string): string | null {
  const [room] = path.split('/');
  if (room === 'shared' && !target.startsWith('shared/') && !['zod', 'date-fns'].includes(target))
    return 'shared/ runs anywhere: zod and date-fns only';
  if (room === 'renderer' && target.startsWith('electron/')) return 'the renderer never imports electron/';
  if (room === 'electron' && /^(renderer|tests|build)\//.test(target)) return 'electron/ imports shared/ and itself';
  if (room !== 'tests' && room !== 'build' && target.startsWith('tests/')) return 'nothing shipped imports tests';
  if (target === 'zod' && path !== 'shared/zod.ts')
    return 'zod is imported through shared/zod.ts, which configures it first';
  const from = featureOf(path);
  const to = featureOf(target);
  const shown = target.endsWith('/commands.ts');
  if (from !== undefined && to !== undefined && from !== to && !shown)
    return 'of another feature only commands.ts may be used';
  if (path.startsWith('electron/store/') && to !== undefined) return 'the store knows no feature';
  return null;
}

// The driver is named in one file; its memory databases too.
function driverBreach(path: string, target: string): string | null {
  const drivers = ['better-sqlite3', 'node:sqlite'];
  const allowed = path === 'electron/store/log/open.ts' || path.startsWith('tests/');
  return drivers.includes(target) && !allowed ? 'databases are opened in electron/store/log/open.ts only' : null;
}

const forbidden: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/\.(?:serialize|backup|loadExtension)\(/, 'would write the database in plain text or run foreign code'],
  [/\bATTACH\b/, 'an attached file may be plain text'],
  [/\bverbose\s*:/, 'would print keys and values'],
  [/(?:oxlint|biome|ts)-(?:disable|ignore|expect)[\w-]*(?!.*(?:--|: ).*\w)/, 'a suppression needs its reason'],
];

function linesBroken({ path, text }: Source): readonly Breach[] {
  if (path.startsWith('build/scripts/check') || path.startsWith('tests/')) return [];
  return text
    .split('\n')
    .flatMap((line, index) =>
      forbidden.filter(([pattern]) => pattern.test(line)).map(([, why]) => `${path}:${index + 1} ${why}`),
    );
}

function isBarrel({ path, text }: Source): boolean {
  const statements = text.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('//'));
  return !lists.includes(path) && statements.length > 0 && statements.every((line) => /^export .* from '/.test(line));
}

/** Holds the house plan: who may import whom, how long a file may be, no barrels, no suppression without a reason. */
export function breachesIn(sources: readonly Source[]): readonly Breach[] {
  return sources.flatMap((source) => {
    const { path, text } = source;
    const length = text.split('\n').length - 1;
    return [
      ...(length > maxLines ? [`${path}:1 ${length} lines; ${maxLines} are the limit`] : []),
      ...(isBarrel(source) ? [`${path}:1 a barrel: import from the file itself`] : []),
      ...importsOf(source).flatMap(({ line, target }) =>
        [wallBrokenBy(path, target), driverBreach(path, target)]
          .filter((why) => why !== null)
          .map((why) => `${path}:${line} ${why}`),
      ),
      ...linesBroken(source),
    ];
  });
}
