import { fieldKey, type Int64, type SqlType, type SqlValue } from '@isochron/expression';
import type { Decimal, Value } from '@isochron/schema';
import { int64 } from '../random/value.ts';

/** A value as a column of its type holds it; undefined for one that no column holds exactly: a timestamp between milliseconds. */
export function stored(type: SqlType, value: SqlValue): Value | undefined {
  if (value === null) return null;
  switch (type.kind) {
    case 'TIMESTAMP': {
      const micros = BigInt(value as Int64);
      return micros % 1000n === 0n ? int64(micros / 1000n) : undefined;
    }
    case 'NUMERIC':
      return { unscaled: value as bigint, scale: 9 };
    case 'ARRAY':
      return allOf((value as readonly SqlValue[]).map((item) => stored(type.element, item)));
    case 'STRUCT': {
      const struct = value as Readonly<Record<string, SqlValue>>;
      const keys = type.fields.map(fieldKey);
      const fields = allOf(type.fields.map((field, at) => stored(field.type, struct[keys[at] ?? ''] ?? null)));
      return fields && Object.fromEntries(keys.map((key, at) => [key, fields[at] ?? null]));
    }
    case 'MAP': {
      const map = [...(value as ReadonlyMap<SqlValue, SqlValue>)];
      const keys = allOf(map.map(([key]) => stored(type.key, key)));
      const values = allOf(map.map(([, of]) => stored(type.value, of)));
      return keys && values && new Map(keys.map((key, at) => [key, values[at] ?? null]));
    }
    default:
      // What is left is the same in a column; what no column holds at all has no data type, and does not come here.
      return value as Value;
  }
}

const allOf = (values: readonly (Value | undefined)[]): readonly Value[] | undefined =>
  values.every((value) => value !== undefined) ? values : undefined;

/** The value that a column holds, as expressions hold it. */
export function loaded(type: SqlType, value: Value): SqlValue {
  if (value === null) return null;
  switch (type.kind) {
    case 'TIMESTAMP':
      return int64(BigInt(value as Int64) * 1000n);
    case 'NUMERIC': {
      const { unscaled, scale } = value as Decimal;
      return unscaled * 10n ** BigInt(9 - scale);
    }
    case 'ARRAY':
      return (value as readonly Value[]).map((item) => loaded(type.element, item));
    case 'STRUCT': {
      const struct = value as Readonly<Record<string, Value>>;
      const keys = type.fields.map(fieldKey);
      return Object.fromEntries(
        type.fields.map((field, at) => [keys[at], loaded(field.type, struct[keys[at] ?? ''] ?? null)]),
      );
    }
    case 'MAP':
      return new Map(
        [...(value as ReadonlyMap<Value, Value>)].map(([key, of]) => [loaded(type.key, key), loaded(type.value, of)]),
      );
    default:
      return value as SqlValue;
  }
}

/** What is left of a value once it was in a column: timestamps down to the millisecond. */
export function asStored(type: SqlType, value: SqlValue): SqlValue {
  if (value === null) return null;
  switch (type.kind) {
    case 'TIMESTAMP': {
      const micros = BigInt(value as Int64);
      return int64(micros - (((micros % 1000n) + 1000n) % 1000n));
    }
    case 'ARRAY':
      return (value as readonly SqlValue[]).map((item) => asStored(type.element, item));
    case 'STRUCT': {
      const struct = value as Readonly<Record<string, SqlValue>>;
      const keys = type.fields.map(fieldKey);
      return Object.fromEntries(
        type.fields.map((field, at) => [keys[at], asStored(field.type, struct[keys[at] ?? ''] ?? null)]),
      );
    }
    case 'MAP':
      return new Map(
        [...(value as ReadonlyMap<SqlValue, SqlValue>)].map(([key, of]) => [
          asStored(type.key, key),
          asStored(type.value, of),
        ]),
      );
    default:
      return value;
  }
}
