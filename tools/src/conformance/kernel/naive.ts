import { isAnswer, oracle } from '@isochron/aggregation';
import type { DataType, Value } from '@isochron/schema';
import type { ColumnCase } from './column.ts';

/** What taking a row back from nothing leaves as it is of the row: numerator and denominator both change sign. */
const unsigned: readonly string[] = ['AVERAGE', 'VARIANCE'];

/** What the oracle says a case's value is, from the rows that count. Throws as the oracle does. */
export function naiveValue({ operation, args, input, bucketed, mode, rows, deleted }: ColumnCase): Value {
  const question = { operation, args, input, bucketed };
  // A single row is deleted from a state that never saw it, which leaves its inverse.
  if (mode === 'delete' && rows.length === 1) {
    const value = oracle(question, rows);
    return unsigned.includes(operation) ? value : negated(value);
  }
  return oracle(
    question,
    rows.filter((_, index) => !deleted.includes(index)),
  );
}

/** Whether an approximate value is within the published bound. `output` is the type of the column. */
export function isWithinBound(of: ColumnCase, output: DataType, value: Value): boolean {
  const { operation, args, input, bucketed, rows, deleted } = of;
  const kept = rows.filter((_, index) => !deleted.includes(index));
  return isAnswer({ operation, args, input, bucketed }, kept, output, value);
}

function negated(value: Value): Value {
  if (typeof value === 'number' || typeof value === 'bigint') return -value;
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, negated(item)]));
  if (value !== null && typeof value === 'object' && 'unscaled' in value) {
    return { ...value, unscaled: -(value.unscaled as bigint) };
  }
  return value;
}
