import { compareOf, type DataType, keepOf, readLong, type Value, type Vector } from '@isochron/schema';
import { grownBytes, grownDoubles, grownWords, longColumn, numberColumn } from './columns.ts';
import { notDeletable } from './not-deletable.ts';
import { Numbers } from './numbers.ts';
import { ObjectStates, type StateRoom } from './object-states.ts';
import type { Input, States } from './operation.ts';
import { foldByMerge } from './runs.ts';

/**
 * What MIN and MAX of numbers share: the best value so far and whether there is one. The loops that decide stay in the rooms. The
 * empty value must be the neutral element of the room's choice.
 */
export abstract class ExtremeOfNumbers implements States {
  slots: number;
  protected best: Float64Array;
  protected seen: Uint8Array;
  protected readonly numbers = new Numbers();
  readonly #empty: number;

  constructor(slots: number, empty: number) {
    this.slots = slots;
    this.#empty = empty;
    this.best = new Float64Array(slots).fill(empty);
    this.seen = new Uint8Array(slots);
  }

  abstract update(at: Int32Array, input: Input, ts: Float64Array, n: number): void;
  abstract merge(score: Int32Array, n: number): void;
  abstract fold(runs: Int32Array, n: number): void;

  grow(slots: number): void {
    this.best = grownDoubles(this.best, slots, this.#empty);
    this.seen = grownBytes(this.seen, slots);
    this.slots = this.best.length;
  }

  clear(from: number, to: number): void {
    this.best.fill(this.#empty, from, to);
    this.seen.fill(0, from, to);
  }

  remove(): never {
    return notDeletable();
  }

  finalize(from: number, n: number, output: Vector, row: number): void {
    const { data, valid } = numberColumn(output);
    const { best, seen } = this;
    for (let k = 0; k < n; k++) {
      const value = best[from + k] as number;
      data[row + k] = value;
      valid[row + k] = seen[from + k] === 1 && value - value === 0 ? 1 : 0;
    }
  }

  read(slot: number): Value {
    return this.seen[slot] === 1 ? (this.best[slot] as number) : null;
  }

  write(slot: number, ir: Value): void {
    this.seen[slot] = ir === null ? 0 : 1;
    this.best[slot] = ir === null ? this.#empty : Number(ir);
  }
}

/**
 * The least of longs, in two words, exact to 64 bits. `flip` -1 makes it the greatest: the complement (x -> -1 - x) turns the order
 * of longs round, so the words are kept complemented and the loops stay the same.
 */
export class ExtremeOfLongs implements States {
  slots: number;
  #low: Int32Array;
  #high: Int32Array;
  #seen: Uint8Array;
  readonly #flip: 0 | -1;

  constructor(slots: number, flip: 0 | -1) {
    this.slots = slots;
    this.#flip = flip;
    this.#low = new Int32Array(slots);
    this.#high = new Int32Array(slots);
    this.#seen = new Uint8Array(slots);
  }

  grow(slots: number): void {
    this.#low = grownWords(this.#low, slots);
    this.#high = grownWords(this.#high, slots);
    this.#seen = grownBytes(this.#seen, slots);
    this.slots = this.#seen.length;
  }

  clear(from: number, to: number): void {
    this.#seen.fill(0, from, to);
  }

  update(at: Int32Array, input: Input, _ts: Float64Array, n: number): void {
    if (input.kind !== 'longs') throw new TypeError(`an extreme of longs cannot read ${input.kind}`);
    const { words, valid } = input;
    const flip = this.#flip;
    const lows = this.#low;
    const highs = this.#high;
    const seen = this.#seen;
    for (let r = 0; r < n; r++) {
      if (valid !== null && valid[r] !== 1) continue;
      const slot = at[r] as number;
      const low = (words[2 * r] as number) ^ flip;
      const high = (words[2 * r + 1] as number) ^ flip;
      const held = highs[slot] as number;
      if (seen[slot] === 0 || high < held || (high === held && low >>> 0 < (lows[slot] as number) >>> 0)) {
        lows[slot] = low;
        highs[slot] = high;
        seen[slot] = 1;
      }
    }
  }

  remove(): never {
    return notDeletable();
  }

  merge(score: Int32Array, n: number): void {
    const lows = this.#low;
    const highs = this.#high;
    const seen = this.#seen;
    for (let p = 0, end = 3 * n; p < end; p += 3) {
      const dst = score[p] as number;
      const a = score[p + 1] as number;
      const b = score[p + 2] as number;
      const left = highs[a] as number;
      const right = highs[b] as number;
      const rightLess = right < left || (right === left && (lows[b] as number) >>> 0 < (lows[a] as number) >>> 0);
      const best = seen[b] === 1 && (seen[a] === 0 || rightLess) ? b : a;
      lows[dst] = lows[best] as number;
      highs[dst] = highs[best] as number;
      seen[dst] = seen[best] as number;
    }
  }

  fold(runs: Int32Array, n: number): void {
    foldByMerge(this, runs, n);
  }

  finalize(from: number, n: number, output: Vector, row: number): void {
    const { words, valid } = longColumn(output);
    for (let k = 0; k < n; k++) {
      words[2 * (row + k)] = (this.#low[from + k] as number) ^ this.#flip;
      words[2 * (row + k) + 1] = (this.#high[from + k] as number) ^ this.#flip;
      valid[row + k] = this.#seen[from + k] as number;
    }
  }

  read(slot: number): Value {
    if (this.#seen[slot] === 0) return null;
    return readLong(
      Int32Array.of((this.#low[slot] as number) ^ this.#flip, (this.#high[slot] as number) ^ this.#flip),
      0,
    );
  }

  write(slot: number, ir: Value): void {
    const long = BigInt.asIntN(64, BigInt((ir ?? 0) as number | bigint));
    this.#low[slot] = Number(BigInt.asIntN(32, long)) ^ this.#flip;
    this.#high[slot] = Number(long >> 32n) ^ this.#flip;
    this.#seen[slot] = ir === null ? 0 : 1;
  }
}

/** MIN (`sign` 1) and MAX (`sign` -1) of strings and decimals, by the canonical order. */
export function extremeOfValues(input: DataType, sign: 1 | -1, slots: number): States {
  const compare = compareOf(input);
  const keep = keepOf(input);
  const best = (a: Value, b: Value): Value => {
    const order = sign * compare(a, b);
    return order === 0 ? keep(a, b) : order < 0 ? a : b;
  };
  const room: StateRoom<{ best: Value }> = {
    create: () => ({ best: null }),
    add: (state, value) => {
      state.best = state.best === null ? value : best(state.best, value);
    },
    absorb: (state, other) => {
      state.best = best(state.best, other.best);
    },
    copy: (state) => ({ best: state.best }),
    value: (state) => state.best,
    toIr: (state) => state.best,
    fromIr: (ir) => ({ best: ir }),
  };
  return new ObjectStates(input, room, slots);
}
