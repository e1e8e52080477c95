import type { CellVisitor, KeyValueStore, ReadRequest, ScanEnd, ScanRequest } from '@isochron/kv';
import { statusOf } from '@isochron/rpc';
import { Counter, type Registry } from 'prom-client';
import { STAGE_BUCKETS } from './call-counts.ts';
import type { Clock } from './clock.ts';
import { type Observing, SeriesHistogram } from './series-histogram.ts';

/** What is asked of a store, by the port's verbs. */
type Operation = 'ensure_table' | 'read' | 'scan' | 'mutate' | 'mutate_if';

/** Of batched reads one in so many is timed: to tell the store's time from its reader's, each cell needs the clock twice. A power of two. */
const READS_PER_TIMED_READ = 16;

/**
 * A store that is counted and timed: `isochron_store_calls_total` by table, operation and how they ended, `isochron_store_rows_total`, and `isochron_store_call_seconds`, which
 * is the store's own time, without what a visitor does with the cells that it is shown; of batched reads a sixteenth is timed, beginning with the first. Cells are shown when the
 * store inside shows them.
 */
export function observeStore(inner: KeyValueStore, registry: Registry, clock: Clock): KeyValueStore {
  return new ObservedStore(inner, new StoreSeries(registry), clock);
}

class ObservedStore implements KeyValueStore {
  readonly #inner: KeyValueStore;
  readonly #series: StoreSeries;
  readonly #clock: Clock;

  constructor(inner: KeyValueStore, series: StoreSeries, clock: Clock) {
    this.#inner = inner;
    this.#series = series;
    this.#clock = clock;
  }

  read(table: string, request: ReadRequest, visit: CellVisitor): Promise<void> {
    const series = this.#series.of('read', table);
    series.rows += request.keys.length;
    if ((series.begun++ & (READS_PER_TIMED_READ - 1)) !== 0)
      return series.counted(this.#inner.read(table, request, visit));
    return this.#visiting(series, visit, (timed) => this.#inner.read(table, request, timed));
  }

  async scan(table: string, request: ScanRequest, visit: CellVisitor): Promise<ScanEnd> {
    const series = this.#series.of('scan', table);
    const end = await this.#visiting(series, visit, (timed) => this.#inner.scan(table, request, timed));
    series.rows += end.rows;
    return end;
  }

  ensureTable: KeyValueStore['ensureTable'] = (table) =>
    this.#timed(this.#series.of('ensure_table', table.name), 0, () => this.#inner.ensureTable(table));

  mutate: KeyValueStore['mutate'] = (table, rows) =>
    this.#timed(this.#series.of('mutate', table), rows.length, () => this.#inner.mutate(table, rows));

  mutateIf: KeyValueStore['mutateIf'] = (table, row, condition) =>
    this.#timed(this.#series.of('mutate_if', table), 1, () => this.#inner.mutateIf(table, row, condition));

  close(): Promise<void> {
    return this.#inner.close();
  }

  #visiting<T>(series: OneSeries, visit: CellVisitor, call: (timed: CellVisitor) => Promise<T>): Promise<T> {
    const { elapsedMs } = this.#clock;
    let visitedMs = 0;
    const timed: CellVisitor = (row, key, cell) => {
      const fromMs = elapsedMs();
      visit(row, key, cell);
      visitedMs += elapsedMs() - fromMs;
    };
    const startedMs = elapsedMs();
    return series.took(call(timed), () => elapsedMs() - startedMs - visitedMs);
  }

  #timed<T>(series: OneSeries, rows: number, call: () => Promise<T>): Promise<T> {
    const { elapsedMs } = this.#clock;
    series.rows += rows;
    const startedMs = elapsedMs();
    return series.took(call(), () => elapsedMs() - startedMs);
  }
}

/** Counted in numbers, and put under labels when somebody asks. */
class StoreSeries {
  readonly #seconds: SeriesHistogram<'table' | 'operation'>;
  readonly #all: Readonly<Record<Operation, Map<string, OneSeries>>> = {
    ensure_table: new Map(),
    read: new Map(),
    scan: new Map(),
    mutate: new Map(),
    mutate_if: new Map(),
  };

  constructor(registry: Registry) {
    const all = this.#all;
    new Counter({
      name: 'isochron_store_calls_total',
      help: 'Calls of the key-value store by code.',
      labelNames: ['table', 'operation', 'code'],
      registers: [registry],
      collect() {
        this.reset();
        for (const [operation, tables] of Object.entries(all))
          for (const [table, { codes }] of tables)
            for (const [code, count] of codes) this.inc({ table, operation, code }, count);
      },
    });
    new Counter({
      name: 'isochron_store_rows_total',
      help: 'Rows of the key-value store that were asked for by their keys, found by a scan, or mutated.',
      labelNames: ['table', 'operation'],
      registers: [registry],
      collect() {
        this.reset();
        for (const [operation, tables] of Object.entries(all))
          for (const [table, { rows }] of tables) if (rows > 0) this.inc({ table, operation }, rows);
      },
    });
    this.#seconds = new SeriesHistogram({
      name: 'isochron_store_call_seconds',
      help: `The time of the key-value store itself, without what is done with the cells it shows; of reads one in ${READS_PER_TIMED_READ}.`,
      labelNames: ['table', 'operation'],
      buckets: STAGE_BUCKETS,
      registry,
    });
  }

  of(operation: Operation, table: string): OneSeries {
    const tables = this.#all[operation];
    const known = tables.get(table);
    if (known !== undefined) return known;
    const series = new OneSeries(this.#seconds.seriesOf({ table, operation }));
    tables.set(table, series);
    return series;
  }
}

class OneSeries {
  begun = 0;
  rows = 0;
  readonly codes = new Map<string, number>();
  readonly #seconds: Observing;

  constructor(seconds: Observing) {
    this.#seconds = seconds;
  }

  /** How it ends is looked at beside whoever called: he does not wait for it. */
  counted<T>(call: Promise<T>): Promise<T> {
    call.then(this.#went, this.#failed);
    return call;
  }

  took<T>(call: Promise<T>, tookMs: () => number): Promise<T> {
    const told = (): void => this.#seconds.observe(Math.max(0, tookMs()) / 1000);
    call.then(told, told);
    return this.counted(call);
  }

  readonly #went = (): void => this.#count('OK');
  readonly #failed = (thrown: unknown): void => this.#count(statusOf(thrown).code);

  #count(code: string): void {
    this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
  }
}
