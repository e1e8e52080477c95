import { cellStart, type Zone } from './batch-ir-zones.ts';
import type { GrowingScore } from './growing-score.ts';
import { EMPTY } from './operation.ts';
import type { SlotPool } from './slot-pool.ts';
import { hopSizesMs, hopStart } from './window.ts';

/** Where columns have what they hold of one key, once the score is played. */
export interface GroupSums {
  /** For each window that is collapsed, the slot of its IRs. */
  readonly collapsed: ReadonlyMap<number | null, number>;
  /** For each of `hopSizesMs`, the hops in order of time. */
  readonly hops: readonly HopSlots[];
  /** Slots that hold nothing but sums: the pool's again when they are read. */
  readonly scratch: readonly number[];
}

export interface HopSlots {
  readonly startsMs: readonly number[];
  readonly slots: readonly number[];
}

export interface Cells {
  readonly zones: readonly Zone[];
  /** Those that are collapsed. */
  readonly windows: readonly { readonly windowMs: number | null; readonly collapsedFromMs: number }[];
  /** The slot of each cell of a key. */
  readonly cells: ReadonlyMap<number, number>;
  readonly score: GrowingScore;
  readonly pool: SlotPool;
}

/**
 * Writes the score that sums cells into hops and collapsed IRs. A hop of one cell stands in that cell's own slot. Cells are
 * walked from the newest back, so that the running sum at a window's `collapsedFrom` is its collapsed IR.
 */
export function sumCells({ zones, windows, cells, score, pool }: Cells): GroupSums {
  const collapsed = new Map<number | null, number>();
  const scratch: number[] = [];
  const take = (): number => {
    const slot = pool.take();
    scratch.push(slot);
    return slot;
  };
  const hops = hopSizesMs.map((hopMs) => new Hops(hopMs, score, take));
  const newestFirst = [...cells].sort(([a], [b]) => b - a);
  let next = 0;
  let sum = EMPTY;
  for (const zone of zones.toReversed()) {
    const hopsHere = hops.filter(({ hopMs }) => zone.hopsMs.includes(hopMs));
    for (; next < newestFirst.length; next++) {
      const [cell, slot] = newestFirst[next] as [number, number];
      if (cell < zone.firstCell) break;
      if (windows.length > 0) {
        const sumSoFar = sum === EMPTY ? take() : sum;
        score.put(sumSoFar, sum, slot);
        sum = sumSoFar;
      }
      for (const hop of hopsHere) hop.add(cellStart(zone, cell), slot);
    }
    for (const { windowMs, collapsedFromMs } of windows) {
      if (collapsedFromMs !== zone.fromMs || sum === EMPTY) continue;
      const slot = take();
      score.put(slot, sum, EMPTY);
      collapsed.set(windowMs, slot);
    }
  }
  return { collapsed, hops: hops.map((each) => each.inOrder()), scratch };
}

/** The hops of one size; cells come from the newest back. */
class Hops {
  readonly hopMs: number;
  readonly #score: GrowingScore;
  readonly #take: () => number;
  readonly #startsMs: number[] = [];
  readonly #slots: number[] = [];
  #isSum = false;

  constructor(hopMs: number, score: GrowingScore, take: () => number) {
    this.hopMs = hopMs;
    this.#score = score;
    this.#take = take;
  }

  add(cellStartMs: number, slot: number): void {
    const startMs = hopStart(cellStartMs, this.hopMs);
    const last = this.#startsMs.length - 1;
    if (this.#startsMs[last] !== startMs) {
      this.#startsMs.push(startMs);
      this.#slots.push(slot);
      this.#isSum = false;
      return;
    }
    const before = this.#slots[last] as number;
    const sum = this.#isSum ? before : this.#take();
    this.#score.put(sum, before, slot);
    this.#slots[last] = sum;
    this.#isSum = true;
  }

  inOrder(): HopSlots {
    return { startsMs: this.#startsMs.reverse(), slots: this.#slots.reverse() };
  }
}
