import { describe, expect, it } from 'vitest';
import { blankCameIn, readCameIn } from '../../../renderer/concerns/came-in-form.ts';
import { blankRaise, type RaiseValues, readRaise } from '../../../renderer/concerns/raise-form.ts';
import { categoriesAtFirst } from '../../../shared/domain/concern-categories.ts';

// What the form of a concern asks about how it came in, and about days.

const colleague = () => ({ name: 'Grace O.', role: 'Social prescribing link worker' });
const reading = { now: new Date('2026-11-23T12:00:00.000Z'), demo: true, known: categoriesAtFirst, colleague };
const nobody = blankCameIn.recordedFor;
const notLate = blankCameIn.lateEntry;

describe('how a concern came in', () => {
  it('is nothing where nobody says anything, or says no', () => {
    expect(readCameIn(blankCameIn, colleague)).toEqual({ input: {}, problems: {} });
    const no = { recordedFor: { ...nobody, whom: 'nobody' }, lateEntry: { ...notLate, onPaper: 'no' } } as const;
    expect(readCameIn(no, colleague)).toEqual({ input: {}, problems: {} });
  });

  it('names a colleague as the register does, and anybody else as typed', () => {
    const one = { ...nobody, whom: 'colleague', staff: 'AAAAAAAAAAAAAAAAAAAAAA' } as const;
    expect(readCameIn({ recordedFor: one, lateEntry: notLate }, colleague).input).toEqual({
      recordedFor: { name: 'Grace O.', role: 'Social prescribing link worker', staff: 'AAAAAAAAAAAAAAAAAAAAAA' },
    });
    const other = { ...nobody, whom: 'somebody-else', name: 'J Reeve', role: 'Receptionist' } as const;
    expect(readCameIn({ recordedFor: other, lateEntry: notLate }, colleague).input).toEqual({
      recordedFor: { name: 'J Reeve', role: 'Receptionist' },
    });
  });

  it('says everything that is missing of a late entry at once, and takes a day and a time', () => {
    const late = { ...notLate, onPaper: 'yes' } as const;
    expect(Object.keys(readCameIn({ recordedFor: nobody, lateEntry: late }, colleague).problems)).toEqual([
      'lateEntry.day',
      'lateEntry.time',
      'lateEntry.why',
    ]);
    const day = { day: '20', month: '11', year: '2025' };
    const full = { ...late, day, time: '3:15pm', why: 'No computer at the hall.' };
    expect(readCameIn({ recordedFor: nobody, lateEntry: full }, colleague)).toEqual({
      input: { lateEntry: { writtenOn: '2025-11-20T15:15:00.000Z', why: 'No computer at the hall.' } },
      problems: {},
    });
  });
});

describe('the form', () => {
  const filled: RaiseValues = {
    ...blankRaise,
    dangerNow: 'no',
    person: 'AAAAAAAAAAAAAAAAAAAAAA',
    categories: { adult: [], child: ['child-neglect'], theme: ['cuckooing'], other: [] },
    what: 'Nobody fetched him from nursery.',
    when: 'on-that-day',
    happenedOn: { day: '20', month: '11', year: '2026' },
    know: 'saw-or-heard-it',
  };
  const problemsOf = (values: RaiseValues, born?: string) =>
    Object.fromEntries(readRaise(values, { ...reading, born }).problems);

  it('keeps their own words and an opinion apart from the facts', () => {
    const { input } = readRaise({ ...filled, ownWords: '“Nobody came.”', opinion: ' ' }, reading);
    expect(input?.facts).toEqual({ ownWords: '“Nobody came.”' });
    expect(input?.categories).toEqual(['child-neglect', 'cuckooing']);
  });

  it('refuses a day before they were born, and paper from before it happened', () => {
    expect(problemsOf(filled, '2022-03-01')).toEqual({});
    expect(problemsOf(filled, '2026-11-21')).toEqual({
      happenedOn: 'This day is before they were born. Check both dates',
    });
    const day = { day: '19', month: '11', year: '2026' };
    const late = { ...notLate, onPaper: 'yes', day, time: '3:15pm', why: 'No computer at the hall.' } as const;
    expect(problemsOf({ ...filled, lateEntry: late })).toEqual({
      'lateEntry.day': 'It was written before it happened. Check both dates',
    });
  });

  it('says so where a type is no longer in use', () => {
    const known = categoriesAtFirst.map((one) => (one.id === 'cuckooing' ? { ...one, active: false } : one));
    expect(Object.fromEntries(readRaise(filled, { ...reading, known }).problems)).toEqual({
      categories: '“Cuckooing” is no longer in use. Take it away and select another. What you wrote is kept.',
    });
  });
});
