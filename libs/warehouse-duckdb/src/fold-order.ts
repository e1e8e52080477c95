import type { DuckDBDataChunk } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { doubleColumn, intColumn } from './column-reader.ts';

/**
 * How rows are put in order: by the number of their key, then by their instant, twice the time and one more for an event, so that a left
 * row stands before the events of its time. Where both fit into 63 bits they are one column, because what a sort and a read cost
 * goes by the columns and their width.
 */
export interface FoldOrder {
  /** The columns to order by. */
  readonly columns: readonly string[];
  /** SQL for them, of a row that has `id`; `timeMs` is SQL for its time. */
  of(timeMs: string, isEvent: boolean): readonly string[];
  /** SQL for a row that comes after all others. */
  readonly last: readonly string[];
  /** Keys and times of a chunk whose first columns they are. */
  read(chunk: DuckDBDataChunk): { readonly key: Int32Array; readonly ts: Float64Array };
}

const INT_MAX = 2 ** 31 - 1;
const WORD = 2 ** 32;
/** Below the sign, and one less for the row that comes last. */
const BITS_MAX = 62;

/** The order of rows of `keys` keys at times of [fromMs, toMs). */
export function foldOrder(keys: number, fromMs: number, toMs: number): FoldOrder {
  const shift = Math.max(32, Math.ceil(Math.log2(2 * Math.max(1, toMs - fromMs))));
  const fits = Number.isSafeInteger(fromMs) && shift + Math.ceil(Math.log2(keys + 1)) <= BITS_MAX;
  return fits ? packed(fromMs, shift) : plain;
}

const packed = (fromMs: number, shift: number): FoldOrder => ({
  columns: ['p'],
  of: (timeMs, isEvent) => [
    `CAST(id AS BIGINT) * ${2n ** BigInt(shift)} + 2 * (${timeMs} - ${fromMs}) + ${isEvent ? 1 : 0} AS p`,
  ],
  last: ['9223372036854775807 AS p'],
  read: (chunk) => {
    const n = chunk.rowCount;
    const bytes = duckdb.vector_get_data(duckdb.data_chunk_get_vector(chunk.chunk, 0), n * 8);
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, 2 * n);
    const key = new Int32Array(n);
    const ts = new Float64Array(n);
    const keyBits = shift - 32;
    const timeMask = 2 ** keyBits - 1;
    for (let row = 0; row < n; row++) {
      const high = words[2 * row + 1] as number;
      key[row] = high >> keyBits;
      ts[row] = fromMs + Math.floor(((high & timeMask) * WORD + ((words[2 * row] as number) >>> 0)) / 2);
    }
    return { key, ts };
  },
});

const plain: FoldOrder = {
  columns: ['id', 'k'],
  of: (timeMs, isEvent) => ['id', `CAST(2 * (${timeMs}) + ${isEvent ? 1 : 0} AS DOUBLE) AS k`],
  last: [`CAST(${INT_MAX} AS INTEGER) AS id`, 'CAST(0 AS DOUBLE) AS k'],
  read: (chunk) => ({ key: intColumn(chunk, 0), ts: doubleColumn(chunk, 1).map((instant) => Math.floor(instant / 2)) }),
};
