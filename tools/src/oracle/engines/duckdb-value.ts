import {
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBIntervalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampValue,
  DuckDBTimeValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { SqlType, SqlValue } from '@isochron/expression';
import { int64 } from '../random/value.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A value of DuckDB's as expressions hold it. `type` is what it should be; a value that is of another class is given as its text. */
export function fromDuckDb(value: DuckDBValue, type: SqlType): SqlValue {
  if (value === null) return null;
  if (typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return int64(value);
  if (value instanceof DuckDBDecimalValue) return value.value;
  if (value instanceof DuckDBBlobValue)
    return type.kind === 'STRING' ? utf8.decode(value.bytes) : Uint8Array.from(value.bytes);
  if (value instanceof DuckDBDateValue) return value.days;
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimeValue) return int64(value.micros);
  if (value instanceof DuckDBIntervalValue) {
    return { months: value.months, days: value.days, micros: int64(value.micros) };
  }
  if (value instanceof DuckDBListValue && type.kind === 'ARRAY') {
    return value.items.map((item) => fromDuckDb(item, type.element));
  }
  if (value instanceof DuckDBStructValue && type.kind === 'STRUCT') {
    const types = type.fields.map((field) => field.type);
    return Object.fromEntries(
      Object.entries(value.entries).map(([name, of], at) => [name, fromDuckDb(of, types[at] ?? { kind: 'STRING' })]),
    );
  }
  if (value instanceof DuckDBMapValue && type.kind === 'MAP') {
    return new Map(value.entries.map(({ key, value: of }) => [fromDuckDb(key, type.key), fromDuckDb(of, type.value)]));
  }
  return String(value);
}
