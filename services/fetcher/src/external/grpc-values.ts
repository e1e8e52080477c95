import type { Column, Value as WireValue } from '@isochron/rpc/external';
import {
  type DataType,
  type Decimal,
  decimalText,
  IsochronError,
  keyOf,
  type StructType,
  typeText,
  type Value,
  valueReaderOf,
  valueToJson,
} from '@isochron/schema';

/** Values of one type, none of them null, as a column. Lists, maps and structs are no keys, so they are refused. */
export function columnOf(type: DataType, values: readonly Value[]): Column {
  // The casts below hold because values are of their type.
  switch (type.kind) {
    case 'string':
      return { ...EMPTY, strings: values as readonly string[] };
    case 'date':
      return { ...EMPTY, strings: values.map((value) => String(valueToJson(type, value))) };
    case 'decimal':
      return { ...EMPTY, strings: values.map((value) => decimalText(value as Decimal)) };
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
    case 'timestamp':
      return { ...EMPTY, longs: values.map(String) };
    case 'float':
    case 'double':
      return { ...EMPTY, doubles: values as readonly number[] };
    case 'boolean':
      return { ...EMPTY, bools: values as readonly boolean[] };
    case 'binary':
      return { ...EMPTY, blobs: values as readonly Uint8Array[] };
    default:
      throw new IsochronError('UNIMPLEMENTED', `A key of type ${typeText(type)} cannot be asked for by gRPC.`);
  }
}

const EMPTY: Column = { strings: [], longs: [], doubles: [], bools: [], blobs: [], nulls: [], values: [] };

/** The field of a column that has the values of a type. */
export function listOf(type: DataType, column: Column): readonly unknown[] {
  switch (type.kind) {
    case 'string':
    case 'date':
    case 'decimal':
      return column.strings;
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
    case 'timestamp':
      return column.longs;
    case 'float':
    case 'double':
      return column.doubles;
    case 'boolean':
      return column.bools;
    case 'binary':
      return column.blobs;
    case 'list':
    case 'map':
    case 'struct':
      return column.values;
  }
}

/** Reads an item of {@link listOf}. What does not fit the type is INVALID_ARGUMENT. Compile it once. */
export function itemReaderOf(type: DataType): (item: unknown) => Value {
  switch (type.kind) {
    case 'binary':
      // A copy, for what was read is a view of the whole message.
      return (item) => (item instanceof Uint8Array ? new Uint8Array(item) : misfit(type, 'something else'));
    case 'byte':
    case 'short':
    case 'int': {
      const read = valueReaderOf(type);
      return (item) => read(Number(item));
    }
    case 'list':
    case 'map':
    case 'struct': {
      const read = wireReaderOf(type);
      // Of lists, maps and structs the column has nothing but wire values.
      return (item) => read(item as WireValue);
    }
    default:
      return valueReaderOf(type);
  }
}

type WireReader = (value: WireValue | undefined) => Value;

/** A value with nothing in it is null. */
function wireReaderOf(type: DataType): WireReader {
  const read = presentWireReader(type);
  return (value) => (value?.kind === undefined ? null : read(value.kind));
}

type Kind = NonNullable<WireValue['kind']>;

function presentWireReader(type: DataType): (kind: Kind) => Value {
  switch (type.kind) {
    case 'list': {
      const element = wireReaderOf(type.element);
      return (kind) => (kind.$case === 'list' ? kind.value.items.map(element) : misfit(type, kind.$case));
    }
    case 'map': {
      const [key, value, identity] = [wireReaderOf(type.key), wireReaderOf(type.value), keyOf(type.key)];
      return (kind) => {
        if (kind.$case !== 'map') return misfit(type, kind.$case);
        const { keys, values } = kind.value;
        if (keys.length !== values.length)
          return misfit(type, `a map of ${keys.length} keys and ${values.length} values`);
        const entries = keys.map((item, at): readonly [Value, Value] => [key(item), value(values[at])]);
        return new Map(new Map(entries.map((entry) => [identity(entry[0]), entry])).values());
      };
    }
    case 'struct':
      return structReader(type);
    default: {
      const read = itemReaderOf(type);
      const expected = caseOf(type);
      return (kind) => (kind.$case === expected ? read(kind.value) : misfit(type, kind.$case));
    }
  }
}

function structReader(type: StructType): (kind: Kind) => Value {
  const readers = type.fields.map((field) => ({ name: field.name, read: wireReaderOf(field.type) }));
  return (kind) => {
    if (kind.$case !== 'struct') return misfit(type, kind.$case);
    const { fields } = kind.value;
    if (fields.length !== readers.length) return misfit(type, `a struct of ${fields.length} fields`);
    return Object.fromEntries(readers.map(({ name, read }, at) => [name, read(fields[at])]));
  };
}

function caseOf({ kind }: DataType): Kind['$case'] {
  if (kind === 'binary') return 'blob';
  if (kind === 'boolean') return 'bool';
  if (kind === 'float' || kind === 'double') return 'double';
  return kind === 'string' || kind === 'date' || kind === 'decimal' ? 'string' : 'long';
}

function misfit(type: DataType, found: string): never {
  throw new IsochronError('INVALID_ARGUMENT', `It is ${found}, which is not of type ${typeText(type)}.`);
}
