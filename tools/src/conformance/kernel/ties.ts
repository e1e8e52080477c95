import { operationOf } from '@isochron/aggregation';
import { compareOf, type DataType, type OperationName, type Value } from '@isochron/schema';

/** True where an operation looks at times and two events of one instant have different values. */
export function hasTies(operation: OperationName, input: DataType, events: readonly TimedValue[]): boolean {
  if (!operationOf(operation).timed) return false;
  const compare = compareOf(input);
  const first = new Map<number, Value>();
  return events.some(({ ts, value }) => {
    if (value === null) return false;
    const other = first.get(ts) ?? null;
    if (other === null) first.set(ts, value);
    return other !== null && compare(other, value) !== 0;
  });
}

export interface TimedValue {
  readonly ts: number;
  readonly value: Value;
}
