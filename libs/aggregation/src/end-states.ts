import { compareOf, type DataType, keepOf, readLong, type Value, type Vector, vectorKind } from '@isochron/schema';
import { grownDoubles, grownWords, longColumn, numberColumn } from './columns.ts';
import { finiteOf } from './finite.ts';
import { notDeletable } from './not-deletable.ts';
import { Numbers } from './numbers.ts';
import { ObjectStates, type StateRoom } from './object-states.ts';
import type { Input, States } from './operation.ts';
import { foldByMerge } from './runs.ts';
import type { TimePair } from './time-pair.ts';

/**
 * Which end of time is kept. States hold `end * ts` and keep the greatest of it, so that FIRST and LAST have the same loops; of one
 * instant FIRST keeps the least value and LAST the greatest.
 */
export type End = -1 | 1;
export const FIRST: End = -1;
export const LAST: End = 1;

export function endStates(input: DataType, end: End, slots: number): States {
  switch (vectorKind(input)) {
    case 'ints':
    case 'doubles':
      return new EndOfNumbers(input, end, slots);
    case 'longs':
      return new EndOfLongs(end, slots);
    case 'values':
      return new ObjectStates(input, endRoom(input, end), slots);
  }
}

/** Of two values of one instant, the one to keep. */
export function endChoice(input: DataType, end: End): (a: Value, b: Value) => Value {
  const compare = compareOf(input);
  const keep = keepOf(input);
  return (a, b) => {
    const order = end * compare(a, b);
    return order === 0 ? keep(a, b) : order > 0 ? a : b;
  };
}

const NEVER = Number.NEGATIVE_INFINITY;

class EndOfNumbers implements States {
  slots: number;
  #times: Float64Array;
  #values: Float64Array;
  readonly #input: DataType;
  readonly #end: End;
  readonly #choose: (a: number, b: number) => number;
  readonly #numbers = new Numbers();

  constructor(input: DataType, end: End, slots: number) {
    this.slots = slots;
    this.#input = input;
    this.#end = end;
    const choice = endChoice({ kind: 'double' }, end);
    // A choice of two numbers is a number.
    this.#choose = (a, b) => choice(a, b) as number;
    this.#times = new Float64Array(slots).fill(NEVER);
    this.#values = new Float64Array(slots);
  }

  grow(slots: number): void {
    this.#times = grownDoubles(this.#times, slots, NEVER);
    this.#values = grownDoubles(this.#values, slots, 0);
    this.slots = this.#times.length;
  }

  clear(from: number, to: number): void {
    this.#times.fill(NEVER, from, to);
  }

  update(at: Int32Array, input: Input, ts: Float64Array, n: number): void {
    const { data, valid } = this.#numbers.of(input, n);
    const end = this.#end;
    const times = this.#times;
    const values = this.#values;
    for (let r = 0; r < n; r++) {
      if (valid !== null && valid[r] !== 1) continue;
      const slot = at[r] as number;
      const time = end * (ts[r] as number);
      const held = times[slot] as number;
      if (time > held) {
        times[slot] = time;
        values[slot] = data[r] as number;
      } else if (time === held) values[slot] = this.#choose(values[slot] as number, data[r] as number);
    }
  }

  remove(): never {
    return notDeletable();
  }

  merge(score: Int32Array, n: number): void {
    const times = this.#times;
    const values = this.#values;
    for (let p = 0, end = 3 * n; p < end; p += 3) {
      const dst = score[p] as number;
      const a = score[p + 1] as number;
      const b = score[p + 2] as number;
      const left = times[a] as number;
      const right = times[b] as number;
      if (left === right && left !== NEVER) {
        values[dst] = this.#choose(values[a] as number, values[b] as number);
        times[dst] = left;
      } else {
        const best = right > left ? b : a;
        values[dst] = values[best] as number;
        times[dst] = times[best] as number;
      }
    }
  }

  fold(runs: Int32Array, n: number): void {
    foldByMerge(this, runs, n);
  }

  finalize(from: number, n: number, output: Vector, row: number): void {
    const { data, valid } = numberColumn(output);
    for (let k = 0; k < n; k++) {
      const value = this.#values[from + k] as number;
      data[row + k] = value;
      valid[row + k] = this.#times[from + k] !== NEVER && value - value === 0 ? 1 : 0;
    }
  }

  read(slot: number): Value {
    const time = this.#times[slot] as number;
    if (time === NEVER) return null;
    const value = this.#values[slot] as number;
    return { epochMillis: this.#end * time + 0, payload: this.#input.kind === 'boolean' ? value === 1 : value };
  }

  write(slot: number, ir: Value): void {
    // The caller says that it is a time pair.
    const pair = ir as TimePair<number | boolean> | null;
    this.#times[slot] = pair === null ? NEVER : this.#end * pair.epochMillis;
    this.#values[slot] = Number(pair?.payload);
  }
}

class EndOfLongs implements States {
  slots: number;
  #times: Float64Array;
  #low: Int32Array;
  #high: Int32Array;
  readonly #end: End;

  constructor(end: End, slots: number) {
    this.slots = slots;
    this.#end = end;
    this.#times = new Float64Array(slots).fill(NEVER);
    this.#low = new Int32Array(slots);
    this.#high = new Int32Array(slots);
  }

  grow(slots: number): void {
    this.#times = grownDoubles(this.#times, slots, NEVER);
    this.#low = grownWords(this.#low, slots);
    this.#high = grownWords(this.#high, slots);
    this.slots = this.#times.length;
  }

  clear(from: number, to: number): void {
    this.#times.fill(NEVER, from, to);
  }

  update(at: Int32Array, input: Input, ts: Float64Array, n: number): void {
    if (input.kind !== 'longs') throw new TypeError(`a state of longs cannot read ${input.kind}`);
    const { words, valid } = input;
    const end = this.#end;
    const times = this.#times;
    const lows = this.#low;
    const highs = this.#high;
    for (let r = 0; r < n; r++) {
      if (valid !== null && valid[r] !== 1) continue;
      const slot = at[r] as number;
      const time = end * (ts[r] as number);
      const held = times[slot] as number;
      const low = words[2 * r] as number;
      const high = words[2 * r + 1] as number;
      if (time > held || (time === held && this.#prefers(high, low, slot))) {
        times[slot] = time;
        lows[slot] = low;
        highs[slot] = high;
      }
    }
  }

  /** Whether a long is further towards the end than the one held. */
  #prefers(high: number, low: number, slot: number): boolean {
    const order = high - (this.#high[slot] as number) || (low >>> 0) - ((this.#low[slot] as number) >>> 0);
    return this.#end * order > 0;
  }

  remove(): never {
    return notDeletable();
  }

  merge(score: Int32Array, n: number): void {
    const times = this.#times;
    const lows = this.#low;
    const highs = this.#high;
    for (let p = 0, end = 3 * n; p < end; p += 3) {
      const dst = score[p] as number;
      const a = score[p + 1] as number;
      const b = score[p + 2] as number;
      const left = times[a] as number;
      const right = times[b] as number;
      const takesRight = right > left || (right === left && this.#prefers(highs[b] as number, lows[b] as number, a));
      const best = takesRight ? b : a;
      lows[dst] = lows[best] as number;
      highs[dst] = highs[best] as number;
      times[dst] = times[best] as number;
    }
  }

  fold(runs: Int32Array, n: number): void {
    foldByMerge(this, runs, n);
  }

  finalize(from: number, n: number, output: Vector, row: number): void {
    const { words, valid } = longColumn(output);
    for (let k = 0; k < n; k++) {
      words[2 * (row + k)] = this.#low[from + k] as number;
      words[2 * (row + k) + 1] = this.#high[from + k] as number;
      valid[row + k] = this.#times[from + k] === NEVER ? 0 : 1;
    }
  }

  read(slot: number): Value {
    const time = this.#times[slot] as number;
    if (time === NEVER) return null;
    const words = Int32Array.of(this.#low[slot] as number, this.#high[slot] as number);
    return { epochMillis: this.#end * time + 0, payload: readLong(words, 0) };
  }

  write(slot: number, ir: Value): void {
    // The caller says that it is a time pair.
    const pair = ir as TimePair<number | bigint> | null;
    const long = BigInt(pair?.payload ?? 0);
    this.#times[slot] = pair === null ? NEVER : this.#end * pair.epochMillis;
    this.#low[slot] = Number(BigInt.asIntN(32, long));
    this.#high[slot] = Number(BigInt.asIntN(32, long >> 32n));
  }
}

type EndPair = { time: number; value: Value };

function endRoom(input: DataType, end: End): StateRoom<EndPair> {
  const choose = endChoice(input, end);
  const finite = finiteOf(input);
  const offer = (state: EndPair, time: number, value: Value): void => {
    if (time < state.time) return;
    state.value = time > state.time ? value : choose(state.value, value);
    state.time = time;
  };
  return {
    create: () => ({ time: NEVER, value: null }),
    add: (state, value, ts) => offer(state, end * ts, value),
    absorb: (state, other) => offer(state, other.time, other.value),
    copy: ({ time, value }) => ({ time, value }),
    value: (state) => finite(state.value),
    toIr: ({ time, value }) => ({ epochMillis: end * time + 0, payload: value }),
    fromIr: (ir) => {
      // The caller says that it is a time pair.
      const { epochMillis, payload } = ir as TimePair<Value>;
      return { time: end * epochMillis, value: payload };
    },
  };
}
