import { RowFault } from '../row-fault.ts';
import type { Int64, Interval, SqlValue } from '../value.ts';
import type { SqlArray } from './array.ts';
import { add, divideByCount, type Extended, extendedOf, negate, numberOf, ZERO } from './extended.ts';
import { int64OrFault } from './int64.ts';
import { intervalOf, MICROS_OF_DAY } from './interval.ts';
import { type DecimalFormat, divideRounded, inRange } from './numeric.ts';

// Of the elements that are not null; null where there is none.

const present = <T>(array: SqlArray): readonly T[] => array.filter((item) => item !== null) as unknown as readonly T[];

/** The first of the greatest elements, or of the least; NaN with any NaN. */
export const extremeOf =
  (order: (a: never, b: never) => number, sign: 1 | -1) =>
  (array: SqlArray): SqlValue => {
    let best: SqlValue = null;
    for (const item of array) {
      if (item === null) continue;
      if (Number.isNaN(item)) return Number.NaN;
      if (best === null || order(item as never, best as never) * sign > 0) best = item;
    }
    return best;
  };

export function sumInt64(array: SqlArray): Int64 | null {
  const items = present<Int64>(array);
  if (items.length === 0) return null;
  return int64OrFault(
    items.reduce((sum: bigint, item) => sum + BigInt(item), 0n),
    () => `ARRAY_SUM of ${items.length} elements`,
  );
}

export function averageInt64(array: SqlArray): number | null {
  const items = present<Int64>(array);
  return items.length === 0 ? null : averageFloat64(items.map(Number));
}

export const sumDecimal =
  (format: DecimalFormat) =>
  (array: SqlArray): bigint | null => {
    const items = present<bigint>(array);
    return items.length === 0 ? null : inRange(total(items), format, () => `ARRAY_SUM of ${items.length} elements`);
  };

export const averageDecimal =
  (format: DecimalFormat) =>
  (array: SqlArray): bigint | null => {
    const items = present<bigint>(array);
    if (items.length === 0) return null;
    return inRange(divideRounded(total(items), BigInt(items.length)), format, () => 'ARRAY_AVG');
  };

const total = (items: readonly bigint[]): bigint => items.reduce((sum, item) => sum + item, 0n);

const GREATEST = extendedOf(Number.MAX_VALUE);

/** The exact sum, rounded once; a fault where finite elements add up to more than FLOAT64 has. */
export function sumFloat64(array: SqlArray): number | null {
  const items = present<number>(array);
  if (items.length === 0) return null;
  if (!items.every(Number.isFinite)) return items.reduce((sum, item) => sum + item, 0);
  const parts = items.map(extendedOf);
  const exponent = parts.reduce((least, part) => Math.min(least, part.exponent), 0);
  const significand = parts.reduce((sum, part) => sum + (part.significand << BigInt(part.exponent - exponent)), 0n);
  // What is beyond the greatest number fails, also where it would be rounded to it.
  const magnitude = significand < 0n ? -significand : significand;
  if (magnitude > GREATEST.significand << BigInt(GREATEST.exponent - exponent))
    throw new RowFault(`FLOAT64 overflow: ARRAY_SUM of ${items.length} elements`);
  return numberOf({ significand, exponent });
}

/** The mean of the first n elements moves by an n-th of how far the next one is away, with 64 significant bits. */
export function averageFloat64(array: SqlArray): number | null {
  const items = present<number>(array);
  if (items.length === 0) return null;
  if (!items.every(Number.isFinite)) return items.reduce((mean, item, at) => mean + (item - mean) / (at + 1), 0);
  return numberOf(
    items.reduce(
      (mean: Extended, item, at) => add(mean, divideByCount(add(extendedOf(item), negate(mean)), at + 1)),
      ZERO,
    ),
  );
}

export function sumInterval(array: SqlArray): Interval | null {
  const items = present<Interval>(array);
  if (items.length === 0) return null;
  const { months, days, micros } = totalOf(items);
  return intervalOf(months, days, micros, () => `ARRAY_SUM of ${items.length} elements`);
}

/** What remains of months goes on as days, of which a month has 30, what remains of days as 24 hours each; the last is cut toward zero. */
export function averageInterval(array: SqlArray): Interval | null {
  const items = present<Interval>(array);
  if (items.length === 0) return null;
  const [sum, count] = [totalOf(items), BigInt(items.length)];
  const days = sum.days + (sum.months % count) * 30n;
  const micros = sum.micros + (days % count) * MICROS_OF_DAY;
  return intervalOf(sum.months / count, days / count, micros / count, () => `ARRAY_AVG of ${items.length} elements`);
}

function totalOf(items: readonly Interval[]): Readonly<Record<keyof Interval, bigint>> {
  const sum = (part: keyof Interval): bigint => items.reduce((partial, item) => partial + BigInt(item[part]), 0n);
  return { months: sum('months'), days: sum('days'), micros: sum('micros') };
}
