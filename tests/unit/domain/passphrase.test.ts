import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { judgePassphrase, offerPassphrase, passphraseSentences } from '../../../shared/domain/passphrase.ts';
import list from '../../../shared/domain/words/passphrase-words.json' with { type: 'json' };
import { randomFrom } from '../../factories/folders.ts';

const context = ['Amina Q.', 'AQ', 'Harrowmere PCN', 'Alderfield', 'Wren Street'];
const refusal = (text: string) => judgePassphrase(text, context).refusal;
const words = list.words.split(' ');

function seeded(seed: number): (count: number) => Uint8Array {
  const random = randomFrom(seed);
  return (count) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
}

describe('the words offered', () => {
  it('are four different ones of a list of more than seven thousand', () => {
    expect(new Set(words).size).toBe(7_776);
    for (let round = 0; round < 500; round += 1) {
      const offered = offerPassphrase((count) => randomBytes(count)).split(' ');
      expect(new Set(offered).size).toBe(4);
      for (const word of offered) expect(words).toContain(word);
    }
  });

  it('are never refused, whatever they are', () => {
    const draw = seeded(7);
    for (let round = 0; round < 2_000; round += 1) expect(refusal(offerPassphrase(draw))).toBeNull();
    const shortest = words.filter((word) => word.length === 3).slice(0, 4);
    expect(refusal(shortest.join(' '))).toBeNull();
  });

  it('come from the source that was given, and from each part of the list as often as from any other', () => {
    expect(offerPassphrase(seeded(1))).toBe(offerPassphrase(seeded(1)));
    expect(offerPassphrase(seeded(1))).not.toBe(offerPassphrase(seeded(2)));
    const draw = seeded(3);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let round = 0; round < 5_000; round += 1)
      for (const word of offerPassphrase(draw).split(' ')) {
        const tenth = Math.floor((words.indexOf(word) / words.length) * 10);
        tenths[tenth] = (tenths[tenth] ?? 0) + 1;
      }
    for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(250);
  });

  it('draw again beyond the last whole multiple of the list', () => {
    const numbers = [65_535, 62_208, 0, 1, 2, 3];
    const source = () => {
      const next = numbers.shift() ?? 0;
      return Uint8Array.of(next >> 8, next & 255);
    };
    expect(offerPassphrase(source)).toBe(words.slice(0, 4).join(' '));
  });
});

describe('a passphrase of one’s own', () => {
  it.each([
    'walks along the river',
    'Under the bridge, at 5, in the rain!',
    'fünf kleine Häuser am Bach',
    'xk7#pQ2vLm9$wRt',
    'Alderfield cats sleep on warm stones',
    'kettle harbour seventeen plum',
    'a long sentence that says something new and goes on until it ends',
  ])('of enough that is its own can be used: %s', (text) => {
    expect(refusal(text)).toBeNull();
  });

  it.each([
    ['too-short', ['', 'x', 'fourteen chars', '   ']],
    ['too-long', ['ab7 '.repeat(126)]],
    ['not-text', ['half of a character \ud800']],
    [
      'common',
      ['passwordpassword', 'PasswordPassword', '1qaz2wsx3edc4rfv', 'Password-Password-1', 'dragon!monkey!shadow!1'],
    ],
    [
      'runs',
      [
        'aaaaaaaaaaaaaaa',
        'abcdefghijklmno',
        'zyxwvutsrqponmlk',
        '123456789012345',
        'hazlb1234567890',
        'abababababababab',
        'hq7hq7hq7hq7hq7hq7',
        `xk7#pQ${'9'.repeat(30)}`,
        ' '.repeat(30),
      ],
    ],
    [
      'context',
      ['harrowmere pcn 2026', 'AminaQ Alderfield', 'NHS practice log 1', 'alderfield surgery', 'Safeguarding-Lead-9'],
    ],
  ] as const)('is refused as %s', (why, texts) => {
    for (const text of texts) expect([text, refusal(text)]).toEqual([text, why]);
  });

  it('does not count names and initials, of this person and of these practices only', () => {
    expect(refusal('Amina goes by boat')).toBe('context');
    expect(judgePassphrase('Amina goes by boat', []).refusal).toBeNull();
    expect(judgePassphrase('AQ seven cats 12', ['AQ']).refusal).toBe('context');
    expect(judgePassphrase('opaque seven cats.', ['AQ']).refusal).toBeNull();
  });

  it('is judged with 500 characters of anything in a moment', () => {
    for (const text of ['ab'.repeat(250), 'a'.repeat(500), 'abc abd '.repeat(62), '([{'.repeat(160)])
      expect(refusal(text)).not.toBe('not-text');
  });

  it('keeps its characters: what not every keyboard has is only warned of', () => {
    expect(judgePassphrase('fünf kleine Häuser am Bach', context)).toEqual({
      refusal: null,
      sentence: null,
      warning: 'not-on-every-keyboard',
    });
    expect(judgePassphrase('five small houses by it', context).warning).toBeNull();
    expect(judgePassphrase('zu kurz ü', context).warning).toBeNull();
  });

  it('says in a sentence why it cannot be used, and never what was typed', () => {
    const { sentence } = judgePassphrase('Amina goes by boat', context);
    expect(sentence).toBe(passphraseSentences.context);
    for (const one of Object.values(passphraseSentences)) expect(one).toMatch(/^[A-Z].{10,}[^.]$/);
  });
});
