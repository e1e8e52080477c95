import type { Value } from '@isochron/schema';
import { TAIL_BUFFER_MS } from './batch-ir.ts';
import type { GroupSums, HopSlots } from './batch-ir-sums.ts';
import { type CellColumn, EventCells } from './event-cells.ts';
import type { KeyedEventRows } from './event-rows.ts';
import type { Feature } from './feature.ts';
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
  readonly #columns: readonly CellColumn[];

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
      this.#columns.forEach(({ group, states }, feature) => {
        const slot = sums[group]?.collapsed.get(this.#features[feature]?.spec.windowMs ?? null);
        sink.collapsed(feature, slot === undefined ? null : states.read(slot));
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
    const startsMs = startsOf(hops);
    const next = hops.map(() => 0);
    sink.hops(startsMs.length);
    for (const startMs of startsMs) {
      this.#cells.columns.forEach(({ group, states }, column) => {
        const { startsMs: own, slots } = hops[group] as HopSlots;
        const at = next[group] as number;
        sink.hop(column, own[at] === startMs ? states.read(slots[at] as number) : null);
      });
      sink.hopStart(startMs);
      for (let group = 0; group < hops.length; group++)
        if (hops[group]?.startsMs[next[group] as number] === startMs) (next[group] as number)++;
    }
  }
}

const NO_HOPS: HopSlots = { startsMs: [], slots: [] };

function startsOf(groups: readonly HopSlots[]): readonly number[] {
  const [only, ...others] = groups;
  if (only !== undefined && others.length === 0) return only.startsMs;
  return [...new Set(groups.flatMap(({ startsMs }) => startsMs))].sort((a, b) => a - b);
}
