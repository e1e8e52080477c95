import { type DataType, type Decimal, dateType, decimalText, jsonOf, type Value } from '@isochron/schema';
import type { ProtobufWriter } from './protobuf-writer.ts';

const dateJson = jsonOf(dateType);

/** `2024-01-31`. */
export const dateText = (days: number): string => String(dateJson(days));

/** Fields of `Value`, `ListValue`, `MapValue`, `StructValue`. */
const field = { double: 1, long: 2, string: 3, bool: 4, blob: 5, list: 6, map: 7, struct: 8 } as const;

/** Writes values of a type as messages `Value`, each with its tag and length. Compiled once a type. */
export function valueEncoderOf(type: DataType): (writer: ProtobufWriter, tag: number, value: Value) => void {
  const encode = presentEncoder(type);
  return (writer, tag, value) => {
    const start = writer.begin(tag);
    if (value !== null) encode(writer, value);
    writer.end(start);
  };
}

type Encode = (writer: ProtobufWriter, value: Value) => void;

// Values are of the type that they were planned with, so what is asserted of them below is true by construction.
function presentEncoder(type: DataType): Encode {
  switch (type.kind) {
    case 'float':
    case 'double':
      return (writer, value) => {
        writer.tag(field.double, 1);
        writer.double(value as number);
      };
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
    case 'timestamp':
      return (writer, value) => {
        writer.tag(field.long, 0);
        writer.long(value as number | bigint);
      };
    case 'string':
      return textEncoder((value) => value as string);
    case 'date':
      return textEncoder((value) => dateText(value as number));
    case 'decimal':
      return textEncoder((value) => decimalText(value as Decimal));
    case 'boolean':
      return (writer, value) => {
        writer.tag(field.bool, 0);
        writer.uint(value === true ? 1 : 0);
      };
    case 'binary':
      return (writer, value) => {
        writer.tag(field.blob, 2);
        writer.blob(value as Uint8Array);
      };
    case 'list':
      return listEncoder(type.element);
    case 'map':
      return mapEncoder(type.key, type.value);
    case 'struct':
      return structEncoder(type.fields);
  }
}

const textEncoder =
  (textOf: (value: Value) => string): Encode =>
  (writer, value) => {
    writer.tag(field.string, 2);
    writer.text(textOf(value));
  };

function listEncoder(element: DataType): Encode {
  const encode = valueEncoderOf(element);
  return (writer, value) => {
    const start = writer.begin(field.list);
    for (const item of value as readonly Value[]) encode(writer, 1, item);
    writer.end(start);
  };
}

function mapEncoder(key: DataType, of: DataType): Encode {
  const [encodeKey, encodeValue] = [valueEncoderOf(key), valueEncoderOf(of)];
  return (writer, value) => {
    const start = writer.begin(field.map);
    const entries = value as ReadonlyMap<Value, Value>;
    for (const each of entries.keys()) encodeKey(writer, 1, each);
    for (const each of entries.values()) encodeValue(writer, 2, each);
    writer.end(start);
  };
}

function structEncoder(fields: readonly { readonly name: string; readonly type: DataType }[]): Encode {
  const encoders = fields.map(({ name, type }) => ({ name, encode: valueEncoderOf(type) }));
  return (writer, value) => {
    const start = writer.begin(field.struct);
    const struct = value as { readonly [name: string]: Value };
    for (const { name, encode } of encoders) encode(writer, 1, struct[name] ?? null);
    writer.end(start);
  };
}
