import type { DataType, Decimal, DecimalType, Value } from '@isochron/schema';
import { sqlTypeOf } from '../types/sql-type.ts';
import type { Int64, SqlValue } from '../value.ts';

/** Changes a value that is not null. */
export type ValueReader = (value: never) => unknown;

const NUMERIC_SCALE = 9;
const BIGNUMERIC_SCALE = 38;

/** From a column's value to what expressions compute with; null where the two are the same. */
export function readerOf(type: DataType): ((value: never) => SqlValue) | null {
  switch (type.kind) {
    case 'timestamp':
      return (ms: Int64): SqlValue => microsOf(ms);
    case 'decimal': {
      const scale = scaleOf(type);
      return (value: Decimal): SqlValue => value.unscaled * 10n ** BigInt(scale - value.scale);
    }
    default:
      return nested(type, readerOf) as ((value: never) => SqlValue) | null;
  }
}

/** From what expressions compute with to a column's value; null where the two are the same. Instants are cut to the millisecond below. */
export function writerOf(type: DataType): ((value: never) => Value) | null {
  switch (type.kind) {
    case 'timestamp':
      return (micros: Int64): Value => millisOf(micros);
    case 'decimal':
      return (value: bigint): Value => rescaled(value, scaleOf(type), type.scale);
    default:
      return nested(type, writerOf) as ((value: never) => Value) | null;
  }
}

/** A reader of what holds values that need one; each leaves its argument as it is. */
function nested(type: DataType, of: (type: DataType) => ValueReader | null): ValueReader | null {
  switch (type.kind) {
    case 'list': {
      const element = of(type.element);
      return element === null ? null : (list: readonly unknown[]) => list.map((each) => through(element, each));
    }
    case 'map': {
      const [key, value] = [of(type.key), of(type.value)];
      if (key === null && value === null) return null;
      return (map: ReadonlyMap<unknown, unknown>) =>
        new Map([...map].map(([k, v]) => [key === null ? k : through(key, k), value === null ? v : through(value, v)]));
    }
    case 'struct': {
      const readers = type.fields.map(({ name, type: field }) => ({ name, reader: of(field) }));
      if (readers.every(({ reader }) => reader === null)) return null;
      return (struct: Readonly<Record<string, unknown>>) =>
        Object.fromEntries(
          readers.map(({ name, reader }) => [name, reader === null ? struct[name] : through(reader, struct[name])]),
        );
    }
    default:
      return null;
  }
}

const through = (reader: ValueReader, value: unknown): unknown =>
  value === null || value === undefined ? null : reader(value as never);

function microsOf(ms: Int64): Int64 {
  const near = Number(ms) * 1000;
  return Number.isSafeInteger(near) ? near : BigInt(ms) * 1000n;
}

function millisOf(micros: Int64): Int64 {
  if (typeof micros === 'number') return Math.floor(micros / 1000);
  const cut = micros / 1000n - (micros % 1000n < 0n ? 1n : 0n);
  const near = Number(cut);
  return Number.isSafeInteger(near) ? near : cut;
}

/** How many digits after the point the type that holds such a column's values has. */
const scaleOf = (type: DecimalType): number => (sqlTypeOf(type).kind === 'NUMERIC' ? NUMERIC_SCALE : BIGNUMERIC_SCALE);

/** A narrower column drops no digits that are there, because its type came from the expression. */
function rescaled(value: bigint, held: number, scale: number): Decimal {
  return { unscaled: value / 10n ** BigInt(held - scale), scale };
}
