import { IsochronError } from '@isochron/schema';
import { type BaseColumn, baseColumns } from './base-column.ts';
import { TAIL_BUFFER_MS } from './batch-ir.ts';
import { grownDoubles } from './columns.ts';
import type { Feature } from './feature.ts';
import { type HopSpan, LambdaWindow } from './lambda-window.ts';
import { FIRST_SLOT, SINK, type States } from './operation.ts';
import { RUN, Runs } from './runs.ts';
import { hopSizesMs } from './window.ts';

/** One column of states, and the windows that look at it. */
export interface LambdaColumn {
  readonly base: BaseColumn;
  readonly states: States;
  readonly windows: readonly LambdaWindow[];
}

/** Where a feature is found: its column, and its window's slots. */
export interface FeaturePlace {
  readonly feature: Feature;
  readonly states: States;
  readonly window: LambdaWindow;
}

const INITIAL_SLOTS = 64;

/** Columns that the same windows look at, and the score of what lives in them. */
interface LiveGroup {
  readonly windows: readonly LambdaWindow[];
  readonly states: readonly States[];
  readonly score: Runs;
}

/**
 * The states that a batch half and tiles of one key are written to, and the scores that make features of them. Whoever has bytes decodes them straight into
 * slots; `LambdaFold` writes values.
 *
 * Slots, in order, for each window length in use: what the batch half holds collapsed; what it adds to the window at the instant asked; live events from the
 * window's tail to that of the next shorter one, then all of them; the result. After them hops, then tiles, as they are taken. A slot that was taken must be
 * written in every column, with null where there is nothing. All are used again after the next `begin`.
 */
export class LambdaColumns {
  readonly columns: readonly LambdaColumn[];
  /** Of each feature. */
  readonly places: readonly FeaturePlace[];
  /** From the shortest to the longest; no window is the longest. */
  readonly windows: readonly LambdaWindow[];
  /** Where the hop or tile in a slot starts. Made anew by `takeHops` and `takeTiles`. */
  startsMs: Float64Array = new Float64Array(INITIAL_SLOTS);
  readonly #hops: readonly HopSpan[] = hopSizesMs.map(() => ({ from: 0, to: 0 }));
  readonly #firstSegment: number;
  readonly #firstHop: number;
  readonly #groups: readonly LiveGroup[];
  /** Of the tiles last joined: the segment, and from which slot to which, for as many as follow each other in it. */
  #stretches = new Runs();
  #stretchesBefore = new Runs();
  #isScored = false;
  #firstTile: number;
  #batchEndMs = NaN;

  /** `written`: the features of the whole GroupBy, of which `features` may be some; columns are called in tiles and hops as they are among all of them. */
  constructor(features: readonly Feature[], written: readonly Feature[] = features) {
    const lengths = [...new Set(features.map(({ spec }) => spec.windowMs))].sort(
      (a, b) => (a ?? Infinity) - (b ?? Infinity),
    );
    this.windows = lengths.map((lengthMs, index) => new LambdaWindow(lengthMs, FIRST_SLOT + index, lengths.length));
    this.#firstSegment = FIRST_SLOT + 2 * lengths.length;
    this.#firstHop = this.#firstTile = FIRST_SLOT + 4 * lengths.length;
    const bases = baseColumns(written).filter((base) => features.some(({ state }) => state === base.state));
    this.columns = bases.map((base) => {
      const lengthsHere = features.filter(({ state }) => state === base.state).map(({ spec }) => spec.windowMs);
      const windows = this.windows.filter(({ lengthMs }) => lengthsHere.includes(lengthMs));
      return { base, states: base.bound.states(INITIAL_SLOTS), windows };
    });
    const bySegments = Map.groupBy(this.columns, ({ windows }) => windows.map(({ segment }) => segment).join());
    // Whoever authors definitions has this file type-checked with theirs, for es2024, which has no methods of iterators.
    this.#groups = [...bySegments.values()].map(
      (columns): LiveGroup => ({
        windows: columns[0]?.windows ?? [],
        states: columns.map(({ states }) => states),
        score: new Runs(),
      }),
    );
    this.places = features.map((feature) => {
      const window = this.windows.find(({ lengthMs }) => lengthMs === feature.spec.windowMs);
      const column = this.columns.find(({ base }) => base.state === feature.state);
      if (window === undefined || column === undefined) throw new Error(`no states for feature ${feature.spec.name}`);
      return { feature, window, states: column.states };
    });
    this.#reserve(this.#firstHop);
  }

  /** A new batch half: events before `batchEndMs`. Its collapsed slots are to be written, and hops taken. NaN: none, until the next. */
  begin(batchEndMs: number): void {
    this.#batchEndMs = batchEndMs;
    for (const span of this.#hops) span.from = span.to = this.#firstHop;
    this.#firstTile = this.#firstHop;
    for (const window of this.windows) window.begin(batchEndMs);
  }

  /** Whether hops of a size (a place in `hopSizesMs`) count at an instant; others need not be taken for it. */
  readsHops(hopClass: number, atMs: number): boolean {
    for (let index = 0; index < this.windows.length; index++) {
      const window = this.windows[index] as LambdaWindow;
      if (window.hopClass === hopClass && window.readsHops(atMs)) return true;
    }
    return false;
  }

  /** The first of `n` more slots for hops of a size, in order of time. Sizes are taken one after the other. */
  takeHops(hopClass: number, n: number): number {
    const span = this.#hops[hopClass];
    if (span === undefined) throw new RangeError(`there is no hop size ${hopClass}`);
    const first = this.#firstTile;
    if (span.from === span.to) span.from = first;
    else if (span.to !== first) throw new Error('hops of one size must be taken one after the other');
    span.to = this.#firstTile = first + n;
    this.#reserve(span.to);
    return first;
  }

  /** The first of `n` slots for tiles, in any order of time; those taken before are given back. */
  takeTiles(n: number): number {
    this.#reserve(this.#firstTile + n);
    return this.#firstTile;
  }

  /** Says that the contribution slots hold what the batch half adds at an instant: written by who kept it. */
  restore(atMs: number): void {
    this.#checkInstant(atMs);
    for (const window of this.windows) window.moveTail(atMs);
  }

  /**
   * Sums what the batch half adds to each window at an instant into the contribution slots. Throws FAILED_PRECONDITION where that is before the batch end: the
   * batch half has seen later events.
   */
  contribute(atMs: number): void {
    this.#checkInstant(atMs);
    for (const window of this.windows) window.moveTo(atMs, this.startsMs, this.#hops[window.hopClass]);
    for (const { states, windows } of this.columns) {
      for (const { score } of windows) states.fold(score.integers, score.length);
    }
  }

  /** Makes the segments empty, before live events are added to them. */
  clearLive(): void {
    for (const { states } of this.columns) {
      states.clear(this.#firstSegment, this.#firstSegment + this.windows.length);
    }
  }

  /** Sums `n` tiles, that stand in slots from `first` on, and the segments, with the contributions into the result slots. */
  join(atMs: number, first: number, n: number): void {
    const before = this.#stretches;
    const stretches = this.#stretchesBefore;
    this.#stretches = stretches;
    this.#stretchesBefore = before;
    stretches.clear();
    for (let slot = first, end = first + n; slot < end; ) {
      const from = slot;
      const segment = this.segment(this.startsMs[slot++] as number, atMs);
      while (slot < end && this.segment(this.startsMs[slot] as number, atMs) === segment) slot++;
      if (segment !== SINK) stretches.put(segment, segment, from, slot);
    }
    // Keys of one instant mostly have their tiles alike. All scores are written before one is played, which may throw over what a slot holds.
    if (!this.#isScored || !stretches.equals(before)) {
      for (let index = 0; index < this.#groups.length; index++) this.#writeScore(this.#groups[index] as LiveGroup);
      this.#isScored = true;
    }
    for (let index = 0; index < this.#groups.length; index++) {
      const { states, score } = this.#groups[index] as LiveGroup;
      for (let column = 0; column < states.length; column++)
        (states[column] as States).fold(score.integers, score.length);
    }
  }

  /** A window has the segments up to its own; what is in those of others between goes into that of the next longer one of the group. */
  #writeScore({ windows, score }: LiveGroup): void {
    const { integers, length } = this.#stretches;
    score.clear();
    let before = this.#firstSegment;
    for (let index = 0; index < windows.length; index++) {
      const { segment, contribution, result } = windows[index] as LambdaWindow;
      if (before < segment) score.put(segment, segment, before, segment);
      const least = index === 0 ? this.#firstSegment : before + 1;
      for (let p = 0; p < RUN * length; p += RUN) {
        const own = integers[p] as number;
        if (own < least || own > segment) continue;
        score.put(segment, segment, integers[p + 2] as number, integers[p + 3] as number);
      }
      score.put(result, contribution, segment, segment + 1);
      before = segment;
    }
  }

  /**
   * The slot of the live events of an instant, SINK where they do not count. Longer windows start earlier or at the same instant, for their hops are
   * multiples: so the first window that sees a time is the shortest.
   */
  segment(timeMs: number, atMs: number): number {
    if (!(timeMs >= this.#batchEndMs && timeMs < atMs)) return SINK;
    for (let index = 0; index < this.windows.length; index++) {
      if (timeMs >= (this.windows[index] as LambdaWindow).tailMs) return this.#firstSegment + index;
    }
    return SINK;
  }

  /** Whether a feature's window can no longer be trimmed at an instant. */
  isStale({ window: { lengthMs } }: FeaturePlace, atMs: number): boolean {
    return lengthMs !== null && lengthMs > TAIL_BUFFER_MS && atMs > this.#batchEndMs + TAIL_BUFFER_MS;
  }

  #checkInstant(atMs: number): void {
    if (Number.isNaN(this.#batchEndMs)) throw new Error('no batch half was taken before the features were asked for');
    if (atMs >= this.#batchEndMs) return;
    throw new IsochronError(
      'FAILED_PRECONDITION',
      `The request's time ${atMs} is before the batch end ${this.#batchEndMs}; ask the generation before it.`,
    );
  }

  #reserve(slots: number): void {
    if (slots > this.startsMs.length) {
      this.startsMs = grownDoubles(this.startsMs, Math.max(slots, 2 * this.startsMs.length), 0);
    }
    for (let index = 0; index < this.columns.length; index++) {
      const { states } = this.columns[index] as LambdaColumn;
      if (slots > states.slots) states.grow(Math.max(slots, 2 * states.slots));
    }
  }
}
