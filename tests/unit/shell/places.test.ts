import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { ownFolder, placeOf } from '../../../electron/places.ts';

it.each([
  ['the local one where there is one', '/roaming', '/local', '/local/Practice log'],
  ['what Electron says elsewhere', '/roaming', undefined, '/roaming'],
  ['what Electron says when the local one is empty', '/roaming', '', '/roaming'],
  ['what Electron says when the local one depends on where we started', '/roaming', 'local', '/roaming'],
])('our own folder is %s', (_, roaming, local, folder) => {
  expect(ownFolder(roaming, local)).toBe(folder);
});

it('the folder has one name, packed or not, on the stand-in or in Electron', () => {
  const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
  const { productName } = JSON.parse(read('package.json')) as { readonly productName: string };
  expect(basename(ownFolder('/roaming', '/local'))).toBe(productName);
  expect(read('electron-builder.yml')).toContain(`\nproductName: ${productName}\n`);
});

it('the two logs share no folder, and neither lies in the other', () => {
  const [practice, demonstration] = [placeOf('/own', 'practice'), placeOf('/own', 'demonstration')];
  expect(practice).toEqual({ folder: '/own/log', profile: '/own/log-profile' });
  expect(demonstration).toEqual({ folder: '/own/demonstration', profile: '/own/demonstration-profile' });
  const all = [...Object.values(practice), ...Object.values(demonstration)];
  expect(new Set(all).size).toBe(4);
  expect(all.filter((one) => all.some((other) => other !== one && one.startsWith(`${other}/`)))).toEqual([]);
});
