import { IsochronError } from '@isochron/schema';
import { compactType, compactTypes } from './compact-type.ts';
import type { FieldDescriptor, StructDescriptor, TypeDescriptor } from './descriptor.ts';
import { readUtf8 } from './utf8.ts';

/**
 * Reads a value in Thrift's compact protocol. Fields that the descriptor does not have are skipped, as Thrift does it. Throws
 * INVALID_ARGUMENT for bytes that end early, go on after the value, or are no value of the struct.
 */
export function fromCompact<T>(struct: StructDescriptor<T>, bytes: Uint8Array): T {
  const reader = new CompactReader(bytes);
  const value = reader.struct(struct, 0);
  reader.expectEnd();
  // Every field was read by its descriptor, which is what the type T is generated from.
  return value as T;
}

/** Definitions nest perhaps ten levels; what is deeper is no definition but an attempt to exhaust the stack. */
const depthMax = 64;

class CompactReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  expectEnd(): void {
    if (this.#at !== this.#bytes.length)
      throw this.#broken(`the value ends, and ${this.#bytes.length - this.#at} bytes follow`);
  }

  struct(struct: StructDescriptor<unknown>, depth: number): object {
    const fields = new Map<string, unknown>();
    for (const { id, type } of this.#headers(depth)) {
      const field = struct.fields.find((candidate) => candidate.id === id);
      if (field === undefined) this.#skip(type, depth, true);
      else fields.set(field.name, this.#field(struct, field, type, depth));
    }
    this.#checkPresence(struct, fields);
    return Object.fromEntries(fields);
  }

  *#headers(depth: number): Generator<{ readonly id: number; readonly type: number }> {
    if (depth > depthMax) throw this.#broken(`structs and containers nest deeper than ${depthMax} levels`);
    let id = 0;
    for (let header = this.#byte(); header !== 0; header = this.#byte()) {
      id = header >> 4 === 0 ? Number(this.#zigzag()) : id + (header >> 4);
      yield { id, type: header & 15 };
    }
  }

  #field(struct: StructDescriptor<unknown>, field: FieldDescriptor, type: number, depth: number): unknown {
    const isBoolean = type === compactTypes.true || type === compactTypes.false;
    if (field.type.kind === 'bool' && isBoolean) return type === compactTypes.true;
    if (compactType(field.type) === type) return this.#value(field.type, depth);
    throw this.#broken(
      `the field ${struct.name}.${field.name} has the wire type ${type} where ${compactType(field.type)} is due`,
    );
  }

  #checkPresence(struct: StructDescriptor<unknown>, fields: ReadonlyMap<string, unknown>): void {
    const missing = struct.fields.find((field) => field.requiredness === 'required' && !fields.has(field.name));
    if (missing !== undefined) throw this.#broken(`${struct.name} lacks ${missing.name}`);
    if (struct.kind === 'union' && fields.size !== 1)
      throw this.#broken(`the union ${struct.name} has ${fields.size} members, not one`);
  }

  #value(type: TypeDescriptor, depth: number): unknown {
    switch (type.kind) {
      case 'bool':
        return this.#byte() === compactTypes.true;
      case 'byte':
        return (this.#byte() << 24) >> 24;
      case 'i16':
      case 'i32':
        return Number(this.#zigzag());
      case 'i64': {
        const exact = this.#zigzag();
        return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
      }
      case 'enum': {
        const number = Number(this.#zigzag());
        if (Object.values(type.enum.numbers).includes(number)) return number;
        throw this.#broken(`${number} is not a number of the enum ${type.enum.name}`);
      }
      case 'double':
        return this.#double();
      case 'string':
        return readUtf8(this.#take(this.#size()));
      case 'bytes':
        return this.#take(this.#listSize({ kind: 'byte' })).slice();
      case 'list': {
        const size = this.#listSize(type.element);
        return Array.from({ length: size }, () => this.#value(type.element, depth + 1));
      }
      case 'map':
        return this.#map(type.key, type.value, depth);
      case 'struct':
        return this.struct(type.struct(), depth + 1);
    }
  }

  #map(keyType: TypeDescriptor, valueType: TypeDescriptor, depth: number): object {
    const size = this.#size();
    if (size === 0) return {};
    const types = this.#byte();
    if (types !== ((compactType(keyType) << 4) | compactType(valueType)))
      throw this.#broken(`a map has the wire types ${types}`);
    const entries = Array.from({ length: size }, () => {
      const key = String(this.#value(keyType, depth + 1));
      return [key, this.#value(valueType, depth + 1)] as const;
    });
    return Object.fromEntries(entries);
  }

  #listSize(element: TypeDescriptor): number {
    const header = this.#byte();
    const type = header & 15;
    const isBoolean = element.kind === 'bool' && type === compactTypes.false;
    if (type !== compactType(element) && !isBoolean)
      throw this.#broken(`a list has the wire type ${type} where ${compactType(element)} is due`);
    return header >> 4 === 15 ? this.#size() : header >> 4;
  }

  /** `inField`: a boolean that is a field has no byte of its own. */
  #skip(type: number, depth: number, inField: boolean): void {
    if (depth > depthMax) throw this.#broken(`structs and containers nest deeper than ${depthMax} levels`);
    switch (type) {
      case compactTypes.true:
      case compactTypes.false:
        if (!inField) this.#byte();
        return;
      case compactTypes.byte:
        this.#byte();
        return;
      case compactTypes.i16:
      case compactTypes.i32:
      case compactTypes.i64:
        this.#unsigned();
        return;
      case compactTypes.double:
        this.#double();
        return;
      case compactTypes.binary:
        this.#take(this.#size());
        return;
      case compactTypes.list:
      case compactTypes.set: {
        const header = this.#byte();
        const size = header >> 4 === 15 ? this.#size() : header >> 4;
        for (let index = 0; index < size; index++) this.#skip(header & 15, depth + 1, false);
        return;
      }
      case compactTypes.map: {
        const size = this.#size();
        const types = size === 0 ? 0 : this.#byte();
        for (let index = 0; index < size; index++) {
          this.#skip(types >> 4, depth + 1, false);
          this.#skip(types & 15, depth + 1, false);
        }
        return;
      }
      case compactTypes.struct:
        for (const header of this.#headers(depth + 1)) this.#skip(header.type, depth + 1, true);
        return;
      default:
        throw this.#broken(`${type} is not a wire type`);
    }
  }

  #byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw this.#broken('the bytes end before the value does');
    this.#at++;
    return byte;
  }

  #take(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw this.#broken('the bytes end before the value does');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** No container and no text is larger than what is left: each element takes a byte at least. */
  #size(): number {
    const size = this.#unsigned();
    if (size > BigInt(this.#bytes.length - this.#at)) throw this.#broken('the bytes end before the value does');
    return Number(size);
  }

  #double(): number {
    const at = this.#at;
    this.#take(8);
    return this.#view.getFloat64(at, true);
  }

  #zigzag(): bigint {
    const value = this.#unsigned();
    return (value >> 1n) ^ -(value & 1n);
  }

  #unsigned(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#byte();
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asUintN(64, value);
    }
    throw this.#broken('an integer is longer than 10 bytes');
  }

  #broken(what: string): IsochronError {
    return new IsochronError('INVALID_ARGUMENT', `These bytes are not compact Thrift: at byte ${this.#at}, ${what}.`);
  }
}
