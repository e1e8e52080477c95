import duckdb from '@duckdb/node-bindings';
import type { DataType, DecimalType, MapType, StructType, Value } from '@isochron/schema';

/**
 * Reads the values of rows [0, n) of a vector of the engine whose type is the stored form of `type`, one at a time: the counterpart of
 * `writeValues`. Text is decoded here, because the driver's own decoder drops a byte order mark at its beginning.
 */
export function valueReader(vector: duckdb.Vector, type: DataType, n: number): (row: number) => Value {
  const read = presentReader(vector, type, n);
  const bits = validityBits(vector, n);
  if (bits === null) return read;
  return (row) => (((bits[row >> 3] as number) >> (row & 7)) & 1 ? read(row) : null);
}

/** The bindings give nothing, against their type, where no row is null. */
export function validityBits(vector: duckdb.Vector, n: number): Uint8Array | null {
  const bits: Uint8Array | null | undefined = duckdb.vector_get_validity(vector, Math.ceil(n / 64) * 8);
  return bits ?? null;
}

type Reader = (row: number) => Value;

/** Of rows that are not null. */
function presentReader(vector: duckdb.Vector, type: DataType, n: number): Reader {
  switch (type.kind) {
    case 'boolean': {
      const data = duckdb.vector_get_data(vector, n);
      return (row) => data[row] !== 0;
    }
    case 'byte':
      return numberReader(numbersOf(Int8Array, vector, n));
    case 'short':
      return numberReader(numbersOf(Int16Array, vector, n));
    case 'int':
    case 'date':
      return numberReader(numbersOf(Int32Array, vector, n));
    case 'float':
      return numberReader(numbersOf(Float32Array, vector, n));
    case 'double':
      return numberReader(numbersOf(Float64Array, vector, n));
    case 'long': {
      const data = numbersOf(BigInt64Array, vector, n);
      return (row) => narrowed(data[row] as bigint);
    }
    case 'timestamp': {
      const data = numbersOf(BigInt64Array, vector, n);
      return (row) => Math.floor(Number(data[row]) / 1000);
    }
    case 'string':
      return textReader(vector, n);
    case 'binary': {
      const bytes = bytesReader(vector, n);
      return (row) => new Uint8Array(bytes(row));
    }
    case 'decimal':
      return decimalReader(vector, type, n);
    case 'list': {
      const size = duckdb.list_vector_get_size(vector);
      const element = valueReader(duckdb.list_vector_get_child(vector), type.element, size);
      return listReader(vector, n, element);
    }
    case 'map':
      return mapReader(vector, type, n);
    case 'struct':
      return structReader(vector, type, n);
  }
}

const numberReader =
  (data: ArrayLike<number>): Reader =>
  (row) =>
    data[row] as number;

interface NumberArray<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, offset: number, length: number): T;
}

function numbersOf<T>(array: NumberArray<T>, vector: duckdb.Vector, n: number): T {
  const bytes = duckdb.vector_get_data(vector, n * array.BYTES_PER_ELEMENT);
  return new array(bytes.buffer, bytes.byteOffset, n);
}

const narrowed = (value: bigint): number | bigint => (Number.isSafeInteger(Number(value)) ? Number(value) : value);

/** A text, or bytes, has 16 bytes of its own: its length, and up to 12 bytes themselves, or after four of them where all are. */
const [TEXT_BYTES, SHORT_MAX] = [16, 12];
const NOT_ASCII = 0x8080_8080;

function bytesReader(vector: duckdb.Vector, n: number): (row: number) => Uint8Array {
  const data = duckdb.vector_get_data(vector, n * TEXT_BYTES);
  const lengths = new Uint32Array(data.buffer, data.byteOffset, n * 4);
  return (row) => {
    const start = row * TEXT_BYTES;
    const length = lengths[4 * row] as number;
    if (length <= SHORT_MAX) return data.subarray(start + 4, start + 4 + length);
    // The bindings want an ArrayBuffer, which the memory of a vector always is.
    return duckdb.get_data_from_pointer(data.buffer as ArrayBuffer, data.byteOffset + start + 8, length);
  };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Most texts are short and of ASCII, and those are made without a decoder, which costs more than they do. To ignore a byte order mark is to keep it, as a
 * buffer does.
 */
function textReader(vector: duckdb.Vector, n: number): Reader {
  const data = duckdb.vector_get_data(vector, n * TEXT_BYTES);
  const words = new Uint32Array(data.buffer, data.byteOffset, n * 4);
  const buffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const bytes = bytesReader(vector, n);
  return (row) => {
    const at = 4 * row;
    const start = row * TEXT_BYTES + 4;
    const length = words[at] as number;
    if (length > SHORT_MAX) return decoder.decode(bytes(row));
    const all = (words[at + 1] as number) | (words[at + 2] as number) | (words[at + 3] as number);
    return (all & NOT_ASCII) === 0 ? asciiText(data, start, length) : buffer.toString('utf8', start, start + length);
  };
}

function asciiText(data: Uint8Array, start: number, length: number): string {
  let text = '';
  for (let at = start; at < start + length; at++) text += String.fromCharCode(data[at] as number);
  return text;
}

/** A decimal is a whole number of 16, 32, 64 or 128 bits, by its precision. */
function decimalReader(vector: duckdb.Vector, { precision, scale }: DecimalType, n: number): Reader {
  const unscaled = unscaledReader(vector, precision, n);
  return (row) => ({ unscaled: unscaled(row), scale });
}

function unscaledReader(vector: duckdb.Vector, precision: number, n: number): (row: number) => bigint {
  if (precision > 18) {
    const high = numbersOf(BigInt64Array, vector, 2 * n);
    const low = new BigUint64Array(high.buffer, high.byteOffset, 2 * n);
    return (row) => ((high[2 * row + 1] as bigint) << 64n) | (low[2 * row] as bigint);
  }
  if (precision > 9) {
    const data = numbersOf(BigInt64Array, vector, n);
    return (row) => data[row] as bigint;
  }
  const data = precision > 4 ? numbersOf(Int32Array, vector, n) : numbersOf(Int16Array, vector, n);
  return (row) => BigInt(data[row] as number);
}

/** Where a list begins among the elements of all, and how many it has: two numbers of 64 bits, of which the low halves do. */
function entriesOf(vector: duckdb.Vector, n: number): Uint32Array {
  const bytes = duckdb.vector_get_data(vector, n * 16);
  return new Uint32Array(bytes.buffer, bytes.byteOffset, n * 4);
}

function listReader(vector: duckdb.Vector, n: number, element: Reader): Reader {
  const entries = entriesOf(vector, n);
  return (row) => {
    const [first, length] = [entries[4 * row] as number, entries[4 * row + 2] as number];
    return Array.from({ length }, (_, at) => element(first + at));
  };
}

/** A map is a list of structs of a key and a value. */
function mapReader(vector: duckdb.Vector, type: MapType, n: number): Reader {
  const entries = entriesOf(vector, n);
  const size = duckdb.list_vector_get_size(vector);
  const pairs = duckdb.list_vector_get_child(vector);
  const key = valueReader(duckdb.struct_vector_get_child(pairs, 0), type.key, size);
  const value = valueReader(duckdb.struct_vector_get_child(pairs, 1), type.value, size);
  return (row) => {
    const map = new Map<Value, Value>();
    const end = (entries[4 * row] as number) + (entries[4 * row + 2] as number);
    for (let at = entries[4 * row] as number; at < end; at++) map.set(key(at), value(at));
    return map;
  };
}

/** The fields of the stored form stand as the type has them. */
function structReader(vector: duckdb.Vector, { fields }: StructType, n: number): Reader {
  const readers = fields.map(
    ({ name, type }, at) => [name, valueReader(duckdb.struct_vector_get_child(vector, at), type, n)] as const,
  );
  return (row) => Object.fromEntries(readers.map(([name, read]) => [name, read(row)]));
}
