import type { Digest } from './digest.ts';
import { ItemHash } from './item-hash.ts';

const hash = new ItemHash();

/** For tests. */
export const digestOfLong = (value: number): Digest => hash.long(value);

/** The digest of item i of the recorded images. For tests. */
export function digestOfItem(kind: 'long' | 'text' | 'double' | 'bytes', i: number): Digest {
  if (kind === 'long') return hash.long(i * 7919 - 3);
  if (kind === 'double') return hash.double(i * 0.5 - 7);
  const digest = kind === 'text' ? hash.text(`item_${i}`) : hash.bytes(Uint8Array.of(i >> 24, i >> 16, i >> 8, i));
  if (digest === null) throw new TypeError('no item is empty');
  return digest;
}
