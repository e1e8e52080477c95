import { RowFault } from '../../row-fault.ts';
import { canOrder, orderOf } from '../../runtime/compare.ts';
import {
  cubeRootDecimal,
  decimalLogarithmDecimal,
  exponentialDecimal,
  logarithmDecimal,
  naturalLogarithmDecimal,
  powerDecimal,
} from '../../runtime/decimal-functions.ts';
import { divDecimal, modDecimal } from '../../runtime/decimal-rounding.ts';
import { divideInt64, moduloInt64, negateInt64 } from '../../runtime/int64.ts';
import { checked, checkedOfTwo, logarithm, power, sign, squareRoot } from '../../runtime/mathematics.ts';
import { lenientDecimal } from '../../runtime/number-text.ts';
import { bignumeric, type DecimalFormat, inRange, numeric, squareRootDecimal } from '../../runtime/numeric.ts';
import { rangeBucket } from '../../runtime/range-bucket.ts';
import { INT64, typeName } from '../../types/sql-type.ts';
import type { Int64 } from '../../value.ts';
import {
  type CallFault,
  type CallSite,
  type FunctionRow,
  fn,
  type Implementation,
  made,
  type RowFunction,
  row,
  sql,
} from '../row.ts';

/** A decimal stays a decimal in GoogleSQL, to its last place. */
const decimals = (
  params: '' | ', NUM',
  of: (format: DecimalFormat) => RowFunction,
  hints: readonly string[] = [],
): Readonly<Record<string, Implementation>> =>
  Object.fromEntries(
    [numeric, bignumeric].map((format) => {
      const { name } = format;
      const text = `(${name}${params === '' ? '' : `, ${name}`}) -> ${name}`;
      return [text, { js: fn(of(format)), givesNull: false, hints }];
    }),
  );

const ofFloat64 = (name: string, of: (x: number) => number, rest: Partial<Implementation> = {}): Implementation => ({
  js: fn(checked(name, of)),
  givesNull: false,
  ...rest,
});

const powers: Readonly<Record<string, Implementation>> = {
  '(FLOAT64, FLOAT64) -> FLOAT64': {
    js: fn(checkedOfTwo('POW', power)),
    givesNull: false,
    hints: ['moderate', 'small'],
    ulps: 1,
  },
  ...decimals(', NUM', powerDecimal, ['decimal-base', 'decimal-power']),
};

const typeOf = ({ args }: CallSite) => args[0]?.type ?? INT64;
const bucketOf = (call: CallSite) => rangeBucket(orderOf(typeOf(call)));
const checkOrdered = (call: CallSite): CallFault | null =>
  canOrder(typeOf(call)) ? null : { argument: 0, message: `values of type ${typeName(typeOf(call))} have no order.` };

/** Functions of numbers. What IEEE 754 does not define may be a unit in the last place off; what is of decimals is ZetaSQL's to its last digit. */
export const mathematicsRows: readonly FunctionRow[] = [
  row('ABS', 'mathematics', 'The number without its sign; a fault for the least INT64.', {
    '(INT64) -> INT64': {
      js: fn((x: Int64) => (x < 0 ? negateInt64(x) : x)),
      givesNull: false,
      duckdb: sql('abs($1)'),
      pushdown: 'proven',
    },
    '(NUMERIC) -> NUMERIC': {
      js: fn((x: bigint) => (x < 0n ? -x : x)),
      givesNull: false,
      duckdb: sql('abs($1)'),
      pushdown: 'proven',
    },
    '(BIGNUMERIC) -> BIGNUMERIC': {
      js: fn((x: bigint) => inRange(x < 0n ? -x : x, bignumeric, () => 'ABS of the least BIGNUMERIC')),
      givesNull: false,
    },
    '(FLOAT64) -> FLOAT64': { js: fn(Math.abs), givesNull: false, duckdb: sql('abs($1)'), pushdown: 'proven' },
  }),
  row('SIGN', 'mathematics', '-1, 0 or 1, of the type of the number; NaN for NaN.', {
    '(INT64) -> INT64': {
      js: fn((x: Int64) => (x < 0 ? -1 : x === 0 ? 0 : 1)),
      givesNull: false,
      duckdb: sql('CAST(sign($1) AS BIGINT)'),
      pushdown: 'proven',
    },
    ...decimals(
      '',
      ({ one }) =>
        (x: bigint) =>
          x < 0n ? -one : x === 0n ? 0n : one,
    ),
    '(FLOAT64) -> FLOAT64': { js: fn(sign), givesNull: false },
  }),
  row('DIV', 'mathematics', 'The quotient of whole numbers, cut toward zero; a fault where the divisor is zero.', {
    '(INT64, INT64) -> INT64': {
      js: fn(divideInt64),
      givesNull: false,
      duckdb: sql('gs_div($1, $2)'),
      pushdown: 'proven',
    },
    ...decimals(', NUM', divDecimal),
  }),
  row('MOD', 'mathematics', 'What DIV leaves over, with the sign of the first; a fault where the divisor is zero.', {
    '(INT64, INT64) -> INT64': {
      js: fn(moduloInt64),
      givesNull: false,
      duckdb: sql('gs_mod($1, $2)'),
      pushdown: 'proven',
    },
    ...decimals(', NUM', modDecimal),
  }),
  row(
    'IEEE_DIVIDE',
    'mathematics',
    'The quotient as IEEE 754 has it: infinite or NaN where the divisor is zero; never a fault.',
    {
      '(FLOAT64, FLOAT64) -> FLOAT64': { js: fn((a: number, b: number) => a / b), givesNull: false },
    },
  ),
  row('IS_NAN', 'mathematics', 'Whether the number is NaN.', {
    '(FLOAT64) -> BOOL': { js: fn(Number.isNaN), givesNull: false, duckdb: sql('isnan($1)'), pushdown: 'proven' },
  }),
  row('IS_INF', 'mathematics', 'Whether the number is infinite.', {
    '(FLOAT64) -> BOOL': {
      js: fn((x: number) => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY),
      givesNull: false,
      duckdb: sql('isinf($1)'),
      pushdown: 'proven',
    },
  }),
  row('SQRT', 'mathematics', 'The square root; a fault for a negative number. Of decimals, to the last place.', {
    '(FLOAT64) -> FLOAT64': { js: fn(squareRoot), givesNull: false, duckdb: sql('gs_sqrt($1)'), pushdown: 'proven' },
    ...decimals('', squareRootDecimal),
  }),
  row('CBRT', 'mathematics', 'The cube root.', {
    '(FLOAT64) -> FLOAT64': ofFloat64('CBRT', Math.cbrt, { ulps: 3 }),
    ...decimals('', cubeRootDecimal),
  }),
  row(
    'POW',
    'mathematics',
    'The first to the power of the second; a fault beyond the type and for what is no number.',
    powers,
  ),
  row('POWER', 'mathematics', 'POW.', powers),
  row('EXP', 'mathematics', 'e to the power; a fault beyond the type.', {
    '(FLOAT64) -> FLOAT64': ofFloat64('EXP', Math.exp, { hints: ['moderate'], ulps: 1 }),
    ...decimals('', exponentialDecimal, ['decimal-exponent']),
  }),
  row('LN', 'mathematics', 'The natural logarithm; a fault for zero and below.', {
    '(FLOAT64) -> FLOAT64': ofFloat64('LN', Math.log, { ulps: 1 }),
    ...decimals('', naturalLogarithmDecimal('LN'), ['decimal-base']),
  }),
  row(
    'LOG',
    'mathematics',
    'The logarithm to a base, without one the natural one; a fault for zero and below, and for base 1.',
    {
      '(FLOAT64) -> FLOAT64': ofFloat64('LOG', Math.log, { ulps: 1 }),
      ...decimals('', naturalLogarithmDecimal('LOG'), ['decimal-base']),
      '(FLOAT64, FLOAT64) -> FLOAT64': { js: fn(checkedOfTwo('LOG', logarithm)), givesNull: false, ulps: 2 },
      ...decimals(', NUM', logarithmDecimal, ['decimal-base', 'decimal-base']),
    },
  ),
  row('LOG10', 'mathematics', 'The logarithm to base 10; a fault for zero and below.', {
    '(FLOAT64) -> FLOAT64': ofFloat64('LOG10', Math.log10, { ulps: 2 }),
    ...decimals('', decimalLogarithmDecimal, ['decimal-base']),
  }),
  row(
    'PARSE_NUMERIC',
    'mathematics',
    'Reads digits with commas among them, and a sign before or after; spaces may stand around.',
    {
      '(STRING) -> NUMERIC': {
        js: fn((text: string) => lenientDecimal(text, numeric)),
        givesNull: false,
        hints: ['number-text'],
      },
    },
  ),
  row('PARSE_BIGNUMERIC', 'mathematics', 'PARSE_NUMERIC of a BIGNUMERIC.', {
    '(STRING) -> BIGNUMERIC': {
      js: fn((text: string) => lenientDecimal(text, bignumeric)),
      givesNull: false,
      hints: ['number-text'],
    },
  }),
  row(
    'RANGE_BUCKET',
    'mathematics',
    'How many of the boundaries, which ascend, are at or below the value; null for NaN. A fault where they do not ascend.',
    {
      '(T1, ARRAY<T1>) -> INT64': { js: made(bucketOf), check: checkOrdered },
    },
  ),
  row(
    'ERROR',
    'conditional',
    'No value but a fault, with the text as its message; of whatever type its place asks for.',
    {
      '(STRING) -> INT64': {
        nulls: 'own',
        isOfAnyType: true,
        js: fn((text: string | null) => {
          throw new RowFault(text ?? 'ERROR of NULL');
        }),
      },
    },
  ),
];
