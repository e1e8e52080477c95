import type { DuckDBConnection } from '@duckdb/node-api';
import type { Typed } from '@isochron/expression';
import type { Field } from '@isochron/schema';
import type { DayRange, FoldRequest, TimedScan } from '@isochron/warehouse';
import { toForm } from './column-form.ts';
import { DAY_MS, dayStartMs } from './days.ts';
import { allRows, count } from './engine.ts';
import { keyColumns } from './fold-left.ts';
import { rowsOfFiles } from './manifest.ts';
import { DS_MS, type PreparedScan, prepareScan, type ScannedRows, scanRows, withinLag } from './scan.ts';
import { list, quoted } from './sql.ts';
import type { Workshop } from './stage.ts';
import { partitionsOf, type Snapshot, type Store } from './store.ts';
import { stored } from './types.ts';

/** The name of the column with an event's time, which no author can write. */
const TIME = '__tm';

/** Events of one source, settled on their table. */
export interface EventSource {
  readonly scan: TimedScan;
  readonly prepared: PreparedScan;
  /** What the files' statistics say of its events; undefined where they say nothing, or not that every event counts. */
  readonly known: KnownEvents | undefined;
}

/** Events of one source, ready for SQL. */
export interface ReadyEvents extends EventSource {
  readonly rows: ScannedRows;
}

/** Events that all have a key and a time within the lag. */
interface KnownEvents {
  readonly events: number;
  readonly leastMs: number;
}

export interface EventCounts {
  readonly events: number;
  readonly withoutKey: number;
  readonly withoutTime: number;
  readonly beyondLag: number;
}

export async function openEvents(store: Store, request: FoldRequest): Promise<readonly EventSource[]> {
  const sources: EventSource[] = [];
  for (const scan of request.events) {
    const snapshot = await store.open(scan.table);
    const prepared = prepareScan(snapshot, scan, { timeAs: TIME });
    sources.push({ scan, prepared, known: knownEvents(scan, prepared, request.keys) });
  }
  return sources;
}

export async function readyEvents(shop: Workshop, sources: readonly EventSource[]): Promise<readonly ReadyEvents[]> {
  const ready: ReadyEvents[] = [];
  for (const source of sources) ready.push({ ...source, rows: await scanRows(shop, source.prepared) });
  return ready;
}

/**
 * The events that count, of all sources: `k0`, …, `t` (milliseconds) and the inputs `i0`, … in their forms. Cut by days into `slices` of about as
 * many rows, or fewer.
 */
export function eventRows(sources: readonly ReadyEvents[], request: FoldRequest, slices: number): readonly string[] {
  const cut = sources.map(({ prepared: { snapshot }, scan }) => slicesOf(snapshot, scan.days, slices));
  return Array.from({ length: Math.max(...cut.map((days) => days.length)) }, (_, slice) =>
    sources
      .flatMap((source, at) => {
        const days = cut[at]?.[slice];
        return days === undefined ? [] : [rowsOf(source, request, days)];
      })
      .join(' UNION ALL '),
  );
}

/** A range of days in as many ranges as are wanted, or as it has days with rows: of about as many rows each, as the files say. */
function slicesOf(snapshot: Snapshot, range: DayRange, wanted: number): readonly DayRange[] {
  const partitions = partitionsOf(snapshot, range);
  const total = rowsOfFiles(partitions.flatMap(([, { files }]) => files));
  const slices: DayRange[] = [];
  let { start } = range;
  let before = 0;
  for (const [at, [day, { files }]] of partitions.entries()) {
    before += rowsOfFiles(files);
    const next = partitions[at + 1]?.[0];
    if (next !== undefined && before * wanted < total * (slices.length + 1)) continue;
    slices.push({ start, end: day });
    if (next !== undefined) start = next;
  }
  return slices;
}

function rowsOf({ scan, rows, known }: ReadyEvents, { keys, inputs, fromMs }: FoldRequest, days: DayRange): string {
  const selected = [
    ...keys.map((key, at) => `${stored(quoted(key.name), key.type)} AS k${at}`),
    ...inputs.map((input, at) => `${toForm(quoted(input.name), input.type)} AS i${at}`),
  ];
  const counting = [
    ...keys.map((key) => `${quoted(key.name)} IS NOT NULL`),
    `${TIME} IS NOT NULL`,
    withinLag(TIME, DS_MS, scan.lagMs),
  ];
  const conditions = [
    ...(known === undefined ? counting : []),
    ...((known?.leastMs ?? Number.NEGATIVE_INFINITY) < fromMs ? [`${TIME} >= ${fromMs}`] : []),
  ];
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return `SELECT ${list([...selected, `CAST(${TIME} AS BIGINT) AS t`])} FROM ${rows(days)}${where}`;
}

/** Exact counts of what is left out, by one pass over keys and times; without any where the files' statistics already say zero. */
export async function countEvents(
  connection: DuckDBConnection,
  sources: readonly ReadyEvents[],
  keys: readonly Field[],
): Promise<EventCounts> {
  let total: EventCounts = { events: 0, withoutKey: 0, withoutTime: 0, beyondLag: 0 };
  for (const source of sources) {
    const counts =
      source.known === undefined
        ? await countByQuery(connection, source, keys)
        : { events: source.known.events, withoutKey: 0, withoutTime: 0, beyondLag: 0 };
    total = {
      events: total.events + counts.events,
      withoutKey: total.withoutKey + counts.withoutKey,
      withoutTime: total.withoutTime + counts.withoutTime,
      beyondLag: total.beyondLag + counts.beyondLag,
    };
  }
  return total;
}

function knownEvents(scan: TimedScan, prepared: PreparedScan, keys: readonly Field[]): KnownEvents | undefined {
  if (scan.where.length > 0) return undefined;
  const { snapshot } = prepared;
  const time = timeColumn(prepared);
  if (time === undefined || !keys.every((key) => isNeverNull(prepared, key.name))) return undefined;
  let events = 0;
  let leastMs = Number.POSITIVE_INFINITY;
  for (const [day, { files }] of partitionsOf(snapshot, scan.days)) {
    const start = dayStartMs(day);
    for (const { rows, columns } of files) {
      const { nulls, least, greatest } = columns[time] ?? { nulls: -1 };
      if (nulls !== 0 || least === undefined || greatest === undefined) return undefined;
      if (least < start - scan.lagMs || greatest >= start + DAY_MS + scan.lagMs) return undefined;
      events += rows;
      leastMs = Math.min(leastMs, least);
    }
  }
  return { events, leastMs };
}

/** Whether the files' statistics say that a column of every source has no null. */
export const areNeverNull = (sources: readonly EventSource[], column: string): boolean =>
  sources.every(({ prepared }) => isNeverNull(prepared, column));

function isNeverNull({ snapshot, scan, selection }: PreparedScan, column: string): boolean {
  const made = selection.columns.find(({ name }) => name === column)?.analyzed;
  const own = made === undefined ? undefined : columnOf(made.typed, made.columns);
  if (own === undefined) return false;
  return partitionsOf(snapshot, scan.days).every(([, { files }]) =>
    files.every((file) => file.columns[own]?.nulls === 0),
  );
}

/** The column that a scan's time is nothing but the milliseconds of: its statistics are those of the time. */
function timeColumn({ selection, timeAs }: PreparedScan): string | undefined {
  const time = selection.columns.find(({ name }) => name === timeAs)?.analyzed;
  if (time === undefined) return undefined;
  const { typed, columns } = time;
  const isMilliseconds = typed.kind === 'call' && typed.row.name === 'UNIX_MILLIS' && typed.args.length === 1;
  return columnOf(isMilliseconds ? typed.args[0] : typed, columns);
}

/** The column that an expression is nothing but. */
const columnOf = (typed: Typed | undefined, columns: readonly Field[]): string | undefined =>
  typed?.kind === 'column' ? columns[typed.column]?.name : undefined;

async function countByQuery(
  connection: DuckDBConnection,
  source: ReadyEvents,
  keys: readonly Field[],
): Promise<EventCounts> {
  const noKey = `(${keys.map((key) => `${quoted(key.name)} IS NULL`).join(' OR ')})`;
  const [row] = await allRows(
    connection,
    `SELECT count(*) AS events, count(*) FILTER (${noKey}) AS without_key,
       count(*) FILTER (NOT ${noKey} AND ${TIME} IS NULL) AS without_time,
       count(*) FILTER (NOT ${noKey} AND NOT ${withinLag(TIME, DS_MS, source.scan.lagMs)}) AS beyond_lag
     FROM ${source.rows()}`,
  );
  return {
    events: count(row?.['events']),
    withoutKey: count(row?.['without_key']),
    withoutTime: count(row?.['without_time']),
    beyondLag: count(row?.['beyond_lag']),
  };
}

export const distinctKeys = (keys: readonly Field[], relation: string): string =>
  `SELECT DISTINCT ${list(keyColumns(keys))} FROM ${relation}`;
