import {
  binaryType,
  booleanType,
  type DataType,
  dateType,
  decimalType,
  doubleType,
  floatType,
  IsochronError,
  intType,
  listType,
  longType,
  mapType,
  stringType,
  structType,
  timestampType,
} from '@isochron/schema';
import { type AvroObject, type AvroSchema, mapLogicalType } from './avro-schema.ts';

/**
 * The type of an Avro schema's values. A union must be of null and one other type, and is that type; the record's name becomes the
 * struct's; an array of records {key, value} marked by the logical type `map` is a map. A logical type that we do not know counts
 * for nothing, as Avro has it. Enums, fixed, other unions and recursive records are an INVALID_ARGUMENT that says where.
 */
export function dataTypeOf(schema: AvroSchema): DataType {
  return typeAt(schema, { records: new Map(), namespace: '' }, []);
}

/** The records seen so far by full name; undefined while one is still being read. */
type Scope = { readonly records: Map<string, DataType | undefined>; readonly namespace: string };

const primitives: ReadonlyMap<string, DataType> = new Map([
  ['boolean', booleanType],
  ['int', intType],
  ['long', longType],
  ['float', floatType],
  ['double', doubleType],
  ['bytes', binaryType],
  ['string', stringType],
]);

function typeAt(schema: AvroSchema, scope: Scope, path: readonly string[]): DataType {
  if (typeof schema === 'string') return named(schema, scope, path);
  if (isUnion(schema)) return typeAt(branchOf(schema, path), scope, path);
  switch (schema.type) {
    case 'record':
      return recordAt(schema, scope, path);
    case 'array':
      return arrayAt(schema, scope, path);
    case 'map':
      return mapType(stringType, typeAt(schemaIn(schema, 'values', path), scope, path));
    case 'enum':
    case 'fixed':
      throw refused(path, `the Avro type "${schema.type}" has no counterpart here; write it as "string" or "bytes"`);
    default:
      return logical(schema, typeAt(schema.type, scope, path), path);
  }
}

function named(name: string, scope: Scope, path: readonly string[]): DataType {
  const primitive = primitives.get(name);
  if (primitive !== undefined) return primitive;
  const full = fullName(name, scope.namespace);
  const record = scope.records.get(full);
  if (record !== undefined) return record;
  if (scope.records.has(full)) throw refused(path, `the record "${full}" contains itself, which no type here can`);
  throw refused(path, `"${name}" is not a type with values; give a primitive type or a record defined before`);
}

function branchOf(union: readonly AvroSchema[], path: readonly string[]): AvroSchema {
  const branches = union.filter((branch) => branch !== 'null');
  const [branch] = branches;
  if (branch === undefined || branches.length > 1 || union.length > 2) {
    throw refused(path, `a union must be ["null", T]; ${JSON.stringify(union)} is not`);
  }
  return branch;
}

function recordAt(schema: AvroObject, scope: Scope, path: readonly string[]): DataType {
  const { name, namespace, fields } = schema;
  if (typeof name !== 'string' || !Array.isArray(fields))
    throw refused(path, 'a record needs a name and a list of fields');
  const full = fullName(name, typeof namespace === 'string' ? namespace : scope.namespace);
  scope.records.set(full, undefined);
  const inner: Scope = { records: scope.records, namespace: full.slice(0, Math.max(full.lastIndexOf('.'), 0)) };
  const read = fields.map((field: unknown) => {
    if (!isObject(field) || typeof field['name'] !== 'string') throw refused(path, 'a field needs a name and a type');
    return { name: field['name'], type: typeAt(schemaIn(field, 'type', path), inner, [...path, field['name']]) };
  });
  const type = structType(full.slice(full.lastIndexOf('.') + 1), read);
  scope.records.set(full, type);
  return type;
}

function arrayAt(schema: AvroObject, scope: Scope, path: readonly string[]): DataType {
  const element = typeAt(schemaIn(schema, 'items', path), scope, path);
  if (schema['logicalType'] !== mapLogicalType || element.kind !== 'struct') return listType(element);
  const [key, value, more] = element.fields;
  if (key?.name !== 'key' || value?.name !== 'value' || more !== undefined) {
    throw refused(path, 'an array marked as a map must have records of "key" and "value"');
  }
  return mapType(key.type, value.type);
}

function logical(schema: AvroObject, type: DataType, path: readonly string[]): DataType {
  const mark = schema['logicalType'];
  if (mark === 'date' && type.kind === 'int') return dateType;
  if (mark === 'timestamp-millis' && type.kind === 'long') return timestampType;
  if (mark !== 'decimal' || type.kind !== 'binary') return type;
  const precision = schema['precision'];
  const scale = schema['scale'] ?? 0;
  if (!isInteger(precision) || !isInteger(scale) || precision < 1 || scale < 0 || scale > precision) {
    throw refused(path, `a decimal needs a precision from 1 and a scale from 0 to it; found ${precision} and ${scale}`);
  }
  return decimalType(precision, scale);
}

const fullName = (name: string, namespace: string): string =>
  name.includes('.') || namespace === '' ? name : `${namespace}.${name}`;

const isInteger = (value: unknown): value is number => Number.isInteger(value);

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isUnion = (schema: AvroSchema): schema is readonly AvroSchema[] => Array.isArray(schema);

/** Whatever stands there is looked at when its turn comes, so that only its being a schema at all is checked here. */
function schemaIn(object: { readonly [key: string]: unknown }, attribute: string, path: readonly string[]): AvroSchema {
  const schema = object[attribute];
  if (typeof schema === 'string' || Array.isArray(schema) || (isObject(schema) && schema['type'] !== undefined)) {
    return schema as AvroSchema;
  }
  throw refused(path, `"${attribute}" must be an Avro schema; found ${JSON.stringify(schema)}`);
}

function refused(path: readonly string[], sentence: string): IsochronError {
  const place = path.length === 0 ? 'its top' : `"${path.join('.')}"`;
  return new IsochronError('INVALID_ARGUMENT', `The Avro schema cannot be read at ${place}: ${sentence}.`);
}
