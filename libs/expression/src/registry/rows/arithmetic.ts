import { addFloat64, divideFloat64, multiplyFloat64, subtractFloat64 } from '../../runtime/float64.ts';
import { addInt64, multiplyInt64, negateInt64, subtractInt64 } from '../../runtime/int64.ts';
import {
  addDecimal,
  bignumeric,
  type DecimalFormat,
  divideDecimal,
  multiplyDecimal,
  negateDecimal,
  numeric,
  subtractDecimal,
} from '../../runtime/numeric.ts';
import { type FunctionRow, fn, type Implementation, inline, row, sql } from '../row.ts';
import {
  dateTimeDifferences,
  dateTimeSums,
  intervalNegations,
  intervalProducts,
  intervalQuotients,
} from './interval.ts';

/** Both plain numbers and the result a safe integer: the common case, in line; anything else in `slow`. -0 becomes 0. */
const int64Operator = (operator: string, slow: (a: never, b: never) => unknown): Implementation['js'] =>
  inline(([a, b], use) => {
    const sum = operator === '*' ? `${a} * ${b} + 0` : `${a} ${operator} ${b}`;
    const isPlain = `typeof ${a} === 'number' && typeof ${b} === 'number' && Number.isSafeInteger(${sum})`;
    return `(${isPlain} ? ${sum} : ${use(slow)}(${a}, ${b}))`;
  });

const float64Operator = (operator: string, slow: (a: number, b: number) => unknown): Implementation['js'] =>
  inline(
    ([a, b], use) => `(Number.isFinite(${a} ${operator} ${b}) ? ${a} ${operator} ${b} : ${use(slow)}(${a}, ${b}))`,
  );

/** DuckDB adds and subtracts DECIMAL(38, 9) exactly, and fails beyond it; it has products and quotients of other types. */
const decimals = (
  of: (format: DecimalFormat) => (a: bigint, b: bigint) => bigint,
  inDuckDb: Partial<Implementation> = {},
): Readonly<Record<string, Implementation>> => ({
  '(NUMERIC, NUMERIC) -> NUMERIC': { js: fn(of(numeric)), givesNull: false, ...inDuckDb },
  '(BIGNUMERIC, BIGNUMERIC) -> BIGNUMERIC': { js: fn(of(bignumeric)), givesNull: false },
});

const infix =
  (operator: string) =>
  (args: readonly string[]): string =>
    `(${args[0]} ${operator} ${args[1]})`;

export const arithmeticRows: readonly FunctionRow[] = [
  row(
    '$add',
    'arithmetic',
    'The sum; a fault beyond the type.',
    {
      '(INT64, INT64) -> INT64': {
        js: int64Operator('+', addInt64),
        givesNull: false,
        duckdb: sql('($1 + $2)'),
        pushdown: 'proven',
      },
      ...decimals(addDecimal, { duckdb: sql('($1 + $2)'), pushdown: 'proven' }),
      '(FLOAT64, FLOAT64) -> FLOAT64': {
        js: float64Operator('+', addFloat64),
        givesNull: false,
        duckdb: sql('gs_finite($1 + $2, $1, $2)'),
        pushdown: 'proven',
      },
      ...dateTimeSums,
    },
    infix('+'),
  ),
  row(
    '$subtract',
    'arithmetic',
    'The difference; a fault beyond the type.',
    {
      '(INT64, INT64) -> INT64': {
        js: int64Operator('-', subtractInt64),
        givesNull: false,
        duckdb: sql('($1 - $2)'),
        pushdown: 'proven',
      },
      ...decimals(subtractDecimal, { duckdb: sql('($1 - $2)'), pushdown: 'proven' }),
      '(FLOAT64, FLOAT64) -> FLOAT64': {
        js: float64Operator('-', subtractFloat64),
        givesNull: false,
        duckdb: sql('gs_finite($1 - $2, $1, $2)'),
        pushdown: 'proven',
      },
      ...dateTimeDifferences,
    },
    infix('-'),
  ),
  row(
    '$multiply',
    'arithmetic',
    'The product; a fault beyond the type. Of NUMERIC, rounded half away from zero to its last place.',
    {
      '(INT64, INT64) -> INT64': {
        js: int64Operator('*', multiplyInt64),
        givesNull: false,
        duckdb: sql('($1 * $2)'),
        pushdown: 'proven',
      },
      ...decimals(multiplyDecimal),
      '(FLOAT64, FLOAT64) -> FLOAT64': {
        js: float64Operator('*', multiplyFloat64),
        givesNull: false,
        duckdb: sql('gs_finite($1 * $2, $1, $2)'),
        pushdown: 'proven',
      },
      ...intervalProducts,
    },
    infix('*'),
  ),
  row(
    '$divide',
    'arithmetic',
    'The quotient, of whole numbers too as FLOAT64; a fault where the divisor is zero.',
    {
      ...decimals(divideDecimal),
      '(FLOAT64, FLOAT64) -> FLOAT64': {
        js: inline(
          ([a, b], use) =>
            `(${b} !== 0 && Number.isFinite(${a} / ${b}) ? ${a} / ${b} : ${use(divideFloat64)}(${a}, ${b}))`,
        ),
        givesNull: false,
        duckdb: sql('gs_divide($1, $2)'),
        pushdown: 'proven',
      },
      ...intervalQuotients,
    },
    infix('/'),
  ),
  row(
    '$negate',
    'arithmetic',
    'The number with its sign turned.',
    {
      '(INT64) -> INT64': {
        js: inline(([a], use) => `(typeof ${a} === 'number' ? 0 - ${a} : ${use(negateInt64)}(${a}))`),
        givesNull: false,
        duckdb: sql('(- $1)'),
        pushdown: 'proven',
      },
      '(NUMERIC) -> NUMERIC': {
        js: fn(negateDecimal(numeric)),
        givesNull: false,
        duckdb: sql('(- $1)'),
        pushdown: 'proven',
      },
      '(BIGNUMERIC) -> BIGNUMERIC': { js: fn(negateDecimal(bignumeric)), givesNull: false },
      '(FLOAT64) -> FLOAT64': {
        js: inline(([a]) => `-(${a})`),
        givesNull: false,
        duckdb: sql('(- $1)'),
        pushdown: 'proven',
      },
      ...intervalNegations,
    },
    ([a]) => `(- ${a})`,
  ),
  row(
    '$plus',
    'arithmetic',
    'The number as it is.',
    { '(NUM) -> NUM': { js: inline(([a]) => `${a}`), givesNull: false, duckdb: sql('$1'), pushdown: 'proven' } },
    ([a]) => `(+ ${a})`,
  ),
];
