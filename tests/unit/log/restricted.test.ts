import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { open, pad256, seal, unpad256 } from '../../../electron/store/crypto/aead.ts';
import { signingKeyFromSeed } from '../../../electron/store/crypto/ed25519.ts';
import { newId } from '../../../electron/store/ids.ts';
import { additionalData } from '../../../electron/store/log/content.ts';
import type { Header } from '../../../electron/store/log/header.ts';
import { NotTheirs, openInside, outsideOf, sealInside } from '../../../electron/store/log/restricted.ts';
import type { Instant } from '../../../shared/domain/calendar.ts';
import type { StaffId } from '../../../shared/domain/ids.ts';

const [amina, lead] = [newId<StaffId>(), newId<StaffId>()];
const signing = { [amina]: signingKeyFromSeed(randomBytes(32)), [lead]: signingKeyFromSeed(randomBytes(32)) };
const key = randomBytes(32);
const kid = newId();

const header = (other: Partial<Header> = {}): Header => ({
  v: 1,
  id: newId(),
  log: newId(),
  seq: 7,
  prev: Buffer.alloc(32).toString('base64'),
  at: '2026-10-01T09:00:00.000Z' as Instant,
  hlc: [1, 0],
  actor: amina,
  dev: newId(),
  type: 'concern.information-added',
  thread: newId(),
  about: newId(),
  ...other,
});
const note = { v: 1, note: 'He sent it at night.' };
const keyOf = (staff: StaffId) => signing[staff]?.publicKey;
const line = (whole: Header): Header => ({ ...outsideOf(whole), kid }) as Header; // `as`: the hash and length are checked before.

const mine = signing[amina];
if (mine === undefined) throw new Error('no key');

describe('an event that is sealed whole', () => {
  it('shows no type, author or person, and is what its author wrote to whoever holds the key', () => {
    const whole = header();
    const sealed = sealInside(key, kid, whole, note, mine);
    expect(outsideOf(whole)).toEqual({ ...whole, type: 'restricted', actor: null, about: null });
    const event = openInside(key, line(whole), sealed, keyOf);
    const { id, thread, about, actor, type } = whole;
    expect(event).toMatchObject({ id, thread, about, actor, type, content: note, sealedWhole: true });
  });

  it('is as long as any other of the same 256 bytes, whoever wrote it', () => {
    const lengths = [note, { v: 1, note: 'x' }].map((said) => sealInside(key, kid, header(), said, mine).length % 256);
    expect(new Set(lengths)).toEqual(new Set([28]));
  });

  it.each<[string, Partial<Header>]>([
    ['another id', { id: newId() }],
    ['another place', { seq: 8 }],
    ['another log', { log: newId() }],
    ['another thread', { thread: newId() }],
    ['another time', { at: '2026-10-02T09:00:00.000Z' as Instant }],
    ['another place in the order', { hlc: [2, 0] }],
    ['another line before', { prev: Buffer.alloc(32, 1).toString('base64') }],
  ])('cannot be moved to %s, even by a reader who seals it anew', (_title, other) => {
    const whole = header();
    const sealed = sealInside(key, kid, whole, note, mine);
    const moved = line({ ...whole, ...other });
    const text = unpad256(open(key, sealed, additionalData(line(whole), kid)));
    const anew = seal(key, pad256(text), additionalData(moved, kid));
    expect(() => openInside(key, moved, anew, keyOf)).toThrow(NotTheirs);
  });

  it.each<[string, (inside: Record<string, unknown>) => object]>([
    ['its author', (inside) => ({ ...inside, actor: lead })],
    ['its type', (inside) => ({ ...inside, type: 'concern.told' })],
    ['its person', (inside) => ({ ...inside, about: newId() })],
    ['its words', (inside) => ({ ...inside, content: { v: 1, note: 'Nothing happened.' } })],
    ['its form', (inside) => ({ ...inside, more: 1 })],
  ])('cannot be given another of %s', (_title, change) => {
    const whole = header();
    const sealed = sealInside(key, kid, whole, note, mine);
    const place = additionalData(line(whole), kid);
    const inside = JSON.parse(unpad256(open(key, sealed, place))) as Record<string, unknown>; // `as`: an object, which the test just sealed.
    const changed = change(inside) as Record<string, unknown>; // `as`: the same.
    const canonical = JSON.stringify(changed, Object.keys({ ...changed, v: 1, note: 1 }).toSorted());
    const forged = seal(key, pad256(canonical), place);
    expect(() => openInside(key, line(whole), forged, keyOf)).toThrow(NotTheirs);
  });

  it('of somebody who has no key there is nobody’s', () => {
    const whole = header();
    const sealed = sealInside(key, kid, whole, note, mine);
    expect(() => openInside(key, line(whole), sealed, () => undefined)).toThrow(NotTheirs);
  });
});
