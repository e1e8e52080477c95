import { type Field, structType } from '@isochron/schema';
import { type AvroSchema, avroSchemaOf } from './avro-schema.ts';
import { type Codec, codecOf } from './codec.ts';

/** The record that keys of the store are: one nullable field a key column, in their order. */
export const keySchemaOf = (columns: readonly Field[]): AvroSchema => avroSchemaOf(structType('Key', columns), 'Key');

/**
 * The bytes of keys: `{user: 'user_18'}` is `02 0e 75 73 65 72 5f 31 38`. A null part, or one that is missing, is written as null.
 * Properties that are no key column are left out.
 */
export const keyCodecOf = (columns: readonly Field[]): Codec =>
  codecOf(structType('Key', columns), keySchemaOf(columns));
