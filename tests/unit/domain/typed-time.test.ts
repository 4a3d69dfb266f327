import { describe, expect, it } from 'vitest';
import { readTime } from '../../../shared/domain/typed-time.ts';

describe('a typed time', () => {
  it.each([
    ['4:25pm', '16:25'],
    ['4.25 PM', '16:25'],
    ['425pm', '16:25'],
    ['4pm', '16:00'],
    ['4 p.m.', '16:00'],
    ['12am', '00:00'],
    ['12:05pm', '12:05'],
    ['16:25', '16:25'],
    ['1625', '16:25'],
    ['09:12', '09:12'],
    ['0912', '09:12'],
    ['12:30', '12:30'],
    ['00:05', '00:05'],
    ['Midday', '12:00'],
    ['midnight', '00:00'],
  ])('%s is %s', (typed, time) => {
    expect(readTime(typed)).toEqual({ time });
  });

  it.each(['4:25', '9', '11.40'])('%s may be morning or afternoon, so it is asked', (typed) => {
    expect(readTime(typed)).toEqual({ problem: 'Enter am or pm with the time, such as 4:25pm' });
  });

  it.each(['25:00', '13pm', '0am', '9:60am', 'soon', '4:2', '-4pm', '٤pm'])('%s is no time', (typed) => {
    expect(readTime(typed)).toEqual({ problem: 'Enter a real time, such as 4:25pm' });
  });

  it('nothing is asked for', () => {
    expect(readTime('  ')).toEqual({ problem: 'Enter the time, such as 4:25pm' });
  });
});
