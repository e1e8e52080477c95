import {
  absolute,
  longOfDouble,
  positiveModulo,
  positiveModuloDoubles,
  rounded,
  roundedLong,
  roundedLongToEven,
  roundedToEven,
  wrapped,
} from '../../runtime/spark/number.ts';
import type { Int64 } from '../../value.ts';
import { type FunctionRow, fn, type Implementation, row } from '../row.ts';

const whole = (of: (value: number) => number): Readonly<Record<string, Implementation>> => ({
  '(INT64) -> INT64': { js: fn((value: Int64) => value), givesNull: false },
  '(FLOAT64) -> INT64': { js: fn((value: number) => longOfDouble(of(value))), givesNull: false },
});

const real = (
  name: string,
  doc: string,
  of: (value: number) => number | null,
  write: FunctionRow['write'] = 'none',
): FunctionRow => row(name, 'mathematics', doc, { '(FLOAT64) -> FLOAT64': { js: fn(of), ulps: 1 } }, write);

/** Null where a logarithm has no value. */
const logarithm =
  (of: (value: number) => number, least = 0) =>
  (value: number) =>
    value <= least ? null : of(value);

const rounding = (
  longs: (value: Int64, digits?: Int64) => Int64,
  doubles: (value: number, digits?: Int64) => number,
): Readonly<Record<string, Implementation>> => ({
  '(INT64, optional INT64) -> INT64': { js: fn(longs), givesNull: false },
  '(FLOAT64, optional INT64) -> FLOAT64': { js: fn(doubles), givesNull: false },
});

const shift = (name: string, doc: string, of: (value: bigint, by: bigint) => bigint): FunctionRow =>
  row(
    name,
    'bits',
    doc,
    {
      '(INT64, INT64) -> INT64': {
        js: fn((value: Int64, by: Int64) => wrapped(of(BigInt(value), BigInt(by) & 63n))),
        givesNull: false,
      },
    },
    'none',
  );

export const sparkMathematicsRows: readonly FunctionRow[] = [
  row('ABS', 'mathematics', 'The number without its sign.', {
    '(INT64) -> INT64': { js: fn(absolute), givesNull: false, write: 'none' },
    '(FLOAT64) -> FLOAT64': { js: fn(Math.abs), givesNull: false },
  }),
  row(
    'ROUND',
    'mathematics',
    'Rounded half away from zero to so many digits after the point, as the number is written.',
    rounding(roundedLong, rounded),
    'none',
  ),
  row(
    'BROUND',
    'mathematics',
    'Rounded half to even to so many digits after the point, as the number is written.',
    rounding(roundedLongToEven, roundedToEven),
    'none',
  ),
  row('FLOOR', 'mathematics', 'The greatest whole number that is not greater.', whole(Math.floor), 'none'),
  ...['CEIL', 'CEILING'].map((name) =>
    row(name, 'mathematics', 'The least whole number that is not less.', whole(Math.ceil), 'none'),
  ),
  row(
    'PMOD',
    'mathematics',
    'The remainder, not negative where the divisor is not; null by zero.',
    {
      '(INT64, INT64) -> INT64': { js: fn(positiveModulo) },
      '(FLOAT64, FLOAT64) -> FLOAT64': { js: fn(positiveModuloDoubles) },
    },
    'none',
  ),
  ...['SIGN', 'SIGNUM'].map((name) => real(name, '-1, 0 or 1, as a double.', Math.sign, ([x]) => `SIGN(${x})`)),
  real('SQRT', 'The square root; NaN below zero.', Math.sqrt),
  real('CBRT', 'The cube root.', Math.cbrt),
  real('EXP', 'e to this power.', Math.exp),
  real('EXPM1', 'e to this power, less 1.', Math.expm1),
  real('LN', 'The natural logarithm; null unless above zero.', logarithm(Math.log)),
  real('LOG10', 'The logarithm to base 10; null unless above zero.', logarithm(Math.log10)),
  real('LOG2', 'The logarithm to base 2; null unless above zero.', logarithm(Math.log2)),
  real('LOG1P', 'The natural logarithm of 1 more; null unless above -1.', logarithm(Math.log1p, -1)),
  row(
    'LOG',
    'mathematics',
    'The natural logarithm, or that to the base of the first argument; null unless above zero.',
    {
      '(FLOAT64) -> FLOAT64': { js: fn(logarithm(Math.log)), ulps: 1 },
      '(FLOAT64, FLOAT64) -> FLOAT64': {
        js: fn((base: number, value: number) => (base <= 0 || value <= 0 ? null : Math.log(value) / Math.log(base))),
        ulps: 2,
      },
    },
    'none',
  ),
  ...['POW', 'POWER'].map((name) =>
    row(
      name,
      'mathematics',
      'The first to the power of the second.',
      { '(FLOAT64, FLOAT64) -> FLOAT64': { js: fn((a: number, b: number) => a ** b), givesNull: false, ulps: 1 } },
      'none',
    ),
  ),
  ...(['SIN', 'COS', 'TAN', 'ASIN', 'ACOS', 'ATAN', 'SINH', 'COSH', 'TANH', 'ASINH', 'ACOSH', 'ATANH'] as const).map(
    (name) => {
      const of = Math[name.toLowerCase() as Lowercase<typeof name>];
      return real(name, 'The function of trigonometry, in radians; NaN outside of its domain.', (value) => of(value));
    },
  ),
  row(
    'ATAN2',
    'mathematics',
    'The angle of a point (y, x), in radians.',
    {
      '(FLOAT64, FLOAT64) -> FLOAT64': {
        js: fn((y: number, x: number) => Math.atan2(y + 0, x + 0)),
        givesNull: false,
        ulps: 1,
      },
    },
    'none',
  ),
  row(
    'HYPOT',
    'mathematics',
    'The length of a vector of two.',
    {
      '(FLOAT64, FLOAT64) -> FLOAT64': {
        js: fn((a: number, b: number) => Math.hypot(a, b)),
        givesNull: false,
        ulps: 1,
      },
    },
    'none',
  ),
  real('DEGREES', 'Radians in degrees.', (value) => (value * 180) / Math.PI),
  real('RADIANS', 'Degrees in radians.', (value) => (value / 180) * Math.PI),
  row('PI', 'mathematics', 'Pi.', { '() -> FLOAT64': { js: fn(() => Math.PI), givesNull: false } }, () => 'ACOS(-1)'),
  row('E', 'mathematics', 'e.', { '() -> FLOAT64': { js: fn(() => Math.E), givesNull: false } }, () => 'EXP(1)'),
  shift('SHIFTLEFT', 'The bits moved to the left.', (value, by) => value << by),
  shift('SHIFTRIGHT', 'The bits moved to the right, the sign kept.', (value, by) => value >> by),
  shift(
    'SHIFTRIGHTUNSIGNED',
    'The bits moved to the right, with zeros before them.',
    (value, by) => BigInt.asUintN(64, value) >> by,
  ),
  row('BIT_COUNT', 'bits', 'The number of bits that are 1.', {
    '(INT64) -> INT64': {
      js: fn((value: Int64) => BigInt.asUintN(64, BigInt(value)).toString(2).replaceAll('0', '').length),
      givesNull: false,
    },
  }),
];
