import type { Vector } from '@isochron/schema';

/**
 * The rows of a column that one hop class needs, brought together: loops then run over those alone. The vector it answers is its
 * own, valid until the next `take`.
 */
export class GatheredColumn {
  readonly #rowsMax: number;
  #held: Vector | undefined;
  #valid: Uint8Array | undefined;

  constructor(rowsMax: number) {
    this.#rowsMax = rowsMax;
  }

  /** Rows `rows[0]` to `rows[n - 1]` of `source`, which is of the same kind at every call. */
  take(source: Vector, rows: Int32Array, n: number): Vector {
    this.#held ??= emptyLike(source, this.#rowsMax);
    const held = this.#held;
    if (source.kind === 'values' && held.kind === 'values') {
      const from = source.data;
      const to = held.data;
      for (let k = 0; k < n; k++) to[k] = from[rows[k] as number] ?? null;
      return held;
    }
    if (source.kind === 'doubles' && held.kind === 'doubles') {
      const from = source.data;
      const to = held.data;
      for (let k = 0; k < n; k++) to[k] = from[rows[k] as number] as number;
    } else if (source.kind === 'ints' && held.kind === 'ints') {
      const from = source.data;
      const to = held.data;
      for (let k = 0; k < n; k++) to[k] = from[rows[k] as number] as number;
    } else if (source.kind === 'longs' && held.kind === 'longs') {
      const from = source.words;
      const to = held.words;
      for (let k = 0; k < n; k++) {
        const at = 2 * (rows[k] as number);
        to[2 * k] = from[at] as number;
        to[2 * k + 1] = from[at + 1] as number;
      }
    }
    if (source.kind !== 'values' && held.kind !== 'values') held.valid = this.#takeValid(source.valid, rows, n);
    return held;
  }

  #takeValid(from: Uint8Array | null, rows: Int32Array, n: number): Uint8Array | null {
    if (from === null) return null;
    this.#valid ??= new Uint8Array(this.#rowsMax);
    const to = this.#valid;
    for (let k = 0; k < n; k++) to[k] = from[rows[k] as number] as number;
    return to;
  }
}

function emptyLike({ kind }: Vector, length: number): Vector {
  switch (kind) {
    case 'ints':
      return { kind, data: new Int32Array(length), valid: null };
    case 'doubles':
      return { kind, data: new Float64Array(length), valid: null };
    case 'longs': {
      const data = new BigInt64Array(length);
      return { kind, data, words: new Int32Array(data.buffer), valid: null };
    }
    case 'values':
      return { kind, data: [] };
  }
}
