import type { SqlType } from '../../types/sql-type.ts';
import { fieldKey } from '../../types/sql-type.ts';
import type { SqlValue } from '../../value.ts';
import { orderOf } from '../compare.ts';

/** Whether Spark puts values of a type in order; it compares no maps. */
export const isComparable = (type: SqlType): boolean =>
  type.kind === 'ARRAY'
    ? isComparable(type.element)
    : type.kind === 'STRUCT'
      ? type.fields.every((field) => isComparable(field.type))
      : type.kind !== 'MAP' && type.kind !== 'JSON' && type.kind !== 'INTERVAL';

/** The order of two values that are not null: NaN equals itself and is greater than every number; nulls inside come first. */
export function comparer(type: SqlType): (a: SqlValue, b: SqlValue) => number {
  switch (type.kind) {
    case 'FLOAT64':
      return (a, b) => compareDoubles(a as number, b as number);
    case 'ARRAY': {
      const element = nullsFirst(comparer(type.element));
      return (a, b) => compareLists(a as readonly SqlValue[], b as readonly SqlValue[], element);
    }
    case 'STRUCT': {
      const fields = type.fields.map((field, at) => ({
        key: fieldKey(field, at),
        compare: nullsFirst(comparer(field.type)),
      }));
      return (a, b) => {
        const [left, right] = [a, b] as readonly Readonly<Record<string, SqlValue>>[];
        for (const { key, compare } of fields) {
          const order = compare(left?.[key] ?? null, right?.[key] ?? null);
          if (order !== 0) return order;
        }
        return 0;
      };
    }
    default: {
      const order = orderOf(type);
      return (a, b) => order(a as never, b as never);
    }
  }
}

export const nullsFirst =
  (compare: (a: SqlValue, b: SqlValue) => number) =>
  (a: SqlValue, b: SqlValue): number =>
    a === null || b === null ? Number(a !== null) - Number(b !== null) : compare(a, b);

function compareDoubles(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareLists(
  a: readonly SqlValue[],
  b: readonly SqlValue[],
  compare: (a: SqlValue, b: SqlValue) => number,
): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = compare(a[at] ?? null, b[at] ?? null);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
