import { createVector, getValue, type Value, type Vector } from '@isochron/schema';
import { EventCells, type FeatureColumn } from './event-cells.ts';
import type { KeyedEventRows } from './event-rows.ts';
import type { Feature } from './feature.ts';
import { finalizeOne } from './finalize-one.ts';
import { EMPTY } from './operation.ts';

/**
 * The fold of events into the values that features have at a batch end, key by key: what a SNAPSHOT upload holds. It
 * takes events, and holds them, as {@link EventCells} says.
 */
export class SnapshotFold {
  readonly #features: readonly Feature[];
  readonly #cells: EventCells;
  /** Of each feature. */
  readonly #columns: readonly FeatureColumn[];
  /** One row a feature. */
  readonly #outputs: readonly Vector[];

  /** Throws INVALID_ARGUMENT unless `batchEndMs` is a midnight. */
  constructor(features: readonly Feature[], batchEndMs: number) {
    this.#features = features;
    this.#cells = new EventCells(features, batchEndMs, 0);
    this.#columns = this.#cells.columnsOf(features);
    this.#outputs = features.map(({ bound }) => createVector(bound.output, 1));
  }

  update(rows: KeyedEventRows): void {
    this.#cells.update(rows);
  }

  /**
   * The values of the key's features, in order; null where no window sees any of its events. Throws OUT_OF_RANGE where one
   * cannot be told (a sum of longs beyond 64 bits); the fold can go on.
   */
  read(key: number): readonly Value[] | null {
    let values: readonly Value[] | null = null;
    this.#cells.sums(key, (sums) => {
      values = this.#features.map(({ bound }, feature) => {
        const { group, window, states } = this.#columns[feature] as FeatureColumn;
        const output = this.#outputs[feature] as Vector;
        const failure = finalizeOne(states, sums[group]?.collapsed[window] ?? EMPTY, output, 0);
        if (failure !== null) throw failure;
        return getValue(bound.output, output, 0);
      });
    });
    return values;
  }

  /** Lets go of the key; its slots are used again. */
  free(key: number): void {
    this.#cells.free(key);
  }
}
