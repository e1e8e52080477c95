import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import type { Field, Vector } from '@isochron/schema';
import { formType } from './column-form.ts';
import type { DayNumbers, KeptRows } from './kept-rows.ts';
import { OutputBuffer } from './output-buffer.ts';
import { list } from './sql.ts';

/** Rows in a table of the engine, which spills what does not fit: any number of rows, with outputs of any type. */
export class RowsInTable implements KeptRows {
  readonly isOrdered = false;
  readonly #table: string;
  readonly #appender: DuckDBAppender;
  readonly #buffer: OutputBuffer;
  readonly #days: readonly DayNumbers[];
  readonly #dayEnds: Int32Array;
  #dayOf = new Int32Array(2048);
  #closed = false;

  private constructor(
    table: string,
    appender: DuckDBAppender,
    { outputs, days }: { readonly outputs: readonly Field[]; readonly days: readonly DayNumbers[] },
  ) {
    const types = Array.from({ length: outputs.length + 2 }, (_, at) => appender.columnType(at));
    this.#table = table;
    this.#appender = appender;
    this.#buffer = new OutputBuffer(appender, types, outputs, days.length);
    this.#days = days;
    this.#dayEnds = Int32Array.from(days, ({ end }) => end);
  }

  /** `table` is the name of a table that is not there yet. */
  static async create(
    connection: DuckDBConnection,
    table: string,
    outputs: readonly Field[],
    days: readonly DayNumbers[],
  ): Promise<RowsInTable> {
    const columns = ['rn INTEGER', 'day INTEGER', ...outputs.map((output, at) => `f${at} ${formType(output.type)}`)];
    await connection.run(`CREATE TABLE ${table} (${list(columns)})`);
    return new RowsInTable(table, await connection.createAppender(table), { outputs, days });
  }

  write(rows: Int32Array, outputs: readonly Vector[], n: number): void {
    if (this.#dayOf.length < n) this.#dayOf = new Int32Array(2 * n);
    const step = this.#days[0]?.step ?? 1;
    for (let at = 0; at < n; at++) {
      const row = rows[at] as number;
      this.#dayOf[at] = step > 1 ? row % step : this.#dayWith(row);
    }
    this.#buffer.append(rows, this.#dayOf, outputs, n);
  }

  finish(): void {
    this.#buffer.flush();
    this.#closeAppender();
  }

  relationOf(day: number): string {
    return `(SELECT * EXCLUDE day FROM ${this.#table} WHERE day = ${day})`;
  }

  async close(): Promise<void> {
    this.#closeAppender();
  }

  #closeAppender(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#appender.closeSync();
  }

  /** The number of the day whose run of rows holds this one. */
  #dayWith(row: number): number {
    let low = 0;
    let high = this.#dayEnds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#dayEnds[middle] as number) <= row) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
