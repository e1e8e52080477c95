import { getValue, listType, longType, type Value, type Vector } from '@isochron/schema';
import type { Feature, FeatureSpec } from './feature.ts';
import { featureName } from './feature-name.ts';
import { type Bound, FIRST_SLOT, type Input, SINK, type States } from './operation.ts';
import { foldByMerge } from './runs.ts';

/**
 * Test states that forget nothing: the value of a window is the ordered list of what it saw, with repetitions, so an
 * event that is lost, counted twice or seen by the wrong window cannot hide. They refuse to write where the contract
 * forbids it.
 */
class CollectStates implements States {
  #lists: Value[][];

  constructor(slots: number) {
    this.#lists = Array.from({ length: slots }, () => []);
  }

  get slots(): number {
    return this.#lists.length;
  }

  grow(slots: number): void {
    while (this.#lists.length < slots) this.#lists.push([]);
  }

  clear(from: number, to: number): void {
    for (let slot = from; slot < to; slot++) this.#list(slot).length = 0;
  }

  update(at: Int32Array, input: Input, _ts: Float64Array, n: number): void {
    if (input.kind === 'bucketed') throw new Error('test states have no buckets');
    for (let r = 0; r < n; r++) {
      const value = getValue(longType, input, r);
      if (value !== null) this.#writable(at[r] as number).push(value);
    }
  }

  remove(): void {
    throw new Error('not deletable');
  }

  merge(score: Int32Array, n: number): void {
    for (let k = 0; k < n; k++) {
      const [to, a, b] = score.subarray(3 * k, 3 * k + 3) as unknown as [number, number, number];
      if (to === b) throw new Error('a merge may not write to its right side');
      if (a === SINK || b === SINK) throw new Error('the sink is never read');
      const sum = [...this.#list(a), ...this.#list(b)];
      const list = this.#writable(to);
      list.length = 0;
      list.push(...sum);
    }
  }

  fold(runs: Int32Array, n: number): void {
    foldByMerge(this, runs, n);
  }

  finalize(from: number, n: number, output: Vector, row: number): void {
    if (output.kind !== 'values') throw new Error('lists are values');
    for (let k = 0; k < n; k++) output.data[row + k] = this.read(from + k);
  }

  read(slot: number): Value {
    if (slot === SINK) throw new Error('the sink is never read');
    const list = this.#list(slot);
    return list.length === 0 ? null : list.toSorted((a, b) => Number(a) - Number(b));
  }

  write(slot: number, ir: Value): void {
    this.#writable(slot).splice(0, Infinity, ...((ir as readonly Value[] | null) ?? []));
  }

  #list(slot: number): Value[] {
    const list = this.#lists[slot];
    if (list === undefined) throw new Error(`there is no slot ${slot}`);
    return list;
  }

  #writable(slot: number): Value[] {
    if (slot < FIRST_SLOT && slot !== SINK) throw new Error('the empty slot is never written');
    return this.#list(slot);
  }
}

const collect: Bound = {
  input: longType,
  output: listType(longType),
  ir: listType(longType),
  deletable: false,
  orderSensitive: false,
  states: (slots) => new CollectStates(slots),
};

/**
 * Features that list the events they see of column `input` of [v0 long, v1 long], one a window. Names need an operation
 * that is built: they pass for histograms, `v0_histogram_7d`.
 */
export function collectFeatures(input: 0 | 1, windowsMs: readonly (number | null)[]): readonly Feature[] {
  return windowsMs.map((windowMs) => {
    const parts = { operation: 'HISTOGRAM', args: {}, input: `v${input}`, bucket: null, windowMs } as const;
    const spec: FeatureSpec = { ...parts, name: featureName(parts) };
    return { spec, input, bucket: null, bound: collect, state: `collect v${input}` };
  });
}
