import { type ColumnRange, type KeyValueStore, type Row, type ScannedRows, scanRows } from '@isochron/kv';
import { IsochronError } from '@isochron/schema';

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
const ATTEMPTS_MAX = 12;
const PAUSE_MS = 10;
const PAUSE_MS_MAX = 500;

/** Makes a call again while it is UNAVAILABLE, for about four seconds. Only for calls that may be made twice. */
export async function persistently<T>(context: MetadataContext, call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (thrown) {
      if (attempt === ATTEMPTS_MAX || !isUnavailable(thrown)) throw thrown;
      await pauseBefore(context, attempt);
    }
  }
}

export const pauseBefore = (context: MetadataContext, attempt: number): Promise<void> =>
  context.pause(Math.min(PAUSE_MS_MAX, PAUSE_MS * 2 ** attempt));

export const isUnavailable = (thrown: unknown): boolean =>
  thrown instanceof IsochronError && thrown.code === 'UNAVAILABLE';
