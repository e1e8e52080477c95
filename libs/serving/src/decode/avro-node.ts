import type { AvroSchema } from '@isochron/avro';
import { IsochronError } from '@isochron/schema';
import { featureSaidBy } from '../layout/written-features.ts';

/** A schema as readers walk it: names resolved, unions as a flag. */
export interface AvroNode {
  readonly shape: AvroShape;
  /** The position of null in the union; null: never null. */
  readonly nullAt: 0 | 1 | null;
}

export type AvroShape =
  | { readonly kind: 'boolean' | 'int' | 'long' | 'float' | 'double' | 'string' | 'bytes' }
  | { readonly kind: 'decimal'; readonly scale: number }
  | { readonly kind: 'list'; readonly items: AvroNode }
  /** A map whose keys are not texts: a list of records of key and value. */
  | { readonly kind: 'entries'; readonly items: AvroNode }
  | { readonly kind: 'map'; readonly values: AvroNode }
  | { readonly kind: 'record'; readonly fields: readonly AvroNodeField[] };

export interface AvroNodeField {
  readonly name: string;
  readonly node: AvroNode;
  /** What the field says its feature is; null where it says nothing. */
  readonly feature: string | null;
}

/** Reads a schema that `dataTypeOf` takes. Throws INVALID_ARGUMENT for what it does not know. */
export const avroNodeOf = (schema: AvroSchema): AvroNode => nodeAt(schema, new Map());

type Known = Map<string, AvroShape>;
type FieldSchema = { readonly name: string; readonly type: AvroSchema };

function nodeAt(schema: AvroSchema, known: Known): AvroNode {
  if (!isUnion(schema)) return { shape: shapeAt(schema, known), nullAt: null };
  const nullAt = schema.indexOf('null');
  const other = schema[nullAt === 0 ? 1 : 0];
  if (schema.length !== 2 || nullAt === -1 || other === undefined) throw unknown(schema);
  return { shape: shapeAt(other, known), nullAt: nullAt === 0 ? 0 : 1 };
}

function shapeAt(schema: AvroSchema, known: Known): AvroShape {
  if (typeof schema === 'string') return primitiveOr(schema, known);
  if (isUnion(schema)) throw unknown(schema);
  const { type } = schema;
  // Attributes of a schema are schemas where their type says so; the codec of the same schema was compiled before.
  const part = (name: string): AvroNode => nodeAt(schema[name] as AvroSchema, known);
  switch (type) {
    case 'record': {
      const fields: AvroNodeField[] = [];
      const shape: AvroShape = { kind: 'record', fields };
      known.set(String(schema['name']), shape);
      for (const field of schema['fields'] as readonly FieldSchema[]) {
        fields.push({ name: field.name, node: nodeAt(field.type, known), feature: featureSaidBy(field) });
      }
      return shape;
    }
    case 'array':
      return schema['logicalType'] === 'map'
        ? { kind: 'entries', items: part('items') }
        : { kind: 'list', items: part('items') };
    case 'map':
      return { kind: 'map', values: part('values') };
    case 'bytes':
      return schema['logicalType'] === 'decimal'
        ? { kind: 'decimal', scale: Number(schema['scale'] ?? 0) }
        : { kind: 'bytes' };
    default:
      return shapeAt(type, known);
  }
}

function primitiveOr(name: string, known: Known): AvroShape {
  switch (name) {
    case 'boolean':
    case 'int':
    case 'long':
    case 'float':
    case 'double':
    case 'string':
    case 'bytes':
      return { kind: name };
    default: {
      const shape = known.get(name.slice(name.lastIndexOf('.') + 1));
      if (shape === undefined) throw unknown(name);
      return shape;
    }
  }
}

/** How many bytes a value takes at least: so many of them there can be in bytes that are left. */
export function leastBytesOf({ shape, nullAt }: AvroNode): number {
  if (nullAt !== null) return 1;
  switch (shape.kind) {
    case 'float':
      return 4;
    case 'double':
      return 8;
    case 'record':
      return shape.fields.reduce((bytes, { node }) => bytes + leastBytesOf(node), 0);
    default:
      return 1;
  }
}

const isUnion = (schema: AvroSchema): schema is readonly AvroSchema[] => Array.isArray(schema);

const unknown = (schema: AvroSchema): IsochronError =>
  new IsochronError('INVALID_ARGUMENT', `Values of the Avro schema ${JSON.stringify(schema)} cannot be read here.`);
