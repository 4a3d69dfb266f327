import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from '../e2e/app.ts';
import { Host } from '../e2e/host.ts';
import { type Figure, median } from './figures.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const emptyMain = fileURLToPath(new URL('./empty-main.ts', import.meta.url));
const rounds = 5;
const budgetJs = 900_000;
const budgetRoute = 100;
const budgetPaint = 1_000;
const slower = 4;

async function inFreshFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'practice-log-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeToFirstHeading(entry?: string): Promise<number> {
  return inFreshFolder(async (folder) => {
    const begun = performance.now();
    await using host = entry === undefined ? new Host(folder) : new Host(folder, entry);
    await host.nextPage();
    return performance.now() - begun;
  });
}

async function measureStart(): Promise<Figure> {
  const ours: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    empty.push(await timeToFirstHeading(emptyMain));
    ours.push(await timeToFirstHeading());
  }
  return {
    name: 'start to the first screen, against an empty window on the same host',
    ratio: median(ours) / median(empty),
    aim: 1.5,
    better: 'lower',
    detail: `${median(ours).toFixed(0)} ms against ${median(empty).toFixed(0)} ms, median of ${rounds}`,
  };
}

/** From the key to the heading of the next page, as the page itself sees it. */
async function routeChange({ page }: App, key: string, heading: string): Promise<number> {
  await page.evaluate((wanted) => {
    const state = globalThis as unknown as { changed?: Promise<number> };
    state.changed = new Promise((resolve) => {
      let begun = 0;
      addEventListener('keydown', () => (begun = performance.now()), { once: true, capture: true });
      const look = (): void => {
        if (begun > 0 && document.querySelector('h1')?.textContent === wanted) resolve(performance.now() - begun);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  }, heading);
  await page.keyboard.press(key);
  return page.evaluate(() => (globalThis as unknown as { changed: Promise<number> }).changed);
}

async function measureRoutes(app: App): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(await routeChange(app, 'Alt+2', 'People'), await routeChange(app, 'Alt+1', 'Today'));
  }
  return {
    name: `change of page by key, against ${budgetRoute} ms`,
    ratio: median(times) / budgetRoute,
    aim: 1,
    better: 'lower',
    detail: `${median(times).toFixed(0)} ms, median of ${times.length}`,
  };
}

/** Of the page that a new window of a locked log shows. @param userData an app's folder with a log in it */
async function measurePaint(userData: string): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await using host = new Host(userData, undefined, { timesSlower: slower });
    const page = await host.nextPage();
    await page.getByRole('heading', { name: 'Unlock the log' }).waitFor();
    times.push(
      await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity),
    );
  }
  return {
    name: `first paint at a CPU ${slower} times slower, against ${budgetPaint} ms`,
    ratio: median(times) / budgetPaint,
    aim: 1,
    better: 'lower',
    detail: `${median(times).toFixed(0)} ms, median of ${rounds}`,
  };
}

const importOf = /(?:from|import)\s*"\.\/([\w-]+\.js)"/g;

/** A chunk and what it cannot run without. */
function withImports(assets: string, chunk: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const [, name = ''] of readFileSync(join(assets, chunk), 'utf8').matchAll(importOf))
    withImports(assets, name, seen);
  return seen;
}

function measureSizes(): readonly Figure[] {
  const built = join(root, 'dist', 'renderer');
  const assets = join(built, 'assets');
  const all = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const first = /src="\/assets\/([\w-]+\.js)"/.exec(readFileSync(join(built, 'index.html'), 'utf8'))?.[1] ?? '';
  const figureOf = (name: string, chunks: Iterable<string>): Figure => {
    const bytes = [...chunks].reduce((sum, chunk) => sum + statSync(join(assets, chunk)).size, 0);
    const detail = `${(bytes / 1_000).toFixed(0)} KB, not compressed`;
    return {
      name: `${name}, against ${budgetJs / 1_000} KB`,
      ratio: bytes / budgetJs,
      aim: 1,
      better: 'lower',
      detail,
    };
  };
  return [
    figureOf('JavaScript of the locked page', withImports(assets, first)),
    figureOf('JavaScript of all screens', all),
  ];
}

async function demonstrationIn(userData: string): Promise<void> {
  const made = process.env['DEMO_USER_DATA'];
  if (made !== undefined) cpSync(made, userData, { recursive: true });
  const app = await App.open(userData);
  await app.toDemonstration();
  await app.host[Symbol.asyncDispose]();
  // In the place of the practice's own log, so that the first page is the one to unlock it.
  for (const part of ['', '-profile'])
    cpSync(join(userData, `demonstration${part}`), join(userData, `log${part}`), { recursive: true });
}

/** What the screens cost, on the host that is here. */
export async function measureScreens(): Promise<readonly Figure[]> {
  const start = await measureStart();
  return inFreshFolder(async (folder) => {
    const userData = join(folder, 'app');
    await demonstrationIn(userData);
    const paint = await measurePaint(userData);
    await using app = await App.open(userData);
    await app.unlock('Dr M Fenwick-Oye');
    return [start, await measureRoutes(app), paint, ...measureSizes()];
  });
}
