import type { DataType, Decimal, Field, MapType, Value } from '@isochron/schema';
import { decimalPrecision, rescaleDecimal } from '@isochron/schema';
import type { AvroOutput } from './avro-output.ts';
import { bytesOfInteger } from './decimal-bytes.ts';

/** Writes a value that is not null. */
export type ValueWriter = (output: AvroOutput, value: Value) => void;

/**
 * Writes values of a type as {@link codecOf} reads them by our own schema of the type, with one difference in the bytes: the items of lists and maps
 * stand in blocks that say their size, so that a reader passes over what it does not need. For what the platform has made itself: a value that is
 * not of the type is a TypeError, or nonsense. Compile it once.
 */
export function valueWriterOf(type: DataType): ValueWriter {
  // The casts below hold because values are of their type.
  switch (type.kind) {
    case 'boolean':
      return (output, value) => output.byte(value === true ? 1 : 0);
    case 'byte':
    case 'short':
    case 'int':
    case 'date':
    case 'long':
    case 'timestamp':
      return (output, value) => output.long(value as number | bigint);
    case 'float':
      return (output, value) => output.float(value as number);
    case 'double':
      return (output, value) => output.double(value as number);
    case 'string':
      return (output, value) => output.text(value as string);
    case 'binary':
      return (output, value) => output.bytes(value as Uint8Array);
    case 'decimal':
      return decimalWriter(type.precision, type.scale);
    case 'list':
      return listWriter(nullableWriterOf(type.element));
    case 'map':
      return mapWriter(type);
    case 'struct':
      return structWriter(type.fields);
  }
}

/** As fields of records and elements are written: the branch of a union first. A value that is missing is null. */
export function nullableWriterOf(type: DataType): (output: AvroOutput, value: Value | undefined) => void {
  const write = valueWriterOf(type);
  return (output, value) => {
    if (value === null || value === undefined) output.byte(0);
    else {
      output.byte(2);
      write(output, value);
    }
  };
}

function decimalWriter(precision: number, scale: number): ValueWriter {
  return (output, value) => {
    const rescaled = rescaleDecimal(value as Decimal, scale);
    if (decimalPrecision(rescaled) > precision)
      throw new TypeError(`${rescaled.unscaled} has more than ${precision} digits`);
    output.bytes(bytesOfInteger(rescaled.unscaled));
  };
}

function listWriter(write: (output: AvroOutput, value: Value) => void): ValueWriter {
  return (output, value) => {
    const items = value as readonly Value[];
    if (items.length > 0) {
      output.long(-items.length);
      const start = output.begin();
      for (const item of items) write(output, item);
      output.end(start);
    }
    output.byte(0);
  };
}

/** Where keys are not strings, an entry is a record of two fields. */
function mapWriter({ key, value }: MapType): ValueWriter {
  const writeKey = key.kind === 'string' ? valueWriterOf(key) : nullableWriterOf(key);
  const writeValue = nullableWriterOf(value);
  return (output, map) => {
    const entries = map as ReadonlyMap<Value, Value>;
    if (entries.size > 0) {
      output.long(-entries.size);
      const start = output.begin();
      for (const [entryKey, entryValue] of entries) {
        writeKey(output, entryKey);
        writeValue(output, entryValue);
      }
      output.end(start);
    }
    output.byte(0);
  };
}

function structWriter(fields: readonly Field[]): ValueWriter {
  const writers = fields.map(({ name, type }) => ({ name, write: nullableWriterOf(type) }));
  return (output, value) => {
    const struct = value as { readonly [field: string]: Value };
    for (const { name, write } of writers) write(output, struct[name]);
  };
}
