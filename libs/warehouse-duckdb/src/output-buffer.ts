import { type DuckDBAppender, DuckDBDataChunk, type DuckDBType } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { createVector, type Field, type Vector } from '@isochron/schema';
import { put, writeValidity, writeValues } from './value-writer.ts';

const ROWS = 2048;

/** Gathers written rows until they fill a chunk of the engine, then appends it: two int columns and the outputs, in their forms. */
export class OutputBuffer {
  readonly #appender: DuckDBAppender;
  readonly #chunk: DuckDBDataChunk;
  readonly #outputs: readonly Field[];
  readonly #vectors: readonly Vector[];
  readonly #row = new Int32Array(ROWS);
  readonly #day = new Int32Array(ROWS);
  #n = 0;

  constructor(appender: DuckDBAppender, types: readonly DuckDBType[], outputs: readonly Field[]) {
    this.#appender = appender;
    this.#chunk = DuckDBDataChunk.create(types);
    this.#outputs = outputs;
    this.#vectors = outputs.map((output) => createVector(output.type, ROWS));
  }

  append(rows: Int32Array, days: Int32Array, outputs: readonly Vector[], n: number): void {
    for (let from = 0; from < n; ) {
      const to = Math.min(n, from + ROWS - this.#n);
      this.#row.set(rows.subarray(from, to), this.#n);
      this.#day.set(days.subarray(from, to), this.#n);
      for (const [at, vector] of this.#vectors.entries()) copyRows(outputs[at], from, to, vector, this.#n);
      this.#n += to - from;
      from = to;
      if (this.#n === ROWS) this.flush();
    }
  }

  flush(): void {
    const n = this.#n;
    if (n === 0) return;
    this.#n = 0;
    // One chunk for all, because what a chunk holds is freed only when the garbage collector finds it.
    this.#chunk.reset();
    this.#chunk.rowCount = n;
    const raw = this.#chunk.chunk;
    put(duckdb.data_chunk_get_vector(raw, 0), this.#row.subarray(0, n));
    put(duckdb.data_chunk_get_vector(raw, 1), this.#day.subarray(0, n));
    for (const [at, vector] of this.#vectors.entries()) {
      const target = duckdb.data_chunk_get_vector(raw, at + 2);
      const output = this.#outputs[at];
      if (vector.kind !== 'values') {
        // Made by createVector, so over an ArrayBuffer.
        put(target, vector.data.subarray(0, n) as ArrayBufferView<ArrayBuffer>);
        if (vector.valid !== null) writeValidity(target, vector.valid, n);
      } else if (output !== undefined) {
        writeValues(target, output.type, vector.data, n);
      }
    }
    this.#appender.appendDataChunk(this.#chunk);
  }
}

/** Rows [from, to) of one vector to another of the same kind. */
function copyRows(source: Vector | undefined, from: number, to: number, target: Vector, at: number): void {
  if (source === undefined || source.kind !== target.kind) {
    throw new TypeError(`An output is a vector of ${source?.kind ?? 'nothing'} where ${target.kind} was announced.`);
  }
  if (source.kind === 'values' || target.kind === 'values') {
    for (let row = from; row < to; row++) (target.data as unknown[])[at + row - from] = source.data[row];
    return;
  }
  if (source.kind === 'longs' && target.kind === 'longs') target.data.set(source.data.subarray(from, to), at);
  if (source.kind !== 'longs' && target.kind !== 'longs') target.data.set(source.data.subarray(from, to), at);
  if (source.valid === null) target.valid?.fill(1, at, at + to - from);
  else target.valid?.set(source.valid.subarray(from, to), at);
}
