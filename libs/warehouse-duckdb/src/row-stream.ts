import type { DuckDBConnection, DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import { IsochronError } from '@isochron/schema';
import type { Engine } from './engine.ts';

/** The rows of a query chunk by chunk, always with the next chunk under way. */
export class RowStream {
  readonly #engine: Engine;
  readonly #sql: string;
  readonly #readAhead: number;
  #connection: DuckDBConnection | undefined;
  #result: Promise<DuckDBResult> | undefined;
  #next: Promise<DuckDBDataChunk | null> | undefined;

  /** `streams` is how many are open at the same time: they share what may be read ahead. */
  constructor(engine: Engine, sql: string, streams = 1) {
    this.#engine = engine;
    this.#sql = sql;
    this.#readAhead = Math.floor(engine.readAheadKilobytes / streams);
  }

  /** Has the engine make rows, as far ahead as it may; resolves when it has. What fails is thrown by the next read. */
  async begin(): Promise<void> {
    this.#result ??= this.#open();
    this.#next ??= this.#result.then((result) => result.fetchChunk());
    await this.#next.catch(() => undefined);
  }

  /** The next rows; null at the end, which looks the same when the query has failed in the middle. */
  async next(): Promise<DuckDBDataChunk | null> {
    await this.begin();
    const chunk = (await this.#next) ?? null;
    this.#next = undefined;
    if (chunk === null || chunk.rowCount === 0) return null;
    void this.begin();
    return chunk;
  }

  /** Why the stream ended without its last row. It does not say; asked for everything at once, the engine does. */
  async failure(): Promise<unknown> {
    this.#engine.check();
    try {
      await this.#connection?.run(
        `SELECT count(*) FROM (SELECT hash(COLUMNS(*)) FROM (${this.#sql}) LIMIT 9223372036854775807)`,
      );
    } catch (thrown) {
      return thrown;
    }
    return new IsochronError('UNAVAILABLE', 'The rows of a fold ended early; run the step again.');
  }

  /** Frees what the query holds. */
  async close(): Promise<void> {
    if (this.#result === undefined) return;
    await this.#result.catch(() => undefined);
    this.#connection?.interrupt();
    await this.#next?.catch(() => undefined);
    this.#next = this.#result = undefined;
    if (this.#connection !== undefined) this.#engine.release(this.#connection);
    this.#connection = undefined;
  }

  async #open(): Promise<DuckDBResult> {
    this.#connection = await this.#engine.connect();
    await this.#connection.run(`SET streaming_buffer_size = '${this.#readAhead}KB'`);
    return this.#connection.stream(this.#sql);
  }
}
