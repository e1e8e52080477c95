import { randomUUID } from 'node:crypto';
import { relative } from 'node:path';
import { type DuckDBConnection, DuckDBMapValue, type DuckDBValue } from '@duckdb/node-api';
import type { Field } from '@isochron/schema';
import { allRows, count } from './engine.ts';
import { type ColumnStatistics, rowsOfFiles, type StoredFile } from './manifest.ts';
import { literal, quoted } from './sql.ts';
import type { Store } from './store.ts';

/** Rows whose `ds` is null, for the caller to refuse. */
export const NO_DAY = '';

/**
 * Writes the rows of a query (its columns and `ds`, text) as Parquet files cut by day, unseen until they are committed. One COPY
 * for all days: it buffers a day's rows until there are enough for a row group and spills what does not fit.
 */
export async function writeDays(
  connection: DuckDBConnection,
  store: Store,
  table: string,
  columns: readonly Field[],
  query: string,
): Promise<ReadonlyMap<string, readonly StoredFile[]>> {
  const data = await store.dataFolder(table);
  const options = [
    'FORMAT parquet',
    'PARTITION_BY (ds)',
    'APPEND',
    `FILENAME_PATTERN ${literal(`${randomUUID().slice(0, 8)}_{uuid}`)}`,
    'RETURN_STATS',
  ];
  const written = await allRows(connection, `COPY (${query}) TO ${literal(data)} (${options.join(', ')})`);
  const days = new Map<string, StoredFile[]>();
  for (const row of written) {
    const path = String(row['filename']);
    const day = /ds=(\d+-\d\d-\d\d)\/[^/]*$/.exec(path.replaceAll('\\', '/'))?.[1] ?? NO_DAY;
    days.set(day, [...(days.get(day) ?? []), storedFile(store.folder(table), columns, row)]);
  }
  return days;
}

/** What a COPY says of a file it wrote, as the manifest keeps it. */
export function storedFile(
  folder: string,
  columns: readonly Field[],
  row: Readonly<Record<string, DuckDBValue>>,
): StoredFile {
  return {
    path: relative(folder, String(row['filename'])),
    rows: count(row['count']),
    bytes: count(row['file_size_bytes']),
    columns: statisticsOf(columns, row['column_statistics'] ?? null),
  };
}

export const rowsIn = (days: ReadonlyMap<string, readonly StoredFile[]>): number =>
  rowsOfFiles([...days.values()].flat());

export const bytesIn = (days: ReadonlyMap<string, readonly StoredFile[]>): number =>
  [...days.values()].flat().reduce((sum, file) => sum + file.bytes, 0);

function statisticsOf(columns: readonly Field[], statistics: DuckDBValue): Record<string, ColumnStatistics> {
  const found: Record<string, ColumnStatistics> = {};
  if (!(statistics instanceof DuckDBMapValue)) return found;
  const byName = new Map(statistics.entries.map((entry) => [String(entry.key), entry.value]));
  for (const { name, type } of columns) {
    const entry = byName.get(quoted(name));
    if (entry === undefined || !(entry instanceof DuckDBMapValue)) continue;
    const facts = new Map(entry.entries.map((fact) => [String(fact.key), String(fact.value)]));
    const nulls = facts.get('null_count');
    if (nulls === undefined) continue;
    const parse = type.kind === 'timestamp' ? timestampMs : Number;
    const hasRange = type.kind === 'timestamp' || type.kind === 'long' || type.kind === 'int';
    const least = hasRange ? parse(facts.get('min') ?? '') : Number.NaN;
    const greatest = hasRange ? parse(facts.get('max') ?? '') : Number.NaN;
    const ranged = facts.has('min') && Number.isSafeInteger(least) && Number.isSafeInteger(greatest);
    found[name] = ranged ? { nulls: Number(nulls), least, greatest } : { nulls: Number(nulls) };
  }
  return found;
}

/** `2001-01-31 12:00:00.5`, as the statistics write a timestamp. */
const timestampMs = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`);
