import type { BaseColumn } from './base-column.ts';
import { batchSpan } from './batch-ir.ts';
import { CellSums, type GroupSums } from './batch-ir-sums.ts';
import { batchIrZones, cellOf, type Zone } from './batch-ir-zones.ts';
import type { KeyedEventRows } from './event-rows.ts';
import { GrowingScore } from './growing-score.ts';
import { inputOf } from './hop-class.ts';
import { SINK, type States } from './operation.ts';
import { SlotPool } from './slot-pool.ts';

const INITIAL_SLOTS = 256;

/** The base columns that are looked at through the same windows: they share zones, cells and slots. */
export class BatchIrGroup {
  readonly windowsMs: readonly (number | null)[];
  readonly columns: readonly BaseColumn[];
  readonly #batchEndMs: number;
  readonly #zones: readonly Zone[];
  readonly #states: readonly States[];
  readonly #pool: SlotPool;
  /** For each key, the slot of each of its cells. */
  readonly #keys = new Map<number, Map<number, number>>();
  readonly #score = new GrowingScore();
  readonly #sums: CellSums;
  #at = new Int32Array(0);

  constructor(
    { batchEndMs, tailBufferMs }: { readonly batchEndMs: number; readonly tailBufferMs: number },
    windowsMs: readonly (number | null)[],
    columns: readonly BaseColumn[],
  ) {
    this.windowsMs = windowsMs;
    this.columns = columns;
    this.#batchEndMs = batchEndMs;
    this.#zones = batchIrZones(batchEndMs, windowsMs, tailBufferMs);
    this.#states = columns.map(({ bound }) => bound.states(INITIAL_SLOTS));
    this.#pool = new SlotPool(this.#states);
    const collapsedFromMs = windowsMs.map((windowMs) => batchSpan(batchEndMs, windowMs, tailBufferMs).collapsedFromMs);
    const parts = { pool: this.#pool, score: this.#score };
    this.#sums = new CellSums(this.#zones, { collapsedFromMs, batchEndMs }, parts);
  }

  keys(): Iterable<number> {
    return this.#keys.keys();
  }

  /** Folds events into the cells they fall into; those that no window sees are passed over. */
  update(rows: KeyedEventRows): void {
    const { n, ts, columns } = rows;
    if (this.#at.length < n) this.#at = new Int32Array(n);
    const passedOver = this.#locate(rows, this.#at);
    this.columns.forEach((column, index) => {
      const states = this.#states[index] as States;
      states.update(this.#at, inputOf(columns, column.input, column.bucket), ts, n);
      // Nobody reads the sink, but it may grow.
      if (passedOver) states.clear(SINK, SINK + 1);
    });
  }

  /**
   * Sums what is held of a key; null where none of its events is seen by a window. The answer is the group's own: {@link giveBack} takes it back
   * before another key is summed.
   */
  sum(key: number): GroupSums | null {
    const cells = this.#keys.get(key);
    if (cells === undefined) return null;
    this.#sums.sum(cells);
    for (const states of this.#states) states.merge(this.#score.triples, this.#score.length);
    return this.#sums;
  }

  giveBack(): void {
    this.#sums.giveBack();
  }

  /** The states of a column, by its position in the group. */
  statesOf(column: number): States {
    return this.#states[column] as States;
  }

  free(key: number): void {
    const cells = this.#keys.get(key);
    if (cells === undefined) return;
    for (const slot of cells.values()) this.#pool.give(slot);
    this.#keys.delete(key);
  }

  /** Writes the slot of each row's cell; true if a row goes to the sink. */
  #locate({ n, key, ts }: KeyedEventRows, at: Int32Array): boolean {
    const zones = this.#zones;
    const firstMs = (zones[0] as Zone).fromMs;
    let passedOver = false;
    let index = zones.length - 1;
    let lastKey = NaN;
    let lastCell = -1;
    let slot = SINK;
    for (let r = 0; r < n; r++) {
      const time = ts[r] as number;
      if (!(time >= firstMs && time < this.#batchEndMs)) {
        at[r] = SINK;
        passedOver = true;
        continue;
      }
      while (time < (zones[index] as Zone).fromMs) index--;
      while (time >= (zones[index] as Zone).toMs) index++;
      const cell = cellOf(zones[index] as Zone, time);
      if (cell !== lastCell || key[r] !== lastKey) {
        lastKey = key[r] as number;
        lastCell = cell;
        slot = this.#slot(lastKey, cell);
      }
      at[r] = slot;
    }
    return passedOver;
  }

  #slot(key: number, cell: number): number {
    let cells = this.#keys.get(key);
    if (cells === undefined) {
      cells = new Map();
      this.#keys.set(key, cells);
    }
    let slot = cells.get(cell);
    if (slot === undefined) {
      slot = this.#pool.take();
      cells.set(cell, slot);
    }
    return slot;
  }
}
