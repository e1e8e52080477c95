import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { type Field, IsochronError, intType, longType, type Vector } from '@isochron/schema';
import type { FoldRequest, Target, WriteReport } from '@isochron/warehouse';
import { formType, fromForm } from './column-form.ts';
import type { Engine } from './engine.ts';
import type { Left } from './fold-left.ts';
import { OutputBuffer } from './output-buffer.ts';
import { publishDays } from './publish.ts';
import { checkedColumns, list, quoted } from './sql.ts';
import type { Store } from './store.ts';
import { stored } from './types.ts';

interface Parts {
  readonly table: string;
  readonly dictionary: string;
  readonly request: FoldRequest;
  /** undefined for `every-key`, which has `days` instead. */
  readonly left: Left | undefined;
  readonly days: readonly string[];
  /** How many rows are to be written. */
  readonly asked: number;
}

/** The written rows: a table of the engine (`rn`, the number of the day, the outputs `f0`, … in their forms) until they are published. */
export class FoldOutput {
  readonly #engine: Engine;
  readonly #store: Store;
  readonly #parts: Parts;
  readonly #appender: DuckDBAppender;
  readonly #buffer: OutputBuffer;
  readonly #dayEnds: Int32Array;
  #days = new Int32Array(2048);
  #written = 0;
  #closed = false;

  private constructor(engine: Engine, store: Store, parts: Parts, appender: DuckDBAppender, buffer: OutputBuffer) {
    this.#engine = engine;
    this.#store = store;
    this.#parts = parts;
    this.#appender = appender;
    this.#buffer = buffer;
    this.#dayEnds = Int32Array.from(parts.left?.days ?? [], (day) => day.first + day.numbers);
  }

  static async create(engine: Engine, connection: DuckDBConnection, store: Store, parts: Parts): Promise<FoldOutput> {
    const { outputs } = parts.request;
    const columns = ['rn INTEGER', 'day INTEGER', ...outputs.map((output, at) => `f${at} ${formType(output.type)}`)];
    await connection.run(`CREATE TABLE ${parts.table} (${list(columns)})`);
    const appender = await connection.createAppender(parts.table);
    const types = columns.map((_, at) => appender.columnType(at));
    const dayCount = parts.left?.days.length ?? parts.days.length;
    return new FoldOutput(engine, store, parts, appender, new OutputBuffer(appender, types, outputs, dayCount));
  }

  write(rows: Int32Array, outputs: readonly Vector[], n: number): void {
    if (this.#days.length < n) this.#days = new Int32Array(2 * n);
    const days = this.#parts.left === undefined ? this.#parts.days.length : 0;
    for (let at = 0; at < n; at++) {
      const row = rows[at] as number;
      this.#days[at] = days > 0 ? row % days : this.#dayOf(row);
    }
    this.#buffer.append(rows, this.#days, outputs, n);
    this.#written += n;
  }

  async publish(target: Target, form: 'features' | 'joined'): Promise<WriteReport> {
    if (this.#written !== this.#parts.asked) {
      throw new IsochronError(
        'FAILED_PRECONDITION',
        `${this.#written} of ${this.#parts.asked} left rows were written; write each once before publishing.`,
      );
    }
    this.#buffer.flush();
    this.closeAppender();
    const { columns, queryOf } = this.#query(form);
    checkedColumns(
      columns.map(({ name }) => name),
      `Table "${target.table}"`,
    );
    const days = this.#parts.left?.days.map(({ day }) => day) ?? this.#parts.days;
    return publishDays(this.#engine, this.#store, target, columns, { days, queryOf: (_, number) => queryOf(number) });
  }

  closeAppender(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#appender.closeSync();
  }

  /** The number of the day whose run of rows holds this one. */
  #dayOf(row: number): number {
    let low = 0;
    let high = this.#dayEnds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#dayEnds[middle] as number) <= row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #query(form: 'features' | 'joined'): Published {
    const { left, request, table } = this.#parts;
    if (left === undefined) return this.#everyKey();
    return form === 'features' ? featuresQueries(table, left, request) : joinedQueries(table, left, request);
  }

  #everyKey(): Published {
    const { dictionary, days, request, table } = this.#parts;
    const keys = request.keys.map(({ name, type }, at) => `${stored(`k${at}`, type)} AS ${quoted(name)}`);
    const some = request.outputs.map((_, at) => `f${at} IS NOT NULL`).join(' OR ') || 'false';
    const selected = list([...keys, ...outputColumns(request)]);
    return {
      columns: [...request.keys, ...request.outputs],
      queryOf: (day) =>
        `SELECT ${selected} FROM ${table} JOIN ${dictionary} ON id = rn // ${days.length} WHERE day = ${day} AND (${some})`,
    };
  }
}

/** What a day's rows are made of, by the number of the day. */
interface Published {
  readonly columns: readonly Field[];
  readonly queryOf: (day: number) => string;
}

function featuresQueries(table: string, left: Left, request: FoldRequest): Published {
  const selected = list(outputColumns(request));
  return {
    columns: [{ name: 'row', type: intType }, ...request.outputs],
    queryOf: (day) =>
      `SELECT CAST(rn + ${left.days[day]?.shift ?? 0} AS INTEGER) AS "row", ${selected} FROM ${table} WHERE day = ${day}`,
  };
}

function joinedQueries(table: string, left: Left, request: FoldRequest): Published {
  const selected = list([
    ...left.columns.map(({ name }) => `l.${quoted(name)}`),
    'l.t AS "ts"',
    ...outputColumns(request),
  ]);
  return {
    columns: [...left.columns, { name: 'ts', type: longType }, ...request.outputs],
    queryOf: (day) =>
      `SELECT ${selected} FROM ${left.relationOf(day)} l LEFT JOIN (SELECT * FROM ${table} WHERE day = ${day}) o ON l.rn = o.rn`,
  };
}

const outputColumns = (request: FoldRequest): readonly string[] =>
  request.outputs.map(({ name, type }, at) => `${fromForm(`f${at}`, type)} AS ${quoted(name)}`);
