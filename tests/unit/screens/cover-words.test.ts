import { describe, expect, it } from 'vitest';
import { coverSentence, coverTitle, isOpenCover } from '../../../renderer/register/cover-words.ts';
import type { CoverLine } from '../../../shared/contract/staffing.ts';
import type { IsoDate } from '../../../shared/domain/calendar.ts';
import type { EventId, PracticeId, StaffId } from '../../../shared/domain/ids.ts';

// `as`, here and below: names stand for themselves.
const staff = (name: string) => name as StaffId;
const signedIn = { nameOf: (one: StaffId) => one, practiceName: (one: PracticeId | null) => one ?? '' };

function cover(change: Partial<CoverLine>): CoverLine {
  return {
    id: 'cover' as EventId,
    kind: 'planned',
    absent: staff('Dr Lead'),
    practice: 'Wren Street' as PracticeId,
    cover: staff('C Deputy'),
    from: '2026-12-30' as IsoDate,
    until: '2026-12-31' as IsoDate,
    reason: 'On leave',
    decidedByCover: false,
    namedBy: staff('J Manager'),
    confirmedBy: null,
    state: 'now',
    mayConfirm: false,
    mayEnd: false,
    ...change,
  };
}

describe('where a cover stands', () => {
  it('says when it returns by itself: the day after the last, across the year', () => {
    expect(coverSentence(cover({ state: 'now' }), signedIn)).toBe(
      'Since 30 December 2026, returns by itself on 1 January 2027.',
    );
    expect(coverSentence(cover({ state: 'to-come' }), signedIn)).toBe(
      'Begins by itself on 30 December 2026, returns by itself on 1 January 2027.',
    );
  });

  it('says whom it waits for: the absent person, or a second of two', () => {
    expect(coverSentence(cover({ state: 'waiting' }), signedIn)).toBe(
      '30 December 2026 to 31 December 2026. It counts once Dr Lead confirms it.',
    );
    const sudden = coverSentence(cover({ state: 'waiting', kind: 'sudden' }), signedIn);
    expect(sudden).toContain('J Manager asked for it. It counts once a second person confirms it');
  });

  it('tells apart what ended by itself, what was ended, and what never counted', () => {
    const oneDay = { from: '2026-12-31' as IsoDate };
    expect(coverSentence(cover({ state: 'over', ...oneDay }), signedIn)).toBe('31 December 2026. It ended by itself.');
    expect(coverSentence(cover({ state: 'ended' }), signedIn)).toContain('It was ended early.');
    expect(coverSentence(cover({ state: 'void' }), signedIn)).toContain('nobody stands in. Name somebody else.');
    const states = ['waiting', 'to-come', 'now', 'over', 'ended', 'void'] as const;
    expect(states.filter((state) => isOpenCover(cover({ state })))).toEqual(['waiting', 'to-come', 'now', 'void']);
    expect(states.map((state) => coverTitle(cover({ state }), signedIn))).toEqual([
      'C Deputy is to stand in for Dr Lead, Wren Street',
      'C Deputy is to stand in for Dr Lead, Wren Street',
      'C Deputy stands in for Dr Lead, Wren Street',
      'C Deputy stood in for Dr Lead, Wren Street',
      'C Deputy stood in for Dr Lead, Wren Street',
      'C Deputy is to stand in for Dr Lead, Wren Street',
    ]);
  });
});
