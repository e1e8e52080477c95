/**
 * How a sketch of k rows holds C coupons. `empty` and `sparse` (C < 3k/32): a set of pairs. Beyond, a window of 8 columns and the surprises
 * outside of it: `hybrid` (C < k/2) is written as pairs all the same, `pinned` (C < 27k/8) has its window at column 0, `sliding` further on.
 * The thresholds are part of the format: they decide how an image is compressed (Lang 2017, section 5; Apache DataSketches CPC).
 */
export type Flavor = 'empty' | 'sparse' | 'hybrid' | 'pinned' | 'sliding';

export function flavorOf(lgK: number, coupons: number): Flavor {
  const k = 2 ** lgK;
  if (coupons === 0) return 'empty';
  if (32 * coupons < 3 * k) return 'sparse';
  if (2 * coupons < k) return 'hybrid';
  return 8 * coupons < 27 * k ? 'pinned' : 'sliding';
}

/** The column at which the window of C coupons stands: it moves on by one at 27k/8 coupons and after each further k. */
export function offsetOf(lgK: number, coupons: number): number {
  return Math.max(0, Math.floor((8 * coupons - 19 * 2 ** lgK) / 2 ** (lgK + 3)));
}

/** No image holds a window beyond: it would need more than 2^56 distinct items a row. */
export const OFFSET_MAX = 56;
