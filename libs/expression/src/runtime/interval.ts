import { RowFault } from '../row-fault.ts';
import type { Int64, Interval } from '../value.ts';
import { narrowed } from './clock-part.ts';

/** INTERVAL: months, days and microseconds, apart from each other. */

const MONTHS_MAX = 120_000n;
const DAYS_MAX = 3_660_000n;
export const MICROS_OF_DAY = 86_400_000_000n;
const MICROS_MAX = DAYS_MAX * MICROS_OF_DAY;
const DAYS_OF_MONTH = 30n;

const isWithin = (value: bigint, max: bigint): boolean => value >= -max && value <= max;

/** A fault for an interval of more than 10,000 years. `what` says what was computed. */
export function intervalOf(months: bigint, days: bigint, micros: bigint, what: () => string): Interval {
  if (isWithin(months, MONTHS_MAX) && isWithin(days, DAYS_MAX) && isWithin(micros, MICROS_MAX)) {
    return { months: Number(months), days: Number(days), micros: narrowed(micros) };
  }
  throw new RowFault(`INTERVAL of more than 10000 years: ${what()}`);
}

interface Parts {
  readonly months: bigint;
  readonly days: bigint;
  readonly micros: bigint;
}

const partsOf = ({ months, days, micros }: Interval): Parts => ({
  months: BigInt(months),
  days: BigInt(days),
  micros: BigInt(micros),
});

/** How many of an interval's months, days or microseconds a part is. */
const units: Readonly<Record<string, readonly [keyof Parts, bigint]>> = {
  YEAR: ['months', 12n],
  QUARTER: ['months', 3n],
  MONTH: ['months', 1n],
  WEEK: ['days', 7n],
  DAY: ['days', 1n],
  HOUR: ['micros', 3_600_000_000n],
  MINUTE: ['micros', 60_000_000n],
  SECOND: ['micros', 1_000_000n],
};
export const intervalParts: readonly string[] = Object.keys(units);

/** `INTERVAL n DAY`. */
export const intervalMaker = (part: string): ((count: Int64) => Interval) => {
  const [kind, length] = units[part] ?? ['micros', 1n];
  return (count) => {
    const parts = { months: 0n, days: 0n, micros: 0n, [kind]: BigInt(count) * length };
    return intervalOf(parts.months, parts.days, parts.micros, () => `INTERVAL ${count} ${part}`);
  };
};

/** The sum of so many of each part. */
export function intervalOfParts(counts: ReadonlyMap<string, Int64>): Interval {
  const sum = { months: 0n, days: 0n, micros: 0n };
  for (const [part, count] of counts) {
    const [kind, length] = units[part] ?? ['micros', 0n];
    sum[kind] += BigInt(count) * length;
  }
  return intervalOf(sum.months, sum.days, sum.micros, () => `MAKE_INTERVAL(${[...counts.values()].join(', ')})`);
}

export const addIntervals = (a: Interval, b: Interval): Interval => combined(a, b, 1n, '+');
export const subtractIntervals = (a: Interval, b: Interval): Interval => combined(a, b, -1n, '-');

function combined(a: Interval, b: Interval, sign: 1n | -1n, operator: string): Interval {
  const [x, y] = [partsOf(a), partsOf(b)];
  const what = (): string => `${intervalText(a)} ${operator} ${intervalText(b)}`;
  return intervalOf(x.months + sign * y.months, x.days + sign * y.days, x.micros + sign * y.micros, what);
}

export function multiplyInterval(interval: Interval, by: Int64): Interval {
  const { months, days, micros } = partsOf(interval);
  const times = BigInt(by);
  return intervalOf(months * times, days * times, micros * times, () => `${intervalText(interval)} * ${by}`);
}

/** What remains of months goes on as days of which a month has 30, what remains of days as 24 hours each; the last is cut toward zero. */
export function divideInterval(interval: Interval, by: Int64): Interval {
  if (by === 0) throw new RowFault(`division by zero: ${intervalText(interval)} / 0`);
  const { months, days, micros } = partsOf(interval);
  const divisor = BigInt(by);
  const allDays = days + (months % divisor) * DAYS_OF_MONTH;
  const allMicros = micros + (allDays % divisor) * MICROS_OF_DAY;
  const what = (): string => `${intervalText(interval)} / ${by}`;
  return intervalOf(months / divisor, allDays / divisor, allMicros / divisor, what);
}

export const negateInterval = ({ months, days, micros }: Interval): Interval => ({
  months: 0 - months,
  days: 0 - days,
  micros: typeof micros === 'number' ? 0 - micros : -micros,
});

/** Between two counts of microseconds; `days`: whole days apart. */
export function intervalBetween(a: Int64, b: Int64, days: 'days' | 'no days'): Interval {
  const micros = BigInt(a) - BigInt(b);
  if (days === 'no days') return { months: 0, days: 0, micros: narrowed(micros) };
  return { months: 0, days: Number(micros / MICROS_OF_DAY) + 0, micros: narrowed(micros % MICROS_OF_DAY) };
}

const HOUR = 3_600_000_000n;
const extractors: Readonly<Record<string, (parts: Parts) => bigint>> = {
  YEAR: ({ months }) => months / 12n,
  MONTH: ({ months }) => months % 12n,
  DAY: ({ days }) => days,
  HOUR: ({ micros }) => micros / HOUR,
  MINUTE: ({ micros }) => (micros % HOUR) / 60_000_000n,
  SECOND: ({ micros }) => (micros % 60_000_000n) / 1_000_000n,
  MILLISECOND: ({ micros }) => (micros % 1_000_000n) / 1000n,
  MICROSECOND: ({ micros }) => micros % 1_000_000n,
};
export const extractedIntervalParts: readonly string[] = Object.keys(extractors);

/** Each part has the sign of what it is a part of. */
export const intervalExtractor = (part: string): ((interval: Interval) => Int64) => {
  const extract = extractors[part];
  return (interval) => narrowed(extract?.(partsOf(interval)) ?? 0n);
};

/** Days of 24 hours out of the microseconds. */
export function justifyHours(interval: Interval): Interval {
  const { months, ...rest } = partsOf(interval);
  const [days, micros] = sameSign(rest.days + rest.micros / MICROS_OF_DAY, rest.micros % MICROS_OF_DAY, MICROS_OF_DAY);
  return intervalOf(months, days, micros, () => `JUSTIFY_HOURS(${intervalText(interval)})`);
}

/** Months of 30 days out of the days. */
export function justifyDays(interval: Interval): Interval {
  const { micros, ...rest } = partsOf(interval);
  const [months, days] = sameSign(rest.months + rest.days / DAYS_OF_MONTH, rest.days % DAYS_OF_MONTH, DAYS_OF_MONTH);
  return intervalOf(months, days, micros, () => `JUSTIFY_DAYS(${intervalText(interval)})`);
}

/** Both, so that all parts have one sign. */
export function justifyInterval(interval: Interval): Interval {
  const parts = partsOf(interval);
  const rest = parts.micros % MICROS_OF_DAY;
  const allDays = parts.days + parts.micros / MICROS_OF_DAY;
  let months = parts.months + allDays / DAYS_OF_MONTH;
  let days = allDays % DAYS_OF_MONTH;
  if (months > 0n && (days < 0n || (days === 0n && rest < 0n))) [months, days] = [months - 1n, days + DAYS_OF_MONTH];
  else if (months < 0n && (days > 0n || (days === 0n && rest > 0n)))
    [months, days] = [months + 1n, days - DAYS_OF_MONTH];
  const [wholeDays, micros] = sameSign(days, rest, MICROS_OF_DAY);
  return intervalOf(months, wholeDays, micros, () => `JUSTIFY_INTERVAL(${intervalText(interval)})`);
}

/** One of the larger becomes so many of the smaller where their signs are not the same. */
function sameSign(larger: bigint, smaller: bigint, length: bigint): readonly [bigint, bigint] {
  if (larger > 0n && smaller < 0n) return [larger - 1n, smaller + length];
  return larger < 0n && smaller > 0n ? [larger + 1n, smaller - length] : [larger, smaller];
}

/** `1-2 3 4:5:6.789`: years and months, days, and hours, minutes and seconds, each with a sign of its own. */
export function intervalText(interval: Interval): string {
  const { months, days, micros } = partsOf(interval);
  const sign = (value: bigint): string => (value < 0n ? '-' : '');
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  const clock = size(micros);
  const fraction = clock % 1_000_000n;
  const digits =
    fraction % 1000n === 0n ? String(fraction / 1000n).padStart(3, '0') : String(fraction).padStart(6, '0');
  return (
    `${sign(months)}${size(months) / 12n}-${size(months) % 12n} ${days} ${sign(micros)}${clock / HOUR}:${(clock % HOUR) / 60_000_000n}:` +
    `${(clock % 60_000_000n) / 1_000_000n}${fraction === 0n ? '' : `.${digits}`}`
  );
}
