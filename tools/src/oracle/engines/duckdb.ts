import {
  type DuckDBConnection,
  DuckDBInstance,
  DuckDBStructType,
  DuckDBStructValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import {
  type Analysis,
  asGoogle,
  duckDbLiteral,
  duckDbOf,
  duckDbType,
  macroFile,
  type SqlType,
  typeName,
} from '@isochron/expression';
import type { Case, Column } from '../case.ts';
import { Draw } from '../random/draw.ts';
import { presentValue } from '../random/value.ts';
import type { Answer } from './answer.ts';
import { withBytes } from './duckdb-bytes.ts';
import { fromDuckDb } from './duckdb-value.ts';

/** DuckDB, on the text that an expression is pushed down as. */
export interface DuckDb {
  /** An answer for each case, null where there is no text for it, or no literal of a column's value. */
  answers(cases: readonly AnalyzedCase[]): Promise<readonly (Answer | null)[]>;
  stop(): void;
}

export interface AnalyzedCase {
  readonly of: Case;
  readonly analyzed: NonNullable<Analysis['analyzed']> | null;
}

/** A text, and the rows it is asked for. */
interface Query {
  readonly text: string;
  readonly type: SqlType;
  /** A row without nulls, which stands beside every row, so that DuckDB does not take a column for constant. */
  readonly filler: readonly string[];
  readonly rows: { readonly place: number; readonly cells: readonly string[] }[];
}

const TEXTS_MAX = 100;
const ROWS_MAX = 500;

export async function startDuckDb(): Promise<DuckDb> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', autoinstall_known_extensions: 'false' });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  await connection.run(macroFile);
  return {
    answers: async (cases) => {
      const answers: (Answer | null)[] = cases.map(() => null);
      const queries = queriesOf(cases);
      const constant = queries.filter(({ rows }) => rows[0]?.cells.length === 0);
      const overRows = queries.filter(({ rows }) => rows[0]?.cells.length !== 0);
      for (const part of parts(constant, TEXTS_MAX)) await askTexts(connection, part, answers);
      for (const query of overRows) {
        for (const rows of parts(query.rows, ROWS_MAX)) await askRows(connection, { ...query, rows }, answers);
      }
      return answers;
    },
    stop: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function queriesOf(cases: readonly AnalyzedCase[]): readonly Query[] {
  const queries = new Map<string, Query>();
  cases.forEach((each, place) => {
    const { of } = each;
    const analyzed = inGoogle(each);
    if (analyzed === null || duckDbType(analyzed.type) === null) return;
    const text = duckDbOf(analyzed.typed, (column) => `c${column}`);
    if (text === null) return;
    const columns = analyzed.columns.map(({ name }) => of.columns.find((each) => each.name === name));
    const cells = columns.map((column) => (column === undefined ? null : duckDbLiteral(column.value, column.type)));
    if (!cells.every((cell) => cell !== null)) return;
    const key = [
      text,
      typeName(analyzed.type),
      ...columns.map((column) => (column === undefined ? '' : typeName(column.type))),
    ].join('\0');
    const query: Query = queries.get(key) ?? { text, type: analyzed.type, filler: columns.map(fillerOf), rows: [] };
    query.rows.push({ place, cells });
    queries.set(key, query);
  });
  return [...queries.values()];
}

/** What is put to DuckDB is made of GoogleSQL; null where there is none of the same meaning. */
export function inGoogle({ of, analyzed }: AnalyzedCase): AnalyzedCase['analyzed'] {
  if (analyzed === null) return null;
  const types = analyzed.columns.map(({ name }) => of.columns.find((each) => each.name === name)?.type);
  return asGoogle(
    analyzed,
    types.map((type) => type ?? { kind: 'STRING' }),
  );
}

const fillerOf = (column: Column | undefined): string =>
  column === undefined ? 'NULL' : (duckDbLiteral(presentValue(new Draw(1), column.type), column.type) ?? 'NULL');

/** Many texts without columns as the columns of one query, split until one that does not bind, or fails in spite of TRY, stands alone. */
async function askTexts(
  connection: DuckDBConnection,
  queries: readonly Query[],
  answers: (Answer | null)[],
): Promise<void> {
  const give = (query: Query, answer: Answer): void => {
    for (const { place } of query.rows) answers[place] = answer;
  };
  try {
    const row = await oneRow(connection, `SELECT ${queries.map(guarded).join(', ')}`);
    queries.forEach((query, at) => void give(query, answerOf(row[at], query.type)));
  } catch (thrown) {
    const [only] = queries;
    if (only !== undefined && queries.length === 1) return give(only, await alone(connection, only, [], thrown));
    await askTexts(connection, queries.slice(0, queries.length >> 1), answers);
    await askTexts(connection, queries.slice(queries.length >> 1), answers);
  }
}

/** One text over many rows, split in the same way. */
async function askRows(connection: DuckDBConnection, query: Query, answers: (Answer | null)[]): Promise<void> {
  const { type, rows } = query;
  try {
    const all = [...rows.map(({ cells }) => cells), query.filler];
    const from = all.map((cells, at) => `(${[at, ...cells].join(', ')})`).join(', ');
    const names = ['i', ...(rows[0]?.cells ?? []).map((_, at) => `c${at}`)].join(', ');
    const sql = `SELECT ${guarded(query)} FROM (VALUES ${from}) AS t(${names}) ORDER BY i`;
    for (const [at, [cell]] of (await rowsOf(connection, sql)).entries()) {
      const place = rows[at]?.place;
      if (place !== undefined) answers[place] = answerOf(cell, type);
    }
  } catch (thrown) {
    const [only] = rows;
    if (only !== undefined && rows.length === 1) {
      answers[only.place] = await alone(connection, query, only.cells, thrown);
      return;
    }
    await askRows(connection, { ...query, rows: rows.slice(0, rows.length >> 1) }, answers);
    await askRows(connection, { ...query, rows: rows.slice(rows.length >> 1) }, answers);
  }
}

/** TRY gives null where a row fails; the struct tells that from a value that is null. */
const guarded = (query: Query): string => `TRY(${struct(query)})`;

const struct = ({ text, type }: Query): string => `{v: ${withBytes(text, type)}}`;

/** A row that failed in spite of TRY, or a text that TRY refuses, without it. */
async function alone(
  connection: DuckDBConnection,
  query: Query,
  cells: readonly string[],
  failure: unknown,
): Promise<Answer> {
  const from = cells.length === 0 ? '' : ` FROM (VALUES (${cells.join(', ')})) AS t(${cells.map((_, at) => `c${at}`)})`;
  try {
    const [value] = await oneRow(connection, `SELECT ${struct(query)}${from}`);
    return answerOf(value, query.type);
  } catch (thrown) {
    const message = messageOf(thrown);
    return {
      kind: /^(Binder|Catalog|Parser)/.test(message) ? 'invalid' : 'error',
      message: message || messageOf(failure),
    };
  }
}

async function oneRow(connection: DuckDBConnection, sql: string): Promise<readonly Cell[]> {
  const [row] = await rowsOf(connection, sql);
  return row ?? [];
}

/** A guarded value, and the type that DuckDB gives it. */
interface Cell {
  readonly value: DuckDBValue;
  readonly type: string;
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<readonly (readonly Cell[])[]> {
  const reader = await connection.runAndReadAll(sql);
  const types = reader.columnTypes().map((type) => (type instanceof DuckDBStructType ? `${type.entryTypes[0]}` : ''));
  return reader.getRows().map((row) => row.map((value, at) => ({ value, type: types[at] ?? '' })));
}

function answerOf(cell: Cell | undefined, type: SqlType): Answer {
  if (cell === undefined || !(cell.value instanceof DuckDBStructValue)) return { kind: 'error', message: '' };
  const value = cell.value.entries['v'] ?? null;
  const wanted = duckDbType(type) ?? '';
  // A null that is found before it is computed is of any type.
  const isWanted = value === null || plain(cell.type) === plain(wanted.replaceAll('VARCHAR', 'BLOB'));
  const given = isWanted ? typeName(type) : `${cell.type} in DuckDB, not ${wanted}`;
  return { kind: 'value', type: given, value: fromDuckDb(value, type) };
}

const plain = (type: string): string => type.replaceAll(/[ "]/g, '');

const messageOf = (thrown: unknown): string =>
  (thrown instanceof Error ? thrown.message : String(thrown)).split('\n')[0] ?? '';

function* parts<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
