/**
 * The Merkle tree of RFC 6962 2.1 over the lines of a log. Only the frontier is kept (the roots of the perfect
 * subtrees, at most 53 hashes): enough to append and to give the root, and small enough to store with each append.
 */
import { sha256 } from '../crypto/hash.ts';

/** The roots of the perfect subtrees of a tree of `size` leaves, largest (leftmost) first; one per 1 bit of `size`. */
export interface Frontier {
  readonly size: number;
  readonly nodes: readonly Buffer[];
}

/** Thrown when stored bytes are not a frontier. */
export class BadFrontier extends Error {
  override readonly name = 'BadFrontier';
}

// RFC 6962 2.1: distinct prefixes, so that no inner node can be passed off as a leaf or the reverse.
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const HASH_LENGTH = 32;
const SIZE_LENGTH = 8;

export const emptyFrontier: Frontier = Object.freeze({ size: 0, nodes: Object.freeze([]) });

/** SHA-256(0x00 || line), 32 bytes; `line` is the stored line without its newline (RFC 6962 2.1). */
export const leafHash = (line: Uint8Array): Buffer => sha256(LEAF, line);

const parent = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

/**
 * The frontier with one more leaf; the one given is left as it is.
 *
 * @param leaf a 32-byte leaf hash.
 */
export function appendLeaf(frontier: Frontier, leaf: Uint8Array): Frontier {
  const nodes = [...frontier.nodes];
  let node: Buffer = Buffer.from(leaf);
  // Each trailing 1 bit of the size is a finished subtree as large as the one just made: they merge.
  for (let rest = frontier.size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const left = nodes.pop();
    if (left === undefined) throw new BadFrontier('the frontier has fewer nodes than its size needs');
    node = parent(left, node);
  }
  return { size: frontier.size + 1, nodes: [...nodes, node] };
}

/** The 32-byte root (RFC 6962 2.1); SHA-256 of nothing for an empty tree. */
export function rootOf(frontier: Frontier): Buffer {
  const last = frontier.nodes.at(-1);
  if (last === undefined) return sha256();
  return frontier.nodes.slice(0, -1).reduceRight<Buffer>((right, left) => parent(left, right), Buffer.from(last));
}

const bitCount = (size: number): number => size.toString(2).replaceAll('0', '').length;

/** Bytes to store: size as 8 bytes big-endian, then the nodes, 32 bytes each. */
export function encodeFrontier(frontier: Frontier): Buffer {
  const size = Buffer.alloc(SIZE_LENGTH);
  size.writeBigUInt64BE(BigInt(frontier.size));
  return Buffer.concat([size, ...frontier.nodes]);
}

/**
 * The inverse of `encodeFrontier`.
 *
 * @throws BadFrontier when the length is not the one that the size asks for.
 */
export function decodeFrontier(bytes: Uint8Array): Frontier {
  const stored = Buffer.from(bytes);
  if (stored.length < SIZE_LENGTH) throw new BadFrontier('the frontier is too short');
  const size = Number(stored.readBigUInt64BE());
  const count = Number.isSafeInteger(size) ? bitCount(size) : -1;
  if (stored.length !== SIZE_LENGTH + count * HASH_LENGTH) throw new BadFrontier('the frontier has the wrong length');
  const nodes = Array.from({ length: count }, (_, i) =>
    stored.subarray(SIZE_LENGTH + i * HASH_LENGTH, SIZE_LENGTH + (i + 1) * HASH_LENGTH),
  );
  return { size, nodes };
}
