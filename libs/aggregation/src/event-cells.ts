import { IsochronError } from '@isochron/schema';
import { type BaseColumn, baseColumns } from './base-column.ts';
import { BatchIrGroup } from './batch-ir-group.ts';
import type { GroupSums } from './batch-ir-sums.ts';
import type { KeyedEventRows } from './event-rows.ts';
import type { Feature } from './feature.ts';
import type { States } from './operation.ts';
import { DAY_MS } from './window.ts';

/** A base column, the number of its group, and its states there. */
export interface CellColumn {
  readonly base: BaseColumn;
  readonly group: number;
  readonly states: States;
}

/** A feature's column, and the number of its window in the group. */
export interface FeatureColumn extends CellColumn {
  readonly window: number;
}

/**
 * What is held of the events of keys before a batch end, in as few states as the features' windows need.
 *
 * Events come in any order, of one key or of many; those at or after the batch end, or before every window, are
 * passed over. An event goes into one state of a base column, so memory is that of the cells of the keys held, never
 * that of their events. A stream sorted by key needs one key at a time: sum it, free it, go on.
 */
export class EventCells {
  readonly columns: readonly CellColumn[];
  readonly #groups: readonly BatchIrGroup[];

  /** Throws INVALID_ARGUMENT unless `batchEndMs` is a midnight. */
  constructor(features: readonly Feature[], batchEndMs: number, tailBufferMs: number) {
    if (batchEndMs % DAY_MS !== 0) {
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `The batch end ${batchEndMs} is not a midnight (UTC); a batch half ends with a day.`,
      );
    }
    const byWindows = Map.groupBy(baseColumns(features), (column) => windowsOf(features, column).join());
    this.#groups = [...byWindows.values()].map((columns) => {
      const windowsMs = windowsOf(features, columns[0]);
      return new BatchIrGroup({ batchEndMs, tailBufferMs }, windowsMs, columns);
    });
    this.columns = baseColumns(features).map((base) => this.#columnOf(base));
  }

  /** The column of each feature. */
  columnsOf(features: readonly Feature[]): readonly FeatureColumn[] {
    return features.map(({ state, spec }) => {
      const column = this.columns.find(({ base }) => base.state === state);
      if (column === undefined) throw new Error(`no column for feature ${spec.name}`);
      return { ...column, window: this.#groups[column.group]?.windowsMs.indexOf(spec.windowMs) ?? -1 };
    });
  }

  update(rows: KeyedEventRows): void {
    for (const group of this.#groups) group.update(rows);
  }

  /** The keys of which something is held, each once. */
  keys(): readonly number[] {
    return [...new Set(this.#groups.flatMap((group) => [...group.keys()]))];
  }

  /**
   * Calls `read` with the sums of a key by group, null where no window of the group sees any of its events; they hold until it returns. False, without
   * calling it, where nothing is held of the key.
   */
  sums(key: number, read: (sums: readonly (GroupSums | null)[]) => void): boolean {
    const sums = this.#groups.map((group) => group.sum(key));
    try {
      if (sums.every((each) => each === null)) return false;
      read(sums);
      return true;
    } finally {
      for (const group of this.#groups) group.giveBack();
    }
  }

  /** Lets go of the key; its slots are used again. */
  free(key: number): void {
    for (const group of this.#groups) group.free(key);
  }

  #columnOf(base: BaseColumn): CellColumn {
    for (const [group, each] of this.#groups.entries()) {
      const at = each.columns.findIndex(({ state }) => state === base.state);
      if (at >= 0) return { base, group, states: each.statesOf(at) };
    }
    throw new Error(`no group has column ${base.name}`);
  }
}

function windowsOf(features: readonly Feature[], column: BaseColumn | undefined): readonly (number | null)[] {
  const windowsMs = features.filter(({ state }) => state === column?.state).map(({ spec }) => spec.windowMs);
  return [...new Set(windowsMs)].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
}
