import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../electron/store/crypto/hash.ts';
import {
  appendLeaf,
  BadFrontier,
  decodeFrontier,
  emptyFrontier,
  encodeFrontier,
  type Frontier,
  leafHash,
  rootOf,
} from '../../../electron/store/log/tree.ts';

// The leaves and roots of the certificate-transparency reference tree.
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const grow = (leaves: readonly Buffer[]): Frontier => leaves.reduce<Frontier>(appendLeaf, emptyFrontier);

/** RFC 6962 2.1 as it is written, by recursion: slow, and nothing like the frontier. */
const asWritten = (leaves: readonly Buffer[]): Buffer => {
  const [first] = leaves;
  if (first === undefined) return sha256();
  if (leaves.length === 1) return first;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Uint8Array.of(1), asWritten(leaves.slice(0, split)), asWritten(leaves.slice(split)));
};

describe('the tree', () => {
  it('has the roots of the reference tree', () => {
    const leaves = LEAVES.map((hex) => leafHash(Buffer.from(hex, 'hex')));
    expect(leaves.map((_, i) => rootOf(grow(leaves.slice(0, i + 1))).toString('hex'))).toEqual(ROOTS);
  });

  it('has the hash of nothing as its root when empty', () => {
    expect(rootOf(emptyFrontier).toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('has the root of RFC 6962 at every size', () => {
    const leaves = Array.from({ length: 140 }, (_, i) => leafHash(Buffer.of(i)));
    for (let size = 0; size <= leaves.length; size += 1) {
      expect(rootOf(grow(leaves.slice(0, size)))).toEqual(asWritten(leaves.slice(0, size)));
    }
  });

  it('leaves the frontier it grew from as it was', () => {
    const three = grow([leafHash(Buffer.of(1)), leafHash(Buffer.of(2)), leafHash(Buffer.of(3))]);
    const before = encodeFrontier(three);
    appendLeaf(three, leafHash(Buffer.of(4)));
    expect(encodeFrontier(three)).toEqual(before);
    expect(emptyFrontier.size).toBe(0);
  });
});

describe('a stored frontier', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.nat({ max: 70 }), (size) => {
        const frontier = grow(Array.from({ length: size }, (_, i) => leafHash(Buffer.of(i))));
        const bytes = encodeFrontier(frontier);
        expect(bytes.readBigUInt64BE()).toBe(BigInt(size));
        expect(decodeFrontier(bytes)).toEqual(frontier);
      }),
    );
  });

  it('holds sizes beyond 32 bits', () => {
    const frontier = { size: 2 ** 40 + 1, nodes: [Buffer.alloc(32, 1), Buffer.alloc(32, 2)] };
    expect(decodeFrontier(encodeFrontier(frontier))).toEqual(frontier);
    expect(appendLeaf(frontier, Buffer.alloc(32, 3)).nodes).toHaveLength(2);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['half a size', Buffer.alloc(7)],
    ['too few nodes', Buffer.concat([Buffer.from('0000000000000003', 'hex'), Buffer.alloc(32)])],
    ['too many nodes', Buffer.concat([Buffer.from('0000000000000004', 'hex'), Buffer.alloc(64)])],
    ['an unsafe size', Buffer.from('ffffffffffffffff', 'hex')],
  ])('is refused when it is %s', (_, bytes) => {
    expect(() => decodeFrontier(bytes)).toThrow(BadFrontier);
  });
});
