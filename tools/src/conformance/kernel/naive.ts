import { oracle } from '@isochron/aggregation';
import type { Value } from '@isochron/schema';
import type { ColumnCase } from './column.ts';

/** Of no rows but one that is taken back, these are what they are of the row itself: both halves of the fraction change sign. */
const unsigned: readonly string[] = ['AVERAGE', 'VARIANCE'];

/** What the oracle says a case's value is, from the rows that count. Throws as the oracle does. */
export function naiveValue(column: ColumnCase, deleted: readonly number[]): Value {
  const { operation, args, input, bucketed, rows } = column;
  const question = { operation, args, input, bucketed };
  // A single row is deleted from a state that never saw it: that leaves its inverse.
  const owing = column.mode === 'delete' && rows.length === 1;
  const value = oracle(
    question,
    rows.filter((_, index) => owing || !deleted.includes(index)),
  );
  return owing && !unsigned.includes(operation) ? negated(value) : value;
}

function negated(value: Value): Value {
  if (typeof value === 'number' || typeof value === 'bigint') return -value;
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, negated(item)]));
  if (value !== null && typeof value === 'object' && 'unscaled' in value) {
    return { ...value, unscaled: -(value.unscaled as bigint) };
  }
  return value;
}
