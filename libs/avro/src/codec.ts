import { type DataType, IsochronError, type Value } from '@isochron/schema';
import { type AvroSchema, avroSchemaOf } from './avro-schema.ts';
import { type AvscType, avscTypeOf, bufferOver } from './avsc.ts';
import { dataTypeOf } from './data-type-of.ts';
import { sameShape } from './same-shape.ts';

/**
 * Avro binary without a header for the values of one type. Compile it once; it keeps a buffer of its own and is not to be shared
 * between threads.
 */
export type Codec = {
  readonly type: DataType;
  readonly schema: AvroSchema;
  /** Fresh bytes. A value that does not fit is an INVALID_ARGUMENT with the path of the offending part, and the part. */
  encode(value: Value): Uint8Array;
  /**
   * Writes from `offset` on and returns the offset behind the last byte. If that is beyond the target's length the value did not
   * fit: make room for so many bytes and write again. The bytes behind what it returns may be overwritten in either case.
   */
  encodeInto(value: Value, target: Uint8Array, offset: number): number;
  /** Shares no memory with `bytes`. Bytes that are missing, left over or make no sense are a DATA_LOSS. */
  decode(bytes: Uint8Array): Value;
};

/** Larger buffers are let go after use. */
const SCRATCH_BYTES_MAX = 1 << 20;

/**
 * The codec of a type: by our own schema of it, or by `schema`, the one that somebody else wrote with. A given schema must have
 * the same fields of the same types in the same order; names of records, nullability, and byte or short for int may differ.
 */
export function codecOf(type: DataType, schema: AvroSchema = avroSchemaOf(type, 'Value')): Codec {
  const written = dataTypeOf(schema);
  if (!sameShape(type, written)) {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `The Avro schema is of ${JSON.stringify(written)} where values are ${JSON.stringify(type)}; give the schema they were written with.`,
    );
  }
  const avsc = compiled(schema);
  let scratch = bufferOver(new Uint8Array(1024));

  const encodeAt = (value: Value, target: Uint8Array, offset: number): number => {
    let end: number;
    try {
      end = avsc.encode(value, target, offset);
    } catch (error) {
      throw misfit(avsc, value, error);
    }
    return end < 0 ? target.length - end : end;
  };

  return {
    type,
    schema,
    encode(value) {
      let end = encodeAt(value, scratch, 0);
      if (end > scratch.length) {
        scratch = bufferOver(new Uint8Array(2 * end));
        end = encodeAt(value, scratch, 0);
      }
      const bytes = new Uint8Array(scratch.subarray(0, end));
      if (scratch.length > SCRATCH_BYTES_MAX) scratch = bufferOver(new Uint8Array(1024));
      return bytes;
    },
    encodeInto: (value, target, offset) => encodeAt(value, bufferOver(target), offset),
    decode(bytes) {
      try {
        return avsc.fromBuffer(bufferOver(bytes));
      } catch (error) {
        throw new IsochronError(
          'DATA_LOSS',
          `${bytes.length} bytes are not a value of the Avro schema ${headline(schema)} (${messageOf(error)}); read them with the schema they were written with.`,
          error,
        );
      }
    },
  };
}

function compiled(schema: AvroSchema): AvscType {
  try {
    return avscTypeOf(schema);
  } catch (error) {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `The Avro schema ${headline(schema)} cannot be used: ${messageOf(error)}.`,
      error,
    );
  }
}

/** avsc says what did not fit but not where; checking the value once more finds the first place. */
function misfit(avsc: AvscType, value: Value, cause: unknown): IsochronError {
  let found: string | undefined;
  avsc.isValid(value, {
    errorHook: (path, part, type) => {
      const place = path.length === 0 ? 'The value' : `"${path.join('.')}"`;
      found ??= `${place} is ${partText(part)}, which the Avro type ${type.typeName} cannot hold`;
    },
  });
  return new IsochronError(
    'INVALID_ARGUMENT',
    `${found ?? messageOf(cause)}; give a value of that type or null.`,
    cause,
  );
}

function partText(part: unknown): string {
  if (typeof part === 'bigint') return `${part}n`;
  if (part === null || typeof part !== 'object')
    return typeof part === 'string' ? shortened(JSON.stringify(part)) : String(part);
  const json = JSON.stringify(part, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}n` : inner));
  return `${part.constructor?.name ?? 'Object'} ${shortened(json)}`;
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}...` : text);

const headline = (schema: AvroSchema): string =>
  typeof schema === 'object' && 'name' in schema ? `"${String(schema['name'])}"` : shortened(JSON.stringify(schema));

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
