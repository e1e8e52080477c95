import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBResult } from '@duckdb/node-api';
import { IsochronError } from '@isochron/schema';
import { macros } from './dialect.ts';
import { translated } from './errors.ts';
import { RowSources } from './row-sources.ts';

/** What is left of a process of 1.2 GB after Node, the kernel and the chunks in flight. Ten million rows ran with 640 MB, but not with ties ordered. */
const MEMORY_LIMIT = '720MB';

const LENT_SHARE_MAX = 0.5;
const READ_AHEAD_SHARE_MAX = 0.2;
/** Ten million rows of one number. */
const READ_AHEAD_KILOBYTES_MAX = 192_000;

export interface EngineOptions {
  readonly home: string;
  /** As DuckDB writes it: `640MB`, `4GB`. */
  readonly memoryLimit?: string | undefined;
  readonly threads?: number | undefined;
}

/**
 * One in-memory DuckDB for a warehouse. Tables it holds are temporary by nature and spill to a folder of this process; nothing in
 * it outlives the process, so no database file is ever locked.
 */
export class Engine {
  /** Rows in JavaScript that its SQL can read. */
  readonly sources = new RowSources();
  readonly #instance: DuckDBInstance;
  readonly #spill: string;
  readonly #open = new Set<DuckDBConnection>();
  readonly #bytesMax: number;
  #bytesLent = 0;
  #names = 0;
  #closed = false;

  private constructor(instance: DuckDBInstance, spill: string, bytesMax: number) {
    this.#instance = instance;
    this.#spill = spill;
    this.#bytesMax = bytesMax;
  }

  static async open(options: EngineOptions): Promise<Engine> {
    const spills = join(options.home, 'spill');
    await mkdir(spills, { recursive: true });
    await removeDeadSpills(spills);
    const spill = join(spills, `${process.pid}-${randomUUID()}`);
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(options.threads ?? availableParallelism()),
      memory_limit: options.memoryLimit ?? MEMORY_LIMIT,
      temp_directory: spill,
      autoinstall_known_extensions: 'false',
    });
    try {
      const engine = new Engine(instance, spill, await memoryLimitOf(instance));
      await engine.use('Opening the warehouse', async (connection) => {
        await connection.run("SET GLOBAL TimeZone = 'UTC'");
        if (macros.trim() !== '') await connection.run(macros);
        engine.sources.register(connection);
      });
      return engine;
    } catch (thrown) {
      instance.closeSync();
      throw thrown;
    }
  }

  /**
   * What its threads may have made of a stream and nobody has read. A full buffer stops and starts them with each chunk that is taken, which
   * costs a third of their speed.
   */
  get readAheadKilobytes(): number {
    return Math.min(READ_AHEAD_KILOBYTES_MAX, Math.floor((this.#bytesMax * READ_AHEAD_SHARE_MAX) / 1000));
  }

  /**
   * Lends memory of the engine to rows outside of it: it holds so much less until they are given back. false where that is more than half of
   * its own, with what is lent already, or more than it can do without.
   */
  async lend(bytes: number): Promise<boolean> {
    if (this.#bytesLent + bytes > this.#bytesMax * LENT_SHARE_MAX) return false;
    this.#bytesLent += bytes;
    try {
      await this.#limit();
      return true;
    } catch {
      await this.giveBack(bytes);
      this.check();
      return false;
    }
  }

  async giveBack(bytes: number): Promise<void> {
    this.#bytesLent -= bytes;
    if (!this.#closed) await this.#limit();
  }

  async #limit(): Promise<void> {
    const kilobytes = Math.floor((this.#bytesMax - this.#bytesLent) / 1000);
    await this.use('Dividing memory', (connection) => connection.run(`SET GLOBAL memory_limit = '${kilobytes}KB'`));
  }

  /** A connection of its own, until `release`. A second query on a connection ends a stream on it silently. */
  async connect(): Promise<DuckDBConnection> {
    this.check();
    const connection = await this.#instance.connect();
    this.check();
    this.#open.add(connection);
    return connection;
  }

  release(connection: DuckDBConnection): void {
    if (this.#open.delete(connection)) connection.closeSync();
  }

  /** Runs `work` on a connection of its own and translates what it throws; `what` begins the sentence. */
  async use<T>(what: string, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await this.connect();
    try {
      return await work(connection);
    } catch (thrown) {
      throw this.error(thrown, what);
    } finally {
      this.release(connection);
    }
  }

  /** A name for an in-memory table that no other call uses. */
  freshName(stem: string): string {
    this.#names++;
    return `${stem}_${this.#names}`;
  }

  /** What a failure is to the caller: after `close`, whatever was under way was aborted by it. */
  error(thrown: unknown, what: string): IsochronError {
    return this.#closed ? closedError() : translated(thrown, what);
  }

  check(): void {
    if (this.#closed) throw closedError();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    for (const connection of this.#open) connection.interrupt();
    // Whoever holds a connection releases it when its query has ended; the instance lives until the last is gone.
    this.#instance.closeSync();
    await rm(this.#spill, { recursive: true, force: true });
  }
}

const UNITS: Readonly<Record<string, number>> = { bytes: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 };

/** In bytes, from what the engine says of itself: `190.7 MiB`. */
async function memoryLimitOf(instance: DuckDBInstance): Promise<number> {
  const connection = await instance.connect();
  try {
    const [row] = await allRows(connection, "SELECT current_setting('memory_limit') AS text");
    const text = String(row?.['text']);
    const [, amount, unit] = /^([\d.]+) (\w+)$/.exec(text) ?? [];
    const bytes = Number(amount) * (UNITS[unit ?? ''] ?? Number.NaN);
    if (!Number.isFinite(bytes)) throw new Error(`the engine's memory limit reads ${JSON.stringify(text)}`);
    return bytes;
  } finally {
    connection.closeSync();
  }
}

/** All rows of a small result, as DuckDB's own values by column name. */
export async function allRows(connection: DuckDBConnection, sql: string): ReturnType<DuckDBResult['getRowObjects']> {
  return (await connection.run(sql)).getRowObjects();
}

/** A count of rows, of bytes, of days: far below 2^53. */
export const count = (value: unknown): number => Number(value ?? 0);

const closedError = (): IsochronError => new IsochronError('ABORTED', 'The warehouse was closed; open it again.');

/** Folders named for processes that are gone were left behind by a crash. */
async function removeDeadSpills(spills: string): Promise<void> {
  for (const name of await readdir(spills)) {
    const pid = Number(name.split('-')[0]);
    if (Number.isInteger(pid) && pid > 0 && pid !== process.pid && !isAlive(pid)) {
      await rm(join(spills, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
