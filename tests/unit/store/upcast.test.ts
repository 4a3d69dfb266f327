import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { newId } from '../../../electron/store/ids.ts';
import { openContent, sealContent } from '../../../electron/store/log/content.ts';
import { type Upcasts, upcast } from '../../../shared/events/upcast.ts';

const older: Upcasts = {
  'practice.added': {
    [-1]: ({ title, ...rest }) => ({ ...rest, v: 0, called: title }),
    [0]: ({ called, ...rest }) => ({ ...rest, v: 1, name: called }),
  },
};
const practice = newId();

it('an old content is read as the newest shape, step by step, and its sealed bytes stay what they are', () => {
  const key = randomBytes(32);
  const place = { id: newId(), log: newId(), seq: 3, thread: newId(), type: 'practice.added' } as never;
  const old = { v: -1, practice, title: 'Alderfield' };
  const sealed = sealContent(key, place, 'kid', old);
  const before = Buffer.from(sealed);
  expect(openContent(key, place, 'kid', sealed, older)).toEqual({ v: 1, practice, name: 'Alderfield' });
  expect(sealed.equals(before)).toBe(true);
  expect(() => openContent(key, place, 'kid', sealed)).toThrow();
});

it('a content of a newer program stays as it is, and one that never rises is a mistake', () => {
  const newer = { v: 2, practice, name: 'Alderfield' };
  expect(upcast('practice.added', newer, older)).toBe(newer);
  expect(() => upcast('practice.added', { v: 0 }, { 'practice.added': { 0: (same) => same } })).toThrow(
    'does not rise',
  );
});
