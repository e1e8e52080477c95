import { ItemHash } from './item-hash.ts';
import type { Hash128 } from './murmur3.ts';

const hash = new ItemHash();

/** The hash of a long, until the next is asked for. For tests. */
export function hashOfLong(value: number): Hash128 {
  hash.long(value);
  return hash.words;
}

/** The hash of item i of the recorded images, until the next is asked for. For tests. */
export function hashOfItem(kind: 'long' | 'text' | 'double' | 'bytes', i: number): Hash128 {
  if (kind === 'long') hash.long(i * 7919 - 3);
  else if (kind === 'text') hash.text(`item_${i}`);
  else if (kind === 'double') hash.double(i * 0.5 - 7);
  else hash.bytes(Uint8Array.of(i >> 24, i >> 16, i >> 8, i));
  return hash.words;
}
