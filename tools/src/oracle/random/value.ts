import { fieldKey, type Int64, type Interval, type SqlType, type SqlValue } from '@isochron/expression';
import { shown } from '../text/plain.ts';
import type { Draw } from './draw.ts';
import {
  BIGNUMERIC_MAX,
  bytesEdges,
  DATE_GREATEST,
  DATE_LEAST,
  DAYS_MAX,
  dateEdges,
  datetimeEdges,
  float64Edges,
  INTERVAL_MICROS_MAX,
  int64Edges,
  intervalEdges,
  MICROS_GREATEST,
  MICROS_LEAST,
  MICROS_OF_DAY,
  MONTHS_MAX,
  NUMERIC_MAX,
  numericEdges,
  stringEdges,
  timeEdges,
  timestampEdges,
} from './edges.ts';
import { jsonOf } from './json.ts';
import { stringOf } from './string.ts';

const NULL_PERMILLE = 70;

/** A value of a type, null once in a while: often at an edge, often small, sometimes anywhere. */
export function randomValue(draw: Draw, type: SqlType): SqlValue {
  return draw.chance(NULL_PERMILLE) ? null : presentValue(draw, type);
}

/** The same, never null itself. */
export function presentValue(draw: Draw, type: SqlType): SqlValue {
  switch (type.kind) {
    case 'ARRAY':
      return draw.list(0, 4, () => randomValue(draw, type.element));
    case 'STRUCT':
      return Object.fromEntries(type.fields.map((field, at) => [fieldKey(field, at), randomValue(draw, field.type)]));
    case 'MAP':
      return mapOf(draw, type);
    default:
      return scalars[type.kind](draw);
  }
}

/** Keys are never null, and those of equal value occur once. */
function mapOf(draw: Draw, { key, value }: Extract<SqlType, { kind: 'MAP' }>): SqlValue {
  const entries = draw.list(0, 4, () => [presentValue(draw, key), randomValue(draw, value)] as const);
  return new Map(
    entries
      .map((entry) => [shown(entry[0]), entry] as const)
      .values()
      .map(([, entry]) => entry),
  );
}

type ScalarKind = Exclude<SqlType['kind'], 'ARRAY' | 'STRUCT' | 'MAP'>;

const NUMERIC_EDGES = numericEdges(9, NUMERIC_MAX);
const BIGNUMERIC_EDGES = numericEdges(38, BIGNUMERIC_MAX);

const scalars: Readonly<Record<ScalarKind, (draw: Draw) => SqlValue>> = {
  BOOL: (draw) => draw.chance(500),
  INT64: (draw) => int64(int64Of(draw)),
  FLOAT64: float64Of,
  NUMERIC: (draw) => numericOf(draw, 9, NUMERIC_MAX, NUMERIC_EDGES),
  BIGNUMERIC: (draw) => numericOf(draw, 38, BIGNUMERIC_MAX, BIGNUMERIC_EDGES),
  STRING: (draw) => draw.either([1, () => draw.pick(stringEdges)], [1, () => stringOf(draw)]),
  BYTES: (draw) =>
    draw.either(
      [2, () => draw.pick(bytesEdges)],
      [1, () => Uint8Array.from(draw.list(0, 12, () => draw.integer(0, 255)))],
      [1, () => new TextEncoder().encode(draw.pick(stringEdges))],
    ),
  DATE: (draw) =>
    draw.either(
      [2, () => draw.pick(dateEdges)],
      [2, () => draw.integer(-25_567, 47_481)],
      [1, () => draw.integer(DATE_LEAST, DATE_GREATEST)],
    ),
  DATETIME: (draw) => int64(microsOf(draw, datetimeEdges)),
  TIMESTAMP: (draw) => int64(microsOf(draw, timestampEdges)),
  TIME: (draw) =>
    draw.either(
      [1, () => draw.pick(timeEdges)],
      [1, () => draw.integer(0, 86_399) * 1_000_000],
      [1, () => Number(draw.bigint(0n, BigInt(MICROS_OF_DAY) - 1n))],
    ),
  INTERVAL: intervalOf,
  JSON: jsonOf,
};

/** The form of a 64-bit number: a bigint only where a number could not hold it. */
export function int64(value: bigint): Int64 {
  const narrow = Number(value);
  return Number.isSafeInteger(narrow) ? narrow : value;
}

function int64Of(draw: Draw): bigint {
  return draw.either(
    [3, () => draw.pick(int64Edges)],
    [4, () => draw.bigint(-10n, 20n)],
    [2, () => draw.bigint(-2_000n, 2_000_000_000n)],
    [1, () => draw.bigint(-(2n ** 63n), 2n ** 63n - 1n)],
  );
}

function float64Of(draw: Draw): number {
  return draw.either(
    [3, () => draw.pick(float64Edges)],
    [2, () => draw.integer(-20, 20)],
    [2, () => draw.integer(-100_000, 100_000) / draw.pick([2, 3, 7, 8, 10, 100, 1000])],
    [1, () => Number(`${draw.integer(-999_999, 999_999)}e${draw.integer(-12, 12)}`)],
    [1, () => anyFloat64(draw)],
  );
}

/** Every pattern of bits is as likely, but for those of NaN, of which there is one value. */
function anyFloat64(draw: Draw): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, draw.bigint(0n, 2n ** 64n - 1n));
  return view.getFloat64(0);
}

function numericOf(draw: Draw, scale: number, max: bigint, edges: readonly bigint[]): bigint {
  const one = 10n ** BigInt(scale);
  return draw.either(
    [3, () => draw.pick(edges)],
    [2, () => draw.bigint(-20n, 20n) * one],
    [3, () => (draw.bigint(-1_000_000n, 1_000_000n) * one) / draw.pick([8n, 10n, 100n, 1000n, 3n])],
    [1, () => draw.bigint(-max, max) / 10n ** BigInt(draw.integer(0, scale))],
  );
}

function microsOf(draw: Draw, edges: readonly bigint[]): bigint {
  return draw.either(
    [3, () => draw.pick(edges)],
    [2, () => draw.bigint(-2_208_988_800n, 4_102_444_800n) * 1_000_000n],
    [2, () => draw.bigint(0n, 2_000_000_000_000_000n)],
    [1, () => draw.bigint(MICROS_LEAST, MICROS_GREATEST)],
  );
}

function intervalOf(draw: Draw): Interval {
  const micros = draw.either(
    [2, () => 0n],
    [3, () => draw.bigint(-86_400n, 86_400n) * 1_000_000n],
    [2, () => draw.bigint(-400_000_000_000n, 400_000_000_000n)],
    [1, () => draw.bigint(-INTERVAL_MICROS_MAX, INTERVAL_MICROS_MAX)],
  );
  return draw.either(
    [1, () => draw.pick(intervalEdges)],
    [3, () => ({ months: draw.integer(-30, 30), days: draw.integer(-40, 40), micros: int64(micros) })],
    [
      1,
      () => ({
        months: draw.integer(-MONTHS_MAX, MONTHS_MAX),
        days: draw.integer(-DAYS_MAX, DAYS_MAX),
        micros: int64(micros),
      }),
    ],
  );
}
