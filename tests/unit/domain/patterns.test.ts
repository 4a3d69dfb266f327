import { describe, expect, it } from 'vitest';
import type { Instant, IsoDate } from '../../../shared/domain/calendar.ts';
import type { PersonId, ThreadId } from '../../../shared/domain/ids.ts';
import { addressKey, patternsAround } from '../../../shared/domain/patterns.ts';

const [bea, sam] = ['bea', 'sam'] as [PersonId, PersonId]; // `as`: any name does here.
const now = new Date('2026-11-24T09:00:00.000Z');

const raised = (day: string, person = bea, open = true) => ({
  concern: `${person} ${day}` as ThreadId,
  person,
  raisedAt: `${day}T09:00:00.000Z` as Instant,
  open,
});
const declined = (on: string, person = bea) =>
  ({ referral: `R ${on}` as ThreadId, person, on: on as IsoDate, what: 'declined' }) as const;
const kinds = (concerns: ReturnType<typeof raised>[], more: object = {}) =>
  patternsAround(bea, { concerns, missed: [], household: [], ...more }, now).map(({ kind }) => kind);

const first = raised('2026-08-26'); // 90 days before.
const second = raised('2026-10-01', bea, false);

describe('three concerns in 90 days', () => {
  it.each([
    ['two', [first, second], []],
    ['three, one of them closed', [first, second, raised('2026-11-24')], ['several']],
    ['three, the first 91 days ago and still open', [raised('2026-08-25'), second, raised('2026-11-24')], []],
    ['three, one about somebody else', [first, second, raised('2026-11-24', sam)], []],
  ])('%s', (_what, concerns, found) => {
    expect(kinds(concerns)).toEqual(found);
  });
});

describe('people at one address', () => {
  it.each([
    ['a concern about each', [first, raised('2026-11-01', sam)], ['household']],
    ['the other one closed long ago', [first, raised('2026-01-01', sam, false)], []],
    ['the other one open since long ago', [first, raised('2026-01-01', sam)], ['household']],
    ['none about the person themselves', [raised('2026-11-01', sam)], []],
  ])('%s', (_what, concerns, found) => {
    expect(kinds(concerns, { household: [sam] })).toEqual(found);
    expect(kinds(concerns)).toEqual([]);
  });
});

describe('a concern and a missed contact', () => {
  it.each([
    ['both', [first], declined('2026-11-20'), ['missed']],
    ['a contact missed long ago', [first], declined('2026-08-25'), []],
    ['no concern', [], declined('2026-11-20'), []],
    ['missed by somebody else', [first], declined('2026-11-20', sam), []],
  ])('%s', (_what, concerns, missed, found) => {
    expect(kinds(concerns, { missed: [missed] })).toEqual(found);
  });
});

it('compares addresses however they were typed, and none with none never', () => {
  expect(addressKey('14 Mill Lane,\nHarrowmere ')).toBe(addressKey('14 MILL LANE  Harrowmere'));
  expect(addressKey(undefined)).toBe('');
});
