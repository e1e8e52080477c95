import {
  ceilDecimal,
  floorDecimal,
  halfAway,
  halfEven,
  type Rounding,
  toDecimalPlaces,
  towardZero,
} from '../../runtime/decimal-rounding.ts';
import { bignumeric, type DecimalFormat, numeric } from '../../runtime/numeric.ts';
import { roundFloat64, roundFloat64To, truncFloat64To } from '../../runtime/round-float64.ts';
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

const formats: readonly DecimalFormat[] = [numeric, bignumeric];

const decimals = (
  params: string,
  of: (format: DecimalFormat) => Partial<Implementation> & Pick<Implementation, 'js'>,
): Readonly<Record<string, Implementation>> =>
  Object.fromEntries(
    formats.map((format) => [`(${format.name}${params}) -> ${format.name}`, { givesNull: false, ...of(format) }]),
  );

const toWhole = (rounding: Rounding, name: string) => (format: DecimalFormat) => {
  const places = toDecimalPlaces(format, rounding, name);
  return { js: fn((value: bigint) => places(value, 0)) };
};

const toPlaces = (rounding: Rounding, name: string) => (format: DecimalFormat) => ({
  js: fn(toDecimalPlaces(format, rounding, name)),
  hints: ['', 'digits'],
});

const modes: ReadonlyMap<unknown, Rounding> = new Map([
  ['ROUND_HALF_AWAY_FROM_ZERO', halfAway],
  ['ROUND_HALF_EVEN', halfEven],
]);

const inMode = (format: DecimalFormat): Pick<Implementation, 'js' | 'hints' | 'check' | 'differs'> => ({
  js: made(({ args }: CallSite): RowFunction => {
    const rounding = modes.get(args[2]?.constant) ?? halfAway;
    const places = toDecimalPlaces(format, rounding, 'ROUND');
    return (value: bigint, to: Int64) => places(value, to);
  }),
  hints: ['', 'digits', '=ROUND_HALF_EVEN|ROUND_HALF_AWAY_FROM_ZERO'],
  check: checkMode,
  differs: { reason: 'A rounding mode is always named; NULL is none.', covers: ([, , mode]) => mode === null },
});

const checkMode = ({ args }: CallSite): CallFault | null => {
  const mode = args[2]?.constant;
  if (modes.has(mode)) return null;
  return { argument: 2, message: `the mode is one of ${[...modes.keys()].join(', ')}, written as text.` };
};

const inDuckDb = (name: string): Partial<Implementation> => ({
  givesNull: false,
  duckdb: sql(`${name}($1)`),
  pushdown: 'proven',
});

const ceil: Readonly<Record<string, Implementation>> = {
  '(FLOAT64) -> FLOAT64': { js: fn(Math.ceil), ...inDuckDb('ceil') },
  ...decimals('', (format) => ({ js: fn(ceilDecimal(format)) })),
};

export const roundingRows: readonly FunctionRow[] = [
  row(
    'ROUND',
    'mathematics',
    'Rounded half away from zero, to a whole number or to so many places; places below 0 are before the point. Decimals can be rounded half to even.',
    {
      '(FLOAT64) -> FLOAT64': { js: fn(roundFloat64), ...inDuckDb('round') },
      ...decimals('', toWhole(halfAway, 'ROUND')),
      '(FLOAT64, INT64) -> FLOAT64': { js: fn(roundFloat64To), givesNull: false, hints: ['', 'digits'] },
      ...decimals(', INT64', toPlaces(halfAway, 'ROUND')),
      ...decimals(', INT64, STRING', inMode),
    },
  ),
  row('TRUNC', 'mathematics', 'Cut toward zero, to a whole number or to so many places.', {
    '(FLOAT64) -> FLOAT64': { js: fn(Math.trunc), ...inDuckDb('trunc') },
    ...decimals('', toWhole(towardZero, 'TRUNC')),
    '(FLOAT64, INT64) -> FLOAT64': { js: fn(truncFloat64To), givesNull: false, hints: ['', 'digits'] },
    ...decimals(', INT64', toPlaces(towardZero, 'TRUNC')),
  }),
  row('CEIL', 'mathematics', 'The whole number at or above.', ceil),
  row('CEILING', 'mathematics', 'CEIL.', ceil),
  row('FLOOR', 'mathematics', 'The whole number at or below.', {
    '(FLOAT64) -> FLOAT64': { js: fn(Math.floor), ...inDuckDb('floor') },
    ...decimals('', (format) => ({ js: fn(floorDecimal(format)) })),
  }),
];
