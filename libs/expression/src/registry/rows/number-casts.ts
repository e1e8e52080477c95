import { RowFault } from '../../row-fault.ts';
import { float64Text } from '../../runtime/float64-text.ts';
import { numberFormat } from '../../runtime/number-format.ts';
import {
  type WritableNumber,
  writableDecimal,
  writableFloat64,
  writableInt64,
  writeNumber,
} from '../../runtime/number-format-writing.ts';
import {
  decimalFromFloat64,
  decimalFromText,
  float64FromText,
  int64FromDecimal,
  int64FromFloat64,
  int64FromText,
} from '../../runtime/number-text.ts';
import {
  bignumeric,
  type DecimalFormat,
  decimalText,
  decimalToFloat64,
  divideRounded,
  inRange,
  numeric,
} from '../../runtime/numeric.ts';
import { remembered } from '../../runtime/remembered.ts';
import type { ScalarKind } from '../../types/sql-type.ts';
import type { Int64 } from '../../value.ts';
import { type CastFunction, type CastRow, type CastSite, cast } from '../cast.ts';

/** `plain` without a FORMAT; with one, what it writes, read once for all the rows that have the same. */
const orFormatted =
  <Value extends Int64>(plain: CastRow['js'], writable: (value: Value) => WritableNumber) =>
  (site: CastSite): CastFunction => {
    if (!site.hasFormat) return plain(site);
    const formatOf = remembered(numberFormat);
    return (value: Value, format = '') => writeNumber(formatOf(format), writable(value));
  };

const takesNumberFormat = { takesFormat: true, hints: ['', 'number-format'] } as const;
const byFormat = 'or as the FORMAT says, such as `S999,999.00`';

/** All of BOOL, INT64, FLOAT64, NUMERIC, BIGNUMERIC and STRING into each other. */
export const numberCasts: readonly CastRow[] = [
  cast('BOOL', 'INT64', '1 for TRUE, 0 for FALSE.', {
    js: () => (value: boolean) => (value ? 1 : 0),
    duckdb: (x) => `CAST(${x} AS BIGINT)`,
    pushdown: 'proven',
  }),
  cast('INT64', 'BOOL', 'FALSE for 0, else TRUE.', {
    js: () => (value: Int64) => value !== 0,
    duckdb: (x) => `(${x} <> 0)`,
    pushdown: 'proven',
  }),
  cast('BOOL', 'STRING', "'true' or 'false'.", {
    js: () => (value: boolean) => `${value}`,
    duckdb: (x) => `CAST(${x} AS VARCHAR)`,
    pushdown: 'proven',
  }),
  cast('STRING', 'BOOL', "TRUE for 'true', FALSE for 'false', whatever their case; a fault for all else.", {
    js: () => boolFromText,
    duckdb: (x) => `gs_bool_of_text(${x})`,
    pushdown: 'proven',
    hints: ['bool-text'],
  }),
  cast('INT64', 'FLOAT64', 'The nearest number.', {
    js: () => (value: Int64) => Number(value),
    duckdb: (x) => `CAST(${x} AS DOUBLE)`,
    pushdown: 'proven',
  }),
  cast('FLOAT64', 'INT64', 'The nearest whole number, half away from zero; a fault for NaN and beyond the type.', {
    js: () => (value: number) => int64FromFloat64(value) ?? beyond(float64Text(value), 'INT64'),
    duckdb: (x) => `gs_int64_of_double(${x})`,
    pushdown: 'proven',
  }),
  cast('INT64', 'STRING', `The digits; ${byFormat}.`, {
    js: orFormatted(() => (value: Int64) => `${value}`, writableInt64),
    duckdb: (x) => `CAST(${x} AS VARCHAR)`,
    pushdown: 'proven',
    ...takesNumberFormat,
  }),
  cast('STRING', 'INT64', 'Decimal digits, or hexadecimal ones after 0x, with a sign and white space around.', {
    js: () => int64FromText,
    duckdb: (x) => `gs_int64_of_text(${x})`,
    pushdown: 'proven',
    hints: ['int-text'],
  }),
  cast(
    'FLOAT64',
    'STRING',
    `15 significant digits, or 17 where 15 do not read as the same number again; ${byFormat}.`,
    {
      js: orFormatted(() => float64Text, writableFloat64),
      duckdb: (x) => `gs_text_of_double(${x})`,
      pushdown: 'proven',
      ...takesNumberFormat,
    },
  ),
  cast('STRING', 'FLOAT64', "A decimal or hexadecimal number, 'inf' or 'nan'; infinite where it is beyond the range.", {
    js: () => float64FromText,
    hints: ['number-text'],
  }),
  ...decimalCasts('NUMERIC', numeric),
  ...decimalCasts('BIGNUMERIC', bignumeric),
  cast('NUMERIC', 'BIGNUMERIC', 'The same number.', {
    js: () => (value: bigint) => value * 10n ** (bignumeric.scale - numeric.scale),
  }),
  cast('BIGNUMERIC', 'NUMERIC', 'The number to 9 places after the point, half away from zero.', {
    js: () => (value: bigint) =>
      inRange(divideRounded(value, 10n ** (bignumeric.scale - numeric.scale)), numeric, () =>
        decimalText(value, bignumeric),
      ),
  }),
];

function boolFromText(text: string): boolean {
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  throw new RowFault(`${JSON.stringify(text.slice(0, 60))} is no BOOL`);
}

function beyond(text: string, type: ScalarKind): never {
  throw new RowFault(`${text} is beyond ${type}`);
}

/** What NUMERIC and BIGNUMERIC have alike. Only the first of them has a type in DuckDB. */
function decimalCasts(kind: 'NUMERIC' | 'BIGNUMERIC', format: DecimalFormat): readonly CastRow[] {
  const inDuckDb = (text: (x: string) => string) => (kind === 'NUMERIC' ? text : null);
  const pushdown = kind === 'NUMERIC' ? 'proven' : 'closure';
  return [
    cast('INT64', kind, 'The same number.', {
      js: () => (value: Int64) => BigInt(value) * format.one,
      duckdb: inDuckDb((x) => `CAST(${x} AS DECIMAL(38, 9))`),
      pushdown,
    }),
    cast(kind, 'INT64', 'The nearest whole number, half away from zero; a fault beyond the type.', {
      js: () => (value: bigint) => int64FromDecimal(value, format) ?? beyond(decimalText(value, format), 'INT64'),
      duckdb: inDuckDb((x) => `CAST(${x} AS BIGINT)`),
      pushdown,
    }),
    cast('FLOAT64', kind, 'The exact number, rounded once, half away from zero; a fault beyond the type.', {
      js: () => (value: number) => decimalOfFloat64(value, format),
    }),
    cast(kind, 'FLOAT64', 'The nearest number.', {
      js: () => (value: bigint) => decimalToFloat64(value, format),
      duckdb: inDuckDb((x) => `CAST(CAST(${x} AS VARCHAR) AS DOUBLE)`),
      pushdown,
    }),
    cast('STRING', kind, 'Decimal digits, perhaps with an exponent; more places are rounded half away from zero.', {
      js: () => (text: string) => decimalFromText(text, format),
      hints: ['number-text'],
    }),
    cast(kind, 'STRING', `The digits, without zeros at the end; ${byFormat}.`, {
      js: orFormatted(() => (value: bigint) => decimalText(value, format), writableDecimal(format)),
      duckdb: inDuckDb((x) => `rtrim(rtrim(CAST(${x} AS VARCHAR), '0'), '.')`),
      pushdown,
      ...takesNumberFormat,
    }),
  ];
}

function decimalOfFloat64(value: number, format: DecimalFormat): bigint {
  const decimal = Number.isFinite(value) ? decimalFromFloat64(value, format) : null;
  return decimal ?? beyond(float64Text(value), format.name);
}
