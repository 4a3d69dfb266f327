import { createHash } from 'node:crypto';

export function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}

/** Repeatable random bytes: SHA-256 of the seed and a counter. */
export function seededBytes(seed: string): (length: number) => Buffer {
  let counter = 0;
  return (length) => {
    const blocks: Buffer[] = [];
    for (let made = 0; made < length; made += 32) {
      blocks.push(createHash('sha256').update(`${seed}/${counter++}`).digest());
    }
    return Buffer.concat(blocks, length);
  };
}

export function* withEachBitFlipped(bytes: Uint8Array): Generator<Buffer> {
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const copy = Buffer.from(bytes);
    copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    yield copy;
  }
}
