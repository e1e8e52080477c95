import {
  again,
  type ColumnRange,
  type KeyValueStore,
  pauseMs,
  type Row,
  type ScannedRows,
  scanRows,
} from '@isochron/kv';

/** What every part of the metadata store is given. */
export interface MetadataContext {
  readonly store: KeyValueStore;
  /** Milliseconds since the epoch. */
  readonly nowMs: () => number;
  /** An id that no other call has. */
  readonly newId: () => string;
  readonly pause: (ms: number) => Promise<void>;
  /** How many versions of a set are kept, to be read and rolled back to. Those before are forgotten. */
  readonly versionsMax: number;
}

/** All rows of a table that have cells in these columns, a page at a time. */
export async function* allRows(
  context: MetadataContext,
  table: string,
  columns: readonly ColumnRange[],
): AsyncGenerator<Row, void> {
  let from: Uint8Array | null = new Uint8Array();
  while (from !== null) {
    const request = { from, to: null, rowsMax: ROWS_PER_SCAN, columns, freshness: 'latest' as const };
    const page: ScannedRows = await persistently(context, () => scanRows(context.store, table, request));
    yield* page.rows;
    from = page.next;
  }
}

const ROWS_PER_SCAN = 1_000;

/** {@link again}, with the pauses of a context. */
export const persistently = <T>(context: MetadataContext, call: () => Promise<T>): Promise<T> =>
  again(call, context.pause);

export const pauseBefore = (context: MetadataContext, attempt: number): Promise<void> =>
  context.pause(pauseMs(attempt));
