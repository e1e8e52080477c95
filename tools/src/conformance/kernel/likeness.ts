import type { OperationName, Value } from '@isochron/schema';
import type { Likeness } from '../same-value.ts';
import { sameSketches } from './same-sketch.ts';

/** Operations whose doubles depend on how their additions are grouped. */
const summing: readonly OperationName[] = ['SUM', 'AVERAGE', 'VARIANCE', 'SKEW', 'KURTOSIS'];

/** Those whose value has no unit, and whose IR is one list in a fixed order; any other list of an IR is a set or a heap. */
const shapes: readonly OperationName[] = ['SKEW', 'KURTOSIS'];

const SHARE_OF_SUM = 1e-9;

/** What a column saw: its values, and their buckets where it has them. */
export interface Seen {
  readonly value: Value;
  readonly bucket?: string | null;
}

/**
 * Sums and moments agree within 1e-9 of the sum of the absolute values they saw, key by key in maps; those that have no unit within
 * 1e-9 of how many they were. Everything else agrees exactly.
 */
export function valueLikeness(operation: OperationName, seen: readonly Seen[]): Likeness {
  const size = shapes.includes(operation) ? () => 1 : Math.abs;
  return likenessOf(operation, seen, size, false);
}

/** The same for an intermediate state, in whose sets and heaps the order is nobody's promise. */
export function irLikeness(operation: OperationName, seen: readonly Seen[]): Likeness {
  const sameBytes = sameSketches[operation];
  const likeness = likenessOf(operation, seen, Math.abs, !shapes.includes(operation));
  return sameBytes === undefined ? likeness : { ...likeness, sameBytes };
}

type Size = (number: number) => number;

function likenessOf(operation: OperationName, seen: readonly Seen[], size: Size, unordered: boolean): Likeness {
  if (!summing.includes(operation)) return { tolerance: 0, unordered };
  const byKey = Map.groupBy(seen.flatMap(keyed), ({ key }) => key);
  const toleranceOf = (values: readonly Value[]) =>
    toleranceOfSum(values.reduce((sum: number, value) => sum + total(value, size), 0));
  return {
    tolerance: toleranceOf(seen.map(({ value }) => value)),
    byKey: new Map([...byKey].map(([key, entries]) => [key, toleranceOf(entries.map(({ value }) => value))])),
    unordered,
  };
}

/** A value under each key that a map of states has for it: its bucket, or the keys of the map that it is. */
function keyed({ value, bucket }: Seen): readonly { readonly key: Value; readonly value: Value }[] {
  if (value instanceof Map) return [...value].map(([key, item]) => ({ key: key as Value, value: item as Value }));
  return typeof bucket === 'string' ? [{ key: bucket, value }] : [];
}

/** A sum beyond all doubles says nothing; then the last digits of the values themselves decide. */
const toleranceOfSum = (sum: number): number =>
  Number.isFinite(sum) ? Math.max(SHARE_OF_SUM * sum, Number.MIN_VALUE) : Number.MIN_VALUE;

/** The sizes of the finite numbers in a value, added up. */
function total(value: Value, size: Size): number {
  if (typeof value === 'number' || typeof value === 'bigint')
    return Number.isFinite(Number(value)) ? size(Number(value)) : 0;
  if (value instanceof Map) return [...value.values()].reduce((sum: number, item) => sum + total(item, size), 0);
  if (Array.isArray(value)) return value.reduce((sum: number, item: Value) => sum + total(item, size), 0);
  if (value !== null && typeof value === 'object' && 'unscaled' in value && 'scale' in value) {
    return size(Number(value.unscaled) / 10 ** Number(value.scale));
  }
  return 0;
}
