import type { StoreId } from '../../shared/domain/ids.ts';

/** The first eight hex digits of a store's id: an id itself could begin with a dash. */
export function shortName(store: StoreId): string {
  return Buffer.from(store, 'base64url').toString('hex').slice(0, 8);
}

/** `<store>-<UTC>.bak`, with seconds. Says nothing of anybody. */
export function backupName(store: StoreId, at: Date): string {
  return `${shortName(store)}-${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.bak`;
}

/** Whether a name is that of a backup of this store, whole or unfinished. */
export function isOurs(store: StoreId, name: string, state: 'whole' | 'unfinished'): boolean {
  const [, short, ending] = /^([0-9a-f]{8})-\d{8}T\d{6}Z\.bak(|(?:\.log)?\.part(?:-journal)?)$/.exec(name) ?? [];
  return short === shortName(store) && (ending === '') === (state === 'whole');
}

/** When a backup was made, by its name. */
export function madeAt(name: string): Date {
  const [, y, mo, d, h, mi, s] = /-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.bak$/.exec(name) ?? [];
  return new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
}

const day = 86_400_000;
const daily = 14;
const weekly = 8;
const longest = 90 * day;
const mostAtOnce = 2;

/** The newest of each of the newest `count` groups; `names` newest first. */
function newestOfEach(names: readonly string[], count: number, groupOf: (at: Date) => number): readonly string[] {
  const groups = Map.groupBy(names, (name) => groupOf(madeAt(name)));
  return [...groups.values()].slice(0, count).flatMap(([newest]) => (newest === undefined ? [] : [newest]));
}

/**
 * Which backups have had their time: kept are the newest of each of 14 days and of each of 8 weeks, none longer than 90
 * days. With the clock wrong by a year all would seem old, so age counts only once there are backups of 14 other days
 * that are not, the three newest stay in any case, and no more than two go at once.
 *
 * @param names of backups of one store, as `backupName` makes them
 */
export function outlived(names: readonly string[], now: Date): readonly string[] {
  const newestFirst = names.toSorted((a, b) => madeAt(b).getTime() - madeAt(a).getTime());
  const dayOf = (at: Date): number => Math.floor(at.getTime() / day);
  const kept = new Set([
    ...newestOfEach(newestFirst, daily, dayOf),
    ...newestOfEach(newestFirst, weekly, (at) => Math.floor((dayOf(at) + 3) / 7)), // 1 January 1970 was a Thursday.
  ]);
  const age = (name: string): number => now.getTime() - madeAt(name).getTime();
  const lately = newestFirst.filter((name) => age(name) >= 0 && age(name) <= longest);
  const mayAge = newestOfEach(lately, daily, dayOf).length === daily;
  const stays = (name: string): boolean => kept.has(name) && (!mayAge || age(name) <= longest);
  return newestFirst.filter((name, place) => place >= 3 && !stays(name)).slice(-mostAtOnce);
}
