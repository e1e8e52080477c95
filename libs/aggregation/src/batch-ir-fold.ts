import { IsochronError, type Value } from '@isochron/schema';
import { type BaseColumn, baseColumns } from './base-column.ts';
import { BatchIrGroup } from './batch-ir-group.ts';
import type { KeyedEventRows } from './event-rows.ts';
import type { Feature } from './feature.ts';
import { DAY_MS, hopSizesMs } from './window.ts';

/**
 * The fold of events into batch halves: for each key, a value of `batchIrType` that holds what the features see of
 * its events before the batch end.
 *
 * Events come in any order, of one key or of many; those at or after the batch end, or before every window, are
 * passed over. An event goes into one state of a base column, so memory is that of the hops of the keys held, never
 * that of their events. A stream sorted by key needs one key at a time: read it, free it, go on.
 */
export class BatchIrFold {
  readonly #features: readonly Feature[];
  readonly #columns: readonly BaseColumn[];
  readonly #groups: readonly BatchIrGroup[];

  /** Throws INVALID_ARGUMENT unless `batchEndMs` is a midnight. */
  constructor(features: readonly Feature[], batchEndMs: number) {
    if (batchEndMs % DAY_MS !== 0) {
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `The batch end ${batchEndMs} is not a midnight (UTC); a batch half ends with a day.`,
      );
    }
    this.#features = features;
    this.#columns = baseColumns(features);
    const groups = new Map<string, { windowsMs: readonly (number | null)[]; columns: BaseColumn[] }>();
    for (const column of this.#columns) {
      const windowsMs = windowsOf(features, column);
      const group = groups.get(windowsMs.join()) ?? { windowsMs, columns: [] };
      groups.set(windowsMs.join(), group);
      group.columns.push(column);
    }
    this.#groups = [...groups.values()].map(
      ({ windowsMs, columns }) => new BatchIrGroup(batchEndMs, windowsMs, columns),
    );
  }

  update(rows: KeyedEventRows): void {
    for (const group of this.#groups) group.update(rows);
  }

  /** The keys that have a batch half, each once. */
  keys(): readonly number[] {
    return [...new Set(this.#groups.flatMap((group) => [...group.keys()]))];
  }

  /**
   * The key's batch half, sharing nothing with the fold, which can go on; null where no window sees any of its
   * events. Throws OUT_OF_RANGE where a partial value cannot be told (a sum of longs beyond 64 bits).
   */
  read(key: number): Value {
    const collapsed = new Map<string, Value>();
    const hops = hopSizesMs.map(() => new Map<number, Record<string, Value>>());
    let isEmpty = true;
    for (const group of this.#groups) {
      const ir = group.read(key);
      if (ir === null) continue;
      isEmpty = false;
      group.columns.forEach((column, index) => {
        for (const [windowMs, values] of ir.collapsed)
          collapsed.set(slotName(column.state, windowMs), values[index] ?? null);
        hopSizesMs.forEach((size, hopClass) => {
          for (const [start, values] of ir.hops.get(size) ?? []) {
            this.#hop(hops[hopClass], start)[column.name] = values[index] ?? null;
          }
        });
      });
    }
    if (isEmpty) return null;
    const collapsedIr: Record<string, Value> = {};
    for (const { spec, state } of this.#features)
      collapsedIr[spec.name] = collapsed.get(slotName(state, spec.windowMs)) ?? null;
    return { collapsedIr, tailHopIrs: hops.map(inOrderOfTime) };
  }

  /** Lets go of the key; its slots are used again. */
  free(key: number): void {
    for (const group of this.#groups) group.free(key);
  }

  #hop(hops: Map<number, Record<string, Value>> | undefined, start: number): Record<string, Value> {
    let hop = hops?.get(start);
    if (hop === undefined) {
      hop = Object.fromEntries(this.#columns.map(({ name }) => [name, null]));
      hop['ts'] = start;
      hops?.set(start, hop);
    }
    return hop;
  }
}

function windowsOf(features: readonly Feature[], column: BaseColumn): readonly (number | null)[] {
  const windowsMs = features.filter(({ state }) => state === column.state).map(({ spec }) => spec.windowMs);
  return [...new Set(windowsMs)].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
}

const slotName = (state: string, windowMs: number | null): string => `${windowMs} ${state}`;

function inOrderOfTime(hops: ReadonlyMap<number, Value>): readonly Value[] {
  return [...hops].sort(([a], [b]) => a - b).map(([, hop]) => hop);
}
