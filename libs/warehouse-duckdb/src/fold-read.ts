import type { DuckDBConnection, DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import { type Field, IsochronError, vectorKind } from '@isochron/schema';
import type { FoldChunk, FoldRequest } from '@isochron/warehouse';
import { formType } from './column-form.ts';
import { doubleColumn, intColumn, readColumn } from './column-reader.ts';
import type { Engine } from './engine.ts';
import { keyColumns } from './fold-left.ts';
import { list } from './sql.ts';

/** The number of the row that ends the stream: the engine ends a query that failed in the middle as it ends any other. */
const SENTINEL_ROW = -2;
const SENTINEL_KEY = 2 ** 31 - 1;

const BUFFER_MB = 64;

/**
 * The sorted union: id, time, row (-1 for an event), inputs. Twice the time, and one more for an event, puts a left row before the
 * events of its instant in a key that is as narrow as can be: the width of the key is what a sort costs. Several inputs break ties by
 * their hash, for the same reason.
 */
export function sortedSql(parts: {
  readonly leftRows: string;
  readonly events: string;
  readonly dictionary: string;
  readonly request: FoldRequest;
  /** A condition over an event's `t` and its key's row in the dictionary; null for none. */
  readonly isEventAsked: string | null;
}): string {
  const { inputs, keys, orderTies } = parts.request;
  const names = inputs.map((_, at) => `i${at}`);
  // Nobody looks at the inputs of a left row. Numbers are 0 there, so that a column without nulls stays one.
  const nothing = inputs.map(
    ({ type }, at) => `CAST(${vectorKind(type) === 'values' ? 'NULL' : '0'} AS ${formType(type)}) AS i${at}`,
  );
  const left = `SELECT ${list(['id', '2 * CAST(ts AS BIGINT) AS k', 'rn', ...nothing])} FROM (${parts.leftRows})`;
  const events = `SELECT ${list(['id', '2 * t + 1 AS k', 'CAST(-1 AS INTEGER) AS rn', ...names])}
    FROM (${parts.events}) JOIN ${parts.dictionary} USING (${list(keyColumns(keys))})${parts.isEventAsked === null ? '' : ` WHERE ${parts.isEventAsked}`}`;
  const end = `SELECT ${list([
    `CAST(${SENTINEL_KEY} AS INTEGER) AS id`,
    'CAST(0 AS BIGINT) AS k',
    `CAST(${SENTINEL_ROW} AS INTEGER) AS rn`,
    ...nothing,
  ])}`;
  const sorted = `SELECT * FROM (${left} UNION ALL ${events} UNION ALL ${end}) ORDER BY ${list(['id', 'k', ...tieOrder(names, orderTies)])}`;
  return `SELECT ${list(['id', 'floor(k / 2.0) AS ts', 'rn', ...names])} FROM (${sorted})`;
}

function tieOrder(names: readonly string[], orderTies: boolean): readonly string[] {
  if (!orderTies || names.length === 0) return [];
  return names.length === 1 ? names : [`hash(${list(names)})`];
}

/** Reads the sorted union chunk by chunk, always with the next one under way. */
export class SortedRows {
  readonly #engine: Engine;
  readonly #connection: DuckDBConnection;
  readonly #sql: string;
  readonly #inputs: readonly Field[];
  #result: DuckDBResult | undefined;
  #next: Promise<DuckDBDataChunk | null> | undefined;
  #ended = false;
  #whole = false;

  constructor(engine: Engine, connection: DuckDBConnection, sql: string, inputs: readonly Field[]) {
    this.#engine = engine;
    this.#connection = connection;
    this.#sql = sql;
    this.#inputs = inputs;
  }

  /** Whether every row was read. */
  get whole(): boolean {
    return this.#whole;
  }

  async read(): Promise<FoldChunk | null> {
    if (this.#ended) return null;
    this.#result ??= await this.#open();
    const chunk = await (this.#next ?? this.#result.fetchChunk());
    this.#next = undefined;
    const rows = chunk?.rowCount ?? 0;
    if (chunk === null || rows === 0) throw await this.#failure();
    const row = intColumn(chunk, 2);
    const n = row[rows - 1] === SENTINEL_ROW ? rows - 1 : rows;
    this.#whole = n < rows;
    if (this.#whole) await this.close();
    else this.#prefetch(this.#result);
    if (n === 0) return null;
    const inputs = this.#inputs.map((input, at) => readColumn(chunk, at + 3, input.type));
    return {
      n,
      key: intColumn(chunk, 0).subarray(0, n),
      ts: doubleColumn(chunk, 1).subarray(0, n),
      row: row.subarray(0, n),
      inputs,
    };
  }

  /** Frees what the query holds, which the engine does only when another begins on its connection. */
  async close(): Promise<void> {
    if (this.#result === undefined) return;
    this.#result = undefined;
    this.#ended = true;
    this.#connection.interrupt();
    await this.#next?.catch(() => undefined);
    this.#next = undefined;
    await this.#connection.run('SELECT 1');
  }

  async #open(): Promise<DuckDBResult> {
    // Beyond the default of 1 MB the engine's threads merge ahead while what they have merged is folded.
    await this.#connection.run(`SET streaming_buffer_size = '${BUFFER_MB}MB'`);
    return this.#connection.stream(this.#sql);
  }

  /** A prefetched failure is the next read's; without a handler it would be nobody's. */
  #prefetch(result: DuckDBResult): void {
    this.#next = result.fetchChunk();
    this.#next.catch(() => undefined);
  }

  /** The stream ended without its sentinel and does not say why; asked for everything at once, the engine does. */
  async #failure(): Promise<unknown> {
    this.#engine.check();
    try {
      await this.#connection.run(
        `SELECT count(*) FROM (SELECT hash(COLUMNS(*)) FROM (${this.#sql}) LIMIT 9223372036854775807)`,
      );
    } catch (thrown) {
      return thrown;
    }
    return new IsochronError('UNAVAILABLE', 'The sorted rows ended early; run the step again.');
  }
}
