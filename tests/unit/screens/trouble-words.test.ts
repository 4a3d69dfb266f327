import { describe, expect, it } from 'vitest';
import { troubleTitle, troubleWords } from '../../../renderer/audit/trouble-words.ts';

describe('what unlocking found wrong, in words', () => {
  it.each([
    [{ damagedRecords: 1, refusedEntries: 0 }, '1 record is damaged', 1],
    [{ damagedRecords: 2, refusedEntries: 0 }, '2 records are damaged', 1],
    [{ damagedRecords: 0, refusedEntries: 1 }, '1 entry was not accepted', 1],
    [{ damagedRecords: 3, refusedEntries: 2 }, '3 records are damaged', 2],
  ])('says of %o what happened, and never that all is intact', (troubles, title, sentences) => {
    expect(troubleTitle(troubles)).toBe(title);
    expect(troubleWords(troubles)).toHaveLength(sentences);
    expect([title, ...troubleWords(troubles)].join(' ')).not.toMatch(/intact/);
  });
});
