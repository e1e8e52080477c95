import { longType, type Value, type Vector, writeSafeLong } from '@isochron/schema';
import { grownDoubles, longColumn } from '../../columns.ts';
import type { Input, Operation, States } from '../../operation.ts';
import { RUN } from '../../runs.ts';
import { definition } from './definition.ts';

export const count: Operation = {
  summary: 'How many values are not null.',
  parameters: [],
  timed: false,
  deletable: true,
  suffix: () => 'count',
  definition,
  bind: (input) => ({
    input,
    output: longType,
    ir: longType,
    deletable: true,
    orderSensitive: false,
    states: (slots) => new CountStates(slots),
  }),
};

/**
 * A state is one number. An empty one is -0: counting makes 1 of it, and 1 taken back leaves +0, so that "saw nothing" (null) and
 * "came back to 0" differ without another array. Doubles count exactly to 2^53.
 */
class CountStates implements States {
  slots: number;
  #counts: Float64Array;

  constructor(slots: number) {
    this.slots = slots;
    this.#counts = new Float64Array(slots).fill(-0);
  }

  grow(slots: number): void {
    this.#counts = grownDoubles(this.#counts, slots, -0);
    this.slots = this.#counts.length;
  }

  clear(from: number, to: number): void {
    this.#counts.fill(-0, from, to);
  }

  update(at: Int32Array, input: Input, _ts: Float64Array, n: number): void {
    addAll(this.#counts, at, input, n, 1);
  }

  remove(at: Int32Array, input: Input, _ts: Float64Array, n: number): void {
    addAll(this.#counts, at, input, n, -1);
  }

  merge(score: Int32Array, n: number): void {
    const counts = this.#counts;
    for (let p = 0, end = 3 * n; p < end; p += 3) {
      counts[score[p] as number] =
        (counts[score[p + 1] as number] as number) + (counts[score[p + 2] as number] as number);
    }
  }

  fold(runs: Int32Array, n: number): void {
    const counts = this.#counts;
    for (let p = 0, end = RUN * n; p < end; p += RUN) {
      const to = runs[p + 3] as number;
      let count = counts[runs[p + 1] as number] as number;
      for (let slot = runs[p + 2] as number; slot < to; slot++) count += counts[slot] as number;
      counts[runs[p] as number] = count;
    }
  }

  finalize(from: number, n: number, output: Vector, row: number): void {
    const { words, valid } = longColumn(output);
    const counts = this.#counts;
    for (let k = 0; k < n; k++) {
      const held = counts[from + k] as number;
      valid[row + k] = Object.is(held, -0) ? 0 : 1;
      writeSafeLong(words, row + k, held);
    }
  }

  read(slot: number): Value {
    const held = this.#counts[slot] as number;
    return Object.is(held, -0) ? null : held;
  }

  write(slot: number, ir: Value): void {
    this.#counts[slot] = ir === null ? -0 : Number(ir) + 0;
  }
}

function addAll(counts: Float64Array, at: Int32Array, input: Input, n: number, one: number): void {
  if (input.kind === 'bucketed') throw new TypeError('buckets are taken apart before an operation sees its input');
  if (input.kind === 'values') {
    const data = input.data;
    for (let r = 0; r < n; r++) if (data[r] !== null) (counts[at[r] as number] as number) += one;
  } else if (input.valid === null) {
    for (let r = 0; r < n; r++) (counts[at[r] as number] as number) += one;
  } else {
    const valid = input.valid;
    for (let r = 0; r < n; r++) if (valid[r] === 1) (counts[at[r] as number] as number) += one;
  }
}
