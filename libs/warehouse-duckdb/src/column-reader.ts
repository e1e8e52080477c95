import type { DuckDBDataChunk } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { type DataType, type Value, type Vector, vectorKind } from '@isochron/schema';
import { validityBits, valueReader } from './value-reader.ts';

/** Column `at` of a chunk, in the form of its type, as a vector. Its memory is its own: a copy that the bindings made. */
export function readColumn(chunk: DuckDBDataChunk, at: number, type: DataType): Vector {
  const n = chunk.rowCount;
  const kind = vectorKind(type);
  const raw = duckdb.data_chunk_get_vector(chunk.chunk, at);
  if (kind === 'values') return { kind, data: readValues(raw, type, n) };
  const valid = readValid(raw, n);
  switch (kind) {
    case 'ints':
      return { kind, data: readInts(raw, n), valid };
    case 'doubles':
      return { kind, data: readDoubles(raw, n), valid };
    case 'longs': {
      const bytes = duckdb.vector_get_data(raw, n * 8);
      const words = new Int32Array(bytes.buffer, bytes.byteOffset, n * 2);
      return { kind, data: new BigInt64Array(bytes.buffer, bytes.byteOffset, n), words, valid };
    }
  }
}

export function intColumn(chunk: DuckDBDataChunk, at: number): Int32Array {
  return readInts(duckdb.data_chunk_get_vector(chunk.chunk, at), chunk.rowCount);
}

export function doubleColumn(chunk: DuckDBDataChunk, at: number): Float64Array {
  return readDoubles(duckdb.data_chunk_get_vector(chunk.chunk, at), chunk.rowCount);
}

function readInts(raw: duckdb.Vector, n: number): Int32Array {
  const bytes = duckdb.vector_get_data(raw, n * 4);
  return new Int32Array(bytes.buffer, bytes.byteOffset, n);
}

function readDoubles(raw: duckdb.Vector, n: number): Float64Array {
  const bytes = duckdb.vector_get_data(raw, n * 8);
  return new Float64Array(bytes.buffer, bytes.byteOffset, n);
}

/** One byte a row of the engine's one bit a row; null when no row is null. */
function readValid(raw: duckdb.Vector, n: number): Uint8Array | null {
  const bits = validityBits(raw, n);
  if (bits === null || isFull(bits, n)) return null;
  const valid = new Uint8Array(n);
  for (let row = 0; row < n; row++) valid[row] = ((bits[row >> 3] as number) >> (row & 7)) & 1;
  return valid;
}

function isFull(bits: Uint8Array, n: number): boolean {
  const whole = n >> 3;
  for (let at = 0; at < whole; at++) if (bits[at] !== 255) return false;
  const rest = (1 << (n & 7)) - 1;
  return rest === 0 || ((bits[whole] as number) & rest) === rest;
}

function readValues(raw: duckdb.Vector, type: DataType, n: number): Value[] {
  const read = valueReader(raw, type, n);
  const data = new Array<Value>(n).fill(null);
  for (let row = 0; row < n; row++) data[row] = read(row);
  return data;
}
