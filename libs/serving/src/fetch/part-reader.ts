import type { IsochronError, Vector } from '@isochron/schema';
import type { ContributionCache } from '../cache/contribution-cache.ts';
import type { Cursor } from '../decode/cursor.ts';
import type { ServedGeneration } from './generations.ts';

/** Where the features of a part go: the outputs from `first` on, in the part's order. */
export interface PartOutputs {
  readonly vectors: readonly Vector[];
  readonly statuses: Uint8Array;
  /** Statuses of a row stand together, so many a row. */
  readonly width: number;
  readonly first: number;
}

/** Where the store has a batch value. */
export interface StoredRow {
  readonly rowKey: Uint8Array;
  readonly generation: ServedGeneration;
}

/**
 * Makes the features of one row of one part at a time: begun, given what the store has of the key, in whatever order it comes but the batch value first, and
 * finished. The variants read batch halves, and values that are finished already.
 */
export interface PartReader {
  /** How many features there are. */
  readonly features: number;
  /** Why the generation that was begun cannot answer some of the features; null where it can all. */
  readonly fault: IsochronError | null;
  /** Whether tiles are looked for. */
  readonly hasTiles: boolean;
  /** A row of a key in a generation, at an instant; `nowMs` is later where the instant has passed. */
  begin(generation: ServedGeneration, atMs: number, nowMs: number): void;
  /** Moves the cursor to what the cache has of a key at an instant; false where it has nothing. */
  find(cache: ContributionCache, row: StoredRow, atMs: number, cursor: Cursor): boolean;
  /** Takes what `find` found in place of the batch value. */
  restore(cursor: Cursor): void;
  /** Reads a batch value. `cache`: keeps what comes of it. */
  readBatch(cursor: Cursor, rowKey: Uint8Array, cache: ContributionCache | null): void;
  readTiles(cursor: Cursor): void;
  /** Writes values and statuses of the row; answers the latest instant that is known of. */
  finish(outputs: PartOutputs, row: number): number;
}
