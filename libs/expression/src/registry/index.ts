import type { SqlType } from '../types/sql-type.ts';
import type { Cast, CastRow } from './cast.ts';
import { elementCast } from './element-casts.ts';
import type { FunctionRow } from './row.ts';
import { arithmeticRows } from './rows/arithmetic.ts';
import { arrayRows } from './rows/array.ts';
import { bitRows } from './rows/bits.ts';
import { comparisonRows } from './rows/comparison.ts';
import { conditionalRows } from './rows/conditional.ts';
import { dateTimeRows } from './rows/date-time.ts';
import { dateTimeCasts } from './rows/date-time-casts.ts';
import { dateTimeTextCasts } from './rows/date-time-text-casts.ts';
import { formatRows } from './rows/format.ts';
import { hashingRows } from './rows/hashing.ts';
import { jsonRows } from './rows/json.ts';
import { jsonCasts } from './rows/json-casts.ts';
import { letterRows } from './rows/letters.ts';
import { likeRows } from './rows/like.ts';
import { logicRows } from './rows/logic.ts';
import { mathematicsRows } from './rows/mathematics.ts';
import { networkRows } from './rows/network.ts';
import { numberCasts } from './rows/number-casts.ts';
import { patternRows } from './rows/patterns.ts';
import { roundingRows } from './rows/rounding.ts';
import { safeArithmeticRows } from './rows/safe-arithmetic.ts';
import { structMapRows } from './rows/struct-map.ts';
import { subscriptRows } from './rows/subscript.ts';
import { textRows } from './rows/text.ts';
import { textCasts } from './rows/text-casts.ts';
import { textPlaceRows } from './rows/text-places.ts';
import { trigonometryRows } from './rows/trigonometry.ts';

/** Every function and operator there is. */
export const functionRows: readonly FunctionRow[] = [
  ...arithmeticRows,
  ...comparisonRows,
  ...logicRows,
  ...conditionalRows,
  ...textRows,
  ...formatRows,
  ...letterRows,
  ...textPlaceRows,
  ...likeRows,
  ...patternRows,
  ...hashingRows,
  ...networkRows,
  ...dateTimeRows,
  ...mathematicsRows,
  ...roundingRows,
  ...trigonometryRows,
  ...safeArithmeticRows,
  ...bitRows,
  ...jsonRows,
  ...arrayRows,
  ...structMapRows,
  ...subscriptRows,
];

/** Every cast there is, by `FROM->TO`. */
export const castRows: readonly CastRow[] = [
  ...numberCasts,
  ...textCasts,
  ...dateTimeCasts,
  ...dateTimeTextCasts,
  ...jsonCasts,
];

const casts: ReadonlyMap<string, CastRow> = distinct(castRows, ({ from, to }) => `${from}->${to}`);
/** The cast from one type to another, which is not the same; undefined where there is none. */
export const castBetween = (from: SqlType, to: SqlType): Cast | undefined =>
  casts.get(`${from.kind}->${to.kind}`) ?? elementCast(from, to, castBetween);

const byName: ReadonlyMap<string, FunctionRow> = distinct(functionRows, ({ name }) => name);

/** A function by its name in upper case, or an operator. */
export const functionNamed = (name: string): FunctionRow | undefined => byName.get(name);

/** The names of all functions, operators left out. */
export const functionNames: readonly string[] = functionRows
  .map(({ name }) => name)
  .filter((name) => !name.startsWith('$'));

/** Functions of many rows, which a row expression cannot hold; named so that an author is told why. */
export const aggregateNames: ReadonlySet<string> = new Set(
  `ANY_VALUE APPROX_COUNT_DISTINCT APPROX_QUANTILES APPROX_TOP_COUNT ARRAY_AGG AVG CORR COUNT COUNTIF CUME_DIST DENSE_RANK FIRST_VALUE LAG
  LAST_VALUE LEAD LOGICAL_AND LOGICAL_OR MAX MAX_BY MIN MIN_BY NTH_VALUE NTILE PERCENT_RANK PERCENTILE_CONT PERCENTILE_DISC RANK ROW_NUMBER
  STDDEV STDDEV_POP STDDEV_SAMP STRING_AGG SUM VARIANCE VAR_POP VAR_SAMP`.split(/\s+/),
);

function distinct<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const row of rows) {
    if (map.has(keyOf(row))) throw new Error(`The registry has ${keyOf(row)} twice.`);
    map.set(keyOf(row), row);
  }
  return map;
}
