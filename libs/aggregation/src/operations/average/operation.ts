import { doubleType, longType, structType, type Value, type Vector } from '@isochron/schema';
import { numberKinds, refuseInput } from '../../accepts.ts';
import { grownDoubles, numberColumn } from '../../columns.ts';
import { Numbers } from '../../numbers.ts';
import type { Input, Operation, States } from '../../operation.ts';
import { RUN } from '../../runs.ts';
import { additionError } from '../../two-sum.ts';
import { definition } from './definition.ts';

const accepted = [...numberKinds, 'decimal'];
const irType = structType('AvgIr', [
  { name: 'sum', type: doubleType },
  { name: 'count', type: longType },
]);

export const average: Operation = {
  summary: 'The mean of the values, as a double.',
  parameters: [],
  timed: false,
  deletable: true,
  suffix: () => 'average',
  definition,
  bind: (input) =>
    accepted.includes(input.kind)
      ? {
          input,
          output: doubleType,
          ir: irType,
          deletable: true,
          orderSensitive: false,
          states: (slots) => new AverageStates(slots),
        }
      : refuseInput('AVERAGE', input, accepted),
};

/**
 * A compensated sum (see `SumOfDoubles`: the same pair, the same -0 for empty) and a count. After more removals than updates both
 * are negative and their quotient still a mean; at a count of 0 it is NaN, and the value null.
 */
class AverageStates implements States {
  slots: number;
  #sums: Float64Array;
  #errors: Float64Array;
  #counts: Float64Array;
  readonly #numbers = new Numbers();

  constructor(slots: number) {
    this.slots = slots;
    this.#sums = new Float64Array(slots).fill(-0);
    this.#errors = new Float64Array(slots);
    this.#counts = new Float64Array(slots);
  }

  grow(slots: number): void {
    this.#sums = grownDoubles(this.#sums, slots, -0);
    this.#errors = grownDoubles(this.#errors, slots, 0);
    this.#counts = grownDoubles(this.#counts, slots, 0);
    this.slots = this.#sums.length;
  }

  clear(from: number, to: number): void {
    this.#sums.fill(-0, from, to);
    this.#errors.fill(0, from, to);
    this.#counts.fill(0, from, to);
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
    const counts = this.#counts;
    for (let r = 0; r < n; r++) {
      if (valid !== null && valid[r] !== 1) continue;
      const slot = at[r] as number;
      const x = sign * (data[r] as number) + 0;
      const before = sums[slot] as number;
      const sum = before + x;
      sums[slot] = sum;
      (errors[slot] as number) += additionError(before, x, sum);
      (counts[slot] as number) += sign;
    }
  }

  merge(score: Int32Array, n: number): void {
    const sums = this.#sums;
    const errors = this.#errors;
    const counts = this.#counts;
    for (let p = 0, end = 3 * n; p < end; p += 3) {
      const dst = score[p] as number;
      const left = score[p + 1] as number;
      const right = score[p + 2] as number;
      const a = sums[left] as number;
      const b = sums[right] as number;
      const sum = a + b;
      errors[dst] = (errors[left] as number) + (errors[right] as number) + additionError(a, b, sum);
      counts[dst] = (counts[left] as number) + (counts[right] as number);
      sums[dst] = sum;
    }
  }

  fold(runs: Int32Array, n: number): void {
    const sums = this.#sums;
    const errors = this.#errors;
    const counts = this.#counts;
    for (let p = 0, end = RUN * n; p < end; p += RUN) {
      const dst = runs[p] as number;
      const left = runs[p + 1] as number;
      const to = runs[p + 3] as number;
      let sum = sums[left] as number;
      let error = errors[left] as number;
      let count = counts[left] as number;
      for (let slot = runs[p + 2] as number; slot < to; slot++) {
        const before = sum;
        const added = sums[slot] as number;
        sum = before + added;
        error = error + (errors[slot] as number) + additionError(before, added, sum);
        count += counts[slot] as number;
      }
      errors[dst] = error;
      counts[dst] = count;
      sums[dst] = sum;
    }
  }

  finalize(from: number, n: number, output: Vector, row: number): void {
    const { data, valid } = numberColumn(output);
    const sums = this.#sums;
    const errors = this.#errors;
    const counts = this.#counts;
    for (let k = 0; k < n; k++) {
      const slot = from + k;
      const value = ((sums[slot] as number) + (errors[slot] as number)) / (counts[slot] as number);
      data[row + k] = value;
      valid[row + k] = value - value === 0 ? 1 : 0;
    }
  }

  read(slot: number): Value {
    const sum = this.#sums[slot] as number;
    if (Object.is(sum, -0)) return null;
    return { sum: sum + (this.#errors[slot] as number), count: this.#counts[slot] as number };
  }

  write(slot: number, ir: Value): void {
    // The caller says that it is a value of `irType`.
    const { sum, count } = (ir ?? { sum: -0, count: 0 }) as { sum: number; count: number };
    this.#sums[slot] = ir === null ? -0 : sum + 0;
    this.#errors[slot] = 0;
    this.#counts[slot] = count;
  }
}
