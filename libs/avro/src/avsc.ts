import type { Decimal, Value } from '@isochron/schema';
import { decimalPrecision, rescaleDecimal } from '@isochron/schema';
import avsc from 'avsc';
import { type AvroObject, type AvroSchema, mapLogicalType } from './avro-schema.ts';
import { bytesOfInteger, integerOfBytes } from './decimal-bytes.ts';

/*
 * The one file that knows `avsc`, and the only one of this package that touches Node (avsc reads and writes `Buffer`s).
 *
 * avsc parses schemas, generates the readers and writers of records, and moves bytes. Its own representation of values is not
 * ours in a few places, and there a subclass takes over reading, writing and checking: longs beyond 2^53, `Uint8Array`, decimals,
 * `Map` (avsc reads maps into plain objects, where a key `__proto__` is lost), plain objects for records, and nulls. The methods
 * that they override are avsc's internals: its version is pinned, and the tests of this package guard it.
 */

/** What the codec needs of a compiled schema. */
export type AvscType = {
  /** The position behind the value, or minus the number of bytes that were missing. Throws at the first value that does not fit. */
  encode(value: Value, buffer: Uint8Array, position: number): number;
  /** Throws on bytes that end early, go on, or make no sense. */
  fromBuffer(buffer: Uint8Array): Value;
  /** Calls the hook for every part of the value that does not fit. */
  isValid(
    value: Value,
    options: { errorHook: (path: string[], part: unknown, type: { typeName: string }) => void },
  ): boolean;
};

/** Bytes as avsc wants them; they share memory with what they are made of. */
export const bufferOver = (bytes: Uint8Array): Uint8Array => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

export function avscTypeOf(schema: AvroSchema): AvscType {
  return internals.Type.forSchema(schema, { typeHook, omitRecordMethods: true });
}

declare const Buffer: { from(memory: ArrayBufferLike, offset: number, length: number): Uint8Array };

type Tap = {
  buf: Uint8Array;
  pos: number;
  readLong(): number;
  writeLong(value: number): void;
  readString(): string;
  writeString(text: string): void;
};
type Hook = ((part: unknown, type: unknown) => void) | undefined;

type Internal = AvscType & {
  readonly typeName: string;
  _read(tap: Tap): Value;
  _write(tap: Tap, value: Value): void;
  _check(value: Value, flags: number, hook: Hook, path: string[] | undefined): boolean;
};
type Options = { readonly typeHook: typeof typeHook; readonly omitRecordMethods: boolean };
type Complex<T> = new (schema: unknown, options: Options) => Internal & T;
type RecordInternals = {
  _createConstructor(stack: unknown, plain: boolean): { prototype: object };
  _createWriter(): Internal['_write'];
  _createChecker(): Internal['_check'];
};

/** avsc's published types leave out what is overridden here, and name `Buffer`, which a pure library does not have. */
const internals = avsc as unknown as {
  readonly Type: { forSchema(schema: AvroSchema, options: Options): Internal };
  readonly types: {
    readonly LongType: new () => Internal;
    readonly StringType: new () => Internal;
    readonly BytesType: new () => Internal;
    readonly ArrayType: Complex<{ itemsType: Internal }>;
    readonly MapType: Complex<{ valuesType: Internal }>;
    readonly RecordType: Complex<RecordInternals>;
    readonly UnwrappedUnionType: Complex<{ types: readonly Internal[] }>;
  };
};
const { LongType, StringType, BytesType, ArrayType, MapType, RecordType, UnwrappedUnionType } = internals.types;

/** avsc asks here first for every schema inside the one it compiles; undefined leaves it to avsc. */
function typeHook(schema: AvroSchema, options: Options): Internal | undefined {
  if (isUnion(schema)) return new Nullable(schema, options);
  const type = typeof schema === 'string' ? schema : schema.type;
  switch (type) {
    case 'long':
      return new Long();
    case 'string':
      return new Text();
    case 'bytes':
      return typeof schema !== 'string' && schema['logicalType'] === 'decimal' ? decimalBytes(schema) : new Bytes();
    case 'array':
      return typeof schema !== 'string' && schema['logicalType'] === mapLogicalType
        ? new Entries(schema, options)
        : new List(schema, options);
    case 'map':
      return new StringMap(schema, options);
    case 'record':
      return new Struct(schema, options);
    default:
      return undefined;
  }
}

const isUnion = (schema: AvroSchema): schema is readonly AvroSchema[] => Array.isArray(schema);

/** A failed write or read; the codec says to the caller what and where. */
const unfit = (sentence: string): Error => new Error(sentence);

function report(fits: boolean, part: unknown, type: unknown, hook: Hook): boolean {
  if (!fits && hook) hook(part, type);
  return fits;
}

/** Up to here avsc's arithmetic in doubles, which doubles the number, is exact. */
const EXACT = 2 ** 51;

class Long extends LongType {
  override _read(tap: Tap): Value {
    const start = tap.pos;
    const near = tap.readLong();
    if (near > -EXACT && near < EXACT) return near;
    tap.pos = start;
    return readLongExactly(tap);
  }

  override _write(tap: Tap, value: Value): void {
    if (typeof value === 'number' && value > -EXACT && value < EXACT && Number.isInteger(value)) tap.writeLong(value);
    else if (isLong(value)) writeLongExactly(tap, BigInt(value));
    else throw unfit('not a long');
  }

  override _check(value: Value, _flags: number, hook: Hook): boolean {
    return report(isLong(value), value, this, hook);
  }
}

function isLong(value: Value): value is number | bigint {
  return typeof value === 'bigint' ? BigInt.asIntN(64, value) === value : Number.isSafeInteger(value);
}

/** Zigzag, then seven bits a byte, the low ones first. */
function writeLongExactly(tap: Tap, value: bigint): void {
  let rest = BigInt.asUintN(64, (value << 1n) ^ (value >> 63n));
  for (; rest > 0x7fn; rest >>= 7n) tap.buf[tap.pos++] = Number(rest & 0x7fn) | 0x80;
  tap.buf[tap.pos++] = Number(rest);
}

function readLongExactly(tap: Tap): number | bigint {
  let bits = 0n;
  let byte = 0x80;
  for (let shift = 0n; byte >= 0x80; shift += 7n) {
    if (shift > 63n) throw unfit('a long of more than 10 bytes');
    byte = tap.buf[tap.pos++] ?? 0;
    bits |= BigInt(byte & 0x7f) << shift;
  }
  if (bits >= 1n << 64n) throw unfit('a long of more than 64 bits');
  const value = (bits >> 1n) ^ -(bits & 1n);
  const near = Number(value);
  return Number.isSafeInteger(near) ? near : value;
}

/** A lone surrogate has no UTF-8; it is written as U+FFFD, however long the text. */
class Text extends StringType {
  override _write(tap: Tap, value: Value): void {
    if (typeof value !== 'string') throw unfit('not a string');
    tap.writeString(value.toWellFormed());
  }
}

class Bytes extends BytesType {
  override _read(tap: Tap): Value {
    return readBytes(tap);
  }

  override _write(tap: Tap, value: Value): void {
    if (!(value instanceof Uint8Array)) throw unfit('not bytes');
    writeBytes(tap, value);
  }

  override _check(value: Value, _flags: number, hook: Hook): boolean {
    return report(value instanceof Uint8Array, value, this, hook);
  }
}

/** A copy, so that the value outlives the buffer it was read from. */
function readBytes(tap: Tap): Uint8Array {
  const length = tap.readLong();
  const start = tap.pos;
  if (length < 0 || start + length > tap.buf.length)
    throw unfit(`${length} bytes where ${tap.buf.length - start} are left`);
  tap.pos = start + length;
  return new Uint8Array(tap.buf.subarray(start, tap.pos));
}

function writeBytes(tap: Tap, bytes: Uint8Array): void {
  tap.writeLong(bytes.length);
  if (tap.pos + bytes.length <= tap.buf.length) tap.buf.set(bytes, tap.pos);
  tap.pos += bytes.length;
}

/** A function around the class, because avsc freezes its types before a constructor of ours could set a field. */
function decimalBytes(schema: AvroObject): Internal {
  const precision = Number(schema['precision']);
  const scale = Number(schema['scale'] ?? 0);
  const fitting = (value: Value): Decimal | undefined => {
    if (!isDecimal(value)) return undefined;
    const rescaled = rescaleDecimal(value, scale);
    return decimalPrecision(rescaled) <= precision ? rescaled : undefined;
  };
  class DecimalBytes extends BytesType {
    override _read(tap: Tap): Value {
      return { unscaled: integerOfBytes(readBytes(tap)), scale };
    }

    override _write(tap: Tap, value: Value): void {
      const decimal = fitting(value);
      if (decimal === undefined) throw unfit('not a decimal of this precision');
      writeBytes(tap, bytesOfInteger(decimal.unscaled));
    }

    override _check(value: Value, _flags: number, hook: Hook): boolean {
      return report(fitting(value) !== undefined, value, { typeName: `decimal(${precision}, ${scale})` }, hook);
    }
  }
  return new DecimalBytes();
}

function isDecimal(value: Value): value is Decimal {
  return typeof value === 'object' && value !== null && 'unscaled' in value && typeof value['unscaled'] === 'bigint';
}

/** A missing property is a null. */
class Nullable extends UnwrappedUnionType {
  override _read(tap: Tap): Value {
    const branch = this.types[tap.readLong()];
    if (branch === undefined) throw unfit('a union branch that the schema does not have');
    return branch._read(tap);
  }

  override _write(tap: Tap, value: Value): void {
    const nullFirst = this.types[0]?.typeName === 'null';
    const isNull = value === null || value === undefined;
    tap.writeLong(isNull === nullFirst ? 0 : 1);
    if (!isNull) this.types[nullFirst ? 1 : 0]?._write(tap, value);
  }

  override _check(value: Value, flags: number, hook: Hook, path: string[] | undefined): boolean {
    if (value === null || value === undefined) return true;
    const branch = this.types[this.types[0]?.typeName === 'null' ? 1 : 0];
    return branch?._check(value, flags, hook, path) ?? false;
  }
}

/**
 * The number of items in the next block, 0 at the end. An item takes a byte at least, so that a count beyond the bytes left is
 * found out before it is believed. (Records without fields take none; a plain array of them is refused here.)
 */
function blockLength(tap: Tap): number {
  let count = tap.readLong();
  if (count < 0) {
    count = -count;
    tap.readLong();
  }
  if (count > tap.buf.length - tap.pos) throw unfit(`${count} items where ${tap.buf.length - tap.pos} bytes are left`);
  return count;
}

class List extends ArrayType {
  override _read(tap: Tap): Value {
    const items: Value[] = [];
    for (let count = blockLength(tap); count > 0; count = blockLength(tap)) {
      for (; count > 0; count--) items.push(this.itemsType._read(tap));
    }
    return items;
  }

  override _write(tap: Tap, value: Value): void {
    if (!isList(value)) throw unfit('not a list');
    if (value.length > 0) tap.writeLong(value.length);
    for (const item of value) this.itemsType._write(tap, item);
    tap.writeLong(0);
  }
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

class StringMap extends MapType {
  override _read(tap: Tap): Value {
    const map = new Map<Value, Value>();
    for (let count = blockLength(tap); count > 0; count = blockLength(tap)) {
      for (; count > 0; count--) {
        const key = tap.readString();
        map.set(key, this.valuesType._read(tap));
      }
    }
    return map;
  }

  override _write(tap: Tap, value: Value): void {
    if (!(value instanceof Map)) throw unfit('not a Map');
    if (value.size > 0) tap.writeLong(value.size);
    for (const [key, item] of value) {
      if (typeof key !== 'string') throw unfit('not a string for a key');
      tap.writeString(key.toWellFormed());
      this.valuesType._write(tap, item);
    }
    tap.writeLong(0);
  }

  override _check(value: Value, flags: number, hook: Hook, path: string[] = []): boolean {
    if (!(value instanceof Map)) return report(false, value, this, hook);
    return [...value].every(
      ([key, item]) =>
        report(typeof key === 'string', key, { typeName: 'string' }, hook) &&
        within(path, String(key), () => this.valuesType._check(item, flags, hook, path)),
    );
  }
}

/** A map whose keys are not strings, as an array of {key, value}. */
class Entries extends ArrayType {
  override _read(tap: Tap): Value {
    const map = new Map<Value, Value>();
    for (let count = blockLength(tap); count > 0; count = blockLength(tap)) {
      for (; count > 0; count--) {
        // The items are records of key and value: `dataTypeOf` refuses others before this is compiled.
        const entry = this.itemsType._read(tap) as { readonly key: Value; readonly value: Value };
        map.set(entry.key, entry.value);
      }
    }
    return map;
  }

  override _write(tap: Tap, value: Value): void {
    if (!(value instanceof Map)) throw unfit('not a Map');
    if (value.size > 0) tap.writeLong(value.size);
    for (const [key, item] of value) this.itemsType._write(tap, { key, value: item });
    tap.writeLong(0);
  }

  override _check(value: Value, flags: number, hook: Hook, path: string[] = []): boolean {
    if (!(value instanceof Map)) return report(false, value, { typeName: 'map' }, hook);
    return [...value].every(([key, item], index) =>
      within(path, String(index), () => this.itemsType._check({ key, value: item }, flags, hook, path)),
    );
  }
}

/** avsc's hook reads `path` at the moment of the report. */
function within(path: string[], step: string, check: () => boolean): boolean {
  path.push(step);
  const fits = check();
  path.pop();
  return fits;
}

/** Read as a plain object; and what is not an object is not taken for one whose fields are all missing. */
class Struct extends RecordType {
  override _createConstructor(stack: unknown, plain: boolean): { prototype: object } {
    const create = super._createConstructor(stack, plain);
    create.prototype = Object.prototype;
    return create;
  }

  override _createWriter(): Internal['_write'] {
    const write = super._createWriter();
    return (tap, value) => {
      if (!isStruct(value)) throw unfit('not a struct');
      write(tap, value);
    };
  }

  override _createChecker(): Internal['_check'] {
    const check = super._createChecker();
    return (value, flags, hook, path) =>
      isStruct(value) ? check.call(this, value, flags, hook, path) : report(false, value, this, hook);
  }
}

const isStruct = (value: Value): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Map) &&
  !(value instanceof Uint8Array);
