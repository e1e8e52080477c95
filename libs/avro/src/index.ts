export { AvroOutput } from './avro-output.ts';
export {
  type AvroObject,
  type AvroSchema,
  type AvroSchemaOptions,
  avroNamespace,
  avroSchemaOf,
} from './avro-schema.ts';
export { canonicalForm } from './canonical-form.ts';
export { type Codec, codecOf } from './codec.ts';
export { dataTypeOf } from './data-type-of.ts';
export { integerOfBytes } from './decimal-bytes.ts';
export { fingerprintOf, fingerprintText, rabin } from './fingerprint.ts';
export { keyCodecOf, keySchemaOf } from './key-codec.ts';
export { sameShape } from './same-shape.ts';
export { readSingleObject, singleObjectHeaderLength, wrapSingleObject } from './single-object.ts';
export { nullableWriterOf, type ValueWriter, valueWriterOf } from './value-writer.ts';
