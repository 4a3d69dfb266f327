import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from './find-browser.ts';
import { needNode24 } from './need-node.ts';

// Draws build/icons/icon.svg at every size that the systems ask for: node build/scripts/icons.ts, after a change of it.
// The results are committed, so that packing needs no browser.

interface Picture {
  readonly size: number;
  readonly png: Buffer;
}

const icons = fileURLToPath(new URL('../icons/', import.meta.url));
const sizes = [16, 32, 48, 64, 128, 256, 512, 1024];

/** The types that ICNS gives to PNG files, by their size. */
const icnsTypes: readonly (readonly [type: string, size: number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];

async function drawn(browser: Browser, svg: string, size: number): Promise<Picture> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block }</style>${svg.replace('<svg', `<svg width="${size}"`)}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return { size, png };
}

/** Directory entries of 16 bytes, then the PNG files; a size of 256 is written as 0. */
export function icoOf(pictures: readonly Picture[]): Buffer {
  const head = Buffer.from([0, 0, 1, 0, pictures.length, 0]);
  let offset = head.length + 16 * pictures.length;
  const entries = pictures.map(({ size, png }) => {
    const entry = Buffer.from([size % 256, size % 256, 0, 0, 1, 0, 32, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([head, ...entries, ...pictures.map(({ png }) => png)]);
}

function icnsPart(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}

export function icnsOf(pictures: readonly Picture[]): Buffer {
  const parts = icnsTypes.flatMap(([type, size]) =>
    pictures.filter((picture) => picture.size === size).map(({ png }) => icnsPart(type, png)),
  );
  return icnsPart('icns', Buffer.concat(parts));
}

async function drawAll(): Promise<readonly Picture[]> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium was found to draw with. Set CHROMIUM_PATH to one.');
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const svg = readFileSync(`${icons}icon.svg`, 'utf8');
    return await Promise.all(sizes.map((size) => drawn(browser, svg, size)));
  } finally {
    await browser.close();
  }
}

if (import.meta.main) {
  needNode24();
  const pictures = await drawAll();
  for (const { size, png } of pictures.filter((picture) => picture.size <= 512)) {
    writeFileSync(`${icons}${size}x${size}.png`, png);
  }
  writeFileSync(`${icons}icon.ico`, icoOf(pictures.filter(({ size }) => size <= 256)));
  writeFileSync(`${icons}icon.icns`, icnsOf(pictures));
  console.log(`Drawn in ${icons}`);
}
