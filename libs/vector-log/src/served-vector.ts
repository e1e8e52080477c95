import { createHash } from 'node:crypto';
import { type AvroSchema, avroSchemaOf, keySchemaOf } from '@isochron/avro';
import {
  binaryType,
  type Field,
  intType,
  listType,
  longType,
  stringType,
  structType,
  timestampType,
} from '@isochron/schema';

/**
 * A record of the log. Most are vectors. Before the first vector of a schema a file has a control record: `schema` says how the bytes of all vectors with the same
 * `schema_hash` are read, as JSON of {@link SchemaText}; besides it only join and schema hash are set.
 */
export const servedVectorType = structType('ServedVector', [
  /** `flights/training.lateness__1` */
  { name: 'join', type: stringType },
  { name: 'schema_hash', type: stringType },
  /** The version of the published set that the Join is of. */
  { name: 'set_version', type: intType },
  /** The instant that the features are of, and when they were served. */
  { name: 'at', type: timestampType },
  { name: 'served_at', type: timestampType },
  /** Of each part, in the order of `parts` in the schema: the generation that answered, and its batch end; null where none did. */
  { name: 'generations', type: listType(longType) },
  { name: 'batch_ends', type: listType(timestampType) },
  /** Avro records: the keys of the request; what was given from outside; the features. */
  { name: 'keys', type: binaryType },
  { name: 'context', type: binaryType },
  { name: 'values', type: binaryType },
  /** A byte a feature, as `isochron.fetcher.v1.Status` numbers them. */
  { name: 'statuses', type: binaryType },
  { name: 'schema', type: stringType },
]);

export const servedVectorSchema: AvroSchema = avroSchemaOf(servedVectorType, 'ServedVector');

/** The text of a control record. */
export interface SchemaText {
  readonly join: string;
  readonly parts: readonly string[];
  readonly keys: AvroSchema;
  readonly context: AvroSchema;
  readonly values: AvroSchema;
}

/** How the vectors of a Join are written. */
export interface LoggedSchema {
  readonly join: string;
  readonly hash: string;
  readonly text: string;
}

export interface LoggedFields {
  readonly join: string;
  readonly parts: readonly string[];
  readonly keys: readonly Field[];
  readonly context: readonly Field[];
  readonly values: readonly Field[];
}

/** The hash is of the text, so that what has the same hash is read the same. */
export function loggedSchemaOf({ join, parts, keys, context, values }: LoggedFields): LoggedSchema {
  const said: SchemaText = {
    join,
    parts,
    keys: keySchemaOf(keys),
    context: avroSchemaOf(structType('Context', context), 'Context'),
    values: avroSchemaOf(structType('Values', values), 'Values'),
  };
  const text = JSON.stringify(said);
  return { join, hash: schemaHashOf(text), text };
}

const HASH_DIGITS = 16;

export const schemaHashOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, HASH_DIGITS);
