import type { DataType, Value } from './data-type.ts';

/**
 * One column of a batch of rows, laid out for loops.
 *
 * | kind      | of types                                | data |
 * |-----------|-----------------------------------------|------|
 * | `ints`    | boolean (0, 1), byte, short, int, date  | `Int32Array` |
 * | `doubles` | float, double                           | `Float64Array` |
 * | `longs`   | long, timestamp (milliseconds)          | `BigInt64Array`, and the same bytes as little-endian 32-bit words |
 * | `values`  | every other type                        | an array of {@link Value}; null is `null` |
 *
 * `valid[r]` is 1 where row r has a value and 0 where it is null; `valid` itself is null when no row is null. `values` need no
 * `valid`: nullness is in the data. What stands in `data` at a null row means nothing.
 */
export type Vector = IntVector | DoubleVector | LongVector | ValueVector;

export type IntVector = { readonly kind: 'ints'; readonly data: Int32Array; valid: Uint8Array | null };
export type DoubleVector = { readonly kind: 'doubles'; readonly data: Float64Array; valid: Uint8Array | null };
export type LongVector = {
  readonly kind: 'longs';
  readonly data: BigInt64Array;
  /** The low word of row r is `words[2 * r]` (read it unsigned: `>>> 0`), the high word `words[2 * r + 1]`. */
  readonly words: Int32Array;
  valid: Uint8Array | null;
};
export type ValueVector = { readonly kind: 'values'; readonly data: Value[] };

export type VectorKind = Vector['kind'];

const TWO_32 = 4294967296;

/** Which layout a column of this type has. */
export function vectorKind(type: DataType): VectorKind {
  switch (type.kind) {
    case 'boolean':
    case 'byte':
    case 'short':
    case 'int':
    case 'date':
      return 'ints';
    case 'float':
    case 'double':
      return 'doubles';
    case 'long':
    case 'timestamp':
      return 'longs';
    default:
      return 'values';
  }
}

/** A vector of `length` nulls, ready to be written to. */
export function createVector(type: DataType, length: number): Vector {
  const kind = vectorKind(type);
  switch (kind) {
    case 'ints':
      return { kind, data: new Int32Array(length), valid: new Uint8Array(length) };
    case 'doubles':
      return { kind, data: new Float64Array(length), valid: new Uint8Array(length) };
    case 'longs': {
      const data = new BigInt64Array(length);
      return { kind, data, words: new Int32Array(data.buffer), valid: new Uint8Array(length) };
    }
    case 'values':
      return { kind, data: new Array<Value>(length).fill(null) };
  }
}

/** Rows [from, to) of a vector, sharing its memory (a `values` vector is copied). */
export function sliceVector(vector: Vector, from: number, to: number): Vector {
  switch (vector.kind) {
    case 'ints':
      return { kind: 'ints', data: vector.data.subarray(from, to), valid: sliceValid(vector.valid, from, to) };
    case 'doubles':
      return { kind: 'doubles', data: vector.data.subarray(from, to), valid: sliceValid(vector.valid, from, to) };
    case 'longs':
      return {
        kind: 'longs',
        data: vector.data.subarray(from, to),
        words: vector.words.subarray(2 * from, 2 * to),
        valid: sliceValid(vector.valid, from, to),
      };
    case 'values':
      return { kind: 'values', data: vector.data.slice(from, to) };
  }
}

/** The rows at these places, in their order, in memory of their own. */
export function gatherVector(vector: Vector, places: Int32Array): Vector {
  const n = places.length;
  switch (vector.kind) {
    case 'values':
      return { kind: 'values', data: Array.from(places, (place) => vector.data[place] ?? null) };
    case 'ints':
      return {
        kind: 'ints',
        data: places.map((place) => vector.data[place] ?? 0),
        valid: gatherValid(vector.valid, places),
      };
    case 'doubles': {
      const data = new Float64Array(n);
      for (let at = 0; at < n; at++) data[at] = vector.data[places[at] as number] as number;
      return { kind: 'doubles', data, valid: gatherValid(vector.valid, places) };
    }
    case 'longs': {
      const data = new BigInt64Array(n);
      const words = new Int32Array(data.buffer);
      for (let at = 0; at < n; at++) {
        const from = 2 * (places[at] as number);
        words[2 * at] = vector.words[from] as number;
        words[2 * at + 1] = vector.words[from + 1] as number;
      }
      return { kind: 'longs', data, words, valid: gatherValid(vector.valid, places) };
    }
  }
}

function gatherValid(valid: Uint8Array | null, places: Int32Array): Uint8Array | null {
  if (valid === null) return null;
  const kept = new Uint8Array(places.length);
  for (let at = 0; at < places.length; at++) kept[at] = valid[places[at] as number] as number;
  return kept;
}

/** A vector of the given values. A value of the wrong JavaScript type for `type` is a fault of the caller, not checked here. */
export function vectorOf(type: DataType, values: readonly Value[]): Vector {
  const vector = createVector(type, values.length);
  values.forEach((value, row) => {
    setValue(vector, row, value);
  });
  return vector;
}

/** The value at a row, as {@link DataType} says it is held. `type` tells boolean from int and timestamp from long. */
export function getValue(type: DataType, vector: Vector, row: number): Value {
  if (vector.kind === 'values') return vector.data[row] ?? null;
  if (vector.valid !== null && vector.valid[row] !== 1) return null;
  switch (vector.kind) {
    case 'ints':
      return type.kind === 'boolean' ? vector.data[row] === 1 : (vector.data[row] ?? null);
    case 'doubles':
      return vector.data[row] ?? null;
    case 'longs':
      return readLong(vector.words, row);
  }
}

/** Writes one value; a vector made by {@link createVector} has the `valid` array this needs. */
export function setValue(vector: Vector, row: number, value: Value): void {
  if (vector.kind === 'values') {
    vector.data[row] = value;
    return;
  }
  if (vector.valid !== null) vector.valid[row] = value === null ? 0 : 1;
  if (value === null) return;
  switch (vector.kind) {
    case 'ints':
    case 'doubles':
      vector.data[row] = Number(value);
      return;
    case 'longs':
      vector.data[row] = BigInt(value as number | bigint);
      return;
  }
}

/** The long at a row: a number while it is a safe integer, else a bigint. */
export function readLong(words: Int32Array, row: number): number | bigint {
  const low = words[2 * row] as number;
  const high = words[2 * row + 1] as number;
  const near = high * TWO_32 + (low >>> 0);
  return Number.isSafeInteger(near) ? near : (BigInt(high) << 32n) | BigInt(low >>> 0);
}

/** Writes a safe integer as a long without making a bigint of it. */
export function writeSafeLong(words: Int32Array, row: number, value: number): void {
  words[2 * row] = value | 0;
  words[2 * row + 1] = Math.floor(value / TWO_32);
}

function sliceValid(valid: Uint8Array | null, from: number, to: number): Uint8Array | null {
  return valid === null ? null : valid.subarray(from, to);
}
