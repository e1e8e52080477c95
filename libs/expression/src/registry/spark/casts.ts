import { RowFault } from '../../row-fault.ts';
import { decimalFromText } from '../../runtime/number-text.ts';
import { bignumeric, decimalText, numeric } from '../../runtime/numeric.ts';
import { longOfDouble, narrowed, narrowOfDouble, wrapped } from '../../runtime/spark/number.ts';
import { timestampWithin } from '../../runtime/spark/range.ts';
import {
  booleanOfText,
  dateOfText,
  doubleOfText,
  longOfText,
  narrowOfText,
  textOfDate,
  textOfDouble,
  textOfTimestamp,
  timestampOfText,
} from '../../runtime/spark/text-values.ts';
import { textWithReplacements, utf8Of } from '../../runtime/utf-8.ts';
import type { ScalarKind, SqlType } from '../../types/sql-type.ts';
import type { Int64, SqlValue } from '../../value.ts';
import type { Cast } from '../cast.ts';
import { elementCast } from '../element-casts.ts';
import { type FunctionRow, fn, type Implementation, row } from '../row.ts';

const SECOND = 1_000_000n;
const DAY = 86_400n * SECOND;

const secondsOfTimestamp = (micros: Int64): Int64 => {
  const value = BigInt(micros);
  return wrapped(value / SECOND - (value % SECOND < 0n ? 1n : 0n));
};
const daysOfTimestamp = (micros: Int64): number => {
  const value = BigInt(micros);
  return Number(value / DAY - (value % DAY < 0n ? 1n : 0n));
};

/** A change of values that are not null; null where a value does not fit. GoogleSQL text where it means the same. */
interface Change {
  // biome-ignore lint/suspicious/noExplicitAny: the key in the table says which type the value has
  readonly js: (value: any) => SqlValue;
  readonly write?: (operand: string) => string;
}

const plainCast =
  (type: string) =>
  (operand: string): string =>
    `CAST(${operand} AS ${type})`;

const orNull = (read: () => bigint): bigint | null => {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof RowFault) return null;
    throw thrown;
  }
};

/** By FROM->TO. Whole numbers are of 64 bits; what is narrower is cut by {@link narrowCasts}. */
const changes: Readonly<Partial<Record<`${ScalarKind}->${ScalarKind}`, Change>>> = {
  'STRING->INT64': { js: longOfText },
  'FLOAT64->INT64': { js: longOfDouble },
  'NUMERIC->INT64': { js: (value: bigint) => wrapped(value / numeric.one) },
  'BIGNUMERIC->INT64': { js: (value: bigint) => wrapped(value / bignumeric.one) },
  'BOOL->INT64': { js: (value: boolean) => (value ? 1 : 0), write: plainCast('INT64') },
  'TIMESTAMP->INT64': { js: secondsOfTimestamp, write: (x) => `UNIX_SECONDS(${x})` },
  'STRING->FLOAT64': { js: doubleOfText },
  'INT64->FLOAT64': { js: Number, write: plainCast('FLOAT64') },
  'NUMERIC->FLOAT64': { js: (value: bigint) => Number(decimalText(value, numeric)), write: plainCast('FLOAT64') },
  'BIGNUMERIC->FLOAT64': { js: (value: bigint) => Number(decimalText(value, bignumeric)), write: plainCast('FLOAT64') },
  'BOOL->FLOAT64': { js: (value: boolean) => (value ? 1 : 0) },
  'TIMESTAMP->FLOAT64': { js: (micros: Int64) => Number(micros) / 1e6 },
  'INT64->NUMERIC': { js: (value: Int64) => BigInt(value) * numeric.one, write: plainCast('NUMERIC') },
  'FLOAT64->NUMERIC': {
    js: (value: number) => (Number.isFinite(value) ? orNull(() => decimalFromText(String(value), numeric)) : null),
  },
  'STRING->NUMERIC': { js: (text: string) => orNull(() => decimalFromText(text, numeric)) },
  'BIGNUMERIC->NUMERIC': {
    js: (value: bigint) => orNull(() => decimalFromText(decimalText(value, bignumeric), numeric)),
  },
  'BOOL->NUMERIC': { js: (value: boolean) => (value ? numeric.one : 0n) },
  'STRING->BOOL': { js: booleanOfText },
  'INT64->BOOL': { js: (value: Int64) => value !== 0, write: plainCast('BOOL') },
  'FLOAT64->BOOL': { js: (value: number) => value !== 0, write: (x) => `(${x} != 0)` },
  'NUMERIC->BOOL': { js: (value: bigint) => value !== 0n, write: (x) => `(${x} != 0)` },
  'BOOL->STRING': { js: String, write: plainCast('STRING') },
  'INT64->STRING': { js: String, write: plainCast('STRING') },
  'FLOAT64->STRING': { js: textOfDouble },
  'NUMERIC->STRING': { js: (value: bigint) => decimalText(value, numeric) },
  'BIGNUMERIC->STRING': { js: (value: bigint) => decimalText(value, bignumeric) },
  'DATE->STRING': { js: textOfDate, write: plainCast('STRING') },
  'TIMESTAMP->STRING': { js: textOfTimestamp },
  'BYTES->STRING': { js: textWithReplacements, write: (x) => `SAFE_CONVERT_BYTES_TO_STRING(${x})` },
  'STRING->BYTES': { js: utf8Of, write: plainCast('BYTES') },
  'STRING->DATE': { js: dateOfText },
  'TIMESTAMP->DATE': { js: daysOfTimestamp, write: (x) => `DATE(${x})` },
  'STRING->TIMESTAMP': { js: timestampOfText },
  'DATE->TIMESTAMP': { js: (days: number) => wrapped(BigInt(days) * DAY), write: (x) => `TIMESTAMP(${x})` },
  'INT64->TIMESTAMP': { js: (seconds: Int64) => timestampWithin(BigInt(seconds) * SECOND) },
  'FLOAT64->TIMESTAMP': {
    js: (seconds: number) => (Number.isFinite(seconds) ? timestampWithin(BigInt(longOfDouble(seconds * 1e6))) : null),
  },
};

/** What a value of one type is as another; undefined where Spark has no such cast, or this does not. */
export function sparkCast(from: SqlType, to: SqlType): Cast | undefined {
  const change = changes[`${from.kind}->${to.kind}` as keyof typeof changes];
  if (change === undefined) return elementCast(from, to, sparkCast);
  return {
    from: from.kind,
    to: to.kind,
    doc: 'As Spark casts, with null for what does not fit.',
    js: () => change.js,
    duckdb: null,
    pushdown: 'closure',
    takesFormat: false,
    hints: [],
    givesNull: true,
    write: change.write ?? 'none',
  };
}

/** Every cast to one type, as the signatures of a function. */
function castsTo(to: ScalarKind): Readonly<Record<string, Implementation>> {
  const signatures: Record<string, Implementation> = {
    [`(${to}) -> ${to}`]: { js: fn((value: SqlValue) => value), givesNull: false, write: ([x]) => `${x}` },
  };
  for (const [key, change] of Object.entries(changes)) {
    const [from, target] = key.split('->');
    if (target !== to) continue;
    const { write } = change;
    signatures[`(${from}) -> ${to}`] = {
      js: fn(change.js),
      write: write === undefined ? 'none' : ([x]) => write(`${x}`),
    };
  }
  return signatures;
}

const castRow = (name: string, to: ScalarKind): FunctionRow =>
  row(name, 'cast', `The value as ${name}; null where it does not fit.`, castsTo(to), 'none');

const narrowCast = (name: string, bits: 8 | 16 | 32): FunctionRow =>
  row(
    name,
    'cast',
    `The value as a whole number of ${bits} bits: texts that do not fit are null, doubles end at the range, whole numbers are cut.`,
    {
      '(INT64) -> INT64': { js: fn((value: Int64) => narrowed(value, bits)), givesNull: false },
      '(STRING) -> INT64': { js: fn((text: string) => narrowOfText(text, bits)) },
      '(FLOAT64) -> INT64': { js: fn((value: number) => narrowOfDouble(value, bits)), givesNull: false },
      '(NUMERIC) -> INT64': {
        js: fn((value: bigint) => narrowed(wrapped(value / numeric.one), bits)),
        givesNull: false,
      },
      '(BOOL) -> INT64': { js: fn((value: boolean) => (value ? 1 : 0)), givesNull: false },
      '(TIMESTAMP) -> INT64': {
        js: fn((micros: Int64) => narrowed(secondsOfTimestamp(micros), bits)),
        givesNull: false,
      },
    },
    'none',
  );

/** CAST(x AS DECIMAL(precision, scale)): rounded half away from zero; null where it has more digits. */
function decimal(value: bigint | null, precision: Int64 = 10, scale: Int64 = 0): bigint | null {
  if (value === null) return null;
  const unit = 10n ** BigInt(9 - Number(scale));
  const magnitude = value < 0n ? -value : value;
  const rounded = ((magnitude + unit / 2n) / unit) * unit;
  if (rounded >= 10n ** BigInt(Number(precision) - Number(scale) + 9)) return null;
  return value < 0n ? -rounded : rounded;
}

const decimalSignature = (from: ScalarKind): readonly [string, Implementation] => [
  `(${from}, optional INT64, optional INT64) -> NUMERIC`,
  {
    js: fn((value: SqlValue, ...params: readonly Int64[]) =>
      decimal(
        from === 'NUMERIC'
          ? (value as bigint)
          : (changes[`${from}->NUMERIC` as keyof typeof changes]?.js(value) as bigint | null),
        ...params,
      ),
    ),
    check: ({ args }) => {
      if (args.slice(1).some(({ constant }) => typeof constant !== 'number'))
        return { argument: null, message: 'the digits of DECIMAL must be numbers that are the same for all rows.' };
      const [precision, scale] = [Number(args[1]?.constant ?? 10), Number(args[2]?.constant ?? 0)];
      return scale <= 9 && precision - scale <= 29 && precision >= scale && precision > 0
        ? null
        : {
            argument: null,
            message: `DECIMAL(${precision}, ${scale}) is not kept here: at most 9 digits after the point and 29 before.`,
          };
    },
  },
];

/** The functions named for types, which are also what `CAST(x AS T)` and `x::T` call. */
export const sparkCastRows: readonly FunctionRow[] = [
  castRow('BOOLEAN', 'BOOL'),
  narrowCast('TINYINT', 8),
  narrowCast('SMALLINT', 16),
  narrowCast('INT', 32),
  castRow('BIGINT', 'INT64'),
  castRow('DOUBLE', 'FLOAT64'),
  row(
    'FLOAT',
    'cast',
    'The value as a floating-point number of 32 bits, held in one of 64; null where it does not fit.',
    Object.fromEntries(
      Object.entries(castsTo('FLOAT64')).map(([text, { js }]) => [
        text,
        {
          js: {
            kind: 'function',
            make: (call) => {
              const change = js.kind === 'function' ? js.make(call) : (value: SqlValue) => value;
              return (value: SqlValue) => {
                const double = change(value);
                return typeof double === 'number' ? Math.fround(double) : double;
              };
            },
          },
        } satisfies Implementation,
      ]),
    ),
    'none',
  ),
  row(
    'DECIMAL',
    'cast',
    'The value as a decimal of so many digits, of which so many after the point (10 and 0 without): rounded half away from zero; null where it has more.',
    Object.fromEntries(
      ['NUMERIC', 'INT64', 'FLOAT64', 'STRING', 'BOOL'].map((kind) => decimalSignature(kind as ScalarKind)),
    ),
    'none',
  ),
  row(
    'STRING',
    'cast',
    'The value as text.',
    Object.fromEntries(
      Object.entries(castsTo('STRING')).map(([text, implementation]) => [
        text.replace(')', ', optional INT64)'),
        // The length of VARCHAR(10) is a number that says nothing; without a value it would.
        { ...implementation, writes: ({ args }) => args.length === 1 || typeof args[1]?.constant === 'number' },
      ]),
    ),
    'none',
  ),
  castRow('BINARY', 'BYTES'),
  castRow('DATE', 'DATE'),
  castRow('TIMESTAMP', 'TIMESTAMP'),
];
