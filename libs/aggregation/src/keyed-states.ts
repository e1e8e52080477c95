import { createVector, type DataType, getValue, setValue, type Value, type Vector } from '@isochron/schema';
import type { EncodedIr } from './encoded-ir.ts';
import { type BucketedInput, EMPTY, FIRST_SLOT, type Input, SINK, type States } from './operation.ts';
import { foldByMerge } from './runs.ts';

type Key = string | null;
type Column = (slots: number) => States;

/**
 * For each slot a map from key to a state: buckets, and maps taken apart. The states of all keys stand in one inner column, whose
 * slots are taken, given back and taken again; a batch is played on it as one batch. Maps come out sorted by key (in UTF-16 order,
 * null as the text `null`), so that equal states give equal bytes.
 *
 * Two subclasses say how rows are read; {@link KeyedStates.merge} and the rest are the same for both.
 */
export abstract class KeyedStates implements States {
  readonly #maps: (Map<Key, number> | null)[];
  /** What stands in bytes, by slot; such a slot has no map yet. Made when there is any. */
  #encoded: (EncodedIr | null)[] | null = null;
  readonly #places: number[] = [];
  protected readonly inner: States;
  readonly #output: DataType;
  /** One value of the inner output, to finalize into. */
  readonly #result: Vector;
  readonly #free: number[] = [];
  #next = FIRST_SLOT;
  #score = new Int32Array(256);
  #triples = 0;

  constructor(slots: number, column: Column, output: DataType) {
    this.#maps = new Array<Map<Key, number> | null>(slots).fill(null);
    this.inner = column(slots);
    this.#output = output;
    this.#result = createVector(output, 1);
  }

  abstract update(at: Int32Array, input: Input, ts: Float64Array, n: number): void;
  abstract remove(at: Int32Array, input: Input, ts: Float64Array, n: number): void;

  get slots(): number {
    return this.#maps.length;
  }

  grow(slots: number): void {
    while (this.#maps.length < slots) this.#maps.push(null);
  }

  clear(from: number, to: number): void {
    for (let slot = from; slot < to; slot++) this.#release(slot);
  }

  merge(score: Int32Array, n: number): void {
    if (this.#encoded !== null) this.#decodeRead(this.#encoded, score, n);
    this.#triples = 0;
    for (let p = 0, end = 3 * n; p < end; p += 3) {
      const dst = score[p] as number;
      const a = score[p + 1] as number;
      const right = this.#maps[score[p + 2] as number] ?? null;
      if (dst === a) this.#absorb(dst, right);
      else this.#combine(dst, this.#maps[a] ?? null, right);
    }
    this.#makeRoom();
    this.inner.merge(this.#score, this.#triples);
  }

  fold(runs: Int32Array, n: number): void {
    foldByMerge(this, runs, n);
  }

  finalize(from: number, n: number, output: Vector, row: number): void {
    const result = this.#result;
    for (let k = 0; k < n; k++) {
      const map = this.#mapOut(from + k, (slot) => {
        this.inner.finalize(slot, 1, result, 0);
        return getValue(this.#output, result, 0);
      });
      setValue(output, row + k, map);
    }
  }

  read(slot: number): Value {
    return this.#mapOut(slot, (inner) => this.inner.read(inner));
  }

  write(slot: number, ir: Value): void {
    this.#release(slot);
    if (ir === null) return;
    const map = this.mapOf(slot);
    // The caller says that it is a map of inner IRs.
    for (const [key, item] of ir as ReadonlyMap<Key, Value>) {
      const inner = this.innerSlot(map, key);
      this.#makeRoom();
      this.inner.write(inner, item);
    }
  }

  writeEncoded(slot: number, ir: EncodedIr, place: number): void {
    this.#release(slot);
    this.#encoded ??= [];
    while (this.#encoded.length < this.#maps.length) this.#encoded.push(null);
    this.#encoded[slot] = ir;
    this.#places[slot] = place;
  }

  /** The map of a slot, to be looked at. */
  #held(slot: number): Map<Key, number> | null {
    const ir = this.#encoded?.[slot] ?? null;
    if (ir !== null) this.#decode(slot, ir);
    return this.#maps[slot] ?? null;
  }

  /** What the score reads is decoded before it is played, for that writes to inner slots at once. What it writes over first is let go of. */
  #decodeRead(encoded: (EncodedIr | null)[], score: Int32Array, n: number): void {
    for (let p = 0, end = 3 * n; p < end; p += 3) {
      const dst = score[p] as number;
      const a = score[p + 1] as number;
      this.#held(a);
      this.#held(score[p + 2] as number);
      if (dst !== a) encoded[dst] = null;
    }
  }

  #decode(slot: number, ir: EncodedIr): void {
    this.#release(slot);
    const map = this.mapOf(slot);
    try {
      for (ir.open(this.#places[slot] as number); ir.next(); ) {
        const inner = this.innerSlot(map, ir.key);
        this.#makeRoom();
        this.inner.write(inner, ir.item);
      }
    } catch (thrown) {
      // Half of a map is no map: whoever asks again is told again.
      this.#release(slot);
      if (this.#encoded !== null) this.#encoded[slot] = ir;
      throw thrown;
    }
  }

  /** The map of a slot, made where there is none. */
  protected mapOf(slot: number): Map<Key, number> {
    const held = this.#held(slot);
    if (held) return held;
    const map = new Map<Key, number>();
    this.#maps[slot] = map;
    return map;
  }

  /** The inner slot of a key, a new empty one where there is none. */
  protected innerSlot(map: Map<Key, number>, key: Key): number {
    const held = map.get(key);
    if (held !== undefined) return held;
    const slot = this.#take();
    this.#makeRoom();
    this.inner.clear(slot, slot + 1);
    map.set(key, slot);
    return slot;
  }

  #absorb(dst: number, right: Map<Key, number> | null): void {
    if (right === null) return;
    const map = this.mapOf(dst);
    for (const [key, other] of right) {
      const held = map.get(key);
      if (held !== undefined) this.#put(held, held, other);
      else map.set(key, this.#sum(other, EMPTY));
    }
  }

  /** The inner slots that dst gives back may be taken again at once: triples are played in order, and those before have read them. */
  #combine(dst: number, left: Map<Key, number> | null, right: Map<Key, number> | null): void {
    this.#release(dst);
    if (left === null && right === null) return;
    const map = this.mapOf(dst);
    if (left !== null) {
      for (const [key, slot] of left) map.set(key, this.#sum(slot, right?.get(key) ?? EMPTY));
    }
    if (right === null) return;
    for (const [key, slot] of right) if (!map.has(key)) map.set(key, this.#sum(slot, EMPTY));
  }

  #sum(a: number, b: number): number {
    const slot = this.#take();
    this.#put(slot, a, b);
    return slot;
  }

  #put(dst: number, a: number, b: number): void {
    const at = 3 * this.#triples++;
    if (at + 3 > this.#score.length) {
      const longer = new Int32Array(2 * this.#score.length);
      longer.set(this.#score);
      this.#score = longer;
    }
    this.#score[at] = dst;
    this.#score[at + 1] = a;
    this.#score[at + 2] = b;
  }

  #take(): number {
    return this.#free.pop() ?? this.#next++;
  }

  #makeRoom(): void {
    if (this.#next > this.inner.slots) this.inner.grow(Math.max(this.#next, 2 * this.inner.slots));
  }

  #release(slot: number): void {
    if (this.#encoded !== null) this.#encoded[slot] = null;
    const map = this.#maps[slot];
    if (!map) return;
    for (const inner of map.values()) this.#free.push(inner);
    this.#maps[slot] = null;
  }

  #mapOut(slot: number, item: (inner: number) => Value): Value {
    const map = this.#held(slot);
    if (map === null) return null;
    const out = new Map<Value, Value>();
    for (const key of [...map.keys()].sort()) out.set(key, item(map.get(key) as number));
    return out;
  }
}

/** One state a bucket. A row without a bucket or without a value counts for nothing. */
export class BucketedStates extends KeyedStates {
  #at = new Int32Array(0);

  override update(at: Int32Array, input: Input, ts: Float64Array, n: number): void {
    const { value } = this.#place(at, input, n);
    this.inner.update(this.#at, value, ts, n);
  }

  override remove(at: Int32Array, input: Input, ts: Float64Array, n: number): void {
    const { value } = this.#place(at, input, n);
    this.inner.remove(this.#at, value, ts, n);
  }

  /** Finds the inner slot of each row. */
  #place(at: Int32Array, input: Input, n: number): BucketedInput {
    if (input.kind !== 'bucketed') throw new TypeError('a bucketed operation reads its bucket beside its value');
    if (this.#at.length < n) this.#at = new Int32Array(n);
    const { bucket, value } = input;
    for (let r = 0; r < n; r++) {
      const slot = at[r] as number;
      const key = bucket[r] ?? null;
      const counts = slot !== SINK && key !== null && isPresent(value, r);
      this.#at[r] = counts ? this.innerSlot(this.mapOf(slot), key) : SINK;
    }
    return input;
  }
}

/** One state a key of the input maps. Null values are skipped; a map without entries still makes a state, that of no keys. */
export class MappedStates extends KeyedStates {
  readonly #value: DataType;
  #at = new Int32Array(256);
  #ts = new Float64Array(256);
  #flat: Vector;

  constructor(slots: number, column: Column, output: DataType, value: DataType) {
    super(slots, column, output);
    this.#value = value;
    this.#flat = createVector(value, 256);
  }

  override update(at: Int32Array, input: Input, ts: Float64Array, n: number): void {
    const entries = this.#flatten(at, input, ts, n);
    this.inner.update(this.#at, this.#flat, this.#ts, entries);
  }

  override remove(at: Int32Array, input: Input, ts: Float64Array, n: number): void {
    const entries = this.#flatten(at, input, ts, n);
    this.inner.remove(this.#at, this.#flat, this.#ts, entries);
  }

  #flatten(at: Int32Array, input: Input, ts: Float64Array, n: number): number {
    if (input.kind !== 'values') throw new TypeError(`maps come as values, not as ${input.kind}`);
    // The input type is a map from string.
    const rows = input.data as readonly (ReadonlyMap<Key, Value> | null)[];
    this.#reserve(rows, n);
    let entries = 0;
    for (let r = 0; r < n; r++) {
      const row = rows[r] ?? null;
      if (row === null || at[r] === SINK) continue;
      const map = this.mapOf(at[r] as number);
      for (const [key, value] of row) {
        if (value === null) continue;
        this.#at[entries] = this.innerSlot(map, key);
        this.#ts[entries] = ts[r] as number;
        setValue(this.#flat, entries++, value);
      }
    }
    return entries;
  }

  #reserve(rows: readonly (ReadonlyMap<Key, Value> | null)[], n: number): void {
    let entries = 0;
    for (let r = 0; r < n; r++) entries += rows[r]?.size ?? 0;
    if (entries <= this.#at.length) return;
    this.#at = new Int32Array(2 * entries);
    this.#ts = new Float64Array(2 * entries);
    this.#flat = createVector(this.#value, 2 * entries);
  }
}

const isPresent = (vector: Vector, row: number): boolean =>
  vector.kind === 'values' ? vector.data[row] !== null : vector.valid === null || vector.valid[row] === 1;
