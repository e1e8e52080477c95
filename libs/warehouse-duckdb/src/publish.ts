import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Field, IsochronError } from '@isochron/schema';
import type { Target, WriteReport } from '@isochron/warehouse';
import { daysOf } from './days.ts';
import { prepareDerived } from './derive.ts';
import { allRows, type Engine } from './engine.ts';
import { explained } from './explained.ts';
import type { StoredFile } from './manifest.ts';
import { checkedColumns, literal } from './sql.ts';
import type { Workshop } from './stage.ts';
import type { Store } from './store.ts';
import { inWorkshop } from './workshop.ts';
import { bytesIn, rowsIn, storedFile } from './write-days.ts';

/** The days there are rows for, and the rows of a day (and its number among them) as a query without `ds`. */
export interface DayQueries {
  readonly days: readonly string[];
  readonly queryOf: (day: string, number: number) => string;
}

/**
 * Distinct values of a column in a row group, beyond which it is written as it is. By default the engine collects 24,576 first, which for features
 * that are all different is a fifth of the time of writing them, for nothing.
 */
const DICTIONARY_SIZE_MAX = 4096;

/** Days written at the same time; the engine itself writes a small day with one thread. */
const CONCURRENCY = 2;

/**
 * Writes the days of a target, each the rows of a query of its own with what the target derives of them, all visible at once; days without a query
 * are empty. A query a day keeps memory to the size of a day, which one COPY cut by day does not.
 */
export async function publishDays(
  engine: Engine,
  store: Store,
  target: Target,
  base: readonly Field[],
  queries: DayQueries,
): Promise<WriteReport> {
  const wanted = daysOf(target.days);
  const outside = queries.days.filter((day) => !wanted.includes(day));
  if (outside.length > 0) {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `Table "${target.table}" is to have the days ${target.days.start} to ${target.days.end}, but its rows are of ${outside.join(', ')} too; read and write the same days.`,
    );
  }
  const derived = prepareDerived(target, base);
  const what = `Table "${target.table}"`;
  for (const columns of [base, derived.columns]) {
    checkedColumns(
      columns.map(({ name }) => name),
      what,
    );
  }
  const data = await store.dataFolder(target.table);
  const days = new Map<string, readonly StoredFile[]>(wanted.map((day) => [day, []]));
  const waiting = queries.days.entries();
  const write = async (shop: Workshop): Promise<void> => {
    for (const [number, day] of waiting) {
      engine.check();
      const folder = join(data, `ds=${day}`);
      const query = queries.queryOf(day, number);
      const written = await explained(
        engine,
        () => [derived.sourceOf(query, day)],
        async () => {
          const text = await derived.queryOf(shop, query, day);
          return writeDay(shop.connection, store, target.table, derived.columns, folder, text);
        },
      );
      days.set(day, written);
    }
  };
  const workers = Array.from({ length: CONCURRENCY }, () =>
    inWorkshop(engine, `Writing table "${target.table}"`, write),
  );
  const failed = (await Promise.allSettled(workers)).find((result) => result.status === 'rejected');
  if (failed !== undefined) {
    await store.discard(target.table, [...days.values()].flat());
    throw failed.reason;
  }
  await store.commit(target.table, { columns: derived.columns, days, fingerprint: target.fingerprint });
  return { rows: rowsIn(days), bytes: bytesIn(days) };
}

async function writeDay(
  connection: DuckDBConnection,
  store: Store,
  table: string,
  columns: readonly Field[],
  folder: string,
  query: string,
): Promise<readonly StoredFile[]> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${randomUUID()}.parquet`);
  const written = await allRows(
    connection,
    `COPY (${query}) TO ${literal(path)} (FORMAT parquet, RETURN_STATS, DICTIONARY_SIZE_LIMIT ${DICTIONARY_SIZE_MAX})`,
  );
  return written.map((row) => storedFile(store.folder(table), columns, row));
}
