import { describe, expect, it } from 'vitest';
import { longText, noteText, optionalWords, shortText, words } from '../../../shared/domain/text.ts';

const ask = 'Enter what you saw';
const short = words(shortText, ask);
const damaged = 'Part of this text is damaged and cannot be saved. Type the last character again';
const messageOf = (answer: { error?: { issues: readonly { message: string }[] } | undefined }) =>
  answer.error?.issues[0]?.message;

describe('words that people typed', () => {
  it.each([
    [shortText, '200'],
    [noteText, '4,000'],
    [longText, '20,000'],
  ])('are taken up to %i characters and refused one over, with the limit in the sentence', (max, written) => {
    expect(words(max, ask).parse('x'.repeat(max))).toHaveLength(max);
    expect(messageOf(words(max, ask).safeParse('x'.repeat(max + 1)))).toBe(`Must be ${written} characters or less`);
  });

  it('counts as the counter on the screen does: a face is two', () => {
    expect(short.safeParse('🙂'.repeat(100)).success).toBe(true);
    expect(short.safeParse('🙂'.repeat(101)).success).toBe(false);
  });

  it('counts after the spaces at the ends have gone', () => {
    expect(short.parse(`  ${'x'.repeat(200)}\n\n`)).toBe('x'.repeat(200));
  });

  it.each(['', '   ', '\n\t\r\n', '\u0000', '\u00a0', '\ufeff'])('asks for words instead of %j', (typed) => {
    expect(messageOf(short.safeParse(typed))).toBe(ask);
  });

  it.each([undefined, null, 7, ['words'], { words: 'words' }])('asks for words instead of %j', (typed) => {
    expect(messageOf(short.safeParse(typed))).toBe(ask);
  });

  it('ends every line with a line feed, however it was typed', () => {
    expect(short.parse('one\r\ntwo\rthree\nfour\n\rfive')).toBe('one\ntwo\nthree\nfour\n\nfive');
  });

  it('drops characters that nobody sees, and keeps tabs and line feeds', () => {
    const unseen = ['\u0000', '\u0007', '\u0008', '\u000b', '\u000c', '\u001b', '\u007f', '\u0085', '\u2028', '\u2029'];
    for (const character of unseen) expect(short.parse(`a${character}b`)).toBe('ab');
    expect(short.parse('a\tb\nc')).toBe('a\tb\nc');
  });

  it.each(['\ud83d', 'half \udc00 a face', 'ends with half \ud83d'])('refuses half of a character: %j', (typed) => {
    expect(messageOf(short.safeParse(typed))).toBe(damaged);
    expect(messageOf(optionalWords(shortText).safeParse(typed))).toBe(damaged);
  });

  it.each([
    ['right to left', 'קראתי לה أمس'],
    ['with its own marks of direction', '\u200fשלום\u200e, \u2067نعم\u2069'],
    ['with accents as they were typed', 'Zoe\u0308 and Zo\u00eb'],
    ['joined faces', '👩\u200d👧\u200d👦'],
    ['angle brackets and quotes', '<b>"she" said \'no\'</b> & left'],
  ])('keeps words letter for letter: %s', (_what, typed) => {
    expect(short.parse(typed)).toBe(typed);
    expect(optionalWords(shortText).parse(typed)).toBe(typed);
  });
});

describe('words that may be left out', () => {
  it.each([undefined, '', '  \r\n '])('are none when the box holds %j', (typed) => {
    expect(optionalWords(shortText).parse(typed)).toBeUndefined();
  });

  it('have the same limit', () => {
    expect(optionalWords(60).parse('x'.repeat(60))).toHaveLength(60);
    expect(messageOf(optionalWords(60).safeParse('x'.repeat(61)))).toBe('Must be 60 characters or less');
  });

  it.each([null, 7, {}])('are text or nothing, never %j', (typed) => {
    expect(optionalWords(60).safeParse(typed).success).toBe(false);
  });
});
