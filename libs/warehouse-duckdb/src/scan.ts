import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type DataType, type Field, IsochronError } from '@isochron/schema';
import type { DayRange, Scan } from '@isochron/warehouse';
import { DAY_MS } from './days.ts';
import { dialect } from './dialect.ts';
import { readable } from './errors.ts';
import { list, literal, quoted } from './sql.ts';
import { partitionsOf, type Snapshot } from './store.ts';
import { dataTypeOf, sqlType } from './types.ts';

/** A row's number among all rows of the files that are read, where a relation is numbered: a day's numbers stand together. */
export const ROW_NUMBER = '__rn';

/**
 * The columns of a table and `ds`, of the files of a range of days in order of day. Numbered, also {@link ROW_NUMBER}: from the files'
 * own numbers, which every thread knows by itself; numbering the rows of a query takes one thread.
 */
export function relation(snapshot: Snapshot, range: DayRange, isNumbered = false): string {
  const paths = partitionsOf(snapshot, range).flatMap(([, { files }]) =>
    files.map((file) => join(snapshot.folder, file.path)),
  );
  const columns = [...snapshot.manifest.columns.map(({ name }) => quoted(name)), 'ds'];
  if (paths.length === 0) return emptyRelation(snapshot.manifest.columns, isNumbered);
  if (isNumbered) columns.push(`CAST(${firstNumber(snapshot, range)} + file_row_number AS INTEGER) AS ${ROW_NUMBER}`);
  const options = isNumbered ? `, filename = '__file', file_row_number = true` : '';
  return `(SELECT ${list(columns)} FROM read_parquet([${list(paths.map(literal))}], hive_partitioning = true, hive_types = {'ds': VARCHAR}${options}))`;
}

/** A relation of the same columns without rows: what an expression is checked against. */
export function emptyRelation(columns: readonly Field[], isNumbered = false): string {
  const nulls = columns.map(({ name, type }) => `CAST(NULL AS ${sqlType(type)}) AS ${quoted(name)}`);
  const number = isNumbered ? [`CAST(NULL AS INTEGER) AS ${ROW_NUMBER}`] : [];
  return `(SELECT ${list([...nulls, 'CAST(NULL AS VARCHAR) AS ds', ...number])} WHERE false)`;
}

/** The number of the first row of the file that is read. */
function firstNumber(snapshot: Snapshot, range: DayRange): string {
  let first = 0;
  const entries = partitionsOf(snapshot, range).flatMap(([, { files }]) =>
    files.map((file) => {
      const entry = `${literal(join(snapshot.folder, file.path))}: ${first}`;
      first += file.rows;
      return entry;
    }),
  );
  return `(MAP {${list(entries)}})[__file]`;
}

/** An expression that a scan gives beside its columns, under a name no author can write. */
export interface Extra {
  readonly name: string;
  readonly expression: string;
}

/**
 * A scan as a relation: its columns by name, the extras, and `ds`. Conditions are asked of a relation in which the scan's columns stand before, and
 * so hide, the table's own of the same name.
 */
export function scanRelation(
  snapshot: Snapshot,
  scan: Scan,
  extras: readonly Extra[] = [],
  isNumbered = false,
): string {
  const hidden = new Set(scan.columns.map(({ name }) => name.toLowerCase()));
  const own =
    scan.where.length === 0 ? [] : snapshot.manifest.columns.filter(({ name }) => !hidden.has(name.toLowerCase()));
  const selected = [
    ...scan.columns.map(({ name, expression }) => `${dialect(expression)} AS ${quoted(name)}`),
    ...extras.map(({ name, expression }) => `${expression} AS ${name}`),
    ...own.map(({ name }) => quoted(name)),
    'ds',
    ...(isNumbered ? [ROW_NUMBER] : []),
  ];
  const where = scan.where.length === 0 ? '' : ` WHERE ${scan.where.map(dialect).join(' AND ')}`;
  return `(SELECT * FROM (SELECT ${list(selected)} FROM ${relation(snapshot, scan.days, isNumbered)})${where})`;
}

/** The midnight that begins a row's day, in milliseconds. */
export const DS_MS = 'epoch_ms(CAST(CAST(ds AS DATE) AS TIMESTAMP))';

/** Whether time `ts` (not null) lies in the day of `ds`, or beside it by no more than the lag. */
export const withinLag = (ts: string, dsMs: string, lagMs: number): string =>
  `(${ts} >= ${dsMs} - ${lagMs} AND ${ts} < ${dsMs} + ${DAY_MS + lagMs})`;

/** The type of an expression over columns, or the engine's objection. Nothing is read. */
export async function typeOfExpression(
  connection: DuckDBConnection,
  columns: readonly Field[],
  expression: string,
): Promise<DataType | { readonly fault: string }> {
  let text: string;
  try {
    text = dialect(expression);
  } catch (thrown) {
    return { fault: thrown instanceof Error ? thrown.message : String(thrown) };
  }
  try {
    const prepared = await connection.prepare(`SELECT ${text} AS value FROM ${emptyRelation(columns)}`);
    try {
      return dataTypeOf(prepared.columnType(0));
    } finally {
      prepared.destroySync();
    }
  } catch (thrown) {
    return { fault: readable(thrown instanceof Error ? thrown.message : String(thrown)) };
  }
}

/** The columns of a scan with their types; INVALID_ARGUMENT naming the first that the engine refuses, conditions included. */
export async function scanFields(
  connection: DuckDBConnection,
  snapshot: Snapshot,
  scan: Scan,
): Promise<readonly Field[]> {
  const fields: Field[] = [];
  for (const { name, expression } of scan.columns) {
    const type = await typeOfExpression(connection, snapshot.manifest.columns, expression);
    if ('fault' in type) {
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `Column "${name}" of table "${snapshot.name}", ${expression}: ${type.fault}.`,
      );
    }
    fields.push({ name, type });
  }
  return fields;
}
