import type { Field, Value, Vector } from '@isochron/schema';

/**
 * Where tables live and where rows are scanned, joined and sorted. All aggregation is the kernel's; a warehouse only hands it sorted
 * rows and keeps what it makes of them.
 *
 * A table is a set of day partitions (UTC, `yyyy-MM-dd`, column `ds`). A partition is replaced whole or not at all, and all
 * partitions of one call become visible together: a reader sees all of them or none, and a process that dies in a call leaves the
 * table as it was. Any number of processes may read and write at once; the last of two writers of one partition wins.
 * Expressions are over the columns of the table (`ds` included), as `libs/expression` has them. What is not proven to mean the same in the engine is
 * evaluated outside of it, by the closures of that package. A row for which an expression has no value rejects the call with an `ExpressionError` that
 * names the row.
 *
 * Every method rejects with an `IsochronError`: NOT_FOUND for a table that isn't there, INVALID_ARGUMENT for an expression or a file
 * it cannot read (naming it), FAILED_PRECONDITION for partitions that are missing (naming them), ABORTED after `close`,
 * RESOURCE_EXHAUSTED when memory or disk run out.
 */
export interface Warehouse {
  /** Names, in code-point order. */
  tables(): Promise<readonly string[]>;
  /** undefined if there is no such table. */
  describe(table: string): Promise<TableDescription | undefined>;
  /** Files into a table, cut into days by `time`. Days the files hold are replaced; a day without rows between two with rows is an empty partition. */
  load(request: LoadRequest): Promise<LoadReport>;
  /** Selected rows of one table into another, day by day, numbered (column `row`, INT, dense from 0 in each day). */
  project(request: ProjectRequest): Promise<WriteReport>;
  /** Opens the sorted union of left rows and events that a fold reads, and the place it writes to. */
  fold(request: FoldRequest): Promise<FoldStep>;
  /** Joins left rows and the parts made of them, by (ds, row), into a table. */
  assemble(request: AssembleRequest): Promise<WriteReport>;
  /** Opens the rows of a scan, as columns, in no promised order: for who goes through many. The table is read as it is now, whoever replaces it meanwhile. */
  read(scan: Scan): Promise<RowReader>;
  /** Rows as values, for people and for checks: small results only; refuses more than `limit` rows. */
  rows(request: RowsRequest): Promise<readonly Readonly<Record<string, Value>>[]>;
  /** Per column: how many nulls, and the least, mean and greatest of its numbers (of the sizes, for lists and maps). */
  summarize(table: string, days: DayRange, columns: readonly string[]): Promise<readonly ColumnSummary[]>;
  /** The rows of a table in a range of days as one Parquet file, ordered by day; replaced whole or not at all. */
  exportTo(table: string, days: DayRange, file: string): Promise<{ readonly rows: number }>;
  close(): Promise<void>;
}

/** Days, both ends included. */
export interface DayRange {
  readonly start: string;
  readonly end: string;
}

export interface TableDescription {
  readonly name: string;
  /** Without `ds`. */
  readonly columns: readonly Field[];
  /** In order of day. */
  readonly partitions: readonly Partition[];
}

export interface Partition {
  readonly day: string;
  readonly rows: number;
  readonly bytes: number;
  /** Changes whenever the partition is replaced. */
  readonly version: string;
  /** What it was made by and from, as its writer said; null for loaded files. This is the ledger. */
  readonly fingerprint: string | null;
  readonly writtenAtMs: number;
}

export interface LoadRequest {
  readonly table: string;
  readonly files: readonly string[];
  /** The column whose UTC day is the partition: a timestamp, a date, epoch milliseconds (any integer), or ISO text. */
  readonly time: string;
  /**
   * A hash of what the files hold; null to load whatever they hold. If every partition that this very content was loaded into by this time
   * column still stands as it was loaded, nothing is done, no version changes, and the report says `unchanged`. Kept with the
   * partitions as their fingerprint.
   */
  readonly contentHash: string | null;
  readonly onProgress?: (rows: number, rowsTotal: number | null) => void;
}

export interface LoadReport {
  readonly unchanged: boolean;
  readonly rows: number;
  readonly days: number;
  readonly first: string;
  readonly last: string;
}

/** An expression, as `libs/expression` has it: GoogleSQL where it is a text alone. */
export type ExpressionText =
  | string
  | {
      readonly text: string;
      readonly dialect: 'googlesql' | 'spark';
      /** The text's own words for columns, and the columns they stand for: it then knows no others. Not given: columns go by their names. */
      readonly names?: Readonly<Record<string, string>>;
    };

/** A read of a table: rows of `days`, kept where every condition holds. Conditions see `columns` by name first, then the table's own. */
export interface Scan {
  readonly table: string;
  readonly days: DayRange;
  readonly columns: readonly { readonly name: string; readonly expression: ExpressionText }[];
  readonly where: readonly ExpressionText[];
  /** Those of `columns` that say which row it is, where one has no value; not given: all. */
  readonly identify?: readonly string[];
}

/** A scan of rows with an event time. */
export interface TimedScan extends Scan {
  /** Milliseconds since the epoch. */
  readonly time: ExpressionText;
  /** By how much time may leave the day of its partition, either way. */
  readonly lagMs: number;
}

export interface Target {
  readonly table: string;
  readonly days: DayRange;
  /** The ledger's entry for each day of `days`. */
  readonly fingerprint: (day: string) => string;
  /**
   * The table's columns, made of those that would be written without it and of `ds`, stage after stage, each of the columns of the one before.
   * Rows of `every-key` have `ts` too, the midnight that ends their day.
   */
  readonly derive?: readonly Scan['columns'][];
}

export interface ProjectRequest {
  /** Columns of the output, beside `row` and `ts` (LONG, the scan's time; null where it is null). */
  readonly scan: TimedScan;
  readonly target: Target;
}

export interface WriteReport {
  readonly rows: number;
  readonly bytes: number;
}

/**
 * The rows whose features are asked for: those of a scan, those of a table that `project` wrote (known by `ds` and `row`; days may come
 * from different calls), or every key that the events have, once a day, at the midnight that ends it. A fold numbers them itself.
 * Rows of a table whose `ts` leaves their day by more than `lagMs` are not asked; without it, no time is too far.
 */
export type LeftRows =
  | { readonly kind: 'scan'; readonly scan: TimedScan; readonly keys: readonly string[] }
  | {
      readonly kind: 'table';
      readonly table: string;
      readonly days: DayRange;
      readonly keys: readonly string[];
      readonly lagMs?: number;
    }
  | { readonly kind: 'every-key'; readonly days: DayRange };

export interface FoldRequest {
  readonly left: LeftRows;
  /** `time`: a row is asked at its own time; `day`: at the 00:00 that starts its day. */
  readonly at: 'time' | 'day';
  /** Each selects the `keys` and the `inputs`, by these names. */
  readonly events: readonly TimedScan[];
  /** Events before this instant cannot matter and need not come; -Infinity for none. */
  readonly fromMs: number;
  /**
   * How far back a left row looks, Infinity for without bound: events further before the first left row of their key, and those at or after its
   * last, need not come. Unset: all come.
   */
  readonly lookbackMs?: number;
  /** Names and types of the key columns in the events, in the order of `left.keys`. */
  readonly keys: readonly Field[];
  readonly inputs: readonly Field[];
  /** Names and types of what will be written, one a feature. */
  readonly outputs: readonly Field[];
  /** Events of one instant and key come in an order that is a function of the table's rows alone. */
  readonly orderTies: boolean;
}

/** How many rows `read` gives at most: enough that a call costs little, few enough to stay in a cache. */
export const FOLD_CHUNK_ROWS_MAX = 16_384;

/** One fold: read to the end, write as many rows as there are left rows with a key and a time, publish, close. */
export interface FoldStep {
  readonly counts: FoldCounts;
  /**
   * The next rows, ordered by key, then time, a left row before the events of its instant; null at the end. The chunk is the
   * caller's until the next call and has at most {@link FOLD_CHUNK_ROWS_MAX} rows. A failure in the middle rejects: an early end never looks like the end.
   */
  read(): Promise<FoldChunk | null>;
  /**
   * The next keys, in the order of their numbers, which is the order `read` gives their rows in; null at the end. May be called beside `read`. The chunk is
   * the caller's until the next call. A failure in the middle rejects.
   */
  readKeys(): Promise<RowChunk | null>;
  /** Features of `n` left rows: `rows` are their numbers (as read), `outputs[f]` holds feature f. The arrays may be reused afterwards. */
  write(rows: Int32Array, outputs: readonly Vector[], n: number): Promise<void>;
  /**
   * Makes the written rows a table, atomically. `features`: the left table's `row` and the outputs, for `assemble`. `joined`: the left
   * side's columns, `ts`, and the outputs; left rows that were never asked (a null key or time) have null features. `every-key` rows are
   * written as keys and outputs, without those whose every output is null.
   */
  publish(target: Target, form: 'features' | 'joined'): Promise<WriteReport>;
  close(): Promise<void>;
}

export interface FoldChunk {
  readonly n: number;
  /** A dense number of the key, from 0. */
  readonly key: Int32Array;
  /** Milliseconds. */
  readonly ts: Float64Array;
  /** The number of a left row; -1 for an event. */
  readonly row: Int32Array;
  /** The inputs of events, in order; at left rows they mean nothing. */
  readonly inputs: readonly Vector[];
}

/** What was read and what was not: nothing leaves a table uncounted. */
export interface FoldCounts {
  readonly leftRows: number;
  /** Left rows that match nothing: a null key, a null time, a time beyond the lag. */
  readonly leftWithoutKey: number;
  readonly leftWithoutTime: number;
  readonly leftBeyondLag: number;
  /** Events that pass the conditions, before the next three are taken away. */
  readonly events: number;
  readonly eventsWithoutKey: number;
  readonly eventsWithoutTime: number;
  readonly eventsBeyondLag: number;
  /** About how many rows `read` will give, for a progress bar. */
  readonly rowsExpected: number;
}

export interface AssembleRequest {
  /** Written by `project`. */
  readonly left: string;
  readonly days: DayRange;
  /** Written by `publish` in the form `features`; `outputs` in the order they are wanted. */
  readonly parts: readonly { readonly table: string; readonly outputs: readonly string[] }[];
  readonly target: Target;
}

/** Rows under way: read to the end, close. */
export interface RowReader {
  /** The columns, in the order they were asked for. */
  readonly fields: readonly Field[];
  /**
   * The next rows; null at the end. The chunk is the caller's until the next call and has at most {@link READ_CHUNK_ROWS_MAX} rows. A failure in the
   * middle rejects: an early end never looks like the end.
   */
  read(): Promise<RowChunk | null>;
  close(): Promise<void>;
}

export const READ_CHUNK_ROWS_MAX = 2_048;

export interface RowChunk {
  readonly n: number;
  readonly columns: readonly Vector[];
}

export interface RowsRequest {
  readonly scan: Scan;
  /** A sample of this many rows, the same for the same seed, instead of all. */
  readonly sample?: { readonly rows: number; readonly seed: number };
  /** Column names, each ascending. */
  readonly orderBy?: readonly string[];
  /** Only this many, the first in that order; the rest is not too many. */
  readonly first?: number;
  readonly limit: number;
}

export interface ColumnSummary {
  readonly name: string;
  readonly rows: number;
  readonly nulls: number;
  readonly least: number | null;
  readonly mean: number | null;
  readonly greatest: number | null;
}
