import type { StructDescriptor } from '../descriptor.ts';
import { BinaryReader } from './binary/reader.ts';
import { BinaryWriter } from './binary/writer.ts';
import { CompactReader } from './compact/reader.ts';
import { CompactWriter } from './compact/writer.ts';
import type { ProtocolReader, ProtocolWriter } from './protocol.ts';
import { readStruct } from './read-value.ts';
import { writeStruct } from './write-value.ts';

/**
 * A value in Thrift's compact protocol: fields by ascending id, maps in the order of their properties. Fields that were unknown when the
 * value was read from JSON have no id and are left out. Half a surrogate pair in a text becomes U+FFFD. Throws INVALID_ARGUMENT for an
 * integer that its type does not hold.
 */
export function toCompact<T extends object>(struct: StructDescriptor<T>, value: T): Uint8Array {
  return written(new CompactWriter(), struct, value);
}

/**
 * Reads a value in Thrift's compact protocol. Fields that the descriptor does not have are skipped, as Thrift does it. Throws
 * INVALID_ARGUMENT for bytes that end early, go on after the value, nest deeper than 64 levels or are no value of the struct; no more memory
 * is taken than the bytes have values.
 */
export function fromCompact<T>(struct: StructDescriptor<T>, bytes: Uint8Array): T {
  return read(new CompactReader(bytes), struct);
}

/** {@link toCompact} in Thrift's binary protocol, as a struct stands without a message around it. */
export function toBinary<T extends object>(struct: StructDescriptor<T>, value: T): Uint8Array {
  return written(new BinaryWriter(), struct, value);
}

/** {@link fromCompact} for Thrift's binary protocol. */
export function fromBinary<T>(struct: StructDescriptor<T>, bytes: Uint8Array): T {
  return read(new BinaryReader(bytes), struct);
}

function written(out: ProtocolWriter, struct: StructDescriptor<unknown>, value: object): Uint8Array {
  writeStruct(out, struct, value);
  return out.bytes();
}

function read<T>(from: ProtocolReader, struct: StructDescriptor<T>): T {
  const value = readStruct(from, struct, 0);
  from.expectEnd();
  // Every field was read by its descriptor, which is what the type T is generated from.
  return value as T;
}
