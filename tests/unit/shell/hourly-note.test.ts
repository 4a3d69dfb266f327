import { expect, it } from 'vitest';
import { HourlyNote } from '../../../electron/hourly-note.ts';
import { concernsWaitSentence } from '../../../shared/domain/concerns-waiting.ts';

const hours = { days: [1, 2, 3, 4, 5], from: '08:00', until: '18:30' };
/** By the clock of the computer, whatever its time zone. 23 November 2026 is a Monday. */
const at = (day: number, time: string): Date => new Date(`2026-11-${day}T${time}:00`);

it('comes an hour after the lock, and each hour from then on', () => {
  const note = new HourlyNote();
  const due = ['09:00', '09:59', '10:00', '10:01', '10:59', '11:00'].filter((time) => note.isDue(at(23, time), hours));
  expect(due).toEqual(['10:00', '11:00']);
});

it('begins anew with each lock', () => {
  const note = new HourlyNote();
  note.isDue(at(23, '09:00'), hours);
  expect(note.isDue(at(23, '10:30'), null)).toBe(false);
  expect(note.isDue(at(23, '10:31'), hours)).toBe(false);
  expect(note.isDue(at(23, '11:31'), hours)).toBe(true);
});

it('is silent outside opening hours, and speaks as soon as they begin', () => {
  const note = new HourlyNote();
  expect(note.isDue(at(20, '18:00'), hours)).toBe(false);
  const silent = [at(20, '19:00'), at(20, '18:30'), at(21, '12:00'), at(22, '12:00'), at(23, '07:59')];
  for (const time of silent) expect(note.isDue(time, hours), time.toISOString()).toBe(false);
  expect(note.isDue(at(23, '08:00'), hours)).toBe(true);
});

it('speaks when the clock was put back', () => {
  const note = new HourlyNote();
  note.isDue(at(23, '12:00'), hours);
  expect(note.isDue(at(23, '09:00'), hours)).toBe(true);
});

it.each([
  [1, '2026-11-23T10:40', '1 concern waits for somebody to look at it, since 10:40am today.'],
  [3, '2026-11-17T16:05', '3 concerns wait for somebody to look at them, the oldest since Tuesday, 4:05pm.'],
  [2, '2026-11-16T09:00', '2 concerns wait for somebody to look at them, the oldest since 16 November, 9:00am.'],
])('says %s since %s', (concerns, since, sentence) => {
  expect(concernsWaitSentence(concerns, since, at(23, '12:00'))).toBe(sentence);
});
