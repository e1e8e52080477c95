import { base64Of } from './base64.ts';
import type { DataType, Decimal, StructType, Value } from './data-type.ts';
import { decimalText } from './decimal.ts';
import { compareOf } from './order.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A value as JSON, for people and for answers over HTTP. One way only: read it back with the type at hand.
 *
 * | type                     | JSON |
 * |--------------------------|------|
 * | byte, short, int, long   | a number; a long beyond 2^53 - 1 either way is a string of digits |
 * | float, double            | a number (-0 prints as 0); `"NaN"`, `"Infinity"`, `"-Infinity"` |
 * | binary                   | a string, base64 with padding |
 * | date                     | `"2024-01-31"` |
 * | timestamp                | `"2024-01-31T00:00:00.000Z"`; outside of years -271821 to 275760 the milliseconds as a long |
 * | decimal                  | a string with all its digits: `"12.30"` |
 * | map                      | an object if its keys are strings, else a list of `[key, value]`; entries in canonical order of keys |
 * | struct                   | an object with every field, missing ones null |
 */
export function valueToJson(type: DataType, value: Value): Json {
  return jsonOf(type)(value);
}

/** The same for many values of one type: compiled once. */
export function jsonOf(type: DataType): (value: Value) => Json {
  const json = presentJson(type);
  return (value) => (value === null || value === undefined ? null : json(value));
}

/** A value in one line for people: texts, dates and numbers bare, lists, maps and structs as compact JSON, null as `null`. */
export function valueText(type: DataType, value: Value): string {
  const json = valueToJson(type, value);
  if (Object.is(value, -0)) return '-0';
  return typeof json === 'string' ? json : JSON.stringify(json);
}

/** The `as` hold because the closure is chosen by the type of the value. */
function presentJson(type: DataType): (value: Value) => Json {
  switch (type.kind) {
    case 'boolean':
    case 'string':
      return (value) => value as boolean | string;
    case 'binary':
      return (value) => base64Of(value as Uint8Array);
    case 'date':
      return (value) => instantText(Number(value) * 86_400_000)?.slice(0, -14) ?? (value as number);
    case 'timestamp':
      return (value) => instantText(Number(value)) ?? numberJson(value as number | bigint);
    case 'decimal':
      return (value) => decimalText(value as Decimal);
    case 'list': {
      const element = jsonOf(type.element);
      return (value) => (value as readonly Value[]).map(element);
    }
    case 'map':
      return mapJson(type.key, type.value);
    case 'struct':
      return structJson(type);
    default:
      return (value) => numberJson(value as number | bigint);
  }
}

function mapJson(keyType: DataType, valueType: DataType): (value: Value) => Json {
  const compare = compareOf(keyType);
  const key = jsonOf(keyType);
  const item = jsonOf(valueType);
  return (value) => {
    const sorted = [...(value as ReadonlyMap<Value, Value>)].sort((a, b) => compare(a[0], b[0]));
    if (keyType.kind !== 'string') return sorted.map((entry) => [key(entry[0]), item(entry[1])]);
    return Object.fromEntries(sorted.map((entry) => [String(entry[0]), item(entry[1])]));
  };
}

function structJson(type: StructType): (value: Value) => Json {
  const fields = type.fields.map((field) => ({ name: field.name, json: jsonOf(field.type) }));
  return (value) => {
    const struct = value as { readonly [field: string]: Value };
    return Object.fromEntries(fields.map(({ name, json }) => [name, json(struct[name] ?? null)]));
  };
}

function numberJson(value: number | bigint): Json {
  if (typeof value === 'bigint') return value.toString();
  return Number.isFinite(value) ? value : String(value);
}

/** Undefined where `Date` ends. */
function instantText(millis: number): string | undefined {
  const date = new Date(millis);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
