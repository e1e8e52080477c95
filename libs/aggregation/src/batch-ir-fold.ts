import type { Value } from '@isochron/schema';
import { TAIL_BUFFER_MS } from './batch-ir.ts';
import type { GroupSums, HopSlots } from './batch-ir-sums.ts';
import { EventCells, type FeatureColumn } from './event-cells.ts';
import type { KeyedEventRows } from './event-rows.ts';
import type { Feature } from './feature.ts';
import { EMPTY } from './operation.ts';
import { hopSizesMs } from './window.ts';

/** Is given a batch half part by part, in the order in which `batchIrType` has them: first the features' collapsed IRs. */
export interface BatchIrSink {
  collapsed(feature: number, ir: Value): void;
  /** So many hops of the next of `hopSizesMs` follow, in order of time: of each an IR a base column, then where it starts. */
  hops(count: number): void;
  hop(column: number, ir: Value): void;
  hopStart(startMs: number): void;
}

/**
 * The fold of events into batch halves: for each key, a value of `batchIrType` that holds what the features see of
 * its events before the batch end. It takes events, and holds them, as {@link EventCells} says.
 */
export class BatchIrFold {
  readonly #features: readonly Feature[];
  readonly #cells: EventCells;
  /** Of each feature. */
  readonly #columns: readonly FeatureColumn[];

  /** Throws INVALID_ARGUMENT unless `batchEndMs` is a midnight. */
  constructor(features: readonly Feature[], batchEndMs: number) {
    this.#features = features;
    this.#cells = new EventCells(features, batchEndMs, TAIL_BUFFER_MS);
    this.#columns = this.#cells.columnsOf(features);
  }

  update(rows: KeyedEventRows): void {
    this.#cells.update(rows);
  }

  /** The keys that have a batch half, each once. */
  keys(): readonly number[] {
    return this.#cells.keys();
  }

  /**
   * Gives the key's batch half to the sink; false, without calling it, where no window sees any of its events. Throws
   * OUT_OF_RANGE, in the middle of it, where a partial value cannot be told (a sum of longs beyond 64 bits); the fold can
   * go on.
   */
  visit(key: number, sink: BatchIrSink): boolean {
    return this.#cells.sums(key, (sums) => {
      this.#columns.forEach(({ group, window, states }, feature) => {
        const slot = sums[group]?.collapsed[window] ?? EMPTY;
        sink.collapsed(feature, slot === EMPTY ? null : states.read(slot));
      });
      for (let hopClass = 0; hopClass < hopSizesMs.length; hopClass++) this.#visitHops(sums, hopClass, sink);
    });
  }

  /** The key's batch half as a value, sharing nothing with the fold; null where it has none. Throws as {@link visit}. */
  read(key: number): Value {
    const collapsedIr: Record<string, Value> = {};
    const tailHopIrs: Value[][] = [];
    let hop: Record<string, Value> = {};
    const isThere = this.visit(key, {
      collapsed: (feature, ir) => {
        collapsedIr[this.#features[feature]?.spec.name ?? ''] = ir;
      },
      hops: () => tailHopIrs.push([]),
      hop: (column, ir) => {
        hop[this.#cells.columns[column]?.base.name ?? ''] = ir;
      },
      hopStart: (startMs) => {
        hop['ts'] = startMs;
        tailHopIrs.at(-1)?.push(hop);
        hop = {};
      },
    });
    return isThere ? { collapsedIr, tailHopIrs } : null;
  }

  /** Lets go of the key; its slots are used again. */
  free(key: number): void {
    this.#cells.free(key);
  }

  /** The groups' hops of one size side by side: a column has none where its own windows do not look. */
  #visitHops(sums: readonly (GroupSums | null)[], hopClass: number, sink: BatchIrSink): void {
    const hops = sums.map((each) => each?.hops[hopClass] ?? NO_HOPS);
    sink.hops(countStarts(hops));
    const at = hops.map(({ length }) => length - 1);
    for (let startMs = earliest(hops, at); startMs < Infinity; startMs = earliest(hops, at)) {
      this.#cells.columns.forEach(({ group, states }, column) => {
        const { startsMs, slots } = hops[group] as HopSlots;
        const own = at[group] as number;
        sink.hop(column, startsMs[own] === startMs ? states.read(slots[own] as number) : null);
      });
      sink.hopStart(startMs);
      pass(hops, at, startMs);
    }
  }
}

const NO_HOPS: HopSlots = { length: 0, startsMs: [], slots: [] };

/** Hops stand with the newest first: a position goes down to -1. */
function earliest(hops: readonly HopSlots[], at: readonly number[]): number {
  let startMs = Infinity;
  for (let group = 0; group < hops.length; group++) {
    const own = hops[group]?.startsMs[at[group] as number];
    if (own !== undefined && own < startMs) startMs = own;
  }
  return startMs;
}

function pass(hops: readonly HopSlots[], at: number[], startMs: number): void {
  for (let group = 0; group < hops.length; group++)
    if (hops[group]?.startsMs[at[group] as number] === startMs) (at[group] as number)--;
}

/** How many hops there are that any group has. */
function countStarts(hops: readonly HopSlots[]): number {
  const [only, ...others] = hops;
  if (only !== undefined && others.length === 0) return only.length;
  const at = hops.map(({ length }) => length - 1);
  let count = 0;
  for (let startMs = earliest(hops, at); startMs < Infinity; startMs = earliest(hops, at)) {
    count++;
    pass(hops, at, startMs);
  }
  return count;
}
