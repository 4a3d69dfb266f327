import { describe, expect, it } from 'vitest';
import { byWhenWords, lastingWords, stepDueWords } from '../../../renderer/concerns/due-words.ts';
import type { Instant, IsoDate } from '../../../shared/domain/calendar.ts';
import type { Due, Step } from '../../../shared/domain/concern-deadlines.ts';

/** By the clock of the computer, whatever its time zone. */
const now = new Date('2026-11-24T10:00:00');
const moment = (text: string) => new Date(`${text}:00`).toISOString() as Instant;
const onDay = (step: Step, day: string): Due => ({ step, by: moment(`${day}T18:30`), on: day as IsoDate });
const inHours = (step: Step, text: string): Due => ({ step, by: moment(text), on: null });

describe('when something is due', () => {
  it.each([
    [onDay('decide', '2026-11-24'), 'Decide by 6:30pm today'],
    [onDay('decide', '2026-11-25'), 'Decision due tomorrow'],
    [onDay('review', '2026-11-26'), 'Review due 26 November 2026'],
    [inHours('acknowledge', '2026-11-24T12:00'), 'Acknowledge by midday today'],
    [inHours('decide', '2026-11-25T09:12'), 'Decide by 9:12am tomorrow'],
    [inHours('decide', '2026-11-26T09:12'), 'Decide by 9:12am on 26 November 2026'],
    [onDay('answer', '2026-11-24'), 'Ask for the answer by 6:30pm today'],
  ])('%j is said so: %s', (due, words) => {
    expect(stepDueWords(due, now)).toEqual({ words, late: false });
  });

  it.each([
    [onDay('decide', '2026-11-21'), 'Decision 3 days late'],
    [onDay('review', '2026-11-23'), 'Review 1 day late'],
    [inHours('acknowledge', '2026-11-24T09:59'), 'Acknowledgement 1 minute late'],
    [inHours('decide', '2026-11-24T07:30'), 'Decision 2 hours late'],
    [inHours('decide', '2026-11-21T07:30'), 'Decision 3 days late'],
    [onDay('answer', '2026-11-22'), 'Answer from outside 2 days late'],
  ])('%j is late: %s', (due, words) => {
    expect(stepDueWords(due, now)).toEqual({ words, late: true });
    expect(byWhenWords(due, now)).toBeNull();
  });

  it('is late by hours on the day itself, once the practice has closed', () => {
    const evening = new Date('2026-11-24T20:31:00');
    expect(stepDueWords(onDay('decide', '2026-11-24'), evening)).toEqual({
      words: 'Decision 2 hours late',
      late: true,
    });
  });

  it.each([
    [onDay('decide', '2026-11-24'), 'by 6:30pm today'],
    [onDay('decide', '2026-11-25'), 'by the end of tomorrow'],
    [onDay('decide', '2026-11-30'), 'by the end of 30 November 2026'],
    [inHours('acknowledge', '2026-11-25T09:12'), 'by 9:12am tomorrow'],
  ])('%j in a sentence: %s', (due, words) => {
    expect(byWhenWords(due, now)).toBe(words);
  });
});

it.each([
  [20_000, '1 minute'],
  [59 * 60_000, '59 minutes'],
  [179 * 60_000, '2 hours'],
  [47 * 3_600_000, '47 hours'],
  [50 * 3_600_000, '2 days'],
])('%i milliseconds are %s', (ms, words) => {
  expect(lastingWords(ms)).toBe(words);
});
