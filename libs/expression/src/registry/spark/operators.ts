import { combined } from '../../analysis/range.ts';
import { addMonths } from '../../runtime/calendar.ts';
import { comparer, isComparable, nullsFirst } from '../../runtime/spark/compare.ts';
import {
  add,
  div,
  divideDoubles,
  modulo,
  moduloDoubles,
  multiply,
  negate,
  subtract,
  wrapped,
} from '../../runtime/spark/number.ts';
import { dateWithin, timestampWithin } from '../../runtime/spark/range.ts';
import { longOfText } from '../../runtime/spark/text-values.ts';
import { type SqlType, typeName } from '../../types/sql-type.ts';
import type { Int64, SqlValue } from '../../value.ts';
import { type CallFault, type CallSite, type FunctionRow, fn, type Implementation, inline, made, row } from '../row.ts';

/**
 * Both numbers plain and the result a safe integer: the common case, in line; anything else in `slow`, which wraps around. Where nothing can, it is what
 * GoogleSQL has.
 */
const longs = (
  operator: string,
  slow: (a: never, b: never) => unknown,
  of: (a: bigint, b: bigint) => bigint,
): Implementation => ({
  write: ([a, b]) => `(${a} ${operator} ${b})`,
  range: combined(of),
  writes: (_, ranges) => combined(of)(ranges()) !== null,
  js: inline(([a, b], use) => {
    const result = operator === '*' ? `${a} * ${b} + 0` : `${a} ${operator} ${b}`;
    const isPlain = `typeof ${a} === 'number' && typeof ${b} === 'number' && Number.isSafeInteger(${result})`;
    return `(${isPlain} ? ${result} : ${use(slow)}(${a}, ${b}))`;
  }),
  givesNull: false,
});

const doubles = (operator: string): Implementation => ({
  js: inline(([a, b]) => `${a} ${operator} ${b}`),
  givesNull: false,
});

const DAY = 86_400_000_000n;
const PART_MICROS: Readonly<Record<string, bigint>> = {
  MICROSECOND: 1n,
  MILLISECOND: 1000n,
  SECOND: 1_000_000n,
  MINUTE: 60_000_000n,
  HOUR: 3_600_000_000n,
  DAY,
  WEEK: 7n * DAY,
};
const PART_MONTHS: Readonly<Record<string, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

const knowsPart = ({ args }: CallSite): CallFault | null => {
  const part = String(args[2]?.constant);
  return part in PART_MICROS || part in PART_MONTHS
    ? null
    : { argument: 2, message: `INTERVAL knows no part ${part}.` };
};

const floorDay = (micros: bigint): bigint => (micros >= 0n ? micros / DAY : -((-micros + DAY - 1n) / DAY));

/** Dates have at most 120,000 months between them. */
export const movedMonths = (days: number, months: bigint): number =>
  dateWithin(months > 120_000n || months < -120_000n ? Number.MAX_SAFE_INTEGER : addMonths(days, Number(months)));

/** A moment moved by so many parts; a day that a month lacks becomes its last. */
export function movedTimestamp(micros: Int64, count: Int64, part: string): Int64 {
  const unit = PART_MICROS[part];
  if (unit !== undefined) return timestampWithin(BigInt(micros) + BigInt(count) * unit);
  const days = floorDay(BigInt(micros));
  const moved = movedMonths(Number(days), BigInt(count) * BigInt(PART_MONTHS[part] ?? 0));
  return timestampWithin(BigInt(moved) * DAY + (BigInt(micros) - days * DAY));
}

const movedDate = (days: number, count: Int64, part: string): number =>
  part in PART_MONTHS
    ? movedMonths(days, BigInt(count) * BigInt(PART_MONTHS[part] ?? 0))
    : dateWithin((BigInt(days) * DAY + BigInt(count) * (PART_MICROS[part] ?? DAY)) / DAY);

const wholeDays = (call: CallSite): CallFault | null => {
  const part = String(call.args[2]?.constant);
  if (part === 'DAY' || part === 'WEEK' || part in PART_MONTHS) return null;
  return {
    argument: 2,
    message: `a DATE is moved by days, weeks, months, quarters and years, not by ${part}; cast it to TIMESTAMP.`,
  };
};

/** Dates and timestamps moved by `sign` times an interval. */
const moved = (sign: 1 | -1): Readonly<Record<string, Implementation>> => {
  const signed = (count: Int64): Int64 => wrapped(BigInt(count) * BigInt(sign));
  return {
    '(TIMESTAMP, INT64, PART) -> TIMESTAMP': {
      js: fn((micros: Int64, count: Int64, part: string) => movedTimestamp(micros, signed(count), part)),
      givesNull: false,
      check: knowsPart,
    },
    '(DATE, INT64, PART) -> DATE': {
      js: fn((days: number, count: Int64, part: string) => movedDate(days, signed(count), part)),
      givesNull: false,
      check: (call) => knowsPart(call) ?? wholeDays(call),
    },
    '(DATE, INT64) -> DATE': {
      js: fn((days: number, count: Int64) => dateWithin(BigInt(days) + BigInt(signed(count)))),
      givesNull: false,
      write: ([date, days]) => `${sign === 1 ? 'DATE_ADD' : 'DATE_SUB'}(${date}, INTERVAL ${days} DAY)`,
    },
  };
};

export const argumentType = (call: CallSite): SqlType => call.args[0]?.type ?? call.result;

export const mustCompare = (call: CallSite): CallFault | null =>
  isComparable(argumentType(call))
    ? null
    : { argument: null, message: `values of type ${typeName(argumentType(call))} are not compared.` };

/** Of values that hold others, GoogleSQL compares some not at all, and others with nulls in them otherwise. */
export const isPlain = (call: CallSite): boolean => !['ARRAY', 'STRUCT', 'MAP'].includes(argumentType(call).kind);

const equalText =
  (operator: string) =>
  ([a, b]: readonly string[]): string =>
    `(${a} ${operator} ${b})`;

/** `test` of how two values stand: negative, 0 or positive. Texts beside whole numbers are read as such, beside others they become them. */
function comparison(name: string, doc: string, operator: string, test: (order: number) => boolean): FunctionRow {
  const js = (call: CallSite) => {
    const compare = comparer(argumentType(call));
    return (a: SqlValue, b: SqlValue) => test(compare(a, b));
  };
  const long = comparer({ kind: 'INT64' });
  const ofTexts = (of: (a: SqlValue, b: SqlValue) => readonly [SqlValue, SqlValue]): Implementation => ({
    js: fn((a: SqlValue, b: SqlValue) => {
      const [left, right] = of(a, b);
      return left === null || right === null ? null : test(long(left, right));
    }),
    write: 'none',
  });
  return row(
    name,
    'comparison',
    doc,
    {
      '(STRING, INT64) -> BOOL': ofTexts((a, b) => [longOfText(a as string), b]),
      '(INT64, STRING) -> BOOL': ofTexts((a, b) => [a, longOfText(b as string)]),
      '(FLOAT64, FLOAT64) -> BOOL': { js: made(js), givesNull: false, write: 'none' },
      '(T1, T1) -> BOOL': { js: made(js), givesNull: false, check: mustCompare, writes: isPlain },
    },
    equalText(operator),
  );
}

/** TRUE if one is equal, else NULL if a null leaves it open, else FALSE. */
const isIn = (call: CallSite) => {
  const compare = comparer(argumentType(call));
  return (value: SqlValue, ...items: readonly SqlValue[]): boolean | null => {
    if (value === null) return null;
    if (items.some((item) => item !== null && compare(value, item) === 0)) return true;
    return items.includes(null) ? null : false;
  };
};

const between = (call: CallSite) => {
  const compare = comparer(argumentType(call));
  const atLeast = (a: SqlValue, b: SqlValue): boolean | null => (a === null || b === null ? null : compare(a, b) >= 0);
  return (value: SqlValue, low: SqlValue, high: SqlValue) => {
    const [above, below] = [atLeast(value, low), atLeast(high, value)];
    return above === false || below === false ? false : above === null || below === null ? null : true;
  };
};

const isSame = (call: CallSite) => {
  const compare = nullsFirst(comparer(argumentType(call)));
  return (a: SqlValue, b: SqlValue) => compare(a, b) === 0;
};

const bits = (name: string, doc: string, of: (a: bigint, b: bigint) => bigint, operator: string): FunctionRow =>
  row(
    name,
    'bits',
    doc,
    {
      '(INT64, INT64) -> INT64': {
        js: fn((a: Int64, b: Int64) => wrapped(of(BigInt(a), BigInt(b)))),
        givesNull: false,
      },
    },
    equalText(operator),
  );

export const sparkOperatorRows: readonly FunctionRow[] = [
  row(
    '$add',
    'arithmetic',
    'The sum; whole numbers wrap around.',
    {
      '(INT64, INT64) -> INT64': longs('+', add, (a, b) => a + b),
      '(FLOAT64, FLOAT64) -> FLOAT64': doubles('+'),
      ...moved(1),
    },
    'none',
  ),
  row(
    '$subtract',
    'arithmetic',
    'The difference; whole numbers wrap around.',
    {
      '(INT64, INT64) -> INT64': longs('-', subtract, (a, b) => a - b),
      '(FLOAT64, FLOAT64) -> FLOAT64': doubles('-'),
      ...moved(-1),
    },
    'none',
  ),
  row(
    '$multiply',
    'arithmetic',
    'The product; whole numbers wrap around.',
    { '(INT64, INT64) -> INT64': longs('*', multiply, (a, b) => a * b), '(FLOAT64, FLOAT64) -> FLOAT64': doubles('*') },
    'none',
  ),
  row(
    '$divide',
    'arithmetic',
    'The quotient, as a double; null by zero.',
    { '(FLOAT64, FLOAT64) -> FLOAT64': { js: fn(divideDoubles) } },
    ([a, b]) => `IEEE_DIVIDE(${a}, NULLIF(${b}, 0))`,
  ),
  ...['$modulo', 'MOD'].map((name) =>
    row(
      name,
      'arithmetic',
      'The remainder, with the sign of the first; null by zero.',
      {
        '(INT64, INT64) -> INT64': { js: fn(modulo), write: ([a, b]) => `MOD(${a}, NULLIF(${b}, 0))` },
        '(FLOAT64, FLOAT64) -> FLOAT64': { js: fn(moduloDoubles) },
      },
      'none',
    ),
  ),
  row(
    '$div',
    'arithmetic',
    'The quotient of whole numbers, cut toward zero; null by zero.',
    { '(INT64, INT64) -> INT64': { js: fn(div) } },
    'none',
  ),
  ...['$negate', 'NEGATIVE'].map((name) =>
    row(
      name,
      'arithmetic',
      'The number with its sign turned.',
      {
        '(INT64) -> INT64': { js: fn(negate), givesNull: false },
        '(FLOAT64) -> FLOAT64': { js: inline(([a]) => `-${a}`), givesNull: false, write: ([a]) => `(- ${a})` },
      },
      'none',
    ),
  ),
  ...['$plus', 'POSITIVE'].map((name) =>
    row(
      name,
      'arithmetic',
      'The number as it is.',
      { '(NUM) -> NUM': { js: inline(([a]) => `${a}`), givesNull: false } },
      ([a]) => `(+ ${a})`,
    ),
  ),
  comparison('$equal', 'Whether two values are equal; NaN is equal to itself.', '=', (order) => order === 0),
  comparison('$not_equal', 'Whether two values differ; NaN is equal to itself.', '!=', (order) => order !== 0),
  comparison(
    '$less',
    'Whether the first comes before the second; NaN is the greatest number.',
    '<',
    (order) => order < 0,
  ),
  comparison(
    '$less_or_equal',
    'Whether the first does not come after the second; NaN is the greatest number.',
    '<=',
    (order) => order <= 0,
  ),
  comparison(
    '$greater',
    'Whether the first comes after the second; NaN is the greatest number.',
    '>',
    (order) => order > 0,
  ),
  comparison(
    '$greater_or_equal',
    'Whether the first does not come before the second; NaN is the greatest number.',
    '>=',
    (order) => order >= 0,
  ),
  row(
    '$null_safe_equal',
    'comparison',
    'Whether two values are equal, where null equals null.',
    { '(T1, T1) -> BOOL': { nulls: 'own', js: made(isSame), givesNull: false, check: mustCompare } },
    ([a, b]) => `(${a} IS NOT DISTINCT FROM ${b})`,
  ),
  row(
    '$is_distinct_from',
    'comparison',
    'Whether two values differ, where null equals null.',
    {
      '(T1, T1) -> BOOL': {
        nulls: 'own',
        js: made((call) => {
          const same = isSame(call);
          return (a: SqlValue, b: SqlValue) => !same(a, b);
        }),
        givesNull: false,
        check: mustCompare,
      },
    },
    ([a, b]) => `(${a} IS DISTINCT FROM ${b})`,
  ),
  row(
    '$between',
    'comparison',
    'Whether a value is at least the one and at most the other.',
    {
      '(FLOAT64, FLOAT64, FLOAT64) -> BOOL': { nulls: 'own', js: made(between), write: 'none' },
      '(T1, T1, T1) -> BOOL': { nulls: 'own', js: made(between), check: mustCompare, writes: isPlain },
    },
    ([a, b, c]) => `(${a} BETWEEN ${b} AND ${c})`,
  ),
  row(
    '$in',
    'comparison',
    'Whether a value equals one of a list; null where none is equal and a null leaves it open.',
    {
      '(FLOAT64, repeated FLOAT64) -> BOOL': { nulls: 'own', js: made(isIn), write: 'none' },
      '(T1, repeated T1) -> BOOL': { nulls: 'own', js: made(isIn), check: mustCompare, writes: isPlain },
    },
    ([a, ...items]) => `(${a} IN (${items.join(', ')}))`,
  ),
  bits('$bitwise_or', 'The bits of either.', (a, b) => a | b, '|'),
  bits('$bitwise_and', 'The bits of both.', (a, b) => a & b, '&'),
  bits('$bitwise_xor', 'The bits of one of them.', (a, b) => a ^ b, '^'),
  row(
    '$bitwise_not',
    'bits',
    'The bits turned.',
    { '(INT64) -> INT64': { js: fn((a: Int64) => wrapped(~BigInt(a))), givesNull: false } },
    ([a]) => `(~ ${a})`,
  ),
];
