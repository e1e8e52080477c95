import type { OperationName, Value } from '@isochron/schema';
import type { Likeness } from '../same-value.ts';

/** Operations whose doubles depend on how their additions are grouped. */
const summing: readonly OperationName[] = ['SUM', 'AVERAGE', 'VARIANCE', 'SKEW', 'KURTOSIS'];

/** Operations whose IR is one list in a fixed order; any other list of an IR is a set or a heap. */
const orderedIr: readonly OperationName[] = ['SKEW', 'KURTOSIS'];

const SHARE_OF_SUM = 1e-9;

/** Sums and moments agree within 1e-9 of the sum of the absolute values they saw; everything else exactly. */
export function valueLikeness(operation: OperationName, inputs: readonly Value[]): Likeness {
  return { tolerance: toleranceOf(operation, inputs), unordered: false };
}

/** The same for an intermediate state, in whose sets and heaps the order is nobody's promise. */
export function irLikeness(operation: OperationName, inputs: readonly Value[]): Likeness {
  return { tolerance: toleranceOf(operation, inputs), unordered: !orderedIr.includes(operation) };
}

function toleranceOf(operation: OperationName, inputs: readonly Value[]): number {
  if (!summing.includes(operation)) return 0;
  const sum = inputs.reduce((total: number, value) => total + magnitude(value), 0);
  // A sum beyond all doubles says nothing; then the last digits of the values themselves decide.
  return Number.isFinite(sum) ? Math.max(SHARE_OF_SUM * sum, Number.MIN_VALUE) : Number.MIN_VALUE;
}

/** The sum of the absolute values of the finite numbers in it. */
function magnitude(value: Value): number {
  if (typeof value === 'number' || typeof value === 'bigint') {
    return Number.isFinite(Number(value)) ? Math.abs(Number(value)) : 0;
  }
  if (value instanceof Map) return [...value.values()].reduce((sum: number, item) => sum + magnitude(item), 0);
  if (Array.isArray(value)) return value.reduce((sum: number, item: Value) => sum + magnitude(item), 0);
  if (value !== null && typeof value === 'object' && 'unscaled' in value && 'scale' in value) {
    return Math.abs(Number(value.unscaled)) / 10 ** Number(value.scale);
  }
  return 0;
}
