import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json, NotCanonical, parseCanonical } from '../../../electron/store/log/canonical.ts';

const refused = (value: unknown): void => {
  expect(() => canonicalJson(value as Json)).toThrow(NotCanonical);
};

describe('canonical JSON', () => {
  it('sorts keys by UTF-16 code units, as in the example of RFC 8785 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\u{1f600}': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const keys = ['\\r', '1', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33'];
    const order = [...canonicalJson(value).matchAll(/"([^"]*)":/g)].map(([, key]) => key);
    // "Emoji: " holds a colon inside a value, which no key pattern matches.
    expect(order).toEqual(keys);
  });

  it('escapes strings as RFC 8785 3.2.2.2 does', () => {
    const text = '\u20ac$\u000f\nA\'B"\\\\"/\u007f\u2028';
    expect(canonicalJson(text)).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u007f\u2028"');
  });

  it('writes every kind of value without white space', () => {
    expect(canonicalJson({ b: [1, -2, true, false, null, 'x', []], a: {} })).toBe(
      '{"a":{},"b":[1,-2,true,false,null,"x",[]]}',
    );
  });

  it('keeps a key named __proto__ as any other', () => {
    const text = '{"__proto__":{"a":1},"constructor":2}';
    expect(canonicalJson(parseCanonical(text))).toBe(text);
    expect(Object.getPrototypeOf(parseCanonical(text))).toBe(Object.prototype);
  });

  it.each([
    ['a fraction', 1.5],
    ['minus zero', -0],
    ['an unsafe integer', 2 ** 53],
    ['infinity', Number.POSITIVE_INFINITY],
    ['not a number', Number.NaN],
    ['a lone high surrogate', 'a\ud800'],
    ['a lone low surrogate', '\udc00a'],
    ['a lone surrogate in a key', { '\ud800': 1 }],
    ['undefined', undefined],
    ['undefined in an object', { a: undefined }],
    ['a hole in an array', Array(2)],
    ['a big integer', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a symbol as key', { [Symbol('a')]: 1 }],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', Buffer.from('a')],
    ['a boxed string', new String('a')],
  ])('refuses %s', (_, value) => {
    refused(value);
    refused([value]);
    refused({ a: value });
  });

  it('refuses a value that is nested without end', () => {
    const loop: unknown[] = [];
    loop.push(loop);
    refused(loop);
  });

  it('takes the outermost safe integers', () => {
    for (const value of [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0]) {
      expect(parseCanonical(canonicalJson(value))).toBe(value);
    }
  });
});

describe('reading canonical JSON', () => {
  it.each([
    ['a duplicate key', '{"a":1,"a":1}'],
    ['a duplicate key with another value', '{"a":1,"a":2}'],
    ['a duplicate __proto__', '{"__proto__":1,"__proto__":1}'],
    ['white space', '{"a": 1}'],
    ['a newline at the end', '{"a":1}\n'],
    ['a byte order mark', '\ufeff{"a":1}'],
    ['1.0', '1.0'],
    ['1e2', '1e2'],
    ['-0', '-0'],
    ['a fraction', '[0.5]'],
    ['an unsafe integer', '9007199254740993'],
    ['a number out of range', '1e999'],
    ['an escape that is not needed', '"\\u0061"'],
    ['an escaped slash', '"\\/"'],
    ['an escape in upper case', '"\\u000F"'],
    ['a lone surrogate, escaped', '"\\ud800"'],
    ['a lone surrogate', '"\ud800"'],
    ['keys in another order', '{"b":1,"a":2}'],
    ['keys in code point order', '{"\ufb33":1,"\u{1f600}":2}'],
    ['no JSON', 'secret'],
    ['nothing', ''],
    ['half an object', '{"a":1'],
    ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('refuses %s', (_, text) => {
    expect(() => parseCanonical(text)).toThrow(NotCanonical);
  });

  it('never quotes what it refuses', () => {
    const texts = ['secret', '{"secret":', '"secret', '{"secret": 1}', '["secret",1.5]', '{"secret":1,"secret":1}'];
    for (const text of texts) {
      try {
        parseCanonical(text);
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(NotCanonical);
        expect(`${String(error)} ${String((error as Error).cause)}`).not.toContain('secret');
      }
    }
  });

  it('gives back every value, and the text the same again', () => {
    const { value } = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'grapheme' }),
        fc.maxSafeInteger(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (given) => {
        let text: string;
        try {
          text = canonicalJson(given);
        } catch (error) {
          // Binary strings may hold lone surrogates, which JSON escapes and we refuse.
          expect(error).toBeInstanceOf(NotCanonical);
          return;
        }
        expect(parseCanonical(text)).toEqual(given);
        expect(canonicalJson(parseCanonical(text))).toBe(text);
      }),
    );
  });

  it('takes no text but the one that it would write', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), (text) => {
        let read: Json;
        try {
          read = parseCanonical(text);
        } catch {
          return;
        }
        expect(canonicalJson(read)).toBe(text);
      }),
    );
  });
});
