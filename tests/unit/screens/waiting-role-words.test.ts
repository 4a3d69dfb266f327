import { expect, it } from 'vitest';
import { whoConfirms } from '../../../renderer/register/waiting-role-words.ts';
import type { StaffId } from '../../../shared/domain/ids.ts';

const id = (name: string) => name as StaffId; // `as`: names stand for ids here.
const seenBy = (me: string) => ({ register: { me: id(me) }, nameOf: (staff: StaffId) => `Dr ${staff}` });

it.each([
  [['Oye'], 'Sedley', 'It counts once Dr Oye confirms it.'],
  [['Oye', 'Pike'], 'Sedley', 'It counts once Dr Oye or Dr Pike confirms it.'],
  [['Oye'], 'Oye', 'It counts once you confirm it.'],
  [['Pike', 'Oye'], 'Oye', 'It counts once you or Dr Pike confirms it.'],
  [[], 'Sedley', 'Nobody here can confirm it yet: add a supervisor or a second lead, or take it back on their page.'],
])('a role that %j can confirm, as %s sees it', (confirmers, me, words) => {
  expect(whoConfirms(confirmers.map(id), seenBy(me))).toBe(words);
});
