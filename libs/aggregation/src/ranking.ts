import { type Compare, compareOf, type DataType, keepOf, type Value } from '@isochron/schema';

/**
 * How much better `a` is than `b`: more than 0 where a is. `sign` 1 ranks the greater higher, -1 the less. Of two equal values the
 * one that is kept (0 rather than -0, a decimal's smaller scale) ranks higher, so that the best k of a set do not depend on order.
 */
export function rankOf(type: DataType, sign: 1 | -1): Compare {
  const compare = compareOf(type);
  const keep = keepOf(type);
  return (a, b) => sign * compare(a, b) || Number(Object.is(keep(a, b), a)) - Number(Object.is(keep(b, a), b));
}

/**
 * Puts a value into a list of the k best, the worst first; whoever comes in their order of rank is appended. A value that ranks as
 * the worst kept changes nothing.
 */
export function insertRanked(list: Value[], value: Value, k: number, rank: Compare): void {
  const full = list.length >= k;
  if (full && rank(value, list[0] ?? null) <= 0) return;
  const place = placeOf(list, value, rank);
  if (place === list.length) list.push(value);
  else list.splice(place, 0, value);
  if (full) list.shift();
}

/** How many of a list, worst first, rank below or with the value. */
export function placeOf(list: readonly Value[], value: Value, rank: Compare): number {
  let low = 0;
  let high = list.length;
  if (high > 0 && rank(value, list[high - 1] ?? null) >= 0) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rank(value, list[middle] ?? null) >= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The k best of two lists, all worst first, in one pass from their best ends. */
export function mergeRanked(a: readonly Value[], b: readonly Value[], k: number, rank: Compare): Value[] {
  let left = a.length - 1;
  let right = b.length - 1;
  const merged: Value[] = [];
  while (merged.length < k && (left >= 0 || right >= 0)) {
    const takesLeft = right < 0 || (left >= 0 && rank(a[left] ?? null, b[right] ?? null) >= 0);
    merged.push((takesLeft ? a[left--] : b[right--]) ?? null);
  }
  return merged.reverse();
}
