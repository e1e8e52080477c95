import type { OperationName } from '@isochron/schema';
import {
  CpcSketch,
  cpcImage,
  cpcOfImage,
  type FrequentItems,
  frequentItemsOfImage,
  kllOfImage,
} from '@isochron/sketches';

export type SameBytes = (expected: Uint8Array, actual: Uint8Array) => boolean;

/**
 * Whether two IRs of an operation over sketches hold the same: the order in which an image lists what it holds is that of arrival, and a sketch
 * of a greater lg k holds all that one of a lesser holds. No entry for operations whose bytes are values.
 */
export const sameSketches: Partial<Record<OperationName, SameBytes>> = {
  APPROX_UNIQUE_COUNT: sameCoupons,
  APPROX_PERCENTILE: (expected, actual) => kllContents(expected) === kllContents(actual),
  APPROX_FREQUENT_K: sameCounts,
  APPROX_HEAVY_HITTERS_K: sameCounts,
};

function sameCoupons(expected: Uint8Array, actual: Uint8Array): boolean {
  const [left, right] = [cpcOfImage(expected), cpcOfImage(actual)];
  const lgK = Math.min(left.lgK, right.lgK);
  const image = (sketch: CpcSketch): string => cpcImage(CpcSketch.union([sketch], lgK)).join();
  return image(left) === image(right);
}

/** What a sketch of floats says beside its items, and the items of each level in order. */
function kllContents(image: Uint8Array): string {
  const { items, starts, k, leastK, seen, least, greatest } = kllOfImage('floats', image).state;
  const levels = starts
    .slice(0, -1)
    .map((start, level) => [...items.slice(start, starts[level + 1]).sort()].map(String));
  return JSON.stringify([k, leastK, seen, String(least), String(greatest), levels]);
}

/**
 * While both hold all their items, the counts are equal. Beyond that each gave up items of its own (and theirs, where none is left, forgot how
 * many it saw), so that no more can be asked than that they are sketches of one kind and size; the values are held to the bound.
 */
function sameCounts(expected: Uint8Array, actual: Uint8Array): boolean {
  const [left, right] = [countsOf(expected), countsOf(actual)];
  const [kind, otherKind] = [left.kind.name, right.kind.name];
  if (kind !== otherKind || left.lgMax !== right.lgMax) return false;
  return left.maximumError + right.maximumError > 0 || countContents(left) === countContents(right);
}

/** The first byte is the kind of the items. */
function countsOf(ir: Uint8Array): FrequentItems {
  const kind = (['strings', 'longs', 'doubles'] as const)[ir[0] ?? -1];
  if (kind === undefined) throw new TypeError(`${ir[0]} is no kind of items`);
  return frequentItemsOfImage(kind, ir.subarray(1));
}

/** The counts in the order of the items' texts. */
function countContents(sketch: FrequentItems): string {
  const counts = [...sketch.counts()].map(([item, count]) => `${item}:${count}`).sort();
  return JSON.stringify([sketch.total, counts]);
}
