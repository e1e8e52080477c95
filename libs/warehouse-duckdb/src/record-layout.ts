import { createVector, type Field, type Vector, vectorKind } from '@isochron/schema';
import { FOLD_CHUNK_ROWS_MAX, type FoldChunk } from '@isochron/warehouse';
import type { Packing } from './fold-packing.ts';

/**
 * How a row of a fold is kept as 32-bit words: its place in two, low word first, then each input in one (ints) or two. A left row has its
 * number where events have the first input; if there is none, in a word of its own.
 */
export interface RecordLayout {
  readonly packing: Packing;
  readonly inputs: readonly Field[];
  readonly columns: readonly RecordColumn[];
  /** How many words a record has. */
  readonly stride: number;
}

export interface RecordColumn {
  readonly kind: 'ints' | 'doubles' | 'longs';
  /** The first of its words. */
  readonly word: number;
  readonly words: 1 | 2;
}

export const PLACE_WORDS = 2;

/** undefined where an input is not of numbers. */
export function recordLayout(inputs: readonly Field[], packing: Packing): RecordLayout | undefined {
  const columns: RecordColumn[] = [];
  let stride = PLACE_WORDS;
  const kinds = inputs.length === 0 ? (['ints'] as const) : inputs.map(({ type }) => vectorKind(type));
  for (const kind of kinds) {
    if (kind === 'values') return undefined;
    const words = kind === 'ints' ? 1 : 2;
    columns.push({ kind, word: stride, words });
    stride += words;
  }
  return { packing, inputs, columns, stride };
}

/** Copies the words of `n` rows of a column, from row `from` on, to records that begin at `at[0]`, …, `at[n - 1]`. */
export function scatterColumn(
  column: Int32Array,
  width: 1 | 2,
  at: Int32Array,
  from: number,
  n: number,
  records: Int32Array,
  word: number,
): void {
  if (width === 1) {
    for (let r = 0; r < n; r++) records[(at[r] as number) + word] = column[from + r] as number;
    return;
  }
  for (let r = 0; r < n; r++) {
    const to = (at[r] as number) + word;
    records[to] = column[2 * (from + r)] as number;
    records[to + 1] = column[2 * (from + r) + 1] as number;
  }
}

/** Turns records into columns of a chunk, which is written again each time. */
export class ChunkWriter {
  readonly #layout: RecordLayout;
  readonly #key = new Int32Array(FOLD_CHUNK_ROWS_MAX);
  readonly #ts = new Float64Array(FOLD_CHUNK_ROWS_MAX);
  readonly #row = new Int32Array(FOLD_CHUNK_ROWS_MAX);
  readonly #inputs: readonly Vector[];
  readonly #valid: readonly Uint8Array[];
  /** The words of each input's data. */
  readonly #inputWords: readonly Int32Array[];
  readonly #number = new Int32Array(PLACE_WORDS);
  readonly #asDouble = new Float64Array(this.#number.buffer);

  constructor(layout: RecordLayout) {
    this.#layout = layout;
    this.#inputs = layout.inputs.map(({ type }) => createVector(type, FOLD_CHUNK_ROWS_MAX));
    this.#valid = layout.inputs.map(() => new Uint8Array(FOLD_CHUNK_ROWS_MAX));
    this.#inputWords = this.#inputs.map((vector) => {
      if (vector.kind === 'values') throw new TypeError('a record holds numbers alone');
      return new Int32Array(vector.data.buffer);
    });
  }

  /** The records that begin at order[from], …, order[from + n - 1]. */
  write(records: Int32Array, order: Int32Array, from: number, n: number): FoldChunk {
    const slice = order.subarray(from, from + n);
    this.#places(records, slice);
    this.#rows(records, slice);
    for (const [at, vector] of this.#inputs.entries()) {
      const column = this.#layout.columns[at];
      const words = this.#inputWords[at];
      if (column === undefined || words === undefined || vector.kind === 'values') continue;
      gatherColumn(words, column, slice, records);
      vector.valid = this.#validOf(at, records, slice);
    }
    return {
      n,
      key: this.#key.subarray(0, n),
      ts: this.#ts.subarray(0, n),
      row: this.#row.subarray(0, n),
      inputs: this.#inputs,
    };
  }

  #places(records: Int32Array, order: Int32Array): void {
    const { packing } = this.#layout;
    const keyShift = packing.shift - 32;
    const mask = 2 ** keyShift - 1;
    const unit = 2 ** -(packing.eventBit + 1);
    const { fromMs } = packing;
    const key = this.#key;
    const ts = this.#ts;
    for (let r = 0; r < order.length; r++) {
      const at = order[r] as number;
      const high = records[at + 1] as number;
      key[r] = high >>> keyShift;
      ts[r] = fromMs + Math.floor(((high & mask) * 4294967296 + ((records[at] as number) >>> 0)) * unit);
    }
  }

  #rows(records: Int32Array, order: Int32Array): void {
    const { packing, columns } = this.#layout;
    const eventMask = 2 ** packing.eventBit;
    const row = this.#row;
    const isDouble = columns[0]?.kind === 'doubles';
    const number = this.#number;
    for (let r = 0; r < order.length; r++) {
      const at = order[r] as number;
      if (((records[at] as number) & eventMask) !== 0) {
        row[r] = -1;
      } else if (isDouble) {
        number[0] = records[at + PLACE_WORDS] as number;
        number[1] = records[at + PLACE_WORDS + 1] as number;
        row[r] = this.#asDouble[0] as number;
      } else row[r] = records[at + PLACE_WORDS] as number;
    }
  }

  #validOf(input: number, records: Int32Array, order: Int32Array): Uint8Array | null {
    const bit = this.#layout.packing.nullBits[input] ?? null;
    const valid = this.#valid[input];
    if (bit === null || valid === undefined) return null;
    let nulls = 0;
    for (let r = 0; r < order.length; r++) {
      const isNull = ((records[order[r] as number] as number) >>> bit) & 1;
      valid[r] = 1 - isNull;
      nulls += isNull;
    }
    return nulls === 0 ? null : valid;
  }
}

function gatherColumn(to: Int32Array, { word, words }: RecordColumn, order: Int32Array, records: Int32Array): void {
  if (words === 1) {
    for (let r = 0; r < order.length; r++) to[r] = records[(order[r] as number) + word] as number;
    return;
  }
  for (let r = 0; r < order.length; r++) {
    const at = (order[r] as number) + word;
    to[2 * r] = records[at] as number;
    to[2 * r + 1] = records[at + 1] as number;
  }
}
