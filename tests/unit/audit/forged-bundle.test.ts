import { describe, it } from 'vitest';
import { idOfKey } from '../../../electron/audit/bundle.ts';
import type { SigningKey } from '../../../electron/store/crypto/ed25519.ts';
import type { Json } from '../../../electron/store/log/canonical.ts';
import {
  colleague,
  colleagueId,
  device,
  type Files,
  founderId,
  idFor,
  makeBundle,
  signerOf,
  stranger,
} from '../../factories/bundle.ts';
import { expectRefused } from '../../factories/verifiers.ts';

// What somebody could build who holds the device's key, as every active user does: chain, root, checkpoint and
// manifest all follow from the change.

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** One header with other values. */
const withHeader = (seq: number, patch: Record<string, Json>): Files =>
  makeBundle({ header: (header) => void (header.seq === seq && Object.assign(header, patch)) });

const withoutKey = (seq: number, key: string): Files =>
  makeBundle({ header: (header) => void (header.seq === seq && delete header[key]) });

const signedBy = (seq: number, key: SigningKey): Files =>
  makeBundle({ signer: (header) => (header.seq === seq ? key : signerOf(header)) });

/** One line in another spelling; its signature stays right, for the header's bytes are those that were signed. */
const spelled = (from: string, to: string): Files =>
  makeBundle({ line: (line, seq) => (seq === 4 ? line.replace(from, to) : line) });

const byAnotherDevice = (): Files =>
  makeBundle({ noteKey: stranger, signer: (header) => (header.actor === null ? stranger : signerOf(header)) });

const deviceListed = (id: string): Files =>
  makeBundle({ noteKey: stranger, authors: ({ devices }) => void (devices[id] = base64(stranger.publicKey)) });

const withoutFounder = (): Files =>
  makeBundle({ withheld: [0, 3, 6, 9], authors: ({ staff }) => void delete staff[founderId] });

type Case = readonly [name: string, made: () => Files, sentence: RegExp];

const AUTHORS: readonly Case[] = [
  ['all that a device signs, signed by another device', byAnotherDevice, /not that of a device/],
  ['a device under another’s id', () => deviceListed(idOfKey(device.publicKey)), /key of device \S+ is not its own/],
  ['the entries of another device', () => deviceListed(idOfKey(stranger.publicKey)), /written on another device/],
  ['a signature by another member of staff', () => signedBy(3, colleague), /Entry 3: it is not signed by its author/],
  ['a signature by the device for a person', () => signedBy(3, device), /Entry 3: it is not signed by its author/],
  ['a person’s signature where restricted', () => signedBy(7, colleague), /Entry 7: it is not signed by its author/],
  [
    'a signature of noise',
    () => makeBundle({ signature: (signature, seq) => (seq === 4 ? Buffer.alloc(64, 7) : signature) }),
    /Entry 4: it is not signed by its author/,
  ],
  ['an unknown author', () => withHeader(4, { actor: idFor('nobody') }), /Entry 4: it is not signed by its author/],
  ['no author, and not restricted', () => withHeader(4, { actor: null }), /Entry 4: it names no author/],
  ['a first entry by a colleague', () => withHeader(0, { actor: colleagueId }), /Entry 0: it is not signed by the f/],
  [
    'a restricted first entry',
    () => withHeader(0, { actor: null, type: 'restricted' }),
    /Entry 0: it is not signed by the founder/,
  ],
  ['no key of the founder', withoutFounder, /No key in authors\.json is that of the founder/],
];

const clock = Date.UTC(2026, 10, 2, 9);
const elsewhere = base64(Buffer.alloc(32, 1));
const CHAIN: readonly Case[] = [
  ['a clock that stands still', () => withHeader(4, { hlc: [clock + 60_000, 1] }), /Entry 4: its clock/],
  ['a clock that goes back', () => withHeader(4, { hlc: [clock, 0] }), /Entry 4: its clock/],
  ['a clock that goes back over a withheld entry', () => withHeader(6, { hlc: [clock, 9] }), /Entry 6: its clock/],
  ['an id used twice', () => withHeader(4, { id: idFor('entry 3') }), /Entry 4: its id was used before/],
  ['a wrong number', () => withHeader(4, { seq: 5 }), /Entry 4: it says that it is entry 5/],
  ['an entry of another log', () => withHeader(4, { log: idFor('other') }), /Entry 4: it belongs to another log/],
  ['an entry that follows another', () => withHeader(4, { prev: elsewhere }), /Entry 4: it does not follow/],
  ['a first entry that follows something', () => withHeader(0, { prev: elsewhere }), /Entry 0: it does not follow/],
];

const FORMS: readonly Case[] = [
  ['a further key', () => withHeader(4, { role: 'lead' }), /Entry 4/],
  ['a key less', () => withoutKey(4, 'about'), /Entry 4/],
  ['content without its length', () => withoutKey(4, 'len'), /Entry 4/],
  ['a commitment without content', () => withHeader(3, { kc: elsewhere }), /Entry 3/],
  ['another version', () => withHeader(4, { v: 2 }), /Entry 4/],
  ['true for 1', () => withHeader(4, { v: true }), /Entry 4/],
  ['a short id', () => withHeader(4, { id: 'AAAA' }), /Entry 4/],
  ['an id with stray bits', () => withHeader(4, { id: `${'A'.repeat(21)}B` }), /Entry 4/],
  ['no device', () => withHeader(4, { dev: '' }), /Entry 4/],
  ['a time without milliseconds', () => withHeader(4, { at: '2026-11-02T09:04:00Z' }), /Entry 4/],
  ['30 February', () => withHeader(4, { at: '2026-02-30T09:04:00.000Z' }), /Entry 4/],
  ['a clock of three parts', () => withHeader(4, { hlc: [clock + 120_000, 0, 0] }), /Entry 4/],
  ['a clock below zero', () => withHeader(4, { hlc: [-1, 0] }), /Entry 4/],
  ['a type with a space', () => withHeader(4, { type: 'concern viewed' }), /Entry 4/],
  ['white space', () => spelled('{"h":', '{"h": '), /Entry 4/],
  ['an escape', () => spelled('concern', '\\u0063oncern'), /Entry 4/],
  ['a key twice', () => spelled('"v":1', '"v":2,"v":1'), /Entry 4/],
  ['4.0', () => spelled('"seq":4', '"seq":4.0'), /Entry 4/],
  ['4e0', () => spelled('"seq":4', '"seq":4e0'), /Entry 4/],
  ['a further member', () => spelled('"}', '","t":1}'), /Entry 4/],
  ['a carriage return at its end', () => spelled('=="}', '=="}\r'), /Entry 4/],
];

describe('both verifiers refuse, though all the rest is built on it,', () => {
  it.each([...AUTHORS, ...CHAIN])('%s', (_, made, sentence) => expectRefused(made(), sentence));
});

describe('both verifiers refuse a line with', () => {
  it.each(FORMS)('%s', (_, made, sentence) => expectRefused(made(), sentence));
});
