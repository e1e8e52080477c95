import {
  DuckDBArrayValue,
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { DataType, Value } from '@isochron/schema';

/** A value of the engine, of a column in its stored form, as the platform holds it. */
export function toValue(type: DataType, value: DuckDBValue | undefined): Value {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    case 'boolean':
    case 'number':
    case 'string':
      return value;
    default:
      return toCompound(type, value);
  }
}

function toCompound(type: DataType, value: object): Value {
  if (value instanceof DuckDBDecimalValue) return { unscaled: value.value, scale: value.scale };
  if (value instanceof DuckDBBlobValue) return new Uint8Array(value.bytes);
  if (value instanceof DuckDBDateValue) return value.days;
  if (value instanceof DuckDBTimestampValue) return floorMs(value.micros);
  if (type.kind === 'list' && (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue)) {
    return value.items.map((item) => toValue(type.element, item));
  }
  if (type.kind === 'map' && value instanceof DuckDBMapValue) {
    return new Map(value.entries.map((entry) => [toValue(type.key, entry.key), toValue(type.value, entry.value)]));
  }
  if (type.kind === 'struct' && value instanceof DuckDBStructValue) {
    return Object.fromEntries(type.fields.map((field) => [field.name, toValue(field.type, value.entries[field.name])]));
  }
  throw new TypeError(`The engine gave ${value.constructor.name} for a column of type ${type.kind}.`);
}

function floorMs(micros: bigint): number {
  return Math.floor(Number(micros) / 1000);
}
