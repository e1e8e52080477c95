import { type DuckDBDataChunk, INTEGER } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { type Field, type Vector, vectorKind } from '@isochron/schema';
import type { DayNumbers, KeptRows } from './kept-rows.ts';
import { formDuckDbType, type RowSource, type RowSources } from './row-sources.ts';
import { put, writeValidity } from './value-writer.ts';

const CHUNK_ROWS = 2048;
const NEAR_ROWS = 256;
const FLAGS = 32;
/** Of a row's flags the first says that it was written, the next ones which outputs are not null. */
const WRITTEN = 1;

/**
 * Rows in memory by their numbers, from where the engine takes them when they are published: they pass through no table, and come out
 * in the order of the left rows. For as many rows as the memory holds, with outputs of numbers.
 *
 * A row is a record of 32-bit words: its flags, then each output in one word or two. What is written together then lies together.
 */
export class RowsInMemory implements KeptRows, RowSource {
  readonly isOrdered = true;
  readonly columns: RowSource['columns'];
  readonly #sources: RowSources;
  readonly #id: number;
  readonly #days: readonly DayNumbers[];
  readonly #giveBack: () => Promise<void>;
  readonly #outputs: readonly OutputWords[];
  readonly #stride: number;
  readonly #flagWords: number;
  #words: Int32Array;
  #isClosed = false;
  readonly #places = new Int32Array(CHUNK_ROWS);
  readonly #numbers = new Int32Array(CHUNK_ROWS);
  readonly #data = new Int32Array(2 * CHUNK_ROWS);
  readonly #valid = new Uint8Array(CHUNK_ROWS);

  /** `giveBack` is called once, when the memory is no longer held. */
  constructor(
    sources: RowSources,
    outputs: readonly Field[],
    { days, numbers }: { readonly days: readonly DayNumbers[]; readonly numbers: number },
    giveBack: () => Promise<void>,
  ) {
    this.#sources = sources;
    this.#days = days;
    this.#giveBack = giveBack;
    this.#outputs = outputWords(outputs);
    this.#stride = strideOf(outputs);
    this.#flagWords = flagWords(outputs);
    this.#words = new Int32Array(numbers * this.#stride);
    this.columns = [
      { name: 'rn', type: INTEGER },
      ...outputs.map(({ type }, at) => ({ name: `f${at}`, type: formDuckDbType(type) })),
    ];
    this.#id = sources.add(this);
  }

  /** The memory for rows of `numbers` numbers; undefined where an output is not of numbers. */
  static bytes(outputs: readonly Field[], numbers: number): number | undefined {
    if (outputs.some(({ type }) => vectorKind(type) === 'values')) return undefined;
    return 4 * numbers * strideOf(outputs);
  }

  write(rows: Int32Array, outputs: readonly Vector[], n: number): void {
    const sources = this.#outputs.map((output, at) => {
      const vector = outputs[at];
      if (vector === undefined || vector.kind === 'values' || vector.kind !== output.kind) {
        throw new TypeError(
          `An output is a vector of ${vector?.kind ?? 'nothing'} where ${output.kind} was announced.`,
        );
      }
      const { data, valid } = vector;
      return { output, data: new Int32Array(data.buffer, data.byteOffset, output.width * n), valid };
    });
    for (let from = 0; from < n; from += NEAR_ROWS) this.#writeSome(rows, sources, from, Math.min(n, from + NEAR_ROWS));
  }

  /** Rows [from, to), few enough that their records stay close while all outputs are written. */
  #writeSome(rows: Int32Array, sources: readonly OutputSource[], from: number, to: number): void {
    const words = this.#words;
    const places = this.#places;
    const flags = this.#data;
    const n = to - from;
    setPlaces(places, rows, this.#stride, from, n);
    for (let flagWord = 0; flagWord < this.#flagWords; flagWord++) {
      flags.fill(flagWord === 0 ? WRITTEN : 0, 0, n);
      for (const { output, valid } of sources) {
        if (output.flagWord === flagWord) addFlags(flags, valid, output.flag, from, n);
      }
      scatterWords(words, flagWord, places, flags, 0, n);
    }
    for (const { output, data } of sources) {
      if (output.width === 1) scatterWords(words, output.word, places, data, from, n);
      else scatterPairs(words, output.word, places, data, from, n);
    }
  }

  finish(): void {}

  relationOf(day: number): string {
    const { first, end, step } = this.#days[day] ?? { first: 0, end: 0, step: 1 };
    return this.#sources.relation(this.#id, first, end, step);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#sources.remove(this.#id);
    this.#words = new Int32Array(0);
    await this.#giveBack();
  }

  fill(chunk: DuckDBDataChunk, from: number, end: number, step: number): number {
    const places = this.#places;
    const numbers = this.#numbers;
    let n = 0;
    let row = from;
    for (; row < end && n < CHUNK_ROWS; row += step) {
      const place = row * this.#stride;
      if (((this.#words[place] as number) & WRITTEN) === 0) continue;
      places[n] = place;
      numbers[n++] = row;
    }
    chunk.rowCount = n;
    if (n === 0) return row;
    put(duckdb.data_chunk_get_vector(chunk.chunk, 0), numbers.subarray(0, n));
    for (const [at, output] of this.#outputs.entries()) {
      this.#fillColumn(duckdb.data_chunk_get_vector(chunk.chunk, at + 1), output, n);
    }
    return row;
  }

  #fillColumn(vector: duckdb.Vector, { word, width, flagWord, flag }: OutputWords, n: number): void {
    const data = this.#data;
    if (width === 1) gatherWords(data, this.#words, word, this.#places, n);
    else gatherPairs(data, this.#words, word, this.#places, n);
    put(vector, data.subarray(0, width * n));
    if (gatherFlags(this.#valid, this.#words, flagWord, this.#places, flag, n) < n)
      writeValidity(vector, this.#valid, n);
  }
}

/** Where an output stands in a record. */
interface OutputWords {
  readonly kind: 'ints' | 'doubles' | 'longs';
  readonly word: number;
  readonly width: 1 | 2;
  readonly flagWord: number;
  /** The bit that says that it is not null. */
  readonly flag: number;
}

/** What is written of an output. */
interface OutputSource {
  readonly output: OutputWords;
  readonly data: Int32Array;
  readonly valid: Uint8Array | null;
}

const flagWords = (outputs: readonly Field[]): number => Math.ceil((1 + outputs.length) / FLAGS);

function outputWords(outputs: readonly Field[]): OutputWords[] {
  let word = flagWords(outputs);
  return outputs.map(({ type }, at) => {
    const kind = vectorKind(type);
    if (kind === 'values') throw new TypeError('a record holds numbers alone');
    const width = kind === 'ints' ? 1 : 2;
    const found = { kind, word, width, flagWord: Math.floor((at + 1) / FLAGS), flag: (at + 1) % FLAGS } as const;
    word += width;
    return found;
  });
}

const strideOf = (outputs: readonly Field[]): number =>
  flagWords(outputs) + outputs.reduce((sum, { type }) => sum + (vectorKind(type) === 'ints' ? 1 : 2), 0);

function setPlaces(places: Int32Array, rows: Int32Array, stride: number, from: number, n: number): void {
  for (let k = 0; k < n; k++) places[k] = (rows[from + k] as number) * stride;
}

function addFlags(flags: Int32Array, valid: Uint8Array | null, flag: number, from: number, n: number): void {
  if (valid === null) for (let k = 0; k < n; k++) flags[k] = (flags[k] as number) | (1 << flag);
  else for (let k = 0; k < n; k++) flags[k] = (flags[k] as number) | ((valid[from + k] as number) << flag);
}

function scatterWords(
  words: Int32Array,
  word: number,
  places: Int32Array,
  source: Int32Array,
  from: number,
  n: number,
): void {
  for (let k = 0; k < n; k++) words[(places[k] as number) + word] = source[from + k] as number;
}

function scatterPairs(
  words: Int32Array,
  word: number,
  places: Int32Array,
  source: Int32Array,
  from: number,
  n: number,
): void {
  for (let k = 0; k < n; k++) {
    const at = (places[k] as number) + word;
    words[at] = source[2 * (from + k)] as number;
    words[at + 1] = source[2 * (from + k) + 1] as number;
  }
}

function gatherWords(to: Int32Array, words: Int32Array, word: number, places: Int32Array, n: number): void {
  for (let k = 0; k < n; k++) to[k] = words[(places[k] as number) + word] as number;
}

function gatherPairs(to: Int32Array, words: Int32Array, word: number, places: Int32Array, n: number): void {
  for (let k = 0; k < n; k++) {
    const at = (places[k] as number) + word;
    to[2 * k] = words[at] as number;
    to[2 * k + 1] = words[at + 1] as number;
  }
}

/** Answers how many are 1. */
function gatherFlags(
  to: Uint8Array,
  words: Int32Array,
  word: number,
  places: Int32Array,
  flag: number,
  n: number,
): number {
  let sum = 0;
  for (let k = 0; k < n; k++) {
    const valid = ((words[(places[k] as number) + word] as number) >>> flag) & 1;
    to[k] = valid;
    sum += valid;
  }
  return sum;
}
