/**
 * `npm run bench [-- --json FILE] [-- --events N]`: ratios against the limits that issues set. Times differ from
 * computer to computer, so nothing here passes or fails; the table says which aim is missed.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeBigStore } from '../../tests/bench/big-store.ts';
import { type Figure, holds } from '../../tests/bench/figures.ts';
import { measureMemory } from '../../tests/bench/memory.ts';
import { measureSave } from '../../tests/bench/save.ts';
import { measureScreens } from '../../tests/bench/screens.ts';
import { measureUnlock } from '../../tests/bench/unlock.ts';
import { World } from '../../tests/factories/world.ts';
import { buildAll } from './build.ts';
import { findBrowser } from './find-browser.ts';

const { values } = parseArgs({ options: { json: { type: 'string' }, events: { type: 'string', default: '20000' } } });

async function measureAll(events: number): Promise<readonly Figure[]> {
  const save = await measureSave();
  await using world = new World();
  const big = await makeBigStore(world, events);
  return [save, measureUnlock(big), await measureMemory(big), ...(await measureScreensHere())];
}

async function measureScreensHere(): Promise<readonly Figure[]> {
  const browser = findBrowser();
  if (browser === undefined) {
    console.error('The screens were not measured: no Chromium was found and none could be installed.');
    return [];
  }
  process.env['CHROMIUM_PATH'] = browser;
  await buildAll();
  return measureScreens();
}

function print(figure: Figure): void {
  const { name, ratio, aim, better, detail } = figure;
  const sign = better === 'lower' ? '≤' : '≥';
  console.log(`${holds(figure) ? 'ok    ' : 'MISSED'}  ${ratio.toFixed(2)} (aim ${sign} ${aim})  ${name}`);
  console.log(`        ${detail}`);
}

const figures = await measureAll(Number(values.events));
for (const figure of figures) print(figure);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
