/** The least room of a level, and so the fewest items that a halving works on. */
export const LEAST_LEVEL_CAPACITY = 8;
/** More levels than any sketch of fewer than 2^61 items has. */
export const LEVELS_MAX = 61;

/**
 * How many items level `level` of `levels` may hold before it is halved: k at the top and two thirds of the level above on each level
 * below (Karnin, Lang, Liberty: Optimal Quantile Approximation in Streams, 2016), rounded half up, at least 8.
 */
export function levelCapacity(k: number, levels: number, level: number): number {
  const depth = levels - level - 1;
  if (depth > 30) return LEAST_LEVEL_CAPACITY;
  // Whole numbers below 2^53 all through, so that the division is exact where it has to be.
  const doubled = Math.floor((2 * k * 2 ** depth) / 3 ** depth);
  return Math.max(LEAST_LEVEL_CAPACITY, Math.floor((doubled + 1) / 2));
}

/** How many items a sketch of so many levels may hold. */
export function totalCapacity(k: number, levels: number): number {
  let total = 0;
  for (let level = 0; level < levels; level++) total += levelCapacity(k, levels, level);
  return total;
}
