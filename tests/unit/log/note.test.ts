import { describe, expect, it } from 'vitest';
import { signingKeyFromSeed } from '../../../electron/store/crypto/ed25519.ts';
import {
  BadNote,
  checkpointText,
  cosignLine,
  noteKeyId,
  parseCheckpoint,
  parseVerifierKey,
  signNote,
  verifierKey,
  verifyCosignature,
  verifyNote,
} from '../../../electron/store/log/note.ts';

// The example of Go's sumdb/note and of C2SP's tests.
const VKEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const LINE =
  '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

const key = signingKeyFromSeed(Buffer.alloc(32, 1));
const witness = signingKeyFromSeed(Buffer.alloc(32, 2));
const vkey = verifierKey('log', key.publicKey);
const root = Buffer.alloc(32, 7);
const text = checkpointText({ origin: 'practice-log/a/b', size: 12, root });
const note = signNote(text, 'log', key);

describe('a signed note', () => {
  it('of somebody else verifies', () => {
    expect(verifyNote(`${TEXT}\n${LINE}`, VKEY)).toBe(TEXT);
  });

  it('has a verifier key that somebody else would write the same', () => {
    const { name, id, publicKey } = parseVerifierKey(VKEY);
    expect([name, id.toString('hex')]).toEqual(['PeterNeumann', 'c74f20a3']);
    expect(verifierKey(name, publicKey)).toBe(VKEY);
    expect(noteKeyId(name, 1, publicKey)).toEqual(id);
  });

  it('of our own verifies and gives its text', () => {
    expect(verifyNote(note, vkey)).toBe(text);
  });

  it('may hold empty lines in its text', () => {
    expect(verifyNote(signNote('a\n\nb\n\n', 'log', key), vkey)).toBe('a\n\nb\n\n');
  });

  it('may carry signatures by other keys, before and after', () => {
    const others = Array.from({ length: 20 }, (_, i) => signNote(text, `w${i}`, witness).slice(text.length + 1));
    expect(verifyNote(`${text}\n${others.join('')}${note.slice(text.length + 1)}${others.join('')}`, vkey)).toBe(text);
  });

  it.each([
    ['a changed text', note.replace('12', '13')],
    ['another key', signNote(text, 'log', witness)],
    ['another name', signNote(text, 'gol', key)],
    ['no signature', `${text}\n`],
    ['no empty line', text],
    ['nothing', ''],
    ['no end', note.slice(0, -1)],
    ['a signature without its dash', note.replace('\u2014', '-')],
    ['a signature that is no base64', note.replace(/=\n$/, '!\n')],
    ['a signature that is too short', `${text}\n\u2014 log ${noteKeyId('log', 1, key.publicKey).toString('base64')}\n`],
    ['a second signature that does not verify', note + signNote('x\n', 'log', key).slice(3)],
    ['a control character', signedRaw('a\tb\n')],
    ['a carriage return', signedRaw('a\r\n')],
    ['more signatures than anybody needs', `${text}\n${note.slice(text.length + 1).repeat(101)}`],
    ['more text than anybody needs', `${'a\n'.repeat(600_000)}${note}`],
  ])('is refused with %s', (_, bad) => {
    expect(() => verifyNote(bad, vkey)).toThrow(BadNote);
  });

  it.each([
    ['nothing', ''],
    ['another id', VKEY.replace('c74f20a3', 'c74f20a4')],
    ['an id in upper case', VKEY.replace('c74f20a3', 'C74F20A3')],
    ['another type', vkeyOfType(4)],
    ['a name with a space', VKEY.replace('Peter', 'Peter ')],
    ['a newline at its end', `${VKEY}\n`],
    ['a key that is too short', 'a+00000000+AQ=='],
  ])('cannot be verified by a key with %s', (_, bad) => {
    expect(() => verifyNote(note, bad)).toThrow(BadNote);
  });

  it.each(['', 'a b', 'a+b', 'a\nb', 'a\u00a0b'])('cannot be signed under the name %j', (name) => {
    expect(() => signNote(text, name, key)).toThrow(BadNote);
    expect(() => verifierKey(name, key.publicKey)).toThrow(BadNote);
  });

  it.each(['', 'a', 'a\tb\n', 'a\r\n', '\ud800\n'])('cannot have the text %j', (bad) => {
    expect(() => signNote(bad, 'log', key)).toThrow(BadNote);
  });
});

describe('a checkpoint', () => {
  it('comes back as it was', () => {
    expect(text).toBe(`practice-log/a/b\n12\n${root.toString('base64')}\n`);
    expect(parseCheckpoint(text)).toEqual({ origin: 'practice-log/a/b', size: 12, root });
  });

  it.each([
    ['a leading zero', text.replace('12', '012')],
    ['a size below zero', text.replace('12', '-1')],
    ['an unsafe size', text.replace('12', '9007199254740993')],
    ['a short root', text.replace('Bw', '')],
    ['a further line', `${text}more\n`],
    ['no origin', text.slice(text.indexOf('\n'))],
    ['no end', text.slice(0, -1)],
  ])('is refused with %s', (_, bad) => {
    expect(() => parseCheckpoint(bad)).toThrow(BadNote);
  });
});

describe('a cosignature', () => {
  const cosigned = note + cosignLine(text, 'w', witness, 1_679_315_147);

  it('tells what was cosigned, and when', () => {
    expect(verifyCosignature(cosigned, 'w', witness.publicKey)).toEqual({ time: 1_679_315_147, size: 12, root });
  });

  it('signs the message of tlog-cosignature v1', () => {
    const bytes = Buffer.from(cosignLine(text, 'w', witness, 1_679_315_147).split(' ')[2] ?? '', 'base64');
    const message = Buffer.from(`cosignature/v1\ntime 1679315147\n${text}`);
    expect(bytes.subarray(0, 4)).toEqual(noteKeyId('w', 4, witness.publicKey));
    expect(bytes.subarray(4, 12).toString('hex')).toBe('00000000641850cb');
    expect(bytes.subarray(12)).toEqual(witness.sign(message));
  });

  it('leaves the signature of the log as it is', () => {
    expect(verifyNote(cosigned, vkey)).toBe(text);
  });

  it('counts with its newest time', () => {
    const twice = cosigned + cosignLine(text, 'w', witness, 1_679_315_148);
    expect(verifyCosignature(twice, 'w', witness.publicKey)?.time).toBe(1_679_315_148);
  });

  it.each([
    ['there is none', note],
    ['it is by another key', note + cosignLine(text, 'w', key, 1)],
    ['it is under another name', note + cosignLine(text, 'x', witness, 1)],
    ['it is of another checkpoint', note + cosignLine(text.replace('12', '11'), 'w', witness, 1)],
    ['it is a plain signature', note + signNote(text, 'w', witness).slice(text.length + 1)],
    ['its time was changed', note + retimed()],
    ['the note is none', 'garbage'],
    ['the text is no checkpoint', signNote('a\n', 'w', witness)],
  ])('does not count when %s', (_, bad) => {
    expect(verifyCosignature(bad, 'w', witness.publicKey)).toBeNull();
  });

  it.each([-1, 1.5, Number.NaN, 2 ** 53])('cannot be made at %d', (time) => {
    expect(() => cosignLine(text, 'w', witness, time)).toThrow(BadNote);
  });

  it('cannot be made of anything but a checkpoint', () => {
    expect(() => cosignLine('a\n', 'w', witness, 1)).toThrow(BadNote);
  });
});

/** A note over a text that `signNote` would not sign. */
function signedRaw(raw: string): string {
  const bytes = Buffer.concat([noteKeyId('log', 1, key.publicKey), key.sign(Buffer.from(raw))]);
  return `${raw}\n\u2014 log ${bytes.toString('base64')}\n`;
}

function vkeyOfType(type: number): string {
  const id = noteKeyId('log', type, key.publicKey).toString('hex');
  return `log+${id}+${Buffer.concat([Buffer.of(type), key.publicKey]).toString('base64')}`;
}

function retimed(): string {
  const [dash, name, base64 = ''] = cosignLine(text, 'w', witness, 1).trimEnd().split(' ');
  const bytes = Buffer.from(base64, 'base64');
  bytes.writeUInt8(2, 11);
  return `${dash} ${name} ${bytes.toString('base64')}\n`;
}
