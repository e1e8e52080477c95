import { IsochronError } from '@isochron/schema';
import type { FoldCounts, FoldRequest, FoldStep } from '@isochron/warehouse';
import { DAY_MS, dayStartMs, daysOf } from './days.ts';
import { allRows, count, type Engine } from './engine.ts';
import { explanation, sourcesOf } from './explained.ts';
import {
  areNeverNull,
  countEvents,
  distinctKeys,
  type EventSource,
  eventRows,
  openEvents,
  readyEvents,
} from './fold-events.ts';
import { FoldKeys } from './fold-keys.ts';
import { everyKeyRows, keyColumns, LEFT_ROWS_MAX, type Left, makeLeft, tooManyRows } from './fold-left.ts';
import { foldOrder } from './fold-order.ts';
import { foldPacking } from './fold-packing.ts';
import { SortedRows, sortedSql } from './fold-read.ts';
import type { FoldRows, FoldSources } from './fold-rows.ts';
import { DuckDbFoldStep } from './fold-step.ts';
import { FoldOutput } from './fold-write.ts';
import { PartitionedRows, unsortedSql } from './partitioned-rows.ts';
import { recordLayout } from './record-layout.ts';
import { RowStream } from './row-stream.ts';
import { type PreparedScan, prepareScan } from './scan.ts';
import { checkedColumns, list } from './sql.ts';
import type { StageSource, Workshop } from './stage.ts';
import type { Store } from './store.ts';

/**
 * Plans a fold. The left's distinct keys get dense numbers, in a table; one query joins left rows and events to their numbers, which drops the
 * events that nobody asks about, and sorts integers instead of keys. Nothing but the numbers reaches JavaScript; what is written
 * meets its keys again in the last query.
 */
export async function openFold(engine: Engine, store: Store, request: FoldRequest): Promise<FoldStep> {
  checkedColumns(
    request.outputs.map(({ name }) => name),
    'The fold',
  );
  if (request.keys.length === 0) throw new IsochronError('INVALID_ARGUMENT', 'A fold needs at least one key column.');
  const work = await engine.connect();
  const tables: string[] = [];
  const dispose = async (): Promise<void> => {
    await work.run(tables.map((table) => `DROP TABLE IF EXISTS ${table};`).join(' ')).catch(() => undefined);
    engine.release(work);
  };
  const fresh = (stem: string): string => {
    const name = engine.freshName(stem);
    tables.push(name);
    return name;
  };
  let scans: FoldScans = { events: [], left: null };
  try {
    scans = await openScans(store, request);
    return await plan(store, request, { engine, connection: work, fresh, dispose, scans });
  } catch (thrown) {
    await dispose();
    const what = `Preparing to read ${request.events.map((scan) => `"${scan.table}"`).join(', ')}`;
    throw engine.error(await explanation(engine, stagesOf(scans), thrown), what);
  }
}

/** The scans of a fold, settled on their tables. */
interface FoldScans {
  readonly events: readonly EventSource[];
  readonly left: PreparedScan | null;
}

interface FoldShop extends Workshop {
  readonly dispose: () => Promise<void>;
  readonly scans: FoldScans;
}

async function openScans(store: Store, request: FoldRequest): Promise<FoldScans> {
  const { left } = request;
  const events = await openEvents(store, request);
  if (left.kind !== 'scan') return { events, left: null };
  const snapshot = await store.open(left.scan.table);
  return { events, left: prepareScan(snapshot, left.scan, { timeAs: '__ts', isNumbered: true }) };
}

/** What a failure over a value is looked for in. */
const stagesOf = ({ events, left }: FoldScans): readonly StageSource[] =>
  sourcesOf([...events.map(({ prepared }) => prepared), ...(left === null ? [] : [left])]);

async function plan(store: Store, request: FoldRequest, shop: FoldShop): Promise<FoldStep> {
  const { engine, connection: work, scans } = shop;
  const sources = await readyEvents(shop, scans.events);
  const eventCounts = await countEvents(work, sources, request.keys);
  const events = eventRows(sources, request, slicesFor(eventCounts.events));
  const left = request.left.kind === 'every-key' ? undefined : await makeLeft(shop, store, request.left, scans.left);
  if (left !== undefined && request.left.kind !== 'every-key' && request.left.keys.length !== request.keys.length) {
    throw new IsochronError('INVALID_ARGUMENT', 'The left rows and the events of a fold must have as many keys.');
  }
  const dictionary = shop.fresh('fold_keys');
  const keys =
    left === undefined ? distinctKeys(request.keys, `(${events.join(' UNION ALL ')})`) : askedKeys(left, request);
  await work.run(
    `CREATE TABLE ${dictionary} AS SELECT CAST(row_number() OVER () - 1 AS INTEGER) AS id, * FROM (${keys})`,
  );
  const days = request.left.kind === 'every-key' ? daysOf(request.left.days) : [];
  const [facts] = await allRows(
    work,
    `SELECT count(*) AS keys${left === undefined ? '' : ', min(first_ask) AS first, max(last_ask) AS last'} FROM ${dictionary}`,
  );
  const keyCount = count(facts?.['keys']);
  const everyKey = keyCount * days.length;
  if (everyKey > LEFT_ROWS_MAX) throw tooManyRows(everyKey);
  const asked = left === undefined ? everyKey : left.rows - left.withoutKey - left.withoutTime - left.beyondLag;
  const leftRows = left === undefined ? everyKeyRows(dictionary, days) : askedRows(left, dictionary, request);
  const asks = left === undefined ? midnights(days) : [count(facts?.['first']), count(facts?.['last'])];
  const isEventAsked = left === undefined ? null : withinReach(request);
  const union: FoldSources = { leftRows, events, dictionary, request, isEventAsked };
  const counts: FoldCounts = {
    leftRows: left?.rows ?? everyKey,
    leftWithoutKey: left?.withoutKey ?? 0,
    leftWithoutTime: left?.withoutTime ?? 0,
    leftBeyondLag: left?.beyondLag ?? 0,
    events: eventCounts.events,
    eventsWithoutKey: eventCounts.withoutKey,
    eventsWithoutTime: eventCounts.withoutTime,
    eventsBeyondLag: eventCounts.beyondLag,
    rowsExpected: asked + eventCounts.events - eventCounts.withoutKey - eventCounts.withoutTime - eventCounts.beyondLag,
  };
  const output = await FoldOutput.create(engine, work, store, {
    table: shop.fresh('fold_out'),
    dictionary,
    request,
    left,
    days,
    asked,
  });
  const extent = {
    keys: keyCount,
    span: spanOf(request, asks),
    rows: counts.rowsExpected,
    isNullable: request.inputs.map(({ name }) => !areNeverNull(sources, name)),
  };
  const reader = await rowsOf(engine, union, extent).catch(async (thrown: unknown) => {
    await output.close();
    throw thrown;
  });
  const keyReader = new FoldKeys(engine, dictionary, request.keys, keyCount);
  return new DuckDbFoldStep(
    engine,
    counts,
    { reader, keys: keyReader, output },
    {
      dispose: shop.dispose,
      explain: (thrown) => explanation(engine, stagesOf(scans), thrown),
    },
  );
}

/** What is known of the rows before they are read; `rows` at most. */
interface Extent {
  readonly keys: number;
  readonly span: readonly [fromMs: number, toMs: number];
  readonly rows: number;
  /** Of each input. */
  readonly isNullable: readonly boolean[];
}

/** Rows are sorted here where they fit, by the engine where they do not. */
async function rowsOf(
  engine: Engine,
  sources: FoldSources,
  { keys, span, rows, isNullable }: Extent,
): Promise<FoldRows> {
  const { inputs, orderTies } = sources.request;
  const packing = foldPacking(keys, ...span, isNullable);
  const layout = packing === undefined ? undefined : recordLayout(inputs, packing);
  if (layout !== undefined) {
    const bytes = PartitionedRows.bytes(layout, rows);
    if (await engine.lend(bytes)) {
      const unsorted = unsortedSql(sources, layout).map((sql) => new RowStream(engine, sql, STREAMS));
      return new PartitionedRows(unsorted, layout, { rowsMax: rows, orderTies }, () => engine.giveBack(bytes));
    }
  }
  const order = foldOrder(keys, ...span);
  return new SortedRows(new RowStream(engine, sortedSql(sources, order)), order, inputs);
}

/** Streams of slices that are open at once: one is read, one is made. */
const STREAMS = 2;
const SLICES_MAX = 8;
/** A slice has the dictionary looked up anew, which takes as long as some rows. */
const SLICE_ROWS_MIN = 500_000;

const slicesFor = (events: number): number => Math.min(SLICES_MAX, Math.max(1, Math.floor(events / SLICE_ROWS_MIN)));

/** From the first time a row can have to just after the last: events leave their day by their lag at most. */
function spanOf({ events }: FoldRequest, asks: readonly number[]): [number, number] {
  const from = events.map(({ days, lagMs }) => dayStartMs(days.start) - lagMs);
  const to = events.map(({ days, lagMs }) => dayStartMs(days.end) + DAY_MS + lagMs);
  return [Math.min(...asks, ...from), Math.max(...asks, ...to) + 1];
}

const midnights = (days: readonly string[]): number[] => days.map((day) => dayStartMs(day) + DAY_MS);

/** When a left row is asked, in milliseconds. */
const askedAt = (request: FoldRequest): string =>
  request.at === 'time' ? 't' : `t - ((t % ${DAY_MS}) + ${DAY_MS}) % ${DAY_MS}`;

/** The left's distinct keys, each with the first and the last time it is asked at. */
function askedKeys(left: Left, request: FoldRequest): string {
  const keys = list(keyColumns(request.keys));
  const at = askedAt(request);
  return `SELECT ${keys}, min(${at}) AS first_ask, max(${at}) AS last_ask FROM ${left.table} WHERE asked = 0 GROUP BY ${keys}`;
}

/** Whether any left row of its key can look back on an event: what none can is not worth sorting. Null where nothing is known of that. */
function withinReach({ lookbackMs }: FoldRequest): string | null {
  if (lookbackMs === undefined) return null;
  return Number.isFinite(lookbackMs) ? `t < last_ask AND t >= first_ask - ${lookbackMs}` : 't < last_ask';
}

function askedRows(left: Left, dictionary: string, request: FoldRequest): string {
  const using = list(keyColumns(request.keys));
  return `SELECT id, CAST(${askedAt(request)} AS DOUBLE) AS ts, rn FROM ${left.table} JOIN ${dictionary} USING (${using}) WHERE asked = 0`;
}
