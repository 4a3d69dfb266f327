import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../../../electron/store/ids.ts';
import { eventId, personId, staffId, type ThreadId, threadId } from '../../../shared/domain/ids.ts';
import { referenceOf } from '../../../shared/domain/reference.ts';

const sixteenBytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const idOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url') as ThreadId;

describe('ids', () => {
  it('take every 16 bytes in base64url', () => {
    fc.assert(
      fc.property(sixteenBytes, (bytes) => {
        for (const id of [threadId, eventId, personId, staffId]) expect(id.parse(idOf(bytes))).toBe(idOf(bytes));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('have one spelling: the four unused bits at the end must be nought', () => {
    const id = newId<ThreadId>();
    const taken = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
      .split('')
      .filter((last) => threadId.safeParse(id.slice(0, 21) + last).success);
    expect(taken).toEqual(['A', 'Q', 'g', 'w']);
  });

  it.each([
    '',
    'A'.repeat(21),
    'A'.repeat(23),
    `${'A'.repeat(22)}=`,
    `${'A'.repeat(20)}+A`,
    `${'A'.repeat(20)}/A`,
    `${'A'.repeat(22)}\n`,
    ` ${'A'.repeat(21)}`,
    '__proto__',
    22,
    null,
    ['A'.repeat(22)],
  ])('refuse %j', (value) => {
    expect(threadId.safeParse(value).error?.issues[0]?.message).toBe('Choose one from the list');
  });

  it('are new each time', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newId<ThreadId>())).size).toBe(1_000);
  });
});

/** Crockford's base 32 of the first 30 bits, found another way: as a number. */
function expectedReference(bytes: Uint8Array): string {
  const first = Buffer.from(bytes).readUInt32BE(0) >>> 2;
  const letters = first.toString(32).padStart(6, '0').toUpperCase();
  return letters
    .split('')
    .map((letter) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'['0123456789ABCDEFGHIJKLMNOPQRSTUV'.indexOf(letter)])
    .join('');
}

describe('references', () => {
  it('are a letter and six characters of Crockford, the first 30 bits of the id', () => {
    fc.assert(
      fc.property(sixteenBytes, (bytes) => {
        const reference = referenceOf('C', idOf(bytes));
        expect(reference).toMatch(/^C-[0-9A-HJKMNP-TV-Z]{6}$/);
        expect(reference).toBe(`C-${expectedReference(bytes)}`);
        expect(referenceOf('C', idOf(bytes))).toBe(reference);
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it.each([
    ['all noughts', Buffer.alloc(16), '000000'],
    ['all ones', Buffer.alloc(16, 255), 'ZZZZZZ'],
    ['one in the thirtieth bit', Buffer.from([0, 0, 0, 4, ...Buffer.alloc(12)]), '000001'],
    ['ones after the thirtieth bit', Buffer.from([0, 0, 0, 3, ...Buffer.alloc(12, 255)]), '000000'],
  ])('of %s are known', (_what, bytes, text) => {
    expect(referenceOf('R', idOf(bytes))).toBe(`R-${text}`);
  });

  it('differ by letter for the same id', () => {
    const id = newId<ThreadId>();
    const references = (['C', 'R', 'S', 'P'] as const).map((letter) => referenceOf(letter, id));
    expect(new Set(references).size).toBe(4);
    expect(new Set(references.map((reference) => reference.slice(1))).size).toBe(1);
  });
});
