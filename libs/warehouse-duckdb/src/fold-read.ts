import type { DuckDBConnection, DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import { type Field, IsochronError, vectorKind } from '@isochron/schema';
import type { FoldChunk, FoldRequest } from '@isochron/warehouse';
import { formType } from './column-form.ts';
import { intColumn, readColumn } from './column-reader.ts';
import type { Engine } from './engine.ts';
import { keyColumns } from './fold-left.ts';
import type { FoldOrder } from './fold-order.ts';
import { list } from './sql.ts';

/** The number of the row that ends the stream: the engine ends a query that failed in the middle as it ends any other. */
const SENTINEL_ROW = -2;

const BUFFER_MB = 64;

/** The sorted union: the order's columns, the row (-1 for an event), the inputs. Several inputs break ties by their hash, which is narrower. */
export function sortedSql(parts: {
  readonly leftRows: string;
  readonly events: string;
  readonly dictionary: string;
  readonly request: FoldRequest;
  readonly order: FoldOrder;
  /** A condition over an event's `t` and its key's row in the dictionary; null for none. */
  readonly isEventAsked: string | null;
}): string {
  const { order } = parts;
  const { inputs, keys, orderTies } = parts.request;
  const names = inputs.map((_, at) => `i${at}`);
  // Nobody looks at the inputs of a left row. Numbers are 0 there, so that a column without nulls stays one.
  const nothing = inputs.map(
    ({ type }, at) => `CAST(${vectorKind(type) === 'values' ? 'NULL' : '0'} AS ${formType(type)}) AS i${at}`,
  );
  const left = `SELECT ${list([...order.of('CAST(ts AS BIGINT)', false), 'rn', ...nothing])} FROM (${parts.leftRows})`;
  const where = parts.isEventAsked === null ? '' : ` WHERE ${parts.isEventAsked}`;
  const events = `SELECT ${list([...order.of('t', true), 'CAST(-1 AS INTEGER) AS rn', ...names])}
    FROM (${parts.events}) JOIN ${parts.dictionary} USING (${list(keyColumns(keys))})${where}`;
  const end = `SELECT ${list([...order.last, `CAST(${SENTINEL_ROW} AS INTEGER) AS rn`, ...nothing])}`;
  return `SELECT * FROM (${left} UNION ALL ${events} UNION ALL ${end})
    ORDER BY ${list([...order.columns, ...tieOrder(names, orderTies)])}`;
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
  readonly #order: FoldOrder;
  readonly #inputs: readonly Field[];
  #result: DuckDBResult | undefined;
  #next: Promise<DuckDBDataChunk | null> | undefined;
  #ended = false;
  #whole = false;

  constructor(engine: Engine, connection: DuckDBConnection, sql: string, order: FoldOrder, inputs: readonly Field[]) {
    this.#engine = engine;
    this.#connection = connection;
    this.#sql = sql;
    this.#order = order;
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
    const first = this.#order.columns.length;
    const row = intColumn(chunk, first);
    const n = row[rows - 1] === SENTINEL_ROW ? rows - 1 : rows;
    this.#whole = n < rows;
    if (this.#whole) await this.close();
    else this.#prefetch(this.#result);
    if (n === 0) return null;
    const inputs = this.#inputs.map((input, at) => readColumn(chunk, first + 1 + at, input.type));
    const { key, ts } = this.#order.read(chunk);
    return {
      n,
      key: key.subarray(0, n),
      ts: ts.subarray(0, n),
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
