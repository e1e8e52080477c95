import { access } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { type DuckDBConnection, DuckDBTypeId } from '@duckdb/node-api';
import { type Field, IsochronError } from '@isochron/schema';
import type { LoadReport, LoadRequest } from '@isochron/warehouse';
import { daysOf } from './days.ts';
import { allRows, count, type Engine } from './engine.ts';
import { translated } from './errors.ts';
import { checkedColumns, checkedTable, list, literal, quoted } from './sql.ts';
import type { Store } from './store.ts';
import { dataTypeOf, sqlType, stored } from './types.ts';
import { NO_DAY, rowsIn, writeDays } from './write-days.ts';

const PROGRESS_INTERVAL_MS = 200;

/** How a file of each extension is read. A CSV's types are guessed from a sample; a value that does not fit them fails with its line. */
const READERS: Readonly<Record<string, (path: string) => string>> = {
  '.parquet': (path) => `read_parquet(${path}, hive_partitioning = false)`,
  '.csv': (path) => `read_csv(${path}, header = true, hive_partitioning = false)`,
  '.json': (path) => `read_json(${path}, format = 'auto', hive_partitioning = false)`,
  '.ndjson': (path) => `read_json(${path}, format = 'newline_delimited', hive_partitioning = false)`,
  '.jsonl': (path) => `read_json(${path}, format = 'newline_delimited', hive_partitioning = false)`,
};

const INTEGERS: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
]);

interface SourceFile {
  readonly path: string;
  readonly source: string;
  readonly columns: readonly Field[];
  /** Whether its types are guessed from its values. */
  readonly isGuessed: boolean;
  readonly typeText: string;
  readonly timeId: DuckDBTypeId;
}

/** Files into days in one pass: rows stream from the readers into a writer for each day, and become visible together at the end. */
export async function load(engine: Engine, store: Store, request: LoadRequest): Promise<LoadReport> {
  checkedTable(request.table);
  if (request.files.length === 0)
    throw new IsochronError('INVALID_ARGUMENT', 'There is no file to load; name at least one.');
  const standing = await standingLoad(store, request);
  if (standing !== undefined) return standing;
  return engine.use(`Loading ${request.files.join(', ')}`, async (connection) => {
    const files: SourceFile[] = [];
    for (const file of request.files) files.push(await sourceFile(connection, file, request.time));
    const first = asTableHas(sameColumns(files), (await store.find(request.table))?.manifest.columns);
    const stop = await reportProgress(connection, files, request.onProgress);
    try {
      const query = files.map((file) => selectOf(file, first.columns, request.time)).join(' UNION ALL ');
      const written = await writeDays(connection, store, request.table, first.columns, query);
      const untimed = written.get(NO_DAY) ?? [];
      if (written.size === 0 || untimed.length > 0) {
        await store.discard(request.table, [...written.values()].flat());
        throw written.size === 0 ? noRows(request) : await untimedRows(connection, files, request.time);
      }
      const days = [...written.keys()].sort();
      const range = { start: days[0] ?? '', end: days.at(-1) ?? '' };
      const all = daysOf(range);
      const replacement = new Map(all.map((day) => [day, written.get(day) ?? []]));
      await store.commit(request.table, {
        columns: first.columns,
        days: replacement,
        fingerprint: () => fingerprintOf(request, all.length),
      });
      const rows = rowsIn(written);
      request.onProgress?.(rows, rows);
      return { unchanged: false, rows, days: all.length, first: range.start, last: range.end };
    } finally {
      stop();
    }
  });
}

/** Says how many days the content went into, so that a day replaced since is missed. */
const fingerprintOf = ({ contentHash, time }: LoadRequest, days: number): string | null =>
  contentHash === null ? null : JSON.stringify({ content: contentHash, time, days });

/** The report of a load of the same content that still stands whole. */
async function standingLoad(store: Store, request: LoadRequest): Promise<LoadReport | undefined> {
  if (request.contentHash === null) return undefined;
  const partitions = Object.entries((await store.find(request.table))?.manifest.partitions ?? {});
  const counts = new Set(partitions.map(([, { fingerprint }]) => fingerprint));
  for (const fingerprint of counts) {
    const standing = partitions.filter(([, partition]) => partition.fingerprint === fingerprint);
    if (fingerprint === null || fingerprint !== fingerprintOf(request, standing.length)) continue;
    const days = standing.map(([day]) => day).sort();
    const rows = standing.reduce((sum, [, partition]) => sum + partition.rows, 0);
    return { unchanged: true, rows, days: days.length, first: days[0] ?? '', last: days.at(-1) ?? '' };
  }
  return undefined;
}

async function sourceFile(connection: DuckDBConnection, file: string, time: string): Promise<SourceFile> {
  const path = resolve(file);
  const reader = READERS[extname(path).toLowerCase()];
  if (reader === undefined) {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `${file} has none of the endings ${Object.keys(READERS).join(', ')}; its format is unknown.`,
    );
  }
  await access(path).catch((thrown: unknown) => {
    throw new IsochronError('INVALID_ARGUMENT', `${file} is not there or cannot be read; check the path.`, thrown);
  });
  const source = reader(literal(path));
  const columns: Field[] = [];
  const types: string[] = [];
  let timeId: DuckDBTypeId | undefined;
  const prepared = await connection.prepare(`SELECT * FROM ${source}`).catch((thrown: unknown) => {
    throw unreadable(file, thrown);
  });
  try {
    for (let at = 0; at < prepared.columnCount; at++) {
      const name = prepared.columnName(at);
      const type = dataTypeOf(prepared.columnType(at));
      if ('fault' in type) throw new IsochronError('INVALID_ARGUMENT', `${file}, column "${name}": ${type.fault}.`);
      columns.push({ name, type });
      types.push(String(prepared.columnType(at)));
      if (name === time) timeId = prepared.columnTypeId(at);
    }
  } finally {
    prepared.destroySync();
  }
  checkedColumns(
    columns.map(({ name }) => name),
    file,
  );
  if (timeId === undefined) {
    const names = columns.map(({ name }) => name).join(', ');
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `${file} has no column "${time}" to cut it into days by; it has ${names}.`,
    );
  }
  const isGuessed = !source.startsWith('read_parquet');
  return { path: file, source, columns, isGuessed, typeText: types.join(), timeId };
}

/** Whatever the engine says of one file is about that file. */
function unreadable(file: string, thrown: unknown): IsochronError {
  const error = translated(thrown, `${file} cannot be read`);
  return error.code === 'RESOURCE_EXHAUSTED' || error.code === 'ABORTED'
    ? error
    : new IsochronError('INVALID_ARGUMENT', `${error.message}`, thrown);
}

function sameColumns(files: readonly SourceFile[]): SourceFile {
  const [first, ...others] = files;
  if (first === undefined) throw new RangeError('sameColumns was given no file');
  for (const other of others) {
    const theirs = new Map(other.columns.map((field) => [field.name, JSON.stringify(field.type)]));
    const differing =
      first.columns.find((field) => theirs.get(field.name) !== JSON.stringify(field.type))?.name ??
      other.columns.find((field) => !first.columns.some(({ name }) => name === field.name))?.name;
    if (differing !== undefined) {
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `${other.path} and ${first.path} differ in column "${differing}"; files of one table have the same columns of the same types.`,
      );
    }
  }
  return first;
}

/**
 * Columns in the order of the table that stands, if it has the same ones. Where a reader guesses types from values, whole numbers of
 * a day are longs although the column holds doubles: they are read as the table has them. All else is for the commit to judge.
 */
function asTableHas(file: SourceFile, standing: readonly Field[] | undefined): Pick<SourceFile, 'columns'> {
  const own = new Map(file.columns.map((column) => [column.name, column]));
  if (standing?.length !== own.size || standing.some(({ name }) => !own.has(name))) return file;
  const columns = standing.map((column) => {
    const found = own.get(column.name) ?? column;
    return file.isGuessed && found.type.kind === 'long' && column.type.kind === 'double' ? column : found;
  });
  return { columns };
}

/** The columns in stored form, and the day: null where there is no time. */
function selectOf(file: SourceFile, wanted: readonly Field[], time: string): string {
  const columns = wanted.map(({ name, type }) => {
    const own = file.columns.find((column) => column.name === name)?.type ?? type;
    const value = stored(quoted(name), own);
    return `${own.kind === type.kind ? value : `CAST(${value} AS ${sqlType(type)})`} AS ${quoted(name)}`;
  });
  return `SELECT ${list(columns)}, CAST(CAST(${timestampOf(file, time)} AS DATE) AS VARCHAR) AS ds FROM ${file.source}`;
}

/** The time column as a TIMESTAMP in UTC; null where it cannot be one. Text may carry an offset. */
function timestampOf(file: SourceFile, time: string): string {
  const column = quoted(time);
  if (INTEGERS.has(file.timeId)) return `make_timestamp_ms(CAST(${column} AS BIGINT))`;
  switch (file.timeId) {
    case DuckDBTypeId.VARCHAR:
      return `(TRY_CAST(${column} AS TIMESTAMPTZ) AT TIME ZONE 'UTC')`;
    case DuckDBTypeId.TIMESTAMP_TZ:
      return `(${column} AT TIME ZONE 'UTC')`;
    case DuckDBTypeId.DATE:
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_S:
    case DuckDBTypeId.TIMESTAMP_MS:
    case DuckDBTypeId.TIMESTAMP_NS:
      return `CAST(${column} AS TIMESTAMP)`;
    default:
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `${file.path}, column "${time}": rows are cut into days by a timestamp, a date, epoch milliseconds or ISO text, not by ${file.typeText}.`,
      );
  }
}

const noRows = (request: LoadRequest): IsochronError =>
  new IsochronError('INVALID_ARGUMENT', `${request.files.join(', ')} hold no rows, so there is no day to load.`);

/** Only after a load has failed is it worth another look at which file it was. */
async function untimedRows(
  connection: DuckDBConnection,
  files: readonly SourceFile[],
  time: string,
): Promise<IsochronError> {
  const counts: string[] = [];
  for (const file of files) {
    const [row] = await allRows(
      connection,
      `SELECT count(*) FILTER (${quoted(time)} IS NULL) AS nulls,
        count(*) FILTER (${quoted(time)} IS NOT NULL AND ${timestampOf(file, time)} IS NULL) AS unparsable,
        CAST(min(${quoted(time)}) FILTER (${timestampOf(file, time)} IS NULL) AS VARCHAR) AS example FROM ${file.source}`,
    );
    const nulls = count(row?.['nulls']);
    const unparsable = count(row?.['unparsable']);
    const example = unparsable > 0 ? ` (for example "${String(row?.['example'])}")` : '';
    if (nulls > 0) counts.push(`${file.path} has ${nulls} rows whose "${time}" is null`);
    if (unparsable > 0) counts.push(`${file.path} has ${unparsable} rows whose "${time}" is no time${example}`);
  }
  return new IsochronError(
    'INVALID_ARGUMENT',
    `${counts.join('; ')}; nothing was loaded. Repair or remove these rows.`,
  );
}

/** Calls back a few times a second with what the engine has done so far; returns how to stop. */
async function reportProgress(
  connection: DuckDBConnection,
  files: readonly SourceFile[],
  onProgress: LoadRequest['onProgress'],
): Promise<() => void> {
  if (onProgress === undefined) return () => {};
  const total = await parquetRows(connection, files);
  await connection.run('SET enable_progress_bar = true');
  await connection.run('SET enable_progress_bar_print = false');
  const timer = setInterval(() => {
    const { percentage, rows_processed: processed } = connection.progress;
    const share = percentage > 0 ? percentage / 100 : 0;
    onProgress(total === null ? Number(processed) : Math.floor(total * Math.min(1, share)), total);
  }, PROGRESS_INTERVAL_MS);
  return () => clearInterval(timer);
}

/** Parquet says how many rows it has; text does not. */
async function parquetRows(connection: DuckDBConnection, files: readonly SourceFile[]): Promise<number | null> {
  if (!files.every((file) => file.source.startsWith('read_parquet'))) return null;
  const paths = list(files.map((file) => literal(resolve(file.path))));
  const [row] = await allRows(connection, `SELECT sum(num_rows) AS rows FROM parquet_file_metadata([${paths}])`);
  return count(row?.['rows']);
}
