import { expect, it } from 'vitest';
import { staysOnForm } from '../../../renderer/drafts/stays-on-form.ts';

const at = (pathname: string, search: object = {}) => ({ pathname, search });
const here = at('/concerns/new', { person: 'ann' });

it.each([
  ['its own draft comes into the address', at('/concerns/new', { draft: 'own' }), true],
  ['more of it is shown', at('/concerns/new', { person: 'ann', form: 'full' }), true],
  ['another draft', at('/concerns/new', { draft: 'other' }), false],
  ['somebody else', at('/concerns/new', { person: 'bea' }), false],
  ['nobody', at('/concerns/new'), false],
  ['another page', at('/concerns/check', { draft: 'own' }), false],
])('whether the form stays: %s', (_what, next, stays) => {
  expect(staysOnForm(here, next, 'own')).toBe(stays);
});
