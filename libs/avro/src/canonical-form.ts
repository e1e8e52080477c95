import type { AvroSchema } from './avro-schema.ts';

/**
 * The schema in Avro's Parsing Canonical Form (specification 1.12, "Transforming into Parsing Canonical Form"): full names, the
 * attributes that matter to reading alone, in one order, without blanks. Docs, defaults and logical types are gone: schemas that
 * differ in a decimal's scale only have one canonical form.
 */
export function canonicalForm(schema: AvroSchema): string {
  return formAt(schema, '');
}

const primitives: ReadonlySet<unknown> = new Set([
  'null',
  'boolean',
  'int',
  'long',
  'float',
  'double',
  'bytes',
  'string',
]);

function formAt(schema: AvroSchema, namespace: string): string {
  if (typeof schema === 'string') return JSON.stringify(primitives.has(schema) ? schema : fullName(schema, namespace));
  if (isUnion(schema)) return `[${schema.map((branch) => formAt(branch, namespace)).join(',')}]`;
  const { type, name } = schema;
  if (typeof type !== 'string') return formAt(type, namespace);
  switch (type) {
    case 'array':
      return `{"type":"array","items":${formAt(schema['items'] as AvroSchema, namespace)}}`;
    case 'map':
      return `{"type":"map","values":${formAt(schema['values'] as AvroSchema, namespace)}}`;
    case 'record':
    case 'enum':
    case 'fixed': {
      const own = typeof schema['namespace'] === 'string' ? schema['namespace'] : namespace;
      return namedForm(schema, type, fullName(String(name), own));
    }
    default:
      return formAt(type, namespace);
  }
}

/** The `as` trust the schema to be one, which {@link dataTypeOf} has checked by the time a fingerprint is wanted. */
function namedForm(schema: { readonly [attribute: string]: unknown }, type: string, name: string): string {
  const head = `{"name":${JSON.stringify(name)},"type":"${type}"`;
  if (type === 'enum') return `${head},"symbols":${JSON.stringify(schema['symbols'])}}`;
  if (type === 'fixed') return `${head},"size":${Number(schema['size'])}}`;
  const namespace = name.slice(0, Math.max(name.lastIndexOf('.'), 0));
  const fields = (schema['fields'] as readonly { readonly name: string; readonly type: AvroSchema }[]).map(
    (field) => `{"name":${JSON.stringify(field.name)},"type":${formAt(field.type, namespace)}}`,
  );
  return `${head},"fields":[${fields.join(',')}]}`;
}

const isUnion = (schema: AvroSchema): schema is readonly AvroSchema[] => Array.isArray(schema);

const fullName = (name: string, namespace: string): string =>
  name.includes('.') || namespace === '' ? name : `${namespace}.${name}`;
