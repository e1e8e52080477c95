import { bytesOfBase64 } from './base64.ts';
import type { DataType, Decimal, MapType, StructType, Value } from './data-type.ts';
import { typeText } from './data-type.ts';
import { decimalPrecision, parseDecimal, rescaleDecimal } from './decimal.ts';
import { IsochronError } from './isochron-error.ts';
import { keyOf } from './value-key.ts';

/**
 * Reads what `valueToJson` writes, and besides: a date as days and a timestamp as milliseconds since the epoch; a timestamp with any offset; a decimal as a
 * number; a float or double as a string of digits; of a map with keys that are not strings, `[[key, value], …]`. null and what is missing are null. Of a struct, fields that it does not have
 * are passed over. What does not fit is INVALID_ARGUMENT, with the value. Compile it once.
 */
export function valueReaderOf(type: DataType): (json: unknown) => Value {
  const read = presentReader(type);
  return (json) => (json === null || json === undefined ? null : read(json));
}

type Reader = (json: unknown) => Value;

function presentReader(type: DataType): Reader {
  switch (type.kind) {
    case 'boolean':
      return (json) => (typeof json === 'boolean' ? json : misfit(type, json));
    case 'byte':
      return integerReader(type, 2 ** 7);
    case 'short':
      return integerReader(type, 2 ** 15);
    case 'int':
      return integerReader(type, 2 ** 31);
    case 'long':
      return longReader(type);
    case 'float':
    case 'double':
      return doubleReader(type);
    case 'string':
      return (json) => (typeof json === 'string' ? json : misfit(type, json));
    case 'binary':
      return (json) => (typeof json === 'string' ? bytesOfBase64(json) : undefined) ?? misfit(type, json);
    case 'date':
      return dateReader(type);
    case 'timestamp':
      return timestampReader(type);
    case 'decimal':
      return (json) => decimalOf(json, type.precision, type.scale) ?? misfit(type, json);
    case 'list': {
      const element = valueReaderOf(type.element);
      return (json) => (Array.isArray(json) ? json.map(element) : misfit(type, json));
    }
    case 'map':
      return mapReader(type);
    case 'struct':
      return structReader(type);
  }
}

function integerReader(type: DataType, limit: number): Reader {
  return (json) =>
    typeof json === 'number' && Number.isInteger(json) && json >= -limit && json < limit ? json : misfit(type, json);
}

/** A number that JSON's readers have rounded already is refused: it is to be written as a string. */
function longReader(type: DataType): Reader {
  return (json) => {
    if (typeof json === 'number' && Number.isSafeInteger(json)) return json;
    if (typeof json !== 'string' || !/^-?\d{1,19}$/.test(json)) return misfit(type, json);
    const long = BigInt(json);
    if (BigInt.asIntN(64, long) !== long) return misfit(type, json);
    return Number.isSafeInteger(Number(long)) ? Number(long) : long;
  };
}

function doubleReader(type: DataType): Reader {
  return (json) => {
    if (typeof json === 'number') return json;
    if (typeof json !== 'string') return misfit(type, json);
    return DOUBLE.test(json) ? Number(json) : misfit(type, json);
  };
}

const DOUBLE = /^(NaN|-?Infinity|-?\d+(\.\d+)?([eE][+-]?\d+)?)$/;
const DATE = /^([+-]\d{6}|\d{4})-\d{2}-\d{2}$/;
const TIMESTAMP = /^([+-]\d{6}|\d{4})-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY_MS = 86_400_000;

function dateReader(type: DataType): Reader {
  const days = integerReader(type, 2 ** 31);
  return (json) => {
    if (typeof json !== 'string') return days(json);
    const millis = DATE.test(json) ? Date.parse(`${json}T00:00:00Z`) : Number.NaN;
    // The 30th of February would be read as a day of March.
    if (Number.isNaN(millis) || !new Date(millis).toISOString().startsWith(json)) return misfit(type, json);
    return millis / DAY_MS;
  };
}

function timestampReader(type: DataType): Reader {
  const millis = longReader(type);
  return (json) => {
    if (typeof json !== 'string' || !json.includes('T')) return millis(json);
    const read = TIMESTAMP.test(json) ? Date.parse(json) : Number.NaN;
    return Number.isNaN(read) ? misfit(type, json) : read;
  };
}

function decimalOf(json: unknown, precision: number, scale: number): Decimal | undefined {
  if (typeof json !== 'string' && typeof json !== 'number') return undefined;
  try {
    const decimal = rescaleDecimal(parseDecimal(String(json)), scale);
    return decimalPrecision(decimal) <= precision ? decimal : undefined;
  } catch {
    return undefined;
  }
}

function mapReader(type: MapType): Reader {
  const key = valueReaderOf(type.key);
  const value = valueReaderOf(type.value);
  const identity = keyOf(type.key);
  const hasTexts = type.key.kind === 'string';
  return (json) => {
    if (hasTexts && isObject(json)) return new Map(Object.entries(json).map(([name, item]) => [name, value(item)]));
    if (!Array.isArray(json) || !json.every(isPair)) return misfit(type, json);
    const entries = json.map(([first, second]): readonly [Value, Value] => [key(first), value(second)]);
    // Keys that are equal in value are one, whatever objects they are.
    return new Map(new Map(entries.map((entry) => [identity(entry[0]), entry])).values());
  };
}

function structReader(type: StructType): Reader {
  const fields = type.fields.map((field) => ({ name: field.name, read: valueReaderOf(field.type) }));
  return (json) => {
    if (!isObject(json)) return misfit(type, json);
    return Object.fromEntries(
      fields.map(({ name, read }) => [name, read(Object.hasOwn(json, name) ? json[name] : null)]),
    );
  };
}

const isPair = (json: unknown): json is readonly [unknown, unknown] => Array.isArray(json) && json.length === 2;

const isObject = (json: unknown): json is { readonly [name: string]: unknown } =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const SHOWN = 60;

function misfit(type: DataType, json: unknown): never {
  const text = JSON.stringify(json) ?? String(json);
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  throw new IsochronError('INVALID_ARGUMENT', `${shown} is not a value of type ${typeText(type)}.`);
}
