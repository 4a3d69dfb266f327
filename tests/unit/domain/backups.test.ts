import { describe, expect, it } from 'vitest';
import { backupName, isOurs, madeAt, outlived } from '../../../electron/backup/names.ts';
import { backupDue, backupOverdue } from '../../../shared/domain/backup-due.ts';
import type { StoreId } from '../../../shared/domain/ids.ts';

const hour = 3_600_000;
const day = 24 * hour;
const store = 'AAAAAAAAAAAAAAAAAAAAAA' as StoreId;
const now = new Date('2026-10-01T21:00:00.000Z');
const daysAgo = (days: number): string => backupName(store, new Date(now.getTime() - days * day));

describe('a backup is due', () => {
  const due = (last: number | null, news: number, when: 'at-lock' | 'nightly') =>
    backupDue({ now: 100 * day, last: last === null ? null : 100 * day - last, news }, when);
  it.each([
    ['when there never was one', null, 0, 'nightly', true],
    ['at a lock with news', hour, 1, 'at-lock', true],
    ['not at a lock without', hour, 0, 'at-lock', false],
    ['not at night after an hour', hour, 5, 'nightly', false],
    ['at night with news', 21 * hour, 5, 'nightly', true],
    ['not at night without news', 21 * hour, 0, 'nightly', false],
    ['a day later in any case', day, 0, 'nightly', true],
    ['when the clock was put back', -hour, 0, 'nightly', true],
  ] as const)('%s', (_what, last, news, when, expected) => {
    expect(due(last, news, when)).toBe(expected);
  });

  it('and overdue after three days, or when there never was one', () => {
    const overdue = (last: number | null) => backupOverdue({ now: 10 * day, last });
    expect([overdue(null), overdue(7 * day), overdue(7 * day - 1)]).toEqual([true, false, true]);
    expect([overdue(10 * day), overdue(400 * day)], 'made by a clock that was ahead').toEqual([false, true]);
  });
});

describe('kept are', () => {
  it('the newest of each of 14 days and 8 weeks, none older than 90 days', () => {
    const names = Array.from({ length: 200 }, (_, days) => daysAgo(days));
    let kept = names;
    for (let gone = outlived(kept, now); gone.length > 0; gone = outlived(kept, now)) {
      expect(gone.length).toBeLessThanOrEqual(2);
      kept = kept.filter((name) => !gone.includes(name));
    }
    expect(kept.slice(0, 14)).toEqual(names.slice(0, 14));
    // The newest two weeks, and a day of a third, are among the days.
    expect(kept).toHaveLength(14 + 8 - 3);
    for (const name of kept) expect(now.getTime() - madeAt(name).getTime()).toBeLessThanOrEqual(90 * day);
  });

  it('the newest of a day, and three however old they are', () => {
    const sameDay = [
      backupName(store, now),
      backupName(store, new Date(now.getTime() - hour)),
      daysAgo(1),
      daysAgo(2),
      backupName(store, new Date(now.getTime() - 2 * hour)),
    ];
    const oldest = backupName(store, new Date(now.getTime() - 3 * hour));
    expect(outlived([oldest, ...sameDay], now)).toEqual([oldest]);
    const old = [daysAgo(400), daysAgo(500), daysAgo(600), daysAgo(700)];
    expect(outlived(old, now)).toEqual([]);
  });

  it('those that only a wrong clock makes old', () => {
    const names = Array.from({ length: 60 }, (_, days) => daysAgo(days));
    let kept = names;
    for (let night = 0; night < 13; night += 1) {
      const wrong = new Date(now.getTime() + (400 + night) * day);
      kept = [backupName(store, wrong), ...kept];
      const gone = outlived(kept, wrong);
      kept = kept.filter((name) => !gone.includes(name));
    }
    expect(kept.filter((name) => names.includes(name)).length).toBeGreaterThan(60 - 2 * 14);
    expect(kept).toContain(names[0]);
  });

  it('files that are not ours, by their names', () => {
    expect(isOurs(store, daysAgo(1), 'whole')).toBe(true);
    expect(isOurs(store, `${daysAgo(1)}.part`, 'unfinished')).toBe(true);
    expect(isOurs(store, `${daysAgo(1)}.part`, 'whole')).toBe(false);
    for (const name of ['x.bak', `${daysAgo(1)}.zip`, daysAgo(1).replace(/^0/, '1'), '../0.bak'])
      expect(isOurs(store, name, 'whole')).toBe(false);
  });
});
