import type { DataType, MapType, StructType } from '@isochron/schema';

/** An Avro schema as JSON: a name, a union, or an object with a `type`. */
export type AvroSchema = string | readonly AvroSchema[] | AvroObject;
export type AvroObject = { readonly type: AvroSchema; readonly [attribute: string]: unknown };

export type AvroSchemaOptions = {
  /**
   * Whether the elements of arrays and the values of maps may be null; true unless said otherwise. False gives exactly the
   * schemas that the existing system writes, which cannot hold a list with a null in it. Fields of records are nullable always.
   */
  readonly nullableElements?: boolean;
  /** What a field has besides name, type and doc, by its path of field names. Avro passes over attributes that it does not know, and no fingerprint has them. */
  readonly attributesOf?: (path: readonly string[]) => Readonly<Record<string, unknown>>;
};

export const avroNamespace = 'ai.chronon.data';

/** Marks the array of `{key, value}` records that a map is whose keys are not strings. */
export const mapLogicalType = 'map';

/**
 * The Avro schema of a type. A struct becomes a record called `name` in {@link avroNamespace}; any other type needs no name.
 *
 * Every field is `["null", T]` with an empty doc and no default. A record further in is named for its place: the path of its
 * fields and its struct's name, joined by `_`; if that name is taken by a record that differs, `_2`, `_3`, … follows, and if by an
 * equal one it is referred to. Byte and short are ints, a date is an int, a timestamp a long of milliseconds, a decimal bytes. A
 * map whose keys are not strings is an array of records `<path>_Entry` {key, value}, marked by the logical type `map`.
 */
export function avroSchemaOf(type: DataType, name: string, options: AvroSchemaOptions = {}): AvroSchema {
  const { nullableElements = true, attributesOf = () => ({}) } = options;
  const scope: Scope = { records: new Map([[name, '']]), nullableElements, attributesOf };
  if (type.kind !== 'struct') return schemaAt(scope, type, [name]);
  return { type: 'record', name, namespace: avroNamespace, doc: '', fields: fieldsAt(scope, type, []) };
}

/** Which record names are taken, and by what. */
type Scope = Required<AvroSchemaOptions> & { readonly records: Map<string, string> };

function schemaAt(scope: Scope, type: DataType, path: readonly string[]): AvroSchema {
  switch (type.kind) {
    case 'byte':
    case 'short':
      return 'int';
    case 'binary':
      return 'bytes';
    case 'date':
      return { type: 'int', logicalType: 'date' };
    case 'timestamp':
      return { type: 'long', logicalType: 'timestamp-millis' };
    case 'decimal':
      return { type: 'bytes', logicalType: 'decimal', precision: type.precision, scale: type.scale };
    case 'list':
      return { type: 'array', items: elementAt(scope, type.element, path) };
    case 'map':
      return mapAt(scope, type, path);
    case 'struct':
      return recordAt(scope, type, [...path, type.name].join('_'), path);
    default:
      return type.kind;
  }
}

function elementAt(scope: Scope, element: DataType, path: readonly string[]): AvroSchema {
  const schema = schemaAt(scope, element, path);
  return scope.nullableElements ? ['null', schema] : schema;
}

function mapAt(scope: Scope, type: MapType, path: readonly string[]): AvroSchema {
  if (type.key.kind === 'string') return { type: 'map', values: elementAt(scope, type.value, path) };
  const entry: StructType = {
    kind: 'struct',
    name: 'Entry',
    fields: [
      { name: 'key', type: type.key },
      { name: 'value', type: type.value },
    ],
  };
  return { type: 'array', items: schemaAt(scope, entry, path), logicalType: mapLogicalType };
}

function recordAt(scope: Scope, type: StructType, wanted: string, path: readonly string[]): AvroSchema {
  const content = JSON.stringify(type.fields);
  let name = wanted;
  for (let number = 2; scope.records.has(name); number++) {
    if (scope.records.get(name) === content) return name;
    name = `${wanted}_${number}`;
  }
  scope.records.set(name, content);
  return { type: 'record', name, doc: '', fields: fieldsAt(scope, type, path) };
}

function fieldsAt(scope: Scope, type: StructType, path: readonly string[]): readonly unknown[] {
  return type.fields.map((field) => ({
    name: field.name,
    type: ['null', schemaAt(scope, field.type, [...path, field.name])],
    doc: '',
    ...scope.attributesOf([...path, field.name]),
  }));
}
