import { doubleType, longType, structType, type Value, type Vector } from '@isochron/schema';
import { numberKinds, refuseInput } from '../../accepts.ts';
import { grownDoubles, numberColumn } from '../../columns.ts';
import { Numbers } from '../../numbers.ts';
import type { Input, Operation, States } from '../../operation.ts';
import { foldByMerge } from '../../runs.ts';
import { definition } from './definition.ts';

const accepted = [...numberKinds, 'decimal'];
const irType = structType('VarianceIr', [
  { name: 'count', type: longType },
  { name: 'mean', type: doubleType },
  { name: 'm2', type: doubleType },
]);

export const variance: Operation = {
  summary: 'The population variance of the values: 0 of one value.',
  parameters: [],
  timed: false,
  deletable: true,
  suffix: () => 'variance',
  definition,
  bind: (input) =>
    accepted.includes(input.kind)
      ? {
          input,
          output: doubleType,
          ir: irType,
          deletable: true,
          orderSensitive: true,
          states: (slots) => new VarianceStates(slots),
        }
      : refuseInput('VARIANCE', input, accepted),
};

/**
 * Count, mean and the sum of squared distances from the mean (Welford 1962; merged as Chan, Golub, LeVeque 1979). A removed event
 * is one of weight -1 in the same formulas. Where the weights come to 0 the state is empty again.
 */
class VarianceStates implements States {
  slots: number;
  #counts: Float64Array;
  #means: Float64Array;
  #squares: Float64Array;
  readonly #numbers = new Numbers();

  constructor(slots: number) {
    this.slots = slots;
    this.#counts = new Float64Array(slots);
    this.#means = new Float64Array(slots);
    this.#squares = new Float64Array(slots);
  }

  grow(slots: number): void {
    this.#counts = grownDoubles(this.#counts, slots, 0);
    this.#means = grownDoubles(this.#means, slots, 0);
    this.#squares = grownDoubles(this.#squares, slots, 0);
    this.slots = this.#counts.length;
  }

  clear(from: number, to: number): void {
    this.#counts.fill(0, from, to);
    this.#means.fill(0, from, to);
    this.#squares.fill(0, from, to);
  }

  update(at: Int32Array, input: Input, _ts: Float64Array, n: number): void {
    this.#add(at, input, n, 1);
  }

  remove(at: Int32Array, input: Input, _ts: Float64Array, n: number): void {
    this.#add(at, input, n, -1);
  }

  #add(at: Int32Array, input: Input, n: number, weight: number): void {
    const { data, valid } = this.#numbers.of(input, n);
    const counts = this.#counts;
    const means = this.#means;
    const squares = this.#squares;
    for (let r = 0; r < n; r++) {
      if (valid !== null && valid[r] !== 1) continue;
      const slot = at[r] as number;
      const x = data[r] as number;
      const count = (counts[slot] as number) + weight;
      const mean = means[slot] as number;
      const delta = x - mean;
      const moved = count === 0 ? 0 : mean + (weight * delta) / count;
      counts[slot] = count;
      means[slot] = moved;
      squares[slot] = count === 0 ? 0 : (squares[slot] as number) + weight * delta * (x - moved);
    }
  }

  merge(score: Int32Array, n: number): void {
    const counts = this.#counts;
    const means = this.#means;
    const squares = this.#squares;
    for (let p = 0, end = 3 * n; p < end; p += 3) {
      const dst = score[p] as number;
      const a = score[p + 1] as number;
      const b = score[p + 2] as number;
      const left = counts[a] as number;
      const right = counts[b] as number;
      const count = left + right;
      if (left === 0 || right === 0 || count === 0) {
        const source = right === 0 ? a : b;
        const none = count === 0;
        means[dst] = none ? 0 : (means[source] as number);
        squares[dst] = none ? 0 : (squares[source] as number);
      } else {
        const mean = means[a] as number;
        const delta = (means[b] as number) - mean;
        squares[dst] = (squares[a] as number) + (squares[b] as number) + delta * (delta / count) * left * right;
        means[dst] = mean + (delta * right) / count;
      }
      counts[dst] = count;
    }
  }

  fold(runs: Int32Array, n: number): void {
    foldByMerge(this, runs, n);
  }

  finalize(from: number, n: number, output: Vector, row: number): void {
    const { data, valid } = numberColumn(output);
    const counts = this.#counts;
    const squares = this.#squares;
    for (let k = 0; k < n; k++) {
      const value = (squares[from + k] as number) / (counts[from + k] as number);
      // What rounding leaves below 0 after a removal is 0.
      data[row + k] = value < 0 ? 0 : value;
      valid[row + k] = value - value === 0 ? 1 : 0;
    }
  }

  read(slot: number): Value {
    const count = this.#counts[slot] as number;
    return count === 0 ? null : { count, mean: this.#means[slot] as number, m2: this.#squares[slot] as number };
  }

  write(slot: number, ir: Value): void {
    // The caller says that it is a value of `irType`.
    const { count, mean, m2 } = (ir ?? { count: 0, mean: 0, m2: 0 }) as { count: number; mean: number; m2: number };
    this.#counts[slot] = count;
    this.#means[slot] = mean;
    this.#squares[slot] = m2;
  }
}
