import { IsochronError } from '@isochron/schema';
import type { Items } from './runs.ts';

/**
 * The items of a sketch in order, each with how many of those seen are at or before it. Inclusive, a quantile's rank counts the quantile itself;
 * exclusive, it does not.
 */
export class SortedView {
  readonly #items: Float64Array;
  readonly #ranks: Float64Array;
  readonly #seen: number;

  /** Of an empty sketch every question is answered with null. */
  static of(sketch: {
    readonly items: Items;
    readonly starts: readonly number[];
    readonly seen: number;
    readonly least: number;
    readonly greatest: number;
  }): SortedView {
    const { items, starts, seen, least, greatest } = sketch;
    let run: Run = { items: Float64Array.from(items.subarray(starts[0], starts[1])).sort(), weights: null, weight: 1 };
    for (let level = 1; level < starts.length - 1; level++) {
      run = merged(run, items.subarray(starts[level], starts[level + 1]), 2 ** level);
    }
    return bounded(run, seen, least, greatest);
  }

  constructor(items: Float64Array, ranks: Float64Array, seen: number) {
    this.#items = items;
    this.#ranks = ranks;
    this.#seen = seen;
  }

  /**
   * The item at a rank in [0, 1], else INVALID_ARGUMENT; 0 is the least and 1 the greatest. Inclusive: the first item such that at least that share of
   * all is at or before it. Exclusive: the first such that more than that share is.
   */
  quantile(rank: number, inclusive = true): number | null {
    if (!(rank >= 0 && rank <= 1)) throw new IsochronError('INVALID_ARGUMENT', `the rank ${rank} is not in [0, 1]`);
    if (this.#seen === 0) return null;
    const wanted = wholeRank(rank, this.#seen, inclusive);
    const at = firstWhere(this.#ranks, (held) => (inclusive ? held >= wanted : held > wanted));
    return this.#items[Math.min(at, this.#items.length - 1)] as number;
  }

  /** The share of the items seen that are at most `value`; exclusive: less than it. */
  rank(value: number, inclusive = true): number | null {
    if (this.#seen === 0) return null;
    const after = firstWhere(this.#items, (held) => (inclusive ? held > value : held >= value));
    return after === 0 ? 0 : (this.#ranks[after - 1] as number) / this.#seen;
  }
}

/** Ordered items and the weight of each; while all weigh the same, that alone. */
interface Run {
  readonly items: Float64Array;
  readonly weights: Float64Array | null;
  readonly weight: number;
}

function merged(run: Run, level: Items, weight: number): Run {
  if (level.length === 0) return run;
  const length = run.items.length + level.length;
  const items = new Float64Array(length);
  const weights = new Float64Array(length);
  for (let at = 0, left = 0, right = 0; at < length; at++) {
    const takesLeft =
      right === level.length || (left < run.items.length && (run.items[left] as number) <= (level[right] as number));
    items[at] = takesLeft ? (run.items[left] as number) : (level[right] as number);
    weights[at] = takesLeft ? (run.weights?.[left] ?? run.weight) : weight;
    if (takesLeft) left++;
    else right++;
  }
  return { items, weights, weight };
}

/** Adds the least and the greatest item seen where halving dropped them, with the weight of one each, taken from their neighbours. */
function bounded(run: Run, seen: number, least: number, greatest: number): SortedView {
  const lacksLeast = run.items.length > 0 && (run.items[0] as number) > least;
  const lacksGreatest = run.items.length > 0 && (run.items[run.items.length - 1] as number) < greatest;
  const before = lacksLeast ? 1 : 0;
  const length = run.items.length + before + (lacksGreatest ? 1 : 0);
  const items = new Float64Array(length);
  const ranks = new Float64Array(length);
  items.set(run.items, before);
  for (let at = 0, sum = 0; at < run.items.length; at++) {
    sum += run.weights?.[at] ?? run.weight;
    ranks[at + before] = sum;
  }
  if (lacksLeast) {
    items[0] = least;
    ranks[0] = 1;
  }
  if (lacksGreatest) {
    items[length - 1] = greatest;
    ranks[length - 1] = seen;
    ranks[length - 2] = seen - 1;
  }
  return new SortedView(items, ranks, seen);
}

/** A rank as a number of items. Up to a million items, what is within a millionth of a whole number is that number: 0.07 of 100 is 7. */
function wholeRank(rank: number, seen: number, inclusive: boolean): number {
  const exact = rank * seen;
  const near = seen <= 1e6 ? Math.round(exact * 1e6) / 1e6 : exact;
  return inclusive ? Math.ceil(near) : Math.floor(near);
}

/** The first index at which `holds` does, given that it holds from there on; the length where it never does. */
function firstWhere(sorted: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
