import type { Value, Vector } from '@isochron/schema';
import { grownDoubles, numberColumn } from './columns.ts';
import { Numbers } from './numbers.ts';
import type { Input, States } from './operation.ts';
import { RUN } from './runs.ts';
import { additionError } from './two-sum.ts';

/**
 * Compensated sums: a state is a pair whose sum is the value, `errors` holding what the additions to `sums` have lost. An empty
 * sum is -0, which no addition of canonical inputs (x + 0) gives: a sum taken back to nothing is +0. NaN and Infinity stay in the
 * pair and are null as a value.
 */
export class SumOfDoubles implements States {
  slots: number;
  #sums: Float64Array;
  #errors: Float64Array;
  readonly #numbers = new Numbers();

  constructor(slots: number) {
    this.slots = slots;
    this.#sums = new Float64Array(slots).fill(-0);
    this.#errors = new Float64Array(slots);
  }

  grow(slots: number): void {
    this.#sums = grownDoubles(this.#sums, slots, -0);
    this.#errors = grownDoubles(this.#errors, slots, 0);
    this.slots = this.#sums.length;
  }

  clear(from: number, to: number): void {
    this.#sums.fill(-0, from, to);
    this.#errors.fill(0, from, to);
  }

  update(at: Int32Array, input: Input, _ts: Float64Array, n: number): void {
    this.#add(at, input, n, 1);
  }

  remove(at: Int32Array, input: Input, _ts: Float64Array, n: number): void {
    this.#add(at, input, n, -1);
  }

  #add(at: Int32Array, input: Input, n: number, sign: number): void {
    const { data, valid } = this.#numbers.of(input, n);
    const sums = this.#sums;
    const errors = this.#errors;
    if (valid === null) {
      for (let r = 0; r < n; r++) {
        const slot = at[r] as number;
        const x = sign * (data[r] as number) + 0;
        const before = sums[slot] as number;
        const sum = before + x;
        sums[slot] = sum;
        (errors[slot] as number) += additionError(before, x, sum);
      }
    } else {
      for (let r = 0; r < n; r++) {
        if (valid[r] !== 1) continue;
        const slot = at[r] as number;
        const x = sign * (data[r] as number) + 0;
        const before = sums[slot] as number;
        const sum = before + x;
        sums[slot] = sum;
        (errors[slot] as number) += additionError(before, x, sum);
      }
    }
  }

  merge(score: Int32Array, n: number): void {
    const sums = this.#sums;
    const errors = this.#errors;
    for (let p = 0, end = 3 * n; p < end; p += 3) {
      const dst = score[p] as number;
      const left = score[p + 1] as number;
      const right = score[p + 2] as number;
      const a = sums[left] as number;
      const b = sums[right] as number;
      const sum = a + b;
      errors[dst] = (errors[left] as number) + (errors[right] as number) + additionError(a, b, sum);
      sums[dst] = sum;
    }
  }

  fold(runs: Int32Array, n: number): void {
    const sums = this.#sums;
    const errors = this.#errors;
    for (let p = 0, end = RUN * n; p < end; p += RUN) {
      const dst = runs[p] as number;
      const left = runs[p + 1] as number;
      const to = runs[p + 3] as number;
      let sum = sums[left] as number;
      let error = errors[left] as number;
      for (let slot = runs[p + 2] as number; slot < to; slot++) {
        const before = sum;
        const added = sums[slot] as number;
        sum = before + added;
        error = error + (errors[slot] as number) + additionError(before, added, sum);
      }
      errors[dst] = error;
      sums[dst] = sum;
    }
  }

  finalize(from: number, n: number, output: Vector, row: number): void {
    const { data, valid } = numberColumn(output);
    const sums = this.#sums;
    const errors = this.#errors;
    for (let k = 0; k < n; k++) {
      const sum = sums[from + k] as number;
      const value = sum + (errors[from + k] as number);
      data[row + k] = value;
      valid[row + k] = Object.is(sum, -0) || value - value !== 0 ? 0 : 1;
    }
  }

  read(slot: number): Value {
    const sum = this.#sums[slot] as number;
    return Object.is(sum, -0) ? null : sum + (this.#errors[slot] as number);
  }

  write(slot: number, ir: Value): void {
    this.#sums[slot] = ir === null ? -0 : Number(ir) + 0;
    this.#errors[slot] = 0;
  }
}
