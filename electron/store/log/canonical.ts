/**
 * Canonical JSON: the subset of RFC 8785 (JCS) that every header, manifest and list of keys in this project uses.
 * One value has exactly one text, so a hash or signature over the text is one over the value, and a reader that
 * re-canonicalises what it received meets no second reading of it (duplicate keys, `1.0`, escapes, white space).
 */

/** What canonical JSON can hold here. Numbers are safe integers: RFC 8785's float rules are left out on purpose. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Thrown for a value with no canonical form, or a text that is not one. Its message never quotes the input. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical';
}

// Nothing of ours nests deeper than four; the limit keeps hostile text from exhausting the stack.
const MAX_DEPTH = 64;

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new NotCanonical('a string holds a lone surrogate');
  // ECMAScript's string escapes are those that RFC 8785 3.2.2.2 asks for.
  return JSON.stringify(text);
}

function canonicalNumber(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new NotCanonical('a number is not a safe integer');
  return String(value);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.getOwnPropertySymbols(value).length === 0;
}

function canonicalObject(value: object, depth: number): string {
  if (!isPlain(value)) throw new NotCanonical('an object is not a plain one');
  // The default sort compares UTF-16 code units, which is the order of RFC 8785 3.2.3.
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalString(key)}:${canonical(member, depth + 1)}`);
  return `{${members.join(',')}}`;
}

function canonical(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new NotCanonical('the value is nested too deeply');
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') return canonicalNumber(value);
  // Array.from turns the holes of a sparse array into undefined, which is then refused.
  if (Array.isArray(value)) return `[${Array.from(value, (item) => canonical(item, depth + 1)).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value, depth);
  throw new NotCanonical(`a value of type ${typeof value} has no canonical form`);
}

/**
 * The canonical text of a value (RFC 8785 for strings, safe integers, booleans, null, arrays and plain objects).
 *
 * @throws NotCanonical on floats, -0, lone surrogates, undefined, bigint, class instances, symbol keys, deep nesting.
 */
export const canonicalJson = (value: Json): string => canonical(value, 0);

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // V8's message quotes the text, which may be content; neither it nor a `cause` is passed on.
    throw new NotCanonical('the text is not JSON');
  }
}

// Walks a value that JSON.parse made: key order is all that JSON.stringify would not show.
function inOrder(value: Json, depth: number): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth > MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item) => inOrder(item, depth + 1));
  let last: string | undefined;
  for (const [key, member] of Object.entries(value)) {
    if ((last !== undefined && key <= last) || !inOrder(member, depth + 1)) return false;
    last = key;
  }
  return true;
}

/**
 * Whether a text is surely canonical, found without writing it anew; false only means that the slow way decides.
 * JSON.stringify gives the same text exactly when there is no white space, no double key and no other escape.
 */
function surelyCanonical(text: string, value: Json): boolean {
  return inOrder(value, 0) && !text.includes('\\ud') && text.isWellFormed() && JSON.stringify(value) === text;
}

/**
 * Reads a canonical text back.
 *
 * @param text exactly what `canonicalJson` gives: any other spelling of the same value is refused.
 * @throws NotCanonical, without quoting the text.
 */
export function parseCanonical(text: string): Json {
  const value = parsed(text);
  if (!surelyCanonical(text, value) && canonicalJson(value) !== text)
    throw new NotCanonical('the text is not in canonical form');
  return value;
}
