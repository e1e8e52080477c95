import type { TableDescription, Warehouse } from '@isochron/warehouse';
import { assemble } from './assemble.ts';
import { Engine, type EngineOptions } from './engine.ts';
import { translated } from './errors.ts';
import { exportTo } from './export.ts';
import { openFold } from './fold.ts';
import { load } from './load.ts';
import { project } from './project.ts';
import { openRows } from './row-reader.ts';
import { rows } from './rows.ts';
import { type Snapshot, Store } from './store.ts';
import { summarize } from './summarize.ts';

/** How long replaced files stay for readers that began before. */
const GRACE_MS = 3_600_000;

export interface DuckDbWarehouseOptions extends EngineOptions {
  /** Files that nothing refers to are removed by a writer once they are older than this. Default: an hour. */
  readonly graceMs?: number | undefined;
}

/**
 * The embedded warehouse. Tables are folders of Parquet under `{home}/warehouse`; any number of processes may open one home at
 * once, because nothing is locked. Close it when done: an open one keeps memory and a spill folder.
 */
export async function openDuckDbWarehouse(options: DuckDbWarehouseOptions): Promise<Warehouse> {
  const store = new Store(options.home, options.graceMs ?? GRACE_MS);
  const engine = await Engine.open(options).catch((thrown: unknown) => {
    throw translated(thrown, `Opening the warehouse in ${options.home}`);
  });
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    engine.check();
    try {
      return await work();
    } catch (thrown) {
      throw engine.error(thrown, 'The warehouse');
    }
  };
  return {
    tables: () => guarded(() => store.tables()),
    describe: (table) => guarded(async () => described(await store.find(table))),
    load: (request) => guarded(() => load(engine, store, request)),
    project: (request) => guarded(() => project(engine, store, request)),
    fold: (request) => guarded(() => openFold(engine, store, request)),
    assemble: (request) => guarded(() => assemble(engine, store, request)),
    read: (scan) => guarded(() => openRows(engine, store, scan)),
    rows: (request) => guarded(() => rows(engine, store, request)),
    summarize: (table, days, columns) => guarded(() => summarize(engine, store, table, days, columns)),
    exportTo: (table, days, file) => guarded(() => exportTo(engine, store, table, days, file)),
    close: () => engine.close(),
  };
}

function described(snapshot: Snapshot | undefined): TableDescription | undefined {
  if (snapshot === undefined) return undefined;
  const { name, manifest } = snapshot;
  const days = Object.entries(manifest.partitions).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name,
    columns: manifest.columns,
    partitions: days.map(([day, { rows: rowCount, bytes, version, fingerprint, writtenAtMs }]) => ({
      day,
      rows: rowCount,
      bytes,
      version,
      fingerprint,
      writtenAtMs,
    })),
  };
}
