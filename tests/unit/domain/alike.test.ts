import { describe, expect, it } from 'vitest';
import { fitOf, isNearly, likenessOf, slips, wordsOfName } from '../../../shared/domain/alike.ts';

describe('slips', () => {
  it.each([
    ['kettle', 'kettle', 0],
    ['kettel', 'kettle', 1],
    ['marsdn', 'marsden', 1],
    ['ob', 'obi', 1],
    ['pask', 'bell', 4],
    ['al', 'alderfield', 3],
  ])('%s for %s: %i', (one, other, count) => {
    // More than two are not counted out where the lengths tell it already.
    expect(slips(one, other, 2)).toBe(count);
    expect(slips(other, one, 2)).toBe(count);
  });

  it('are one letter in a name of four to seven, two in a longer one, none in a shorter one', () => {
    expect(isNearly('kettel', 'kettle')).toBe(true);
    expect(isNearly('katel', 'kettle')).toBe(false);
    expect(isNearly('elershow', 'ellershaw')).toBe(true);
    expect(isNearly('ann', 'ana')).toBe(false);
  });
});

it('a name fits by its words, in any order, and says how well', () => {
  const name = wordsOfName('Zoë O’Brien-Kettle');
  expect(fitOf(wordsOfName('kettle ZOE'), name)).toBe(0);
  expect(fitOf(wordsOfName('ket zo'), name)).toBe(1);
  expect(fitOf(wordsOfName('zoe obrein'), name)).toBe(2);
  expect(fitOf(wordsOfName('zoe pask'), name)).toBeNull();
});

describe('two records are alike', () => {
  const joan = { name: ['joan', 'kettle'], dateOfBirth: '1958-03-02', nhsNumber: '9990512124' };
  const otherNumber = '9990345074';
  it.each([
    ['one number, whatever the name', { ...joan, name: ['jo'], dateOfBirth: null }, 'same-number'],
    ['two numbers are two people', { ...joan, nhsNumber: otherNumber }, null],
    [
      'a slip in the name, born on one day',
      { ...joan, name: ['joan', 'kettel'], nhsNumber: null },
      'same-name-and-birth',
    ],
    ['a slip in the name, birth not known', { name: ['joan', 'kettel'], dateOfBirth: null, nhsNumber: null }, null],
    ['one name, birth not known', { name: ['joan', 'kettle'], dateOfBirth: null, nhsNumber: null }, 'same-name'],
    ['one name, other birth', { ...joan, dateOfBirth: '1985-03-02', nhsNumber: null }, 'same-name-other-birth'],
    ['no name', { name: [], dateOfBirth: '1958-03-02', nhsNumber: null }, null],
  ] as const)('%s', (_title, other, likeness) => {
    expect(likenessOf(joan, other)).toBe(likeness);
    expect(likenessOf(other, joan)).toBe(likeness);
  });
});
