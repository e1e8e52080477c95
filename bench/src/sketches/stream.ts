/** A 32-bit number that looks random, another for every `at` (Murmur's final mix); the Java contender has the same. */
export function scrambled(at: number): number {
  let bits = at | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Numbers below `end`, the lesser the more often: floor(u^3 * end). */
export const skewed = (at: number, end: number): number => Math.floor((scrambled(at) / 2 ** 32) ** 3 * end);

/** A seeded source of whole numbers below `end` (mulberry32). */
export type Random = (end: number) => number;

export function randomOf(seed: number): Random {
  let state = scrambled(seed) | 0;
  return (end) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * end);
  };
}
