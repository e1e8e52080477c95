import { doubleType, listType, type Value, type Vector } from '@isochron/schema';
import { grownDoubles, numberColumn } from './columns.ts';
import { Numbers } from './numbers.ts';
import type { Input, States } from './operation.ts';
import { foldByMerge } from './runs.ts';

/** `[n, mean, m2, m3, m4]`, mp being the sum of the p-th powers of the distances from the mean. */
export const momentsIr = listType(doubleType);

/** A statistic of the moments; NaN where it has none. */
export type Statistic = (n: number, m2: number, m3: number, m4: number) => number;

/**
 * Count, mean and central moments to the fourth, one pass, merged pairwise (Pébay, "Formulas for robust, one-pass parallel
 * computation of covariances and arbitrary-order statistical moments", SAND2008-6212). A removed event is one of weight -1 in the
 * formula for merging. Where the weights come to 0 the state is empty again.
 */
export class MomentStates implements States {
  slots: number;
  #counts: Float64Array;
  #means: Float64Array;
  #seconds: Float64Array;
  #thirds: Float64Array;
  #fourths: Float64Array;
  readonly #numbers = new Numbers();
  readonly #statistic: Statistic;

  constructor(slots: number, statistic: Statistic) {
    this.slots = slots;
    this.#statistic = statistic;
    this.#counts = new Float64Array(slots);
    this.#means = new Float64Array(slots);
    this.#seconds = new Float64Array(slots);
    this.#thirds = new Float64Array(slots);
    this.#fourths = new Float64Array(slots);
  }

  grow(slots: number): void {
    this.#counts = grownDoubles(this.#counts, slots, 0);
    this.#means = grownDoubles(this.#means, slots, 0);
    this.#seconds = grownDoubles(this.#seconds, slots, 0);
    this.#thirds = grownDoubles(this.#thirds, slots, 0);
    this.#fourths = grownDoubles(this.#fourths, slots, 0);
    this.slots = this.#counts.length;
  }

  clear(from: number, to: number): void {
    for (const column of [this.#counts, this.#means, this.#seconds, this.#thirds, this.#fourths]) {
      column.fill(0, from, to);
    }
  }

  update(at: Int32Array, input: Input, _ts: Float64Array, n: number): void {
    const { data, valid } = this.#numbers.of(input, n);
    const counts = this.#counts;
    const means = this.#means;
    const seconds = this.#seconds;
    const thirds = this.#thirds;
    const fourths = this.#fourths;
    for (let r = 0; r < n; r++) {
      if (valid !== null && valid[r] !== 1) continue;
      const slot = at[r] as number;
      const before = counts[slot] as number;
      const count = before + 1;
      if (count === 0) {
        this.#put(slot, 0, 0, 0, 0, 0);
        continue;
      }
      const delta = (data[r] as number) - (means[slot] as number);
      const step = delta / count;
      const square = step * step;
      const term = delta * step * before;
      const second = seconds[slot] as number;
      const third = thirds[slot] as number;
      counts[slot] = count;
      (means[slot] as number) += step;
      (fourths[slot] as number) +=
        term * square * (count * count - 3 * count + 3) + 6 * square * second - 4 * step * third;
      thirds[slot] = third + term * step * (count - 2) - 3 * step * second;
      seconds[slot] = second + term;
    }
  }

  remove(at: Int32Array, input: Input, _ts: Float64Array, n: number): void {
    const { data, valid } = this.#numbers.of(input, n);
    for (let r = 0; r < n; r++) {
      if (valid !== null && valid[r] !== 1) continue;
      const slot = at[r] as number;
      this.#join(slot, slot, -1, data[r] as number, 0, 0, 0);
    }
  }

  merge(score: Int32Array, n: number): void {
    const counts = this.#counts;
    const means = this.#means;
    const seconds = this.#seconds;
    const thirds = this.#thirds;
    const fourths = this.#fourths;
    for (let p = 0, end = 3 * n; p < end; p += 3) {
      const b = score[p + 2] as number;
      this.#join(
        score[p] as number,
        score[p + 1] as number,
        counts[b] as number,
        means[b] as number,
        seconds[b] as number,
        thirds[b] as number,
        fourths[b] as number,
      );
    }
  }

  fold(runs: Int32Array, n: number): void {
    foldByMerge(this, runs, n);
  }

  /** states[dst] = states[a] + the moments given. */
  #join(dst: number, a: number, nb: number, mean: number, b2: number, b3: number, b4: number): void {
    const na = this.#counts[a] as number;
    const a1 = this.#means[a] as number;
    const a2 = this.#seconds[a] as number;
    const a3 = this.#thirds[a] as number;
    const a4 = this.#fourths[a] as number;
    const n = na + nb;
    if (nb === 0) this.#put(dst, na, a1, a2, a3, a4);
    else if (na === 0) this.#put(dst, nb, mean, b2, b3, b4);
    else if (n === 0) this.#put(dst, 0, 0, 0, 0, 0);
    else {
      const delta = mean - a1;
      const step = delta / n;
      const square = step * step;
      const m2 = a2 + b2 + delta * step * na * nb;
      const m3 = a3 + b3 + delta * square * na * nb * (na - nb) + 3 * step * (na * b2 - nb * a2);
      const m4 =
        a4 +
        b4 +
        delta * step * square * na * nb * (na * na - na * nb + nb * nb) +
        6 * square * (na * na * b2 + nb * nb * a2) +
        4 * step * (na * b3 - nb * a3);
      this.#put(dst, n, a1 + step * nb, m2, m3, m4);
    }
  }

  #put(slot: number, n: number, mean: number, m2: number, m3: number, m4: number): void {
    this.#counts[slot] = n;
    this.#means[slot] = mean;
    this.#seconds[slot] = m2;
    this.#thirds[slot] = m3;
    this.#fourths[slot] = m4;
  }

  finalize(from: number, n: number, output: Vector, row: number): void {
    const { data, valid } = numberColumn(output);
    for (let k = 0; k < n; k++) {
      const slot = from + k;
      const value = this.#statistic(
        this.#counts[slot] as number,
        this.#seconds[slot] as number,
        this.#thirds[slot] as number,
        this.#fourths[slot] as number,
      );
      data[row + k] = value;
      valid[row + k] = value - value === 0 ? 1 : 0;
    }
  }

  read(slot: number): Value {
    const n = this.#counts[slot] as number;
    if (n === 0) return null;
    return [n, ...[this.#means, this.#seconds, this.#thirds, this.#fourths].map((column) => column[slot] as number)];
  }

  write(slot: number, ir: Value): void {
    // The caller says that it is a value of `momentsIr`.
    const [n, mean, m2, m3, m4] = (ir ?? [0, 0, 0, 0, 0]) as [number, number, number, number, number];
    this.#put(slot, n, mean, m2, m3, m4);
  }
}
