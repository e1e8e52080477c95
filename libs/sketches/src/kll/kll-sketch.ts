import { IsochronError } from '@isochron/schema';
import { LEVELS_MAX, levelCapacity, totalCapacity } from './capacity.ts';
import { rankError } from './rank-error.ts';
import { RunSorter } from './run-sorter.ts';
import { coinOf, halveRun, type Items, mergeRuns, uniteRuns } from './runs.ts';
import { SortedView } from './sorted-view.ts';

/** What the items are; an image does not say it, its reader must know. */
export type KllKind = 'floats' | 'doubles';

export const KLL_K_MIN = 8;
export const KLL_K_MAX = 65535;

/** What a sketch consists of, as its image has it. */
export interface KllState {
  readonly kind: KllKind;
  readonly k: number;
  leastK: number;
  seen: number;
  least: number;
  greatest: number;
  /** Level l is items [starts[l], starts[l + 1]); free room is before the first. Levels above 0 are in order. */
  items: Items;
  starts: number[];
  /** True where level 0 is known to be in order too. */
  bottomIsSorted: boolean;
}

/**
 * A KLL sketch: quantiles and ranks of numbers, exactly while it holds all of them (at least k), then within a rank error that k sets
 * (see {@link KllSketch.rankError}). Karnin, Lang, Liberty: Optimal Quantile Approximation in Streams, 2016.
 *
 * An item of level l stands for 2^l items seen. Where there is no room left, the lowest full level is put in order, every second item
 * is kept, at the toss of a coin the even or the odd ones, and goes one level up. The coin is a function of the sketch.
 *
 * Floats are rounded to 32 bits. NaN is ignored. -0 is kept, and equal to 0.
 */
export class KllSketch {
  readonly #state: KllState;
  readonly #sorter: RunSorter;
  /** The memory of the items as words, for the coin. */
  #words: Int32Array;
  /** How many items each level may have, and all of them; made anew when there are more levels. */
  #capacities: readonly number[] = [];
  #capacity = 0;

  /** `k` in [8, 65535], else INVALID_ARGUMENT. Many sketches may share a sorter. */
  static create(kind: KllKind, k: number, sorter: RunSorter = new RunSorter()): KllSketch {
    if (!Number.isInteger(k) || k < KLL_K_MIN || k > KLL_K_MAX) {
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `k of a KLL sketch is ${k}, not a whole number in [${KLL_K_MIN}, ${KLL_K_MAX}]`,
      );
    }
    const room = totalCapacity(k, 1);
    return new KllSketch(
      {
        kind,
        k,
        leastK: k,
        seen: 0,
        least: Number.NaN,
        greatest: Number.NaN,
        items: itemsOf(kind, room),
        starts: [room, room],
        bottomIsSorted: false,
      },
      sorter,
    );
  }

  /** Takes the state over. It must be a sketch's: the reader of images has checked it. */
  constructor(state: KllState, sorter: RunSorter = new RunSorter()) {
    this.#state = state;
    this.#sorter = sorter;
    this.#words = new Int32Array(state.items.buffer);
  }

  get kind(): KllKind {
    return this.#state.kind;
  }

  get k(): number {
    return this.#state.k;
  }

  /** How many items were seen, NaN not counted. */
  get seen(): number {
    return this.#state.seen;
  }

  /** How many items are kept. */
  get retained(): number {
    const { starts } = this.#state;
    return (starts[starts.length - 1] as number) - (starts[0] as number);
  }

  /** True where items were dropped, so that ranks and quantiles are approximate. */
  get isEstimating(): boolean {
    return this.#state.starts.length > 2;
  }

  /** The least item seen; null of an empty sketch. Exact. */
  get least(): number | null {
    return this.#state.seen === 0 ? null : this.#state.least;
  }

  /** The greatest item seen; null of an empty sketch. Exact. */
  get greatest(): number | null {
    return this.#state.seen === 0 ? null : this.#state.greatest;
  }

  /** For whoever writes the image; not to be changed. */
  get state(): Readonly<KllState> {
    return this.#state;
  }

  update(value: number): void {
    const state = this.#state;
    const item = state.kind === 'floats' ? Math.fround(value) : value;
    if (Number.isNaN(item)) return;
    this.#widen(item, item);
    this.#push(item);
  }

  /**
   * Adds what `other` saw, which stays as it was. Of sketches of different k, the error is that of the lesser k where that one estimates.
   * Sketches of floats and of doubles do not meet: INVALID_ARGUMENT.
   */
  merge(other: KllSketch): void {
    const mine = this.#state;
    const theirs = other.#state;
    if (mine.kind !== theirs.kind) {
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `a KLL sketch of ${mine.kind} cannot be merged with one of ${theirs.kind}`,
      );
    }
    if (theirs.seen === 0) return;
    // What is read of the other must not change while it is.
    if (other === this) {
      this.merge(other.copy());
      return;
    }
    const seen = mine.seen + theirs.seen;
    this.#widen(theirs.least, theirs.greatest);
    for (let at = theirs.starts[0] as number, end = theirs.starts[1] as number; at < end; at++) {
      this.#push(theirs.items[at] as number);
    }
    if (other.isEstimating) {
      this.#takeLevels(theirs);
      mine.leastK = Math.min(mine.leastK, theirs.leastK);
    }
    mine.seen = seen;
  }

  copy(): KllSketch {
    const { items, starts } = this.#state;
    return new KllSketch({ ...this.#state, items: items.slice(), starts: [...starts] }, this.#sorter);
  }

  /** The items in order with their ranks, to be asked many questions. */
  view(): SortedView {
    const { items, starts, seen, least, greatest } = this.#state;
    return SortedView.of({ items, starts, seen, least, greatest });
  }

  /**
   * How far, at most, a rank may be off, as a share of all items, with 99 % confidence: of one rank or quantile asked for; with `all`, of all
   * at once. 0 while the sketch holds all its items.
   */
  rankError(all = false): number {
    return this.isEstimating ? rankError(this.#state.leastK, all) : 0;
  }

  #widen(least: number, greatest: number): void {
    const state = this.#state;
    if (state.seen === 0) {
      state.least = least;
      state.greatest = greatest;
      return;
    }
    if (least < state.least) state.least = least;
    if (greatest > state.greatest) state.greatest = greatest;
  }

  #push(item: number): void {
    const state = this.#state;
    if (state.starts[0] === 0) this.#makeRoom();
    const at = (state.starts[0] as number) - 1;
    state.items[at] = item;
    state.starts[0] = at;
    state.seen++;
    state.bottomIsSorted = false;
  }

  #makeRoom(): void {
    const level = this.#fullLevel();
    if (level === this.#state.starts.length - 2) this.#addLevel();
    this.#halve(level);
  }

  /** The lowest level that has as many items as it may have. There is one whenever all room is taken. */
  #fullLevel(): number {
    const { starts } = this.#state;
    const levels = starts.length - 1;
    this.#measure();
    for (let level = 0; level < levels; level++) {
      const held = (starts[level + 1] as number) - (starts[level] as number);
      if (held >= (this.#capacities[level] as number)) return level;
    }
    throw new Error('a KLL sketch without room has no full level');
  }

  #measure(): void {
    const { k, starts } = this.#state;
    const levels = starts.length - 1;
    if (this.#capacities.length === levels) return;
    this.#capacities = Array.from({ length: levels }, (_, level) => levelCapacity(k, levels, level));
    this.#capacity = totalCapacity(k, levels);
  }

  /** An empty level on top, and the room that comes with it at the bottom. */
  #addLevel(): void {
    const state = this.#state;
    const levels = state.starts.length;
    if (levels > LEVELS_MAX) throw new Error(`a KLL sketch has more than ${LEVELS_MAX} levels`);
    const room = levelCapacity(state.k, levels, 0);
    const items = itemsOf(state.kind, state.items.length + room);
    items.set(state.items, room);
    this.#setItems(items);
    for (let level = 0; level < levels; level++) state.starts[level] = (state.starts[level] as number) + room;
    state.starts.push(items.length);
  }

  /** Sends half of a level one level up, where there is one. Of an odd number of items the first stays. */
  #halve(level: number): void {
    const { items, starts, seen } = this.#state;
    const from = starts[level] as number;
    const to = starts[level + 1] as number;
    const even = from + ((to - from) & 1);
    if (level === 0) this.#sorter.sort(items, this.#words, even, to);
    const words = items.BYTES_PER_ELEMENT >> 2;
    halveRun(items, even, to, coinOf(this.#words, even * words, to * words, seen));
    const half = (to - even) / 2;
    mergeRuns(items, even, even + half, to, starts[level + 2] as number, to - half);
    starts[level + 1] = to - half;
    if (even > from) items[to - half - 1] = items[from] as number;
    starts[level] = to - half - (even - from);
    const bottom = starts[0] as number;
    if (level === 0) return;
    items.copyWithin(bottom + half, bottom, from);
    for (let below = 0; below < level; below++) starts[below] = (starts[below] as number) + half;
  }

  /** Merges levels 1, 2, … of another sketch into those of this one, then halves until the room is kept. */
  #takeLevels(theirs: Readonly<KllState>): void {
    const mine = this.#state;
    const levels = Math.max(mine.starts.length, theirs.starts.length) - 1;
    const above = theirs.items.length - (theirs.starts[1] as number);
    const items = itemsOf(mine.kind, this.retained + above);
    const starts = [0];
    for (let level = 0, end = 0; level < levels; level++) {
      const [from, to] = runOf(mine, level);
      const [otherFrom, otherTo] = level === 0 ? [0, 0] : runOf(theirs, level);
      uniteRuns(mine.items, from, to, theirs.items, otherFrom, otherTo, items, end);
      end += to - from + (otherTo - otherFrom);
      starts.push(end);
    }
    mine.starts = starts;
    this.#setItems(items);
    this.#measure();
    while (this.retained > this.#capacity) this.#halveFull();
    this.#fit();
  }

  #halveFull(): void {
    const level = this.#fullLevel();
    const { items, starts } = this.#state;
    if (level === starts.length - 2) starts.push(items.length);
    this.#halve(level);
    this.#measure();
  }

  /** Gives the sketch the room that its levels have, free room first. */
  #fit(): void {
    const state = this.#state;
    const items = itemsOf(state.kind, this.#capacity);
    const bottom = state.starts[0] as number;
    const moved = items.length - state.items.length;
    items.set(state.items.subarray(bottom), bottom + moved);
    state.starts = state.starts.map((start) => start + moved);
    this.#setItems(items);
  }

  #setItems(items: Items): void {
    this.#state.items = items;
    this.#words = new Int32Array(items.buffer);
  }
}

export function itemsOf(kind: KllKind, length: number): Items {
  return kind === 'floats' ? new Float32Array(length) : new Float64Array(length);
}

/** Where a level starts and ends; empty of one that there is not. */
function runOf({ starts }: Readonly<KllState>, level: number): readonly [number, number] {
  return level < starts.length - 1 ? [starts[level] as number, starts[level + 1] as number] : [0, 0];
}
