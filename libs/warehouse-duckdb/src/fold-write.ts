import type { DuckDBConnection } from '@duckdb/node-api';
import { type Field, IsochronError, intType, longType, type Vector } from '@isochron/schema';
import type { FoldRequest, Target, WriteReport } from '@isochron/warehouse';
import { fromForm } from './column-form.ts';
import { DAY_MS, dayStartMs } from './days.ts';
import type { Engine } from './engine.ts';
import type { Left } from './fold-left.ts';
import type { DayNumbers, KeptRows } from './kept-rows.ts';
import { publishDays } from './publish.ts';
import { RowsInMemory } from './rows-in-memory.ts';
import { RowsInTable } from './rows-in-table.ts';
import { list, quoted } from './sql.ts';
import type { Store } from './store.ts';
import { stored } from './types.ts';

interface Parts {
  /** A name for a table that is not there yet. */
  readonly table: string;
  readonly dictionary: string;
  readonly request: FoldRequest;
  /** undefined for `every-key`, which has `days` instead. */
  readonly left: Left | undefined;
  readonly days: readonly string[];
  /** How many rows are to be written. */
  readonly asked: number;
}

/** The written rows until they are published, and what they are published as. */
export class FoldOutput {
  readonly #engine: Engine;
  readonly #store: Store;
  readonly #parts: Parts;
  readonly #kept: KeptRows;
  #written = 0;

  private constructor(engine: Engine, store: Store, parts: Parts, kept: KeptRows) {
    this.#engine = engine;
    this.#store = store;
    this.#parts = parts;
    this.#kept = kept;
  }

  static async create(engine: Engine, connection: DuckDBConnection, store: Store, parts: Parts): Promise<FoldOutput> {
    const { outputs } = parts.request;
    const days = dayNumbers(parts);
    const numbers = Math.max(0, ...days.map(({ end }) => end));
    const bytes = RowsInMemory.bytes(outputs, numbers);
    const isInMemory = bytes !== undefined && (await engine.lend(bytes));
    const kept = isInMemory
      ? new RowsInMemory(engine.sources, outputs, { days, numbers }, () => engine.giveBack(bytes))
      : await RowsInTable.create(connection, parts.table, outputs, days);
    return new FoldOutput(engine, store, parts, kept);
  }

  write(rows: Int32Array, outputs: readonly Vector[], n: number): void {
    this.#kept.write(rows, outputs, n);
    this.#written += n;
  }

  async publish(target: Target, form: 'features' | 'joined'): Promise<WriteReport> {
    if (this.#written !== this.#parts.asked) {
      throw new IsochronError(
        'FAILED_PRECONDITION',
        `${this.#written} of ${this.#parts.asked} left rows were written; write each once before publishing.`,
      );
    }
    this.#kept.finish();
    const { columns, queryOf } = this.#query(form, (target.derive ?? []).length > 0);
    const days = this.#parts.left?.days.map(({ day }) => day) ?? this.#parts.days;
    return publishDays(this.#engine, this.#store, target, columns, { days, queryOf: (_, number) => queryOf(number) });
  }

  close(): Promise<void> {
    return this.#kept.close();
  }

  #query(form: 'features' | 'joined', isDerived: boolean): Published {
    const { left, request } = this.#parts;
    if (left === undefined) return this.#everyKey(isDerived);
    return form === 'features' ? featuresQueries(this.#kept, left, request) : joinedQueries(this.#kept, left, request);
  }

  /** With `ts` where something is derived of it. */
  #everyKey(isDerived: boolean): Published {
    const { dictionary, days, request } = this.#parts;
    const keys = request.keys.map(({ name, type }, at) => `${stored(`k${at}`, type)} AS ${quoted(name)}`);
    const some = request.outputs.map((_, at) => `f${at} IS NOT NULL`).join(' OR ') || 'false';
    const time: readonly Field[] = isDerived ? [{ name: 'ts', type: longType }] : [];
    const selected = list([...keys, ...outputColumns(request)]);
    const timeOf = (day: number): string =>
      isDerived ? `, CAST(${dayStartMs(days[day] ?? '') + DAY_MS} AS BIGINT) AS "ts"` : '';
    return {
      columns: [...request.keys, ...request.outputs, ...time],
      queryOf: (day) =>
        `SELECT ${selected}${timeOf(day)} FROM ${this.#kept.relationOf(day)} JOIN ${dictionary} ON id = rn // ${days.length} WHERE ${some}`,
    };
  }
}

/** The numbers of each day's rows: a run of the left's; of every key, the key's number times that of days and the day's. */
function dayNumbers({ left, days, asked }: Parts): readonly DayNumbers[] {
  if (left === undefined) return days.map((_, first) => ({ first, end: asked, step: days.length }));
  return left.days.map(({ first, numbers }) => ({ first, end: first + numbers, step: 1 }));
}

/** What a day's rows are made of, by the number of the day. */
interface Published {
  readonly columns: readonly Field[];
  readonly queryOf: (day: number) => string;
}

function featuresQueries(kept: KeptRows, left: Left, request: FoldRequest): Published {
  const selected = list(outputColumns(request));
  return {
    columns: [{ name: 'row', type: intType }, ...request.outputs],
    queryOf: (day) =>
      `SELECT CAST(rn + ${left.days[day]?.shift ?? 0} AS INTEGER) AS "row", ${selected} FROM ${kept.relationOf(day)}`,
  };
}

function joinedQueries(kept: KeptRows, left: Left, request: FoldRequest): Published {
  const own = left.columns.map(({ name }) => `l.${quoted(name)}`);
  const outputs = outputColumns(request);
  return {
    columns: [...left.columns, { name: 'ts', type: longType }, ...request.outputs],
    queryOf: (day) => {
      const [rows, features] = [left.relationOf(day), kept.relationOf(day)];
      // Both sides of a whole day are in order of their numbers, one for one. That is checked, because a join by position does not.
      return kept.isOrdered && left.days[day]?.isWhole === true
        ? `SELECT ${list([...own, `${ALIGNED} AS "ts"`, ...outputs])} FROM ${rows} l POSITIONAL JOIN ${features} o`
        : `SELECT ${list([...own, 'l.t AS "ts"', ...outputs])} FROM ${rows} l LEFT JOIN ${features} o ON l.rn = o.rn`;
    },
  };
}

const ALIGNED = `CASE WHEN l.rn = o.rn THEN l.t ELSE error('left rows and features do not stand side by side') END`;

const outputColumns = (request: FoldRequest): readonly string[] =>
  request.outputs.map(({ name, type }, at) => `${fromForm(`f${at}`, type)} AS ${quoted(name)}`);
