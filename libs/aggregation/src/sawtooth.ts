import { createVector, sliceVector, type Vector } from '@isochron/schema';
import type { Feature } from './feature.ts';
import { HopClass, type Step, type StepRows } from './hop-class.ts';
import { type Accuracy, hopMs } from './window.ts';

/** Rows sorted by key, then time, a left row before the events of its instant; an input column a column of the features' row schema. */
export type FoldBatch = StepRows;

export interface FoldOptions {
  readonly accuracy: Accuracy;
  /** How many left rows can be held before they must be taken. */
  readonly rowsMax: number;
  /** Rows folded at a time: small enough for caches, large enough for loops. */
  readonly stepRows?: number;
}

const STEP_ROWS = 2048;

/**
 * The fold of a sorted stream of events and left rows into features, exact at the head and by whole hops at the tail: for a left row
 * at q, each feature of window W is its operation over the events of the key in [floor((q - W) / h) * h, q).
 *
 * SNAPSHOT accuracy is the same fold in daily hops, for left rows at midnights.
 *
 * Memory is that of the hops in the longest window: it does not grow with a key, nor with the stream.
 */
export class SawtoothFold {
  /** Feature f of the left rows held, in the order they came; rows from `held` on mean nothing. */
  readonly outputs: readonly Vector[];
  /** The numbers of the left rows held. */
  readonly rows: Int32Array;
  #held = 0;
  readonly #classes: readonly HopClass[];
  readonly #stepRows: number;
  readonly #leftAt: Int32Array;
  readonly #eventsFrom: Int32Array;

  constructor(features: readonly Feature[], options: FoldOptions) {
    this.#stepRows = options.stepRows ?? STEP_ROWS;
    this.#leftAt = new Int32Array(this.#stepRows);
    this.#eventsFrom = new Int32Array(this.#stepRows);
    this.outputs = features.map((feature) => createVector(feature.bound.output, options.rowsMax));
    this.rows = new Int32Array(options.rowsMax);
    const byHop = new Map<number, { features: Feature[]; outputs: Vector[] }>();
    features.forEach((feature, index) => {
      const window = feature.spec.windowMs;
      const hop = window === null ? Infinity : hopMs(window, options.accuracy);
      const members = byHop.get(hop) ?? { features: [], outputs: [] };
      byHop.set(hop, members);
      members.features.push(feature);
      members.outputs.push(this.outputs[index] as Vector);
    });
    this.#classes = [...byHop].map(
      ([hop, members]) => new HopClass(hop, members.features, members.outputs, this.#stepRows),
    );
  }

  /** How many left rows are held. */
  get held(): number {
    return this.#held;
  }

  /** Folds a batch. It may hold as many left rows as there is room for (`rowsMax - held`). */
  push(batch: FoldBatch): void {
    for (let from = 0; from < batch.n; from += this.#stepRows) {
      const to = Math.min(batch.n, from + this.#stepRows);
      const step = from === 0 && to === batch.n ? batch : sliceRows(batch, from, to);
      const first = this.#held;
      const cut = this.#cut(step);
      for (const hopClass of this.#classes) hopClass.fold(cut, first);
    }
  }

  /** Forgets the left rows held: they have been taken. */
  take(): void {
    this.#held = 0;
  }

  /** Holds the numbers of a step's left rows, and cuts the step at them. */
  #cut(step: StepRows): Step {
    const { n, key, row } = step;
    const leftAt = this.#leftAt;
    const eventsFrom = this.#eventsFrom;
    let leftRows = 0;
    let from = 0;
    let currentKey = n === 0 ? Number.NaN : (key[0] as number);
    for (let r = 0; r < n; r++) {
      if (key[r] !== currentKey) {
        currentKey = key[r] as number;
        from = r;
      }
      const number = row[r] as number;
      if (number < 0) continue;
      leftAt[leftRows] = r;
      eventsFrom[leftRows++] = from;
      from = r + 1;
      this.rows[this.#held++] = number;
    }
    if (this.#held > this.rows.length)
      throw new RangeError(`${this.#held} left rows held, room for ${this.rows.length}`);
    return { ...step, leftRows, leftAt, eventsFrom, openFrom: from };
  }
}

function sliceRows(rows: StepRows, from: number, to: number): StepRows {
  return {
    n: to - from,
    key: rows.key.subarray(from, to),
    ts: rows.ts.subarray(from, to),
    row: rows.row.subarray(from, to),
    columns: rows.columns.map((column) => sliceVector(column, from, to)),
  };
}
