import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CellVisitor,
  type Condition,
  checkCondition,
  checkRead,
  checkRows,
  checkScan,
  checkTable,
  type Freshness,
  type KeyValueStore,
  type RowMutation,
} from '@isochron/kv';
import { IsochronError } from '@isochron/schema';
import { acquireEnvironment, type Environment } from './environment.ts';
import { translated } from './errors.ts';
import { readKeys, scanKeys } from './reading.ts';
import { Sweeper } from './sweeper.ts';
import type { Table } from './tables.ts';
import { familyNames, holds, mutateRow } from './writing.ts';

const BYTES_MAX = 64 * 2 ** 30;
const READERS_MAX = 512;

export interface LmdbStoreOptions {
  /** Folder of the embedded state; the store is `kv` in it. */
  readonly home: string;
  /** How many bytes, in whole pages, its rows may take; default 64 GiB. The first store in a process decides. */
  readonly bytesMax?: number | undefined;
  /** How many threads, of all processes, may read at once; default 512. The first process to open the store decides. */
  readonly readersMax?: number | undefined;
  /** The clock that says how old cells are, in milliseconds since the epoch; default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** The embedded store. Any number of processes may open one home at once, and one process as often as it likes. Close it when done. */
export async function openLmdbStore({ home, bytesMax, readersMax, now }: LmdbStoreOptions): Promise<KeyValueStore> {
  const path = join(home, 'kv');
  try {
    await mkdir(path, { recursive: true });
    const options = { bytesMax: bytesMax ?? BYTES_MAX, readersMax: readersMax ?? READERS_MAX };
    return new LmdbStore(path, acquireEnvironment(path, options), now ?? Date.now);
  } catch (thrown) {
    throw translated(thrown, path);
  }
}

class LmdbStore implements KeyValueStore {
  readonly #path: string;
  readonly #environment: Environment;
  readonly #now: () => number;
  /** LMDB never answers a transaction that it is closed under. */
  readonly #underWay = new Set<Promise<unknown>>();
  #closing: Promise<void> | null = null;

  constructor(path: string, environment: Environment, now: () => number) {
    this.#path = path;
    this.#now = now;
    this.#environment = environment;
  }

  ensureTable: KeyValueStore['ensureTable'] = (spec) =>
    this.#guarded(() => {
      checkTable(spec);
      return this.#environment.tables.ensure(spec);
    });

  read: KeyValueStore['read'] = (name, request, visit) =>
    this.#guarded(() => {
      checkRead(request);
      const table = this.#environment.tables.find(name, familiesAsked(request.columns));
      this.#renew(request.freshness);
      readKeys(table, request, this.#now(), carried(visit));
    });

  scan: KeyValueStore['scan'] = (name, request, visit) =>
    this.#guarded(() => {
      checkScan(request);
      const table = this.#environment.tables.find(name, familiesAsked(request.columns));
      this.#renew(request.freshness);
      return scanKeys(table, request, this.#now(), carried(visit));
    });

  mutate: KeyValueStore['mutate'] = (name, rows) =>
    this.#guarded(() => {
      checkRows(rows);
      if (rows.length === 0) return;
      const table = this.#environment.tables.find(name, familyNames(rows));
      this.#sweep(table, rows.length);
      const check = this.#environment.room.checkFor(rows);
      const nowMs = this.#now();
      return this.#environment.root.childTransaction(() => {
        for (const row of rows) mutateRow(table, row, nowMs);
        check();
      });
    });

  mutateIf: KeyValueStore['mutateIf'] = (name: string, row: RowMutation, condition: Condition) =>
    this.#guarded(() => {
      checkRows([row]);
      checkCondition(condition);
      const table = this.#environment.tables.find(name, [...familyNames([row]), condition.family]);
      this.#sweep(table, 1);
      const check = this.#environment.room.checkFor([row]);
      const nowMs = this.#now();
      return this.#environment.root.childTransaction(() => {
        if (!holds(table, row.key, condition, nowMs)) return false;
        mutateRow(table, row, nowMs);
        check();
        return true;
      });
    });

  close(): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#underWay).then(() => this.#environment.release());
    return this.#closing;
  }

  /** What it cannot take out now it will the next time; the call that it goes before is told if the store is damaged. */
  #sweep(table: Table, rows: number): void {
    if (!Sweeper.isNeeded(table)) return;
    const { root, sweeper } = this.#environment;
    const swept = root.childTransaction(() => sweeper.sweep(table, rows, this.#now()));
    void this.#tracked(swept).catch(() => undefined);
  }

  /** LMDB keeps a read transaction open for the rest of the turn; a newer one sees what other processes have written since. */
  #renew(freshness: Freshness): void {
    if (freshness === 'latest') this.#environment.root.resetReadTxn();
  }

  async #guarded<T>(work: () => T | Promise<T>): Promise<T> {
    if (this.#closing !== null) throw new IsochronError('ABORTED', `The store in ${this.#path} was closed.`);
    try {
      const working = work();
      return working instanceof Promise ? await this.#tracked(working) : working;
    } catch (thrown) {
      throw thrown instanceof VisitorThrew ? thrown.cause : translated(thrown, this.#path);
    }
  }

  async #tracked<T>(working: Promise<T>): Promise<T> {
    this.#underWay.add(working);
    try {
      return await working;
    } finally {
      this.#underWay.delete(working);
    }
  }
}

const familiesAsked = (columns: readonly { readonly family: string }[]): readonly string[] =>
  columns.map(({ family }) => family);

/** What a visitor throws is its caller's and passes as it is, whatever it looks like. */
class VisitorThrew extends Error {}

const carried =
  (visit: CellVisitor): CellVisitor =>
  (row, key, cell) => {
    try {
      visit(row, key, cell);
    } catch (thrown) {
      throw new VisitorThrew('', { cause: thrown });
    }
  };
