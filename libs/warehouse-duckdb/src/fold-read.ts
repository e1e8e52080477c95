import { type Field, vectorKind } from '@isochron/schema';
import type { FoldChunk } from '@isochron/warehouse';
import { formType } from './column-form.ts';
import { intColumn, readColumn } from './column-reader.ts';
import type { FoldOrder } from './fold-order.ts';
import { type FoldRows, type FoldSources, inputColumns, unionSql } from './fold-rows.ts';
import type { RowStream } from './row-stream.ts';
import { list } from './sql.ts';

/** The number of the row that ends the stream: the engine ends a query that failed in the middle as it ends any other. */
const SENTINEL_ROW = -2;

/** The union in order: the order's columns, the row (-1 for an event), the inputs. Several inputs break ties by their hash, which is narrower. */
export function sortedSql(sources: FoldSources, order: FoldOrder): string {
  const { inputs, orderTies } = sources.request;
  const names = inputColumns(inputs);
  // Nobody looks at the inputs of a left row. Numbers are 0 there, so that a column without nulls stays one.
  const nothing = inputs.map(
    ({ type }, at) => `CAST(${vectorKind(type) === 'values' ? 'NULL' : '0'} AS ${formType(type)}) AS i${at}`,
  );
  const union = unionSql(sources, {
    left: [...order.of('CAST(ts AS BIGINT)', false), 'rn', ...nothing],
    event: [...order.of('t', true), 'CAST(-1 AS INTEGER) AS rn', ...names],
    end: [...order.last, `CAST(${SENTINEL_ROW} AS INTEGER) AS rn`, ...nothing],
  });
  return `SELECT * FROM (${union}) ORDER BY ${list([...order.columns, ...tieOrder(names, orderTies)])}`;
}

function tieOrder(names: readonly string[], orderTies: boolean): readonly string[] {
  if (!orderTies || names.length === 0) return [];
  return names.length === 1 ? names : [`hash(${list(names)})`];
}

/** Rows that the engine has sorted: any number of them, with inputs of any type. */
export class SortedRows implements FoldRows {
  readonly #stream: RowStream;
  readonly #order: FoldOrder;
  readonly #inputs: readonly Field[];
  #ended = false;
  #whole = false;

  constructor(stream: RowStream, order: FoldOrder, inputs: readonly Field[]) {
    this.#stream = stream;
    this.#order = order;
    this.#inputs = inputs;
  }

  get whole(): boolean {
    return this.#whole;
  }

  async read(): Promise<FoldChunk | null> {
    if (this.#ended) return null;
    const chunk = await this.#stream.next();
    if (chunk === null) throw await this.#stream.failure();
    const rows = chunk.rowCount;
    const first = this.#order.columns.length;
    const row = intColumn(chunk, first);
    const n = row[rows - 1] === SENTINEL_ROW ? rows - 1 : rows;
    if (n < rows) {
      this.#whole = true;
      await this.close();
    }
    if (n === 0) return null;
    const inputs = this.#inputs.map((input, at) => readColumn(chunk, first + 1 + at, input.type));
    const { key, ts } = this.#order.read(chunk);
    return { n, key: key.subarray(0, n), ts: ts.subarray(0, n), row: row.subarray(0, n), inputs };
  }

  async close(): Promise<void> {
    this.#ended = true;
    await this.#stream.close();
  }
}
