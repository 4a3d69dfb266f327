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

it('the two logs share no folder, and neither lies in the other', () => {
  const [practice, demonstration] = [placeOf('/own', 'practice'), placeOf('/own', 'demonstration')];
  expect(practice).toEqual({ folder: '/own/log', profile: '/own/log-profile' });
  expect(demonstration).toEqual({ folder: '/own/demonstration', profile: '/own/demonstration-profile' });
  const all = [...Object.values(practice), ...Object.values(demonstration)];
  expect(new Set(all).size).toBe(4);
  expect(all.filter((one) => all.some((other) => other !== one && one.startsWith(`${other}/`)))).toEqual([]);
});
