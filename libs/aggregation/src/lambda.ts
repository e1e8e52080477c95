import { createVector, getValue, IsochronError, type Value, type Vector } from '@isochron/schema';
import { type BaseColumn, baseColumns, type StructValue } from './base-column.ts';
import { TAIL_BUFFER_MS } from './batch-ir.ts';
import type { EventRows } from './event-rows.ts';
import type { Feature } from './feature.ts';
import { finalizeOne } from './finalize-one.ts';
import { GrowingScore } from './growing-score.ts';
import { inputOf } from './hop-class.ts';
import { LambdaWindow } from './lambda-window.ts';
import { FIRST_SLOT, SINK, type States } from './operation.ts';
import { hopSizesMs } from './window.ts';

/** A tile as the store has it: `ir` is a value of `tileIrType`. */
export interface Tile {
  readonly startMs: number;
  readonly ir: Value;
}

/**
 * What is known of a key from the batch end on: tiles, or events, or some of each that do not overlap. In any order.
 */
export interface LiveHalf {
  readonly tiles?: readonly Tile[];
  readonly rows?: EventRows;
}

const INITIAL_SLOTS = 64;

/**
 * The fold of a batch half and a live half of one key into the values of its features at an instant. A batch half is
 * written into states once, and asked as often as one likes; what it adds to a window is summed anew only when the
 * window's tail has moved.
 *
 * Slots, in order, for each window length in use: what the batch half holds collapsed; what it adds to the window at
 * the instant asked; live events from the window's tail to that of the next shorter one, then all of them; the
 * result. After them the tail hops, then the tiles. They are used again by each call. What is given is never written
 * to.
 */
export class LambdaFold {
  /**
   * For each feature, whether the last instant asked was too late for the batch half: its tail could not be trimmed
   * there.
   */
  readonly stale: readonly boolean[];
  /** For each feature, why it had no value when last asked (a sum of longs beyond 64 bits); null where it had. */
  readonly failures: readonly (IsochronError | null)[];
  readonly #stale: boolean[];
  readonly #failures: (IsochronError | null)[];
  readonly #windows: readonly LambdaWindow[];
  readonly #columns: readonly Column[];
  readonly #results: readonly Result[];
  readonly #firstSegment: number;
  readonly #firstHop: number;
  readonly #liveScore = new GrowingScore();
  #firstTile: number;
  #batchEndMs = NaN;
  #at = new Int32Array(0);

  constructor(features: readonly Feature[]) {
    const lengths = [...new Set(features.map(({ spec }) => spec.windowMs))].sort(
      (a, b) => (a ?? Infinity) - (b ?? Infinity),
    );
    this.#windows = lengths.map((lengthMs, index) => new LambdaWindow(lengthMs, FIRST_SLOT + index, lengths.length));
    this.#firstSegment = FIRST_SLOT + 2 * lengths.length;
    this.#firstHop = this.#firstTile = FIRST_SLOT + 4 * lengths.length;
    this.#columns = baseColumns(features).map((base) => {
      const lengthsHere = features.filter(({ state }) => state === base.state).map(({ spec }) => spec.windowMs);
      const windows = this.#windows.filter(({ lengthMs }) => lengthsHere.includes(lengthMs));
      return { base, states: base.bound.states(INITIAL_SLOTS), windows };
    });
    this.#results = features.map((feature) => {
      const window = this.#windows.find(({ lengthMs }) => lengthMs === feature.spec.windowMs);
      const column = this.#columns.find(({ base }) => base.state === feature.state);
      if (window === undefined || column === undefined) throw new Error(`no states for feature ${feature.spec.name}`);
      return { feature, window, states: column.states, own: createVector(feature.bound.output, 1) };
    });
    this.stale = this.#stale = features.map(() => false);
    this.failures = this.#failures = features.map(() => null);
    this.#reserve(this.#firstHop);
  }

  /**
   * Takes the batch half of a key: events before `batchEndMs`, as a value of `batchIrType`; null where the key has
   * none.
   */
  batch(batchEndMs: number, batchIr: Value): void {
    // The caller says that it is a value of `batchIrType`.
    const batch = batchIr as {
      collapsedIr: StructValue | null;
      tailHopIrs: readonly (readonly StructValue[])[] | null;
    } | null;
    const hopLists = batch?.tailHopIrs ?? [];
    const usedSlots = this.#firstTile;
    this.#batchEndMs = NaN;
    let slot = this.#firstHop;
    this.#firstTile = slot + hopLists.reduce((sum, hops) => sum + hops.length, 0);
    this.#reserve(this.#firstTile);
    for (const { states } of this.#columns) states.clear(FIRST_SLOT, Math.max(usedSlots, this.#firstTile));
    for (const { feature, window, states } of this.#results) {
      const ir = batch?.collapsedIr?.[feature.spec.name] ?? null;
      if (ir !== null) states.write(window.collapsed, ir);
    }
    for (const window of this.#windows) window.begin(batchEndMs);
    hopLists.forEach((hops, hopClass) => {
      const windows = this.#windows.filter(({ hop, lengthMs }) => lengthMs !== null && hop === hopSizesMs[hopClass]);
      for (const hop of hops) {
        for (const window of windows) window.addHop(Number(hop['ts']), slot);
        for (const { base, states } of this.#columns) {
          const ir = hop[base.name] ?? null;
          if (ir !== null) states.write(slot, ir);
        }
        slot++;
      }
    });
    this.#batchEndMs = batchEndMs;
  }

  /**
   * Writes the features as of `atMs` into row `row` of `outputs`, one vector a feature: of the batch half last taken,
   * and of what lives in [batch end, atMs). A tile counts whole if it starts before `atMs`. Throws
   * FAILED_PRECONDITION where `atMs` is before the batch end: that batch half has seen later events.
   */
  at(atMs: number, live: LiveHalf, outputs: readonly Vector[], row: number): void {
    if (Number.isNaN(this.#batchEndMs)) throw new Error('no batch half was taken before the features were asked for');
    if (!(atMs >= this.#batchEndMs)) {
      throw new IsochronError(
        'FAILED_PRECONDITION',
        `The request's time ${atMs} is before the batch end ${this.#batchEndMs}; ask the generation before it.`,
      );
    }
    for (const window of this.#windows) window.moveTo(atMs);
    for (const { states, windows } of this.#columns) {
      for (const { contributionScore } of windows) states.merge(contributionScore.triples, contributionScore.length);
    }
    this.#fold(atMs, live);
    for (const { states, windows } of this.#columns) {
      for (const { resultScore } of windows) states.merge(resultScore, 1);
    }
    const isLate = atMs > this.#batchEndMs + TAIL_BUFFER_MS;
    this.#results.forEach(({ feature, window, states }, index) => {
      const windowMs = feature.spec.windowMs;
      this.#stale[index] = isLate && windowMs !== null && windowMs > TAIL_BUFFER_MS;
      const output = outputs[index];
      if (output === undefined) throw new RangeError(`no output for feature ${feature.spec.name}`);
      this.#failures[index] = finalizeOne(states, window.result, output, row);
    });
  }

  /** The features as of `atMs`, in order; null too where {@link failures} says why. As {@link at} otherwise. */
  values(atMs: number, live: LiveHalf): Value[] {
    const outputs = this.#results.map(({ own }) => own);
    this.at(atMs, live, outputs, 0);
    return this.#results.map(({ feature, own }, index) =>
      this.#failures[index] === null ? getValue(feature.bound.output, own, 0) : null,
    );
  }

  /**
   * Folds the live half: each event into the segment of the shortest window that sees it, then the segments into each
   * other.
   */
  #fold(atMs: number, { tiles = [], rows }: LiveHalf): void {
    const score = this.#liveScore;
    score.clear();
    const firstTile = this.#firstTile;
    this.#reserve(firstTile + tiles.length);
    for (const { states } of this.#columns) {
      states.clear(this.#firstSegment, this.#firstSegment + this.#windows.length);
    }
    if (rows !== undefined && rows.n > 0) this.#update(atMs, rows);
    tiles.forEach(({ startMs, ir }, index) => {
      const segment = this.#segment(startMs, atMs);
      if (segment === SINK) return;
      // The caller says that it is a value of `tileIrType`.
      const collapsed = (ir as StructValue | null)?.['collapsedIr'] as StructValue | null | undefined;
      for (const { base, states } of this.#columns) states.write(firstTile + index, collapsed?.[base.name] ?? null);
      score.put(segment, segment, firstTile + index);
    });
    for (let index = 1; index < this.#windows.length; index++) {
      const segment = this.#firstSegment + index;
      score.put(segment, segment, segment - 1);
    }
    for (const { states } of this.#columns) {
      states.merge(score.triples, score.length);
      if (tiles.length > 0) states.clear(firstTile, firstTile + tiles.length);
    }
  }

  #update(atMs: number, { n, ts, columns }: EventRows): void {
    if (this.#at.length < n) this.#at = new Int32Array(n);
    const at = this.#at;
    for (let r = 0; r < n; r++) at[r] = this.#segment(ts[r] as number, atMs);
    for (const { base, states } of this.#columns) {
      states.update(at, inputOf(columns, base.input, base.bucket), ts, n);
      // Nobody reads the sink, but it may grow.
      states.clear(SINK, SINK + 1);
    }
  }

  /**
   * Longer windows start earlier or at the same instant, for their hops are multiples: so the first window that sees
   * a time is the shortest.
   */
  #segment(timeMs: number, atMs: number): number {
    if (!(timeMs >= this.#batchEndMs && timeMs < atMs)) return SINK;
    for (let index = 0; index < this.#windows.length; index++) {
      if (timeMs >= (this.#windows[index] as LambdaWindow).tailMs) return this.#firstSegment + index;
    }
    return SINK;
  }

  #reserve(slots: number): void {
    for (const { states } of this.#columns) {
      if (slots > states.slots) states.grow(Math.max(slots, 2 * states.slots));
    }
  }
}

interface Column {
  readonly base: BaseColumn;
  readonly states: States;
  readonly windows: readonly LambdaWindow[];
}

/** Where a feature's value is found; `own` holds one row. */
interface Result {
  readonly feature: Feature;
  readonly window: LambdaWindow;
  readonly states: States;
  readonly own: Vector;
}
