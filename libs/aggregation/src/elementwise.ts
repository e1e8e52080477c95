import { createVector, type DataType, setValue, type Value, type Vector } from '@isochron/schema';
import { type Input, SINK, type States } from './operation.ts';

/**
 * Lists taken apart: every element that is not null is an event of its own, at the time and in the bucket of its row. A batch of
 * lists becomes one batch of elements; everything else is the inner column's.
 */
export class ElementwiseStates implements States {
  readonly #inner: States;
  readonly #element: DataType;
  #at = new Int32Array(256);
  #ts = new Float64Array(256);
  #flat: Vector;
  readonly #bucket: (string | null)[] = [];
  readonly writeEncoded: States['writeEncoded'];

  constructor(inner: States, element: DataType) {
    this.#inner = inner;
    this.writeEncoded = inner.writeEncoded === undefined ? undefined : inner.writeEncoded.bind(inner);
    this.#element = element;
    this.#flat = createVector(element, 256);
  }

  get slots(): number {
    return this.#inner.slots;
  }

  grow(slots: number): void {
    this.#inner.grow(slots);
  }

  clear(from: number, to: number): void {
    this.#inner.clear(from, to);
  }

  update(at: Int32Array, input: Input, ts: Float64Array, n: number): void {
    const elements = this.#flatten(at, input, ts, n);
    this.#inner.update(this.#at, this.#flattened(input), this.#ts, elements);
  }

  remove(at: Int32Array, input: Input, ts: Float64Array, n: number): void {
    const elements = this.#flatten(at, input, ts, n);
    this.#inner.remove(this.#at, this.#flattened(input), this.#ts, elements);
  }

  merge(score: Int32Array, n: number): void {
    this.#inner.merge(score, n);
  }

  fold(runs: Int32Array, n: number): void {
    this.#inner.fold(runs, n);
  }

  finalize(from: number, n: number, output: Vector, row: number): void {
    this.#inner.finalize(from, n, output, row);
  }

  read(slot: number): Value {
    return this.#inner.read(slot);
  }

  write(slot: number, ir: Value): void {
    this.#inner.write(slot, ir);
  }

  #flatten(at: Int32Array, input: Input, ts: Float64Array, n: number): number {
    const value = input.kind === 'bucketed' ? input.value : input;
    if (value.kind !== 'values') throw new TypeError(`lists come as values, not as ${value.kind}`);
    // The input type is a list.
    const rows = value.data as readonly (readonly Value[] | null)[];
    this.#reserve(rows, n);
    let elements = 0;
    for (let r = 0; r < n; r++) {
      const row = rows[r] ?? null;
      if (row === null || at[r] === SINK) continue;
      for (const element of row) {
        if (element === null) continue;
        this.#at[elements] = at[r] as number;
        this.#ts[elements] = ts[r] as number;
        if (input.kind === 'bucketed') this.#bucket[elements] = input.bucket[r] ?? null;
        setValue(this.#flat, elements++, element);
      }
    }
    return elements;
  }

  #flattened(input: Input): Input {
    return input.kind === 'bucketed' ? { kind: 'bucketed', bucket: this.#bucket, value: this.#flat } : this.#flat;
  }

  #reserve(rows: readonly (readonly Value[] | null)[], n: number): void {
    let elements = 0;
    for (let r = 0; r < n; r++) elements += rows[r]?.length ?? 0;
    if (elements <= this.#at.length) return;
    this.#at = new Int32Array(2 * elements);
    this.#ts = new Float64Array(2 * elements);
    this.#flat = createVector(this.#element, 2 * elements);
  }
}
