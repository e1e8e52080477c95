import { cellStart, type Zone } from './batch-ir-zones.ts';
import type { GrowingScore } from './growing-score.ts';
import { EMPTY } from './operation.ts';
import type { SlotPool } from './slot-pool.ts';
import { hopSizesMs, hopStart } from './window.ts';

/** Where columns have what they hold of one key, once the score is played; until the next key is summed. */
export interface GroupSums {
  /** For each window of the group, the slot of its collapsed IRs; EMPTY where there are none. */
  readonly collapsed: Int32Array;
  /** For each of `hopSizesMs`. */
  readonly hops: readonly HopSlots[];
}

/** Hops, the newest first. */
export interface HopSlots {
  readonly length: number;
  readonly startsMs: readonly number[];
  readonly slots: readonly number[];
}

/**
 * Sums the cells of keys, one after the other, into hops and collapsed IRs. A hop of one cell stands in that cell's own slot. Cells are
 * walked from the newest back, so that the running sum at a window's `collapsedFrom` is its collapsed IR.
 */
export class CellSums implements GroupSums {
  readonly collapsed: Int32Array;
  readonly hops: readonly Hops[];
  readonly #zones: readonly SummedZone[];
  readonly #pool: SlotPool;
  readonly #score: GrowingScore;
  /** The cells of the key, the newest first, and their slots. */
  readonly #cells: number[] = [];
  readonly #slots: number[] = [];
  readonly #scratch: number[] = [];
  readonly #hasCollapsed: boolean;

  /** `collapsedFromMs`: of each window, the batch end where nothing is collapsed. */
  constructor(
    zones: readonly Zone[],
    { collapsedFromMs, batchEndMs }: { readonly collapsedFromMs: readonly number[]; readonly batchEndMs: number },
    { pool, score }: { readonly pool: SlotPool; readonly score: GrowingScore },
  ) {
    this.#pool = pool;
    this.#score = score;
    this.collapsed = new Int32Array(collapsedFromMs.length);
    this.#hasCollapsed = collapsedFromMs.some((fromMs) => fromMs < batchEndMs);
    this.hops = hopSizesMs.map((hopMs) => new Hops(hopMs, score, this.#take));
    this.#zones = zones.toReversed().map((zone) => ({
      zone,
      hops: this.hops.filter(({ hopMs }) => zone.hopsMs.includes(hopMs)),
      windows: [...collapsedFromMs.keys()].filter((window) => collapsedFromMs[window] === zone.fromMs),
    }));
  }

  /** Writes the score for the cells of a key, and where things then stand. Give the slots back before the next. */
  sum(cells: ReadonlyMap<number, number>): void {
    this.#score.clear();
    this.#order(cells);
    this.collapsed.fill(EMPTY);
    for (const each of this.hops) each.clear();
    let next = 0;
    let sum = EMPTY;
    for (const { zone, hops, windows } of this.#zones) {
      for (; next < this.#cells.length; next++) {
        const cell = this.#cells[next] as number;
        if (cell < zone.firstCell) break;
        const slot = this.#slots[next] as number;
        if (this.#hasCollapsed) {
          const sumSoFar = sum === EMPTY ? this.#take() : sum;
          this.#score.put(sumSoFar, sum, slot);
          sum = sumSoFar;
        }
        for (const each of hops) each.add(cellStart(zone, cell), slot);
      }
      if (sum === EMPTY) continue;
      for (const window of windows) {
        const slot = this.#take();
        this.#score.put(slot, sum, EMPTY);
        this.collapsed[window] = slot;
      }
    }
  }

  giveBack(): void {
    for (const slot of this.#scratch) this.#pool.give(slot);
    this.#scratch.length = 0;
  }

  readonly #take = (): number => {
    const slot = this.#pool.take();
    this.#scratch.push(slot);
    return slot;
  };

  /** The cells of a sorted stream come in order of time already. */
  #order(cells: ReadonlyMap<number, number>): void {
    this.#cells.length = 0;
    this.#slots.length = 0;
    let isInOrder = true;
    let last = -1;
    cells.forEach((slot, cell) => {
      isInOrder &&= cell > last;
      last = cell;
      this.#cells.push(cell);
      this.#slots.push(slot);
    });
    if (!isInOrder) {
      this.#cells.sort((a, b) => a - b);
      this.#cells.forEach((cell, at) => {
        this.#slots[at] = cells.get(cell) as number;
      });
    }
    this.#cells.reverse();
    this.#slots.reverse();
  }
}

/** A zone, the sizes of its hops, and the windows whose collapsed IR begins where it does. */
interface SummedZone {
  readonly zone: Zone;
  readonly hops: readonly Hops[];
  readonly windows: readonly number[];
}

/** The hops of one size; cells come from the newest back. */
class Hops implements HopSlots {
  readonly hopMs: number;
  readonly startsMs: number[] = [];
  readonly slots: number[] = [];
  readonly #score: GrowingScore;
  readonly #take: () => number;
  #isSum = false;

  constructor(hopMs: number, score: GrowingScore, take: () => number) {
    this.hopMs = hopMs;
    this.#score = score;
    this.#take = take;
  }

  get length(): number {
    return this.startsMs.length;
  }

  clear(): void {
    this.startsMs.length = 0;
    this.slots.length = 0;
  }

  add(cellStartMs: number, slot: number): void {
    const startMs = hopStart(cellStartMs, this.hopMs);
    const last = this.startsMs.length - 1;
    if (last < 0 || this.startsMs[last] !== startMs) {
      this.startsMs.push(startMs);
      this.slots.push(slot);
      this.#isSum = false;
      return;
    }
    const before = this.slots[last] as number;
    const sum = this.#isSum ? before : this.#take();
    this.#score.put(sum, before, slot);
    this.slots[last] = sum;
    this.#isSum = true;
  }
}
