/**
 * Where rows live that are read by key: definitions now, features at the time of a request.
 *
 * A table has rows, known and ordered by a key of bytes; a row has cells, each under a family (declared with the table), a qualifier (any bytes) and
 * a timestamp. A column is a family and a qualifier; its newest cell is the one with the greatest timestamp. A row that has no cell is not there.
 *
 * What is promised is promised of one row. All mutations of a row in one call are applied together or not at all, and a reader sees the row with all of
 * them or none. Nothing is promised of two rows: no transaction spans them, a call that mutates many may stop between any two, and rows of one read may
 * stand at different moments. Any number of processes may read and write at once. A mutation that was acknowledged survives the end of any process.
 *
 * Every method rejects with an `IsochronError`: NOT_FOUND for a table or a family that was not declared, INVALID_ARGUMENT for what breaks a limit
 * (naming it), UNAVAILABLE where the call may or may not have happened and can be made again, RESOURCE_EXHAUSTED when the store or a row is full,
 * ABORTED after `close`. Timestamps are the caller's, so that a call made twice leaves what it leaves once; the exception is `mutateIf`, which
 * must not be made again without looking.
 */
export interface KeyValueStore {
  /**
   * Afterwards there is such a table, with these families at least. FAILED_PRECONDITION if one of them is there already and keeps another number of
   * versions, or keeps them for another time; then nothing is added.
   */
  ensureTable(table: TableSpec): Promise<void>;
  /**
   * The cells of rows by their keys, in one round trip. `visit` is called for each cell: rows in the order of `keys` (a key asked twice is visited
   * twice), and in a row as {@link CellVisitor} says. A missing row is not visited.
   */
  read(table: string, request: ReadRequest, visit: CellVisitor): Promise<void>;
  /** The first rows of a range of keys, in their order. A row without a cell in the columns asked for does not count. */
  scan(table: string, request: ScanRequest, visit: CellVisitor): Promise<ScanEnd>;
  /**
   * Mutates rows, each atomically, in no promised order. One key stands in a call once. If it rejects, any of the rows may have been mutated.
   *
   * Much is loaded by it too: calls of many rows, some at once, the rows of each in the order of their keys. A verb for that would be no adapter's own: Bigtable takes
   * nothing but mutations, and those of near rows together best; LMDB writes the pages that a call touches once, and could do less only behind the last key of a
   * table, where a load among others is not. What is loaded counts for readers by a mutation of one row that says so, made when all is there.
   */
  mutate(table: string, rows: readonly RowMutation[]): Promise<void>;
  /**
   * Mutates a row if the condition holds of it, as one step that no other mutation of the row can come between; answers whether it held. UNAVAILABLE:
   * it may have been applied, so that asking again answers false of one's own doing; write a value by which you know your own.
   */
  mutateIf(table: string, row: RowMutation, condition: Condition): Promise<boolean>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

export interface TableSpec {
  /** `[a-z][a-z0-9_]*`, at most {@link limits.nameLength} characters. */
  readonly name: string;
  readonly families: readonly FamilySpec[];
}

export interface FamilySpec {
  /** As a table's. */
  readonly name: string;
  /** How many of the newest cells of a column are kept. Those beyond go at some time; a cell that is beyond must not be counted on to be gone. */
  readonly versionsMax: number;
  /**
   * How long a cell is kept, in milliseconds, by its timestamp and the clock of the store. One that is older is not there: it is not visited, no condition sees it, and
   * the row that has no other is not there. Its space is used again some time after, without anybody asking for it. A cell is as old as its timestamp says,
   * whenever it was written. Not given: as long as nobody deletes it.
   */
  readonly ageMaxMs?: number;
}

export interface ReadRequest {
  /** At most {@link limits.keysPerRead}. */
  readonly keys: readonly Uint8Array[];
  readonly columns: readonly ColumnRange[];
  readonly freshness: Freshness;
  /** How many of the newest cells of a column are visited; not given: 1. At most the family's `versionsMax`. */
  readonly versions?: number;
}

export interface ScanRequest {
  /** The first key; empty bytes begin with the first row. */
  readonly from: Uint8Array;
  /** The first key that is not read; null: to the last row. */
  readonly to: Uint8Array | null;
  /** At most {@link limits.rowsPerScan}. */
  readonly rowsMax: number;
  readonly columns: readonly ColumnRange[];
  readonly freshness: Freshness;
  readonly versions?: number;
}

/** The columns of a family, or those whose qualifier is at least `from` and below `to`. A family stands in a request once. */
export interface ColumnRange {
  readonly family: string;
  readonly from?: Uint8Array;
  readonly to?: Uint8Array;
}

/**
 * `latest`: every mutation that was acknowledged before the call began is seen. `any`: each row is whole, but may be as it stood some time ago (a replica
 * nearby that lags), and a second read may be older than the first; for who cannot wait, and asks again.
 */
export type Freshness = 'latest' | 'any';

/**
 * Is given the cells of a row by family (in the order they were asked for), then qualifier (ascending), then timestamp (newest first). It must not call the
 * store; key and cell are views that hold until it returns, so what is kept must be copied. `row` is the index of the key in a read, the number of
 * the row in a scan. What it throws rejects the call.
 */
export type CellVisitor = (row: number, key: Uint8Array, cell: CellView) => void;

/** A cell where it lies, so that a reader of many allocates nothing: one object serves all calls of a visitor. */
export interface CellView {
  readonly family: string;
  /** Milliseconds. */
  readonly timestampMs: number;
  /** Holds qualifier and value, from their start up to before their end. */
  readonly bytes: Uint8Array;
  readonly qualifierStart: number;
  readonly qualifierEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

export interface ScanEnd {
  readonly rows: number;
  /** Where the next scan goes on; null: there are no more rows in the range. */
  readonly next: Uint8Array | null;
}

export interface RowMutation {
  /** 1 to {@link limits.keyBytes} bytes. */
  readonly key: Uint8Array;
  /** Applied in this order. */
  readonly mutations: readonly Mutation[];
}

/**
 * `set` adds a cell, or takes the place of the one with this timestamp. `replace` leaves the column this cell alone, whatever timestamps it had: what
 * conditions look at is written so, because a clock that is behind would else write a cell that is never the newest. Deleting what isn't there is
 * nothing.
 */
export type Mutation =
  | {
      readonly kind: 'set' | 'replace';
      readonly family: string;
      readonly qualifier: Uint8Array;
      /** Milliseconds, a whole number from 0 on. */
      readonly timestampMs: number;
      readonly value: Uint8Array;
    }
  | { readonly kind: 'delete-column'; readonly family: string; readonly qualifier: Uint8Array }
  | { readonly kind: 'delete-family'; readonly family: string }
  | { readonly kind: 'delete-row' };

/** Holds if the newest cell of the column has this value; null: if there is none. */
export interface Condition {
  readonly family: string;
  readonly qualifier: Uint8Array;
  readonly value: Uint8Array | null;
}

/** What every adapter can do; more is INVALID_ARGUMENT, but of `familyBytes`, which only the store can know: RESOURCE_EXHAUSTED. */
export const limits = {
  /** Of a table's or a family's name. */
  nameLength: 40,
  familiesPerTable: 16,
  keyBytes: 4_000,
  qualifierBytes: 4_000,
  valueBytes: 10 * 2 ** 20,
  /** Of the cells of one row in one family, names and values. */
  familyBytes: 64 * 2 ** 20,
  /** Of one call: keys, qualifiers and values. */
  bytesPerCall: 64 * 2 ** 20,
  mutationsPerCall: 100_000,
  keysPerRead: 10_000,
  rowsPerScan: 10_000,
  versionsMax: 1_000,
  /** The last instant that a `Date` can tell. */
  timestampMs: 8.64e15,
} as const;
