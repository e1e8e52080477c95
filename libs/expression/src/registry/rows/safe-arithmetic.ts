import { RowFault } from '../../row-fault.ts';
import { addFloat64, multiplyFloat64, subtractFloat64 } from '../../runtime/float64.ts';
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
import type { SqlValue } from '../../value.ts';
import { type FunctionRow, fn, type Implementation, type RowFunction, row, sql } from '../row.ts';

/** Null instead of a fault. */
const safely =
  (of: RowFunction): RowFunction =>
  (...args: readonly SqlValue[]) => {
    try {
      return of(...args);
    } catch (thrown) {
      if (thrown instanceof RowFault) return null;
      throw thrown;
    }
  };

const safe = (of: RowFunction): Implementation => ({ js: fn(safely(of)) });

const decimals = (of: (format: DecimalFormat) => RowFunction): Readonly<Record<string, Implementation>> => ({
  '(NUMERIC, NUMERIC) -> NUMERIC': safe(of(numeric)),
  '(BIGNUMERIC, BIGNUMERIC) -> BIGNUMERIC': safe(of(bignumeric)),
});

/** The operators of arithmetic as functions that give null where those fail. */
export const safeArithmeticRows: readonly FunctionRow[] = [
  row('SAFE_ADD', 'arithmetic', 'The sum; null beyond the type.', {
    '(INT64, INT64) -> INT64': safe(addInt64),
    ...decimals(addDecimal),
    '(FLOAT64, FLOAT64) -> FLOAT64': safe(addFloat64),
  }),
  row('SAFE_SUBTRACT', 'arithmetic', 'The difference; null beyond the type.', {
    '(INT64, INT64) -> INT64': safe(subtractInt64),
    ...decimals(subtractDecimal),
    '(FLOAT64, FLOAT64) -> FLOAT64': safe(subtractFloat64),
  }),
  row('SAFE_MULTIPLY', 'arithmetic', 'The product; null beyond the type.', {
    '(INT64, INT64) -> INT64': safe(multiplyInt64),
    ...decimals(multiplyDecimal),
    '(FLOAT64, FLOAT64) -> FLOAT64': safe(multiplyFloat64),
  }),
  row(
    'SAFE_DIVIDE',
    'arithmetic',
    'The quotient, of whole numbers too as FLOAT64; null where the divisor is zero, and beyond the type.',
    {
      '(FLOAT64, FLOAT64) -> FLOAT64': {
        js: fn(safeDivide),
        duckdb: sql('gs_safe_divide($1, $2)'),
        pushdown: 'proven',
      },
      ...decimals(divideDecimal),
    },
  ),
  row('SAFE_NEGATE', 'arithmetic', 'The number with its sign turned; null beyond the type.', {
    '(INT64) -> INT64': safe(negateInt64),
    '(NUMERIC) -> NUMERIC': safe(negateDecimal(numeric)),
    '(BIGNUMERIC) -> BIGNUMERIC': safe(negateDecimal(bignumeric)),
    '(FLOAT64) -> FLOAT64': { js: fn((x: number) => -x), givesNull: false, duckdb: sql('(- $1)'), pushdown: 'proven' },
  }),
];

/** Without a fault on the way to null, as divisors are often zero. */
function safeDivide(a: number, b: number): number | null {
  if (b === 0) return null;
  const quotient = a / b;
  return Number.isFinite(quotient) || !Number.isFinite(a) || !Number.isFinite(b) ? quotient : null;
}
