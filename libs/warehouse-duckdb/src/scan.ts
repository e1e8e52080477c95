import { join } from 'node:path';
import { analyzeSelection, type SelectedExpression, type Selection } from '@isochron/expression';
import { type Field, IsochronError, intType, stringType } from '@isochron/schema';
import type { DayRange, ExpressionText, Scan } from '@isochron/warehouse';
import { DAY_MS, daysOf } from './days.ts';
import { pushedSelection } from './dialect.ts';
import { rowsOfFiles } from './manifest.ts';
import { list, literal, quoted } from './sql.ts';
import { type StageSource, stage, type Workshop } from './stage.ts';
import { partitionsOf, type Snapshot } from './store.ts';
import { sqlType } from './types.ts';

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

/** A relation of the same columns without rows. */
function emptyRelation(columns: readonly Field[], isNumbered: boolean): string {
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

/** A scan whose expressions are settled on the table as it is. */
export interface PreparedScan {
  readonly snapshot: Snapshot;
  readonly scan: Scan;
  readonly selection: Selection;
  /** The columns it makes, without its time. */
  readonly fields: readonly Field[];
  /** The name of the column with its time, where it has one. */
  readonly timeAs: string | null;
  readonly isNumbered: boolean;
}

/**
 * Settles a scan; INVALID_ARGUMENT naming the first expression that is at fault. `timeAs`: the name, which no author can write, of one more column
 * that holds the value of `time`.
 */
export function prepareScan(
  snapshot: Snapshot,
  scan: Scan & { readonly time?: ExpressionText },
  options: { readonly timeAs?: string; readonly isNumbered?: boolean } = {},
): PreparedScan {
  const { timeAs, isNumbered = false } = options;
  const time = timeAs === undefined || scan.time === undefined ? [] : [{ name: timeAs, expression: scan.time }];
  const { selection, faults } = analyzeSelection(
    { columns: [...scan.columns, ...time], where: scan.where },
    tableFields(snapshot),
  );
  if (selection === null) {
    const [first] = faults;
    throw new IsochronError('INVALID_ARGUMENT', `Table "${snapshot.name}", ${first?.text}: ${first?.fault.message}`);
  }
  const fields = selection.columns
    .slice(0, scan.columns.length)
    .map(({ name, analyzed }): Field => ({ name, type: analyzed.dataType }));
  return { snapshot, scan, selection, fields, timeAs: timeAs ?? null, isNumbered };
}

/** What an expression over a table may name. */
export const tableFields = ({ manifest }: Snapshot): readonly Field[] => [
  ...manifest.columns,
  { name: 'ds', type: stringType },
];

/** The rows of a prepared scan, as a relation for the days asked for, or for all of the scan's. */
export type ScannedRows = (days?: DayRange) => string;

/**
 * The scan's columns by name, its time, `ds`, and the number if it has one. If all of it is proven, the engine does it; if not, the closures have
 * done it when this returns, into a table of the workshop.
 */
export async function scanRows(shop: Workshop, prepared: PreparedScan): Promise<ScannedRows> {
  const { snapshot, scan, selection, isNumbered } = prepared;
  const passing = isNumbered ? ['ds', ROW_NUMBER] : ['ds'];
  const pushed = pushedSelection(selection);
  if (pushed !== null) {
    const columns = selection.columns.map(({ name }, at) => `${pushed.columns[at]} AS ${quoted(name)}`);
    const where = pushed.where.length === 0 ? '' : ` WHERE ${pushed.where.join(' AND ')}`;
    return (days = scan.days) =>
      `(SELECT ${list([...columns, ...passing])} FROM ${relation(snapshot, days, isNumbered)}${where})`;
  }
  const staged = await stage(shop, stageSource(prepared));
  return (days) =>
    days === undefined ? staged : `(SELECT * FROM ${staged} WHERE ds IN (${list(daysOf(days).map(literal))}))`;
}

/** A prepared scan as the closures evaluate it. */
export function stageSource({ snapshot, scan, selection, timeAs, isNumbered }: PreparedScan): StageSource {
  const rows = rowsOfFiles(partitionsOf(snapshot, scan.days).flatMap(([, { files }]) => files));
  const named = new Set(scan.identify ?? scan.columns.map(({ name }) => name));
  const identify: SelectedExpression[] = selection.columns
    .filter(({ name }) => named.has(name) || name === timeAs)
    .map(({ name, analyzed }) => ({ name: name === timeAs ? 'time' : name, analyzed }));
  const number: readonly Field[] = isNumbered ? [{ name: ROW_NUMBER, type: intType }] : [];
  return {
    relation: relation(snapshot, scan.days, isNumbered),
    rows,
    selection,
    passing: [{ name: 'ds', type: stringType }, ...number],
    identify,
    of: `table "${snapshot.name}"`,
  };
}

/** The midnight that begins a row's day, in milliseconds. */
export const DS_MS = 'epoch_ms(CAST(CAST(ds AS DATE) AS TIMESTAMP))';

/** Whether time `ts` (not null) lies in the day of `ds`, or beside it by no more than the lag. */
export const withinLag = (ts: string, dsMs: string, lagMs: number): string =>
  `(${ts} >= ${dsMs} - ${lagMs} AND ${ts} < ${dsMs} + ${DAY_MS + lagMs})`;
