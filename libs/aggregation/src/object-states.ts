import { type DataType, readLong, setValue, type Value, type Vector } from '@isochron/schema';
import { grownBytes } from './columns.ts';
import type { EncodedIr } from './encoded-ir.ts';
import { notDeletable } from './not-deletable.ts';
import { type Input, SINK, type States } from './operation.ts';
import { RUN } from './runs.ts';

/** What an operation whose state is an object says of it; {@link ObjectStates} does the rest. */
export interface StateRoom<S> {
  create(): S;
  /** Adds an event to a state that may be changed. `value` is never null. */
  add(state: S, value: Value, ts: number): void;
  /** Takes an event back; absent where the operation is not deletable. */
  readonly subtract?: (state: S, value: Value, ts: number) => void;
  /** Adds `other` to `state`, which may be changed; `other` may not, and must share nothing changeable with it afterwards. */
  absorb(state: S, other: S): void;
  /** As `absorb`, of the IR that was opened last; it need not be read to its end. Absent: the whole IR is made a state first. */
  readonly absorbEncoded?: (state: S, ir: EncodedIr) => void;
  /** True where of many states the last are best absorbed first, because then little of the others counts. */
  readonly lastFirst?: true;
  copy(state: S): S;
  value(state: S): Value;
  toIr(state: S): Value;
  fromIr(ir: Value): S;
}

type Step<S> = (state: S, value: Value, ts: number) => void;

/**
 * States that are objects. Merging with an empty state copies nothing: the object is shared, and copied when one of its slots is
 * next written to, so that the many snapshots of a fold cost what changes between them.
 */
export class ObjectStates<S extends object> implements States {
  readonly #input: DataType;
  readonly #room: StateRoom<S>;
  readonly #states: (S | null)[];
  /** 1 where no other slot holds the same object. */
  #owned: Uint8Array;
  /** What stands in bytes, by slot; such a slot has no object yet. Made when there is any. */
  #encoded: (EncodedIr | null)[] | null = null;
  readonly #places: number[] = [];

  constructor(input: DataType, room: StateRoom<S>, slots: number) {
    this.#input = input;
    this.#room = room;
    this.#states = new Array<S | null>(slots).fill(null);
    this.#owned = new Uint8Array(slots);
  }

  get slots(): number {
    return this.#states.length;
  }

  grow(slots: number): void {
    while (this.#states.length < slots) this.#states.push(null);
    this.#owned = grownBytes(this.#owned, slots);
  }

  clear(from: number, to: number): void {
    this.#states.fill(null, from, to);
    this.#encoded?.fill(null, from, to);
  }

  update(at: Int32Array, input: Input, ts: Float64Array, n: number): void {
    const room = this.#room;
    this.#each(at, input, ts, n, (state, value, time) => room.add(state, value, time));
  }

  remove(at: Int32Array, input: Input, ts: Float64Array, n: number): void {
    this.#each(at, input, ts, n, this.#room.subtract ?? notDeletable());
  }

  #each(at: Int32Array, input: Input, ts: Float64Array, n: number, step: Step<S>): void {
    switch (input.kind) {
      case 'values': {
        const data = input.data;
        for (let r = 0; r < n; r++) {
          const value = data[r] as Value;
          if (value !== null && at[r] !== SINK) step(this.#mine(at[r] as number), value, ts[r] as number);
        }
        return;
      }
      case 'ints':
      case 'doubles': {
        const { data, valid } = input;
        const flags = this.#input.kind === 'boolean';
        for (let r = 0; r < n; r++) {
          if ((valid !== null && valid[r] !== 1) || at[r] === SINK) continue;
          const number = data[r] as number;
          step(this.#mine(at[r] as number), flags ? number === 1 : number, ts[r] as number);
        }
        return;
      }
      case 'longs': {
        const { words, valid } = input;
        for (let r = 0; r < n; r++) {
          if ((valid !== null && valid[r] !== 1) || at[r] === SINK) continue;
          step(this.#mine(at[r] as number), readLong(words, r), ts[r] as number);
        }
        return;
      }
      case 'bucketed':
        throw new TypeError('buckets are taken apart before an operation sees its input');
    }
  }

  merge(score: Int32Array, n: number): void {
    for (let p = 0, end = 3 * n; p < end; p += 3) {
      const dst = score[p] as number;
      const a = score[p + 1] as number;
      const b = score[p + 2] as number;
      const left = this.#held(a);
      const right = this.#held(b);
      if (right === null) {
        if (dst !== a) this.#share(dst, a, left);
      } else if (left === null) this.#share(dst, b, right);
      else if (dst === a) this.#room.absorb(this.#mine(dst), right);
      else {
        const state = this.#room.copy(left);
        this.#room.absorb(state, right);
        this.#put(dst, state);
      }
    }
  }

  fold(runs: Int32Array, n: number): void {
    const isLastFirst = this.#room.lastFirst === true;
    for (let p = 0, end = RUN * n; p < end; p += RUN) {
      const dst = runs[p] as number;
      const left = runs[p + 1] as number;
      const from = runs[p + 2] as number;
      const to = runs[p + 3] as number;
      if (dst !== left) this.#share(dst, left, this.#held(left));
      if (isLastFirst) for (let slot = to - 1; slot >= from; slot--) this.#absorb(dst, slot);
      else for (let slot = from; slot < to; slot++) this.#absorb(dst, slot);
    }
  }

  finalize(from: number, n: number, output: Vector, row: number): void {
    for (let k = 0; k < n; k++) {
      const state = this.#held(from + k);
      setValue(output, row + k, state === null ? null : this.#room.value(state));
    }
  }

  read(slot: number): Value {
    const state = this.#held(slot);
    return state === null ? null : this.#room.toIr(state);
  }

  write(slot: number, ir: Value): void {
    this.#put(slot, ir === null ? null : this.#room.fromIr(ir));
  }

  writeEncoded(slot: number, ir: EncodedIr, place: number): void {
    this.#encoded ??= [];
    while (this.#encoded.length < this.#states.length) this.#encoded.push(null);
    this.#states[slot] = null;
    this.#encoded[slot] = ir;
    this.#places[slot] = place;
  }

  #absorb(dst: number, slot: number): void {
    const ir = this.#encoded?.[slot] ?? null;
    if (ir !== null && this.#room.absorbEncoded !== undefined) {
      // The state may itself stand in bytes that are read through the same IRs, so that they are opened after it.
      const state = this.#mine(dst);
      ir.open(this.#places[slot] as number);
      this.#room.absorbEncoded(state, ir);
      return;
    }
    const other = this.#held(slot);
    if (other === null) return;
    if (this.#held(dst) === null) this.#share(dst, slot, other);
    else this.#room.absorb(this.#mine(dst), other);
  }

  /** The state of a slot, to be looked at; null where it is empty. */
  #held(slot: number): S | null {
    const ir = this.#encoded?.[slot] ?? null;
    if (ir !== null) this.#put(slot, this.#room.fromIr(ir.value(this.#places[slot] as number)));
    return this.#states[slot] as S | null;
  }

  /** The state of a slot, to be changed. */
  #mine(slot: number): S {
    const held = this.#held(slot);
    if (held !== null && this.#owned[slot] === 1) return held;
    const state = held === null ? this.#room.create() : this.#room.copy(held);
    this.#put(slot, state);
    return state;
  }

  #put(slot: number, state: S | null): void {
    if (this.#encoded !== null) this.#encoded[slot] = null;
    this.#states[slot] = state;
    this.#owned[slot] = 1;
  }

  #share(dst: number, source: number, state: S | null): void {
    if (this.#encoded !== null) this.#encoded[dst] = null;
    this.#states[dst] = state;
    this.#owned[dst] = 0;
    this.#owned[source] = 0;
  }
}
