/** What a function takes in one place: any value, `INTERVAL n UNIT`, or the name of a unit of time. */
export type Parameter =
  | { readonly kind: 'value' }
  | { readonly kind: 'interval'; readonly units: readonly string[] }
  | { readonly kind: 'unit'; readonly units: readonly string[] };

export interface FunctionSpec {
  /** How a call is written, for people. */
  readonly usage: string;
  /** One list a form, told apart by how many there are. */
  readonly forms: readonly (readonly Parameter[])[];
  /** True when the last form may go on with more values. */
  readonly variadic: boolean;
}

const CLOCK = ['MICROSECOND', 'MILLISECOND', 'SECOND', 'MINUTE', 'HOUR', 'DAY'];
const CALENDAR = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'];
const BOUNDARIES = ['DAY', 'WEEK', 'ISOWEEK', 'MONTH', 'QUARTER', 'YEAR'];

const value: Parameter = { kind: 'value' };
const interval = (units: readonly string[]): Parameter => ({ kind: 'interval', units });
const unit = (units: readonly string[]): Parameter => ({ kind: 'unit', units });
const spec = (usage: string, ...forms: Parameter[][]): FunctionSpec => ({ usage, forms, variadic: false });
const variadic = (usage: string): FunctionSpec => ({ usage, forms: [[value]], variadic: true });

/**
 * The functions an expression may call, by their GoogleSQL names: those whose DuckDB text, over {@link duckDbMacros}, is tested to mean
 * what GoogleSQL means, with nulls, negatives and zeros. Adding one is a line here, its macro, and rows in the test of `warehouse-duckdb`.
 */
export const functions: Readonly<Record<string, FunctionSpec>> = {
  ABS: spec('ABS(x)', [value]),
  CEIL: spec('CEIL(x)', [value]),
  CEILING: spec('CEILING(x)', [value]),
  COALESCE: variadic('COALESCE(x, …)'),
  CONCAT: variadic('CONCAT(text, …)'),
  DATE: spec('DATE(timestamp), DATE(year, month, day)', [value], [value, value, value]),
  DATE_ADD: spec('DATE_ADD(date, INTERVAL n DAY)', [value, interval(CALENDAR)]),
  DATE_DIFF: spec('DATE_DIFF(end, start, DAY)', [value, value, unit(BOUNDARIES)]),
  DATE_FROM_UNIX_DATE: spec('DATE_FROM_UNIX_DATE(days)', [value]),
  DATE_SUB: spec('DATE_SUB(date, INTERVAL n DAY)', [value, interval(CALENDAR)]),
  DATE_TRUNC: spec('DATE_TRUNC(date, MONTH)', [value, unit(BOUNDARIES)]),
  DIV: spec('DIV(x, y)', [value, value]),
  ENDS_WITH: spec('ENDS_WITH(text, end)', [value, value]),
  FLOOR: spec('FLOOR(x)', [value]),
  GREATEST: variadic('GREATEST(x, …)'),
  IEEE_DIVIDE: spec('IEEE_DIVIDE(x, y)', [value, value]),
  IF: spec('IF(condition, then, else)', [value, value, value]),
  IFNULL: spec('IFNULL(x, otherwise)', [value, value]),
  LEAST: variadic('LEAST(x, …)'),
  LENGTH: spec('LENGTH(text)', [value]),
  LN: spec('LN(x)', [value]),
  LOWER: spec('LOWER(text)', [value]),
  LTRIM: spec('LTRIM(text), LTRIM(text, characters)', [value], [value, value]),
  MOD: spec('MOD(x, y)', [value, value]),
  NULLIF: spec('NULLIF(x, y)', [value, value]),
  REGEXP_CONTAINS: spec("REGEXP_CONTAINS(text, r'pattern')", [value, value]),
  REPLACE: spec('REPLACE(text, from, to)', [value, value, value]),
  ROUND: spec('ROUND(x)', [value]),
  RTRIM: spec('RTRIM(text), RTRIM(text, characters)', [value], [value, value]),
  SAFE_DIVIDE: spec('SAFE_DIVIDE(x, y)', [value, value]),
  SIGN: spec('SIGN(x)', [value]),
  SQRT: spec('SQRT(x)', [value]),
  STARTS_WITH: spec('STARTS_WITH(text, start)', [value, value]),
  STRPOS: spec('STRPOS(text, part)', [value, value]),
  SUBSTR: spec('SUBSTR(text, position), SUBSTR(text, position, length)', [value, value], [value, value, value]),
  TIMESTAMP: spec('TIMESTAMP(text), TIMESTAMP(date)', [value]),
  TIMESTAMP_ADD: spec('TIMESTAMP_ADD(timestamp, INTERVAL n MINUTE)', [value, interval(CLOCK)]),
  TIMESTAMP_DIFF: spec('TIMESTAMP_DIFF(end, start, MINUTE)', [value, value, unit(CLOCK)]),
  TIMESTAMP_MICROS: spec('TIMESTAMP_MICROS(n)', [value]),
  TIMESTAMP_MILLIS: spec('TIMESTAMP_MILLIS(n)', [value]),
  TIMESTAMP_SECONDS: spec('TIMESTAMP_SECONDS(n)', [value]),
  TIMESTAMP_SUB: spec('TIMESTAMP_SUB(timestamp, INTERVAL n MINUTE)', [value, interval(CLOCK)]),
  TIMESTAMP_TRUNC: spec('TIMESTAMP_TRUNC(timestamp, HOUR)', [value, unit([...CLOCK, ...BOUNDARIES.slice(1)])]),
  TRIM: spec('TRIM(text), TRIM(text, characters)', [value], [value, value]),
  TRUNC: spec('TRUNC(x)', [value]),
  UNIX_DATE: spec('UNIX_DATE(date)', [value]),
  UNIX_MICROS: spec('UNIX_MICROS(timestamp)', [value]),
  UNIX_MILLIS: spec('UNIX_MILLIS(timestamp)', [value]),
  UNIX_SECONDS: spec('UNIX_SECONDS(timestamp)', [value]),
  UPPER: spec('UPPER(text)', [value]),
};

/** What `CAST` and `SAFE_CAST` can make. */
export const castTypes = ['BOOL', 'DATE', 'FLOAT64', 'INT64', 'STRING', 'TIMESTAMP'] as const;

/** What `EXTRACT(part FROM x)` can take of a date or a timestamp. */
export const extractParts = [
  'MICROSECOND',
  'MILLISECOND',
  'SECOND',
  'MINUTE',
  'HOUR',
  'DAYOFWEEK',
  'DAY',
  'DAYOFYEAR',
  'WEEK',
  'ISOWEEK',
  'MONTH',
  'QUARTER',
  'YEAR',
  'ISOYEAR',
  'DATE',
] as const;

/** Functions of many rows, which a row expression cannot hold. */
export const aggregateFunctions: ReadonlySet<string> = new Set([
  'ANY_VALUE',
  'APPROX_COUNT_DISTINCT',
  'APPROX_QUANTILES',
  'APPROX_TOP_COUNT',
  'ARRAY_AGG',
  'AVG',
  'CORR',
  'COUNT',
  'COUNTIF',
  'CUME_DIST',
  'DENSE_RANK',
  'FIRST_VALUE',
  'LAG',
  'LAST_VALUE',
  'LEAD',
  'LOGICAL_AND',
  'LOGICAL_OR',
  'MAX',
  'MAX_BY',
  'MIN',
  'MIN_BY',
  'NTH_VALUE',
  'NTILE',
  'PERCENT_RANK',
  'PERCENTILE_CONT',
  'PERCENTILE_DISC',
  'RANK',
  'ROW_NUMBER',
  'STDDEV',
  'STDDEV_POP',
  'STDDEV_SAMP',
  'STRING_AGG',
  'SUM',
  'VARIANCE',
  'VAR_POP',
  'VAR_SAMP',
]);
