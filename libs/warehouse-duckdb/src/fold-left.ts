import type { DuckDBConnection } from '@duckdb/node-api';
import { type Field, IsochronError } from '@isochron/schema';
import type { LeftRows } from '@isochron/warehouse';
import { DAY_MS, dayStartMs, daysOf } from './days.ts';
import { allRows, count } from './engine.ts';
import { rowsOfFiles } from './manifest.ts';
import { DS_MS, type PreparedScan, ROW_NUMBER, relation, scanRows, withinLag } from './scan.ts';
import { list, quoted } from './sql.ts';
import type { Workshop } from './stage.ts';
import { partitionsOf, type Store } from './store.ts';
import { stored } from './types.ts';

export const LEFT_ROWS_MAX = 2 ** 31 - 2;

/** A day's rows have numbers of [first, first + numbers) in the fold; `shift` more is the number they have in the table they come from. */
export interface LeftDay {
  readonly day: string;
  readonly first: number;
  readonly numbers: number;
  readonly shift: number;
  /** Whether each of its numbers is a row that is asked, and the relation has them in order. */
  readonly isWhole: boolean;
}

/** The left side as a table of the engine: `rn`, `t` (milliseconds), `ds`, the keys `k0`, …, and `asked`: has a key, a time, within lag. */
export interface Left {
  readonly table: string;
  readonly days: readonly LeftDay[];
  readonly rows: number;
  readonly withoutKey: number;
  readonly withoutTime: number;
  readonly beyondLag: number;
  /** The left side's own columns, and a relation of one day (by its number) that has them with `rn` and `t`: what `joined` writes. */
  readonly columns: readonly Field[];
  readonly relationOf: (day: number) => string;
}

export const keyColumns = (keys: readonly unknown[]): readonly string[] => keys.map((_, at) => `k${at}`);

/** Makes the table `name` of the left rows. The keys alone are copied; other columns only of a scan, whose rows are in no table yet. */
export async function makeLeft(
  shop: Workshop,
  store: Store,
  left: Exclude<LeftRows, { kind: 'every-key' }>,
  scanned: PreparedScan | null,
): Promise<Left> {
  const name = shop.fresh('fold_left');
  if (left.kind === 'table') return tableLeft(shop.connection, store, left, name);
  if (scanned === null) throw new TypeError('A scan of left rows is prepared before it is read.');
  return scanLeft(shop, left, scanned, name);
}

async function scanLeft(
  shop: Workshop,
  { scan, keys }: Extract<LeftRows, { kind: 'scan' }>,
  prepared: PreparedScan,
  name: string,
): Promise<Left> {
  const { snapshot, fields, timeAs } = prepared;
  checkKeys(keys, fields, scan.table);
  const files = partitionsOf(snapshot, scan.days);
  const source = (await scanRows(shop, prepared))();
  const columns = fields.map(({ name: column, type }, at) => `${stored(quoted(column), type)} AS c${at}`);
  const keyIndex = keys.map((key) => fields.findIndex((field) => field.name === key));
  const inner = `SELECT ${ROW_NUMBER} AS rn, CAST(${timeAs} AS BIGINT) AS t, ds, ${list(columns)} FROM ${source}`;
  const keyNames = keyIndex.map((index) => `c${index}`);
  await shop.connection.run(`CREATE TABLE ${name} AS ${withAsked(inner, keyNames, scan.lagMs)}`);
  const facts = await leftFacts(shop.connection, name, daysOf(scan.days), (day) =>
    rowsOfFiles(files.find(([known]) => known === day)?.[1].files ?? []),
  );
  const own = fields.map((field, at) => `c${at} AS ${quoted(field.name)}`);
  const relationOf = (day: number): string => {
    const { first, numbers } = facts.days[day] ?? { first: 0, numbers: 0 };
    return `(SELECT ${list(['rn', 't', ...own])} FROM ${name} WHERE rn >= ${first} AND rn < ${first + numbers})`;
  };
  const table = `(SELECT rn, t, asked, ${list(keyNames.map((key, at) => `${key} AS k${at}`))} FROM ${name})`;
  return { ...facts, table, columns: fields, relationOf };
}

/** Rows of a projected table are numbered anew, because days written by different calls may share numbers. */
async function tableLeft(
  connection: DuckDBConnection,
  store: Store,
  left: Extract<LeftRows, { kind: 'table' }>,
  name: string,
): Promise<Left> {
  const snapshot = await store.open(left.table);
  const { columns } = snapshot.manifest;
  checkKeys(left.keys, columns, left.table);
  const source = relation(snapshot, left.days);
  const starts = await allRows(
    connection,
    `SELECT ds, min("row") AS least, max("row") AS greatest, count(*) AS rows FROM ${source} GROUP BY ds ORDER BY ds`,
  );
  let first = 0;
  const shifts = new Map<string, { first: number; shift: number }>();
  for (const start of starts) {
    const rows = count(start['rows']);
    const least = count(start['least']);
    if (count(start['greatest']) - least + 1 !== rows) {
      throw new IsochronError(
        'FAILED_PRECONDITION',
        `Table "${left.table}" of ${String(start['ds'])} does not have a dense column "row"; write it with project.`,
      );
    }
    shifts.set(String(start['ds']), { first, shift: least - first });
    first += rows;
  }
  const cases = [...shifts].map(([day, { shift }]) => `WHEN '${day}' THEN ${shift}`);
  const renumbered = cases.length === 0 ? '"row"' : `"row" - CASE ds ${cases.join(' ')} END`;
  const rn = `CAST(${renumbered} AS INTEGER) AS rn`;
  const keys = left.keys.map((key, at) => `${quoted(key)} AS k${at}`);
  const keyed = `SELECT ${rn}, "ts" AS t, ds, ${list(keys)} FROM ${source}`;
  await connection.run(`CREATE TABLE ${name} AS ${withAsked(keyed, keyColumns(left.keys), left.lagMs ?? null)}`);
  const facts = await leftFacts(connection, name, daysOf(left.days));
  const own = columns.filter((field) => field.name !== 'row' && field.name !== 'ts');
  // Nothing says in which order a file has its rows.
  const days = facts.days.map((day) => ({ ...day, shift: shifts.get(day.day)?.shift ?? 0, isWhole: false }));
  const relationOf = (at: number): string => {
    const { day, shift } = days[at] ?? { day: left.days.start, shift: 0 };
    const selected = list([`"row" - ${shift} AS rn`, '"ts" AS t', ...own.map((field) => quoted(field.name))]);
    return `(SELECT ${selected} FROM ${relation(snapshot, { start: day, end: day })})`;
  };
  return { ...facts, days, columns: own, relationOf };
}

/** `asked`: 0 for a row that is asked, 1 without a key, 2 without a time, 3 beyond the lag. */
function withAsked(query: string, keys: readonly string[], lagMs: number | null): string {
  const noKey = keys.map((key) => `${key} IS NULL`).join(' OR ');
  const beyond = lagMs === null ? '' : `WHEN NOT ${withinLag('t', DS_MS, lagMs)} THEN 3 `;
  // A day as a date takes a quarter of what its text does.
  return `SELECT * REPLACE (CAST(ds AS DATE) AS ds), CAST(CASE WHEN ${noKey} THEN 1 WHEN t IS NULL THEN 2 ${beyond}ELSE 0 END AS TINYINT) AS asked FROM (${query})`;
}

/** `numbersOf`: how many numbers a day takes up, where that may be more than it has rows. */
async function leftFacts(
  connection: DuckDBConnection,
  table: string,
  days: readonly string[],
  numbersOf?: (day: string) => number,
) {
  const counts = await allRows(
    connection,
    `SELECT * REPLACE (CAST(ds AS VARCHAR) AS ds) FROM (SELECT ds, asked, count(*) AS rows FROM ${table} GROUP BY ds, asked)`,
  );
  const rowsOf = (keep: (row: (typeof counts)[number]) => boolean): number =>
    counts.filter(keep).reduce((sum, row) => sum + count(row['rows']), 0);
  let first = 0;
  const leftDays: LeftDay[] = [];
  for (const day of days) {
    const numbers = numbersOf?.(day) ?? rowsOf((row) => row['ds'] === day);
    const asked = rowsOf((row) => row['ds'] === day && row['asked'] === 0);
    leftDays.push({ day, first, numbers, shift: 0, isWhole: asked === numbers });
    first += numbers;
  }
  if (first > LEFT_ROWS_MAX) throw tooManyRows(first);
  return {
    table,
    days: leftDays,
    rows: rowsOf(() => true),
    withoutKey: rowsOf((row) => row['asked'] === 1),
    withoutTime: rowsOf((row) => row['asked'] === 2),
    beyondLag: rowsOf((row) => row['asked'] === 3),
  };
}

/** For `every-key`: key `id` on the d-th of D days is row id * D + d, asked at the midnight that ends the day. */
export const everyKeyRows = (dictionary: string, days: readonly string[]): string =>
  `SELECT id, CAST(${dayStartMs(days[0] ?? '') + DAY_MS} + d * ${DAY_MS} AS DOUBLE) AS ts, CAST(id * ${days.length} + d AS INTEGER) AS rn
   FROM ${dictionary}, (SELECT CAST(range AS BIGINT) AS d FROM range(${days.length}))`;

export const tooManyRows = (rows: number): IsochronError =>
  new IsochronError(
    'RESOURCE_EXHAUSTED',
    `${rows} left rows are more than one fold takes (${LEFT_ROWS_MAX}); ask for fewer days at a time.`,
  );

function checkKeys(keys: readonly string[], fields: readonly Field[], table: string): void {
  const missing = keys.find((key) => !fields.some((field) => field.name === key));
  if (missing !== undefined) {
    const names = fields.map(({ name }) => name).join(', ');
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `The left rows of "${table}" have no key column "${missing}"; they have ${names}.`,
    );
  }
}
