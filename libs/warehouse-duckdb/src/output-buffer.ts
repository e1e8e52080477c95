import { type DuckDBAppender, DuckDBDataChunk, type DuckDBType } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { createVector, type Field, type Value, type Vector, vectorKind } from '@isochron/schema';
import { put, writeValidity, writeValues } from './value-writer.ts';

const CHUNK_ROWS = 2048;
const ROWS_MIN = 128;
/** What the rows gathered for all days may take together: a number has 8 bytes and one for null, a list or a map is guessed. */
const BYTES_MAX = 32 * 2 ** 20;
const NUMBER_BYTES = 9;
const VALUE_BYTES = 1024;
/** How many elements and entries the values that are held may have together: some 100 bytes each, whatever the guess was. */
const PARTS_MAX = 500_000;

/**
 * Gathers written rows day by day and appends them a chunk at a time: two int columns (the row, the number of the day) and the
 * outputs, in their forms. A chunk holds rows of one day, so that whoever reads a day takes whole chunks or none of their rows.
 */
export class OutputBuffer {
  readonly #appender: DuckDBAppender;
  readonly #chunk: DuckDBDataChunk;
  readonly #outputs: readonly Field[];
  readonly #days: readonly DayBuffer[];
  readonly #rowsMax: number;
  /** Positions in what is being written, by day. */
  readonly #positions: Int32Array[];
  readonly #counts: Int32Array;
  #parts = 0;

  constructor(appender: DuckDBAppender, types: readonly DuckDBType[], outputs: readonly Field[], days: number) {
    this.#appender = appender;
    this.#chunk = DuckDBDataChunk.create(types);
    this.#outputs = outputs;
    const valueCount = outputs.filter(({ type }) => vectorKind(type) === 'values').length;
    const rowBytes = NUMBER_BYTES * outputs.length + VALUE_BYTES * valueCount;
    this.#rowsMax = Math.min(CHUNK_ROWS, Math.max(ROWS_MIN, Math.floor(BYTES_MAX / (rowBytes * Math.max(1, days)))));
    this.#days = Array.from({ length: days }, () => ({
      n: 0,
      rows: new Int32Array(this.#rowsMax),
      vectors: outputs.map((output) => createVector(output.type, this.#rowsMax)),
    }));
    this.#positions = Array.from({ length: days }, () => new Int32Array(0));
    this.#counts = new Int32Array(days);
  }

  /** Takes `n` rows; `dayOf[k]` is the number of the day of row k. */
  append(rows: Int32Array, dayOf: Int32Array, outputs: readonly Vector[], n: number): void {
    const counts = this.#counts.fill(0);
    for (let k = 0; k < n; k++) {
      const day = dayOf[k] as number;
      let positions = this.#positions[day] as Int32Array;
      if (positions.length < n) positions = this.#positions[day] = new Int32Array(n);
      positions[(counts[day] as number)++] = k;
    }
    this.#days.forEach((day, number) => {
      const positions = this.#positions[number] as Int32Array;
      const count = counts[number] as number;
      for (let from = 0; from < count; ) {
        const to = Math.min(count, from + this.#rowsMax - day.n);
        const move = { positions, from, to, at: day.n };
        moveInts(day.rows, rows, move);
        for (const [at, vector] of day.vectors.entries()) {
          moveVector(vector, outputs[at], move);
          if (vector.kind === 'values') this.#parts += partsOf(vector.data, move.at, move.at + to - from);
        }
        day.n += to - from;
        from = to;
        if (day.n === this.#rowsMax) this.#flushDay(day, number);
        if (this.#parts > PARTS_MAX) this.flush();
      }
    });
  }

  flush(): void {
    this.#parts = 0;
    for (const [number, day] of this.#days.entries()) this.#flushDay(day, number);
  }

  #flushDay(day: DayBuffer, number: number): void {
    const n = day.n;
    if (n === 0) return;
    day.n = 0;
    // One chunk for all, because what a chunk holds is freed only when the garbage collector finds it.
    this.#chunk.reset();
    this.#chunk.rowCount = n;
    const raw = this.#chunk.chunk;
    put(duckdb.data_chunk_get_vector(raw, 0), day.rows.subarray(0, n));
    put(duckdb.data_chunk_get_vector(raw, 1), new Int32Array(n).fill(number));
    for (const [at, vector] of day.vectors.entries()) {
      const target = duckdb.data_chunk_get_vector(raw, at + 2);
      const output = this.#outputs[at];
      if (vector.kind !== 'values') {
        // Made by createVector, so over an ArrayBuffer.
        put(target, vector.data.subarray(0, n) as ArrayBufferView<ArrayBuffer>);
        if (vector.valid !== null) writeValidity(target, vector.valid, n);
      } else if (output !== undefined) {
        writeValues(target, output.type, vector.data, n);
        vector.data.fill(null, 0, n);
      }
    }
    this.#appender.appendDataChunk(this.#chunk);
  }
}

/** How many elements and entries values have, those inside of them not counted. */
function partsOf(values: readonly Value[], from: number, to: number): number {
  let parts = 0;
  for (let at = from; at < to; at++) {
    const value = values[at] ?? null;
    if (Array.isArray(value)) parts += value.length;
    else if (value instanceof Map) parts += value.size;
  }
  return parts;
}

interface DayBuffer {
  n: number;
  readonly rows: Int32Array<ArrayBuffer>;
  readonly vectors: readonly Vector[];
}

/** Which rows go where: rows positions[from, to) of what is written become rows `at` and on of what is held. */
interface Move {
  readonly positions: Int32Array;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Each kind of array has a loop of its own: one that served them all would be slow for all. */
function moveVector(target: Vector, source: Vector | undefined, move: Move): void {
  if (source === undefined || source.kind !== target.kind) {
    throw new TypeError(`An output is a vector of ${source?.kind ?? 'nothing'} where ${target.kind} was announced.`);
  }
  if (source.kind === 'values' || target.kind === 'values') {
    const { positions, from, to, at } = move;
    for (let p = from; p < to; p++) (target.data as unknown[])[at + p - from] = source.data[positions[p] as number];
    return;
  }
  if (source.kind === 'doubles' && target.kind === 'doubles') moveDoubles(target.data, source.data, move);
  else if (source.kind === 'ints' && target.kind === 'ints') moveInts(target.data, source.data, move);
  else if (source.kind === 'longs' && target.kind === 'longs') moveLongs(target.words, source.words, move);
  if (target.valid === null) return;
  if (source.valid === null) target.valid.fill(1, move.at, move.at + move.to - move.from);
  else moveBytes(target.valid, source.valid, move);
}

function moveDoubles(target: Float64Array, source: Float64Array, { positions, from, to, at }: Move): void {
  for (let p = from; p < to; p++) target[at + p - from] = source[positions[p] as number] as number;
}

function moveInts(target: Int32Array, source: Int32Array, { positions, from, to, at }: Move): void {
  for (let p = from; p < to; p++) target[at + p - from] = source[positions[p] as number] as number;
}

function moveBytes(target: Uint8Array, source: Uint8Array, { positions, from, to, at }: Move): void {
  for (let p = from; p < to; p++) target[at + p - from] = source[positions[p] as number] as number;
}

function moveLongs(target: Int32Array, source: Int32Array, { positions, from, to, at }: Move): void {
  for (let p = from; p < to; p++) {
    const word = 2 * (positions[p] as number);
    const slot = 2 * (at + p - from);
    target[slot] = source[word] as number;
    target[slot + 1] = source[word + 1] as number;
  }
}
