import type { DuckDBConnection, DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import { IsochronError } from '@isochron/schema';
import type { Engine } from './engine.ts';

/** The rows of a query chunk by chunk, always with the next chunk under way. */
export class RowStream {
  readonly #engine: Engine;
  readonly #connection: DuckDBConnection;
  readonly #sql: string;
  #result: DuckDBResult | undefined;
  #next: Promise<DuckDBDataChunk | null> | undefined;

  constructor(engine: Engine, connection: DuckDBConnection, sql: string) {
    this.#engine = engine;
    this.#connection = connection;
    this.#sql = sql;
  }

  /** The next rows; null at the end, which looks the same when the query has failed in the middle. */
  async next(): Promise<DuckDBDataChunk | null> {
    this.#result ??= await this.#open();
    const chunk = await (this.#next ?? this.#result.fetchChunk());
    this.#next = undefined;
    if (chunk === null || chunk.rowCount === 0) return null;
    this.#prefetch(this.#result);
    return chunk;
  }

  /** Why the stream ended without its last row. It does not say; asked for everything at once, the engine does. */
  async failure(): Promise<unknown> {
    this.#engine.check();
    try {
      await this.#connection.run(
        `SELECT count(*) FROM (SELECT hash(COLUMNS(*)) FROM (${this.#sql}) LIMIT 9223372036854775807)`,
      );
    } catch (thrown) {
      return thrown;
    }
    return new IsochronError('UNAVAILABLE', 'The rows of a fold ended early; run the step again.');
  }

  /** Frees what the query holds, which the engine does only when another begins on its connection. */
  async close(): Promise<void> {
    if (this.#result === undefined) return;
    this.#result = undefined;
    this.#connection.interrupt();
    await this.#next?.catch(() => undefined);
    this.#next = undefined;
    await this.#connection.run('SELECT 1');
  }

  async #open(): Promise<DuckDBResult> {
    await this.#connection.run(`SET streaming_buffer_size = '${this.#engine.readAheadKilobytes}KB'`);
    return this.#connection.stream(this.#sql);
  }

  /** A prefetched failure is the next read's; without a handler it would be nobody's. */
  #prefetch(result: DuckDBResult): void {
    this.#next = result.fetchChunk();
    this.#next.catch(() => undefined);
  }
}
