import { createVector, getValue, type IsochronError, type Value, type Vector } from '@isochron/schema';
import type { StructValue } from './base-column.ts';
import type { EventRows } from './event-rows.ts';
import type { Feature } from './feature.ts';
import { finalizeOne } from './finalize-one.ts';
import { inputOf } from './hop-class.ts';
import { LambdaColumns } from './lambda-columns.ts';
import { SINK } from './operation.ts';

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

/**
 * The fold of a batch half and a live half of one key into the values of its features at an instant. A batch half is
 * written into states once, and asked as often as one likes; what it adds to a window is summed anew only when the
 * window's tail has moved. What is given is never written to.
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
  readonly #columns: LambdaColumns;
  /** One row a feature. */
  readonly #own: readonly Vector[];
  #at = new Int32Array(0);

  constructor(features: readonly Feature[]) {
    this.#columns = new LambdaColumns(features);
    this.#own = features.map(({ bound }) => createVector(bound.output, 1));
    this.stale = this.#stale = features.map(() => false);
    this.failures = this.#failures = features.map(() => null);
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
    const { columns, places } = this.#columns;
    this.#columns.begin(batchEndMs);
    for (const { feature, states, window } of places) {
      states.write(window.collapsed, batch?.collapsedIr?.[feature.spec.name] ?? null);
    }
    (batch?.tailHopIrs ?? []).forEach((hops, hopClass) => {
      const first = this.#columns.takeHops(hopClass, hops.length);
      hops.forEach((hop, index) => {
        this.#columns.startsMs[first + index] = Number(hop['ts']);
        for (const { base, states } of columns) states.write(first + index, hop[base.name] ?? null);
      });
    });
  }

  /**
   * Writes the features as of `atMs` into row `row` of `outputs`, one vector a feature: of the batch half last taken,
   * and of what lives in [batch end, atMs). A tile counts whole if it starts before `atMs`. Throws
   * FAILED_PRECONDITION where `atMs` is before the batch end: that batch half has seen later events.
   */
  at(atMs: number, live: LiveHalf, outputs: readonly Vector[], row: number): void {
    this.#columns.contribute(atMs);
    this.#join(atMs, live);
    this.#columns.places.forEach((place, index) => {
      this.#stale[index] = this.#columns.isStale(place, atMs);
      const output = outputs[index];
      if (output === undefined) throw new RangeError(`no output for feature ${place.feature.spec.name}`);
      this.#failures[index] = finalizeOne(place.states, place.window.result, output, row);
    });
  }

  /** The features as of `atMs`, in order; null too where {@link failures} says why. As {@link at} otherwise. */
  values(atMs: number, live: LiveHalf): Value[] {
    this.at(atMs, live, this.#own, 0);
    return this.#columns.places.map(({ feature }, index) =>
      this.#failures[index] === null ? getValue(feature.bound.output, this.#own[index] as Vector, 0) : null,
    );
  }

  /** Events go into the segment of the shortest window that sees them; tiles are joined with the segments. */
  #join(atMs: number, { tiles = [], rows }: LiveHalf): void {
    const { columns } = this.#columns;
    this.#columns.clearLive();
    if (rows !== undefined && rows.n > 0) this.#update(atMs, rows);
    const first = this.#columns.takeTiles(tiles.length);
    tiles.forEach(({ startMs, ir }, index) => {
      // The caller says that it is a value of `tileIrType`.
      const collapsed = (ir as StructValue | null)?.['collapsedIr'] as StructValue | null | undefined;
      this.#columns.startsMs[first + index] = startMs;
      for (const { base, states } of columns) states.write(first + index, collapsed?.[base.name] ?? null);
    });
    this.#columns.join(atMs, first, tiles.length);
    if (tiles.length > 0) for (const { states } of columns) states.clear(first, first + tiles.length);
  }

  #update(atMs: number, { n, ts, columns: inputs }: EventRows): void {
    if (this.#at.length < n) this.#at = new Int32Array(n);
    const at = this.#at;
    for (let r = 0; r < n; r++) at[r] = this.#columns.segment(ts[r] as number, atMs);
    for (const { base, states } of this.#columns.columns) {
      states.update(at, inputOf(inputs, base.input, base.bucket), ts, n);
      // Nobody reads the sink, but it may grow.
      states.clear(SINK, SINK + 1);
    }
  }
}
