import type { Value } from '@isochron/schema';
import type { BaseColumn } from './base-column.ts';
import { batchSpan } from './batch-ir.ts';
import { batchIrZones, cellOf, cellStart, type Zone } from './batch-ir-zones.ts';
import type { KeyedEventRows } from './event-rows.ts';
import { GrowingScore } from './growing-score.ts';
import { inputOf } from './hop-class.ts';
import { EMPTY, SINK, type States } from './operation.ts';
import { SlotPool } from './slot-pool.ts';

/** What a group of columns holds of one key. */
export interface GroupIr {
  /** For each window of the group that is collapsed, for each column, its IR. */
  readonly collapsed: ReadonlyMap<number | null, readonly Value[]>;
  /** For each hop size, for each hop by its start, the IRs of the columns. */
  readonly hops: ReadonlyMap<number, ReadonlyMap<number, readonly Value[]>>;
}

const INITIAL_SLOTS = 256;

/** The base columns that are looked at through the same windows: they share zones, cells and slots. */
export class BatchIrGroup {
  readonly columns: readonly BaseColumn[];
  readonly #batchEndMs: number;
  readonly #windows: readonly { readonly windowMs: number | null; readonly collapsedFromMs: number }[];
  readonly #zones: readonly Zone[];
  readonly #states: readonly States[];
  readonly #pool: SlotPool;
  /** For each key, the slot of each of its cells. */
  readonly #keys = new Map<number, Map<number, number>>();
  readonly #score = new GrowingScore();
  #at = new Int32Array(0);

  constructor(batchEndMs: number, windowsMs: readonly (number | null)[], columns: readonly BaseColumn[]) {
    this.columns = columns;
    this.#batchEndMs = batchEndMs;
    this.#windows = windowsMs
      .map((windowMs) => ({ windowMs, collapsedFromMs: batchSpan(batchEndMs, windowMs).collapsedFromMs }))
      .filter(({ collapsedFromMs }) => collapsedFromMs < batchEndMs);
    this.#zones = batchIrZones(batchEndMs, windowsMs);
    this.#states = columns.map(({ bound }) => bound.states(INITIAL_SLOTS));
    this.#pool = new SlotPool(this.#states);
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

  /** What is held of a key; null where none of its events is seen by a window. */
  read(key: number): GroupIr | null {
    const cells = this.#keys.get(key);
    if (cells === undefined) return null;
    const scratch: number[] = [];
    const take = (): number => {
      const slot = this.#pool.take();
      scratch.push(slot);
      return slot;
    };
    try {
      return this.#read(cells, take);
    } finally {
      for (const slot of scratch) this.#pool.give(slot);
    }
  }

  free(key: number): void {
    const cells = this.#keys.get(key);
    if (cells === undefined) return;
    for (const slot of cells.values()) this.#pool.give(slot);
    this.#keys.delete(key);
  }

  #read(cells: ReadonlyMap<number, number>, take: () => number): GroupIr {
    const score = this.#score;
    score.clear();
    const slotOf = sumCells(this.#zones, this.#windows, cells, score, take);
    for (const states of this.#states) states.merge(score.triples, score.length);
    const readAll = (slot: number): readonly Value[] => this.#states.map((states) => states.read(slot));
    const readHops = (slots: ReadonlyMap<number, number>) =>
      new Map([...slots].map(([start, slot]) => [start, readAll(slot)]));
    return {
      collapsed: new Map([...slotOf.collapsed].map(([windowMs, slot]) => [windowMs, readAll(slot)])),
      hops: new Map([...slotOf.hops].map(([hop, slots]) => [hop, readHops(slots)])),
    };
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

/**
 * Writes the score that sums cells into hops and collapsed IRs, and says in which slots they then stand. A hop of one
 * cell stands in that cell's own slot. Cells are walked from the newest back, so that the running sum at a window's
 * `collapsedFrom` is its collapsed IR.
 */
function sumCells(
  zones: readonly Zone[],
  windows: readonly { readonly windowMs: number | null; readonly collapsedFromMs: number }[],
  cells: ReadonlyMap<number, number>,
  score: GrowingScore,
  take: () => number,
) {
  const collapsed = new Map<number | null, number>();
  const hops = new Map<number, Map<number, number>>();
  const summed = new Set<number>();
  const newestFirst = [...cells].sort(([a], [b]) => b - a);
  let next = 0;
  let sum = EMPTY;
  for (const zone of zones.toReversed()) {
    for (; next < newestFirst.length; next++) {
      const [cell, slot] = newestFirst[next] as [number, number];
      if (cell < zone.firstCell) break;
      if (windows.length > 0) {
        const sumSoFar = sum === EMPTY ? take() : sum;
        score.put(sumSoFar, sum, slot);
        sum = sumSoFar;
      }
      for (const hop of zone.hopsMs) {
        const start = Math.floor(cellStart(zone, cell) / hop) * hop;
        const slots = hops.get(hop) ?? new Map<number, number>();
        hops.set(hop, slots);
        slots.set(start, joinSlot(slots.get(start), slot));
      }
    }
    for (const { windowMs, collapsedFromMs } of windows) {
      if (collapsedFromMs !== zone.fromMs || sum === EMPTY) continue;
      const slot = take();
      score.put(slot, sum, EMPTY);
      collapsed.set(windowMs, slot);
    }
  }
  return { collapsed, hops };

  function joinSlot(first: number | undefined, slot: number): number {
    if (first === undefined) return slot;
    if (summed.has(first)) {
      score.put(first, first, slot);
      return first;
    }
    const joined = take();
    summed.add(joined);
    score.put(joined, first, slot);
    return joined;
  }
}
