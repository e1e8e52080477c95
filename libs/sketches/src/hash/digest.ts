import type { Hash128 } from './murmur3.ts';

/**
 * What sketches of distinct counts use of a hash, in 32 bits: the low 26 bits of its first word, and above them how many zeros lead its second
 * word, 63 at most.
 */
export type Digest = number;

/**
 * What is done for every item copies these to a constant of its own file: engines make that part of the machine code, and look up each time what
 * modules share.
 */
export const ADDRESS_BITS = 26;
export const ADDRESS_MASK = 2 ** ADDRESS_BITS - 1;

export function digestOf(hash: Hash128): Digest {
  const high = hash[3] as number;
  const zeros = high !== 0 ? Math.clz32(high) : 32 + Math.clz32((hash[2] as number) | 1);
  return ((hash[0] as number) & ADDRESS_MASK) | (zeros << ADDRESS_BITS);
}
