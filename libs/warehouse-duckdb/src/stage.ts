import { type DuckDBAppender, type DuckDBConnection, DuckDBDataChunk, type DuckDBType } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import {
  type CompiledSelection,
  compileExpression,
  compileSelection,
  ExpressionError,
  type Selection,
  type Storable,
} from '@isochron/expression';
import { type Field, gatherVector, getValue, IsochronError, type Vector, valueText } from '@isochron/schema';
import { formType, fromForm, toForm } from './column-form.ts';
import { readColumn } from './column-reader.ts';
import { allRows, count, type Engine } from './engine.ts';
import { list, quoted } from './sql.ts';
import { put, writeValidity, writeValues } from './value-writer.ts';

/** Where a fold, or another call, keeps tables of the engine until it ends. */
export interface Workshop {
  readonly engine: Engine;
  readonly connection: DuckDBConnection;
  /** A name for a table that goes with the call. */
  readonly fresh: (stem: string) => string;
}

/** A relation whose rows are to be selected from outside of the engine. */
export interface StageSource {
  /** Of the columns that the selection reads and of `passing`. */
  readonly relation: string;
  /** How many rows it has; null to have them counted. */
  readonly rows: number | null;
  readonly selection: Selection;
  /** Columns of the relation that stay beside the new ones. */
  readonly passing: readonly Field[];
  /** What says which row it is, where one has no value. */
  readonly identify: readonly { readonly name: string; readonly analyzed: Storable }[];
  /** What the rows are of, for that sentence: `table "flights"`. */
  readonly of: string;
}

/**
 * Evaluates a selection by its closures, batch by batch, into a table of the engine, and gives a relation of the columns it makes and those that
 * pass. Rows keep their order. Rejects with an `ExpressionError` that names the first row without a value.
 */
export async function stage(shop: Workshop, source: StageSource): Promise<string> {
  const compiled = compileSelection(source.selection);
  const columns = [...compiled.makes, ...source.passing];
  const table = shop.fresh('staged');
  await shop.connection.run(
    `CREATE TABLE ${table} (${list(columns.map(({ type }, at) => `c${at} ${formType(type)}`))})`,
  );
  const appender = await shop.connection.createAppender(table);
  try {
    const target = new StagedRows(appender, columns);
    await selectedBatches(shop.engine, source, compiled, (vectors, n) => target.append(vectors, n));
  } finally {
    appender.closeSync();
  }
  return `(SELECT ${list(columns.map(({ name, type }, at) => `${fromForm(`c${at}`, type)} AS ${quoted(name)}`))} FROM ${table})`;
}

/** The same without keeping anything: to find the row that has no value. */
export const tryRows = (engine: Engine, source: StageSource): Promise<void> =>
  selectedBatches(engine, source, compileSelection(source.selection), () => undefined);

async function selectedBatches(
  engine: Engine,
  source: StageSource,
  compiled: CompiledSelection,
  take: (vectors: readonly Vector[], n: number) => void,
): Promise<void> {
  const columns = [...compiled.reads, ...source.passing];
  const forms = columns.map(({ name, type }) => toForm(quoted(name), type));
  const connection = await engine.connect();
  try {
    const expected = source.rows ?? (await countRows(connection, source.relation));
    // The engine may be asked for no column at all, where every expression is constant.
    const result = await connection.stream(`SELECT ${list(['true', ...forms])} FROM ${source.relation}`);
    let rows = 0;
    for (
      let chunk = await result.fetchChunk();
      chunk !== null && chunk.rowCount > 0;
      chunk = await result.fetchChunk()
    ) {
      engine.check();
      const n = chunk.rowCount;
      const batch = chunk;
      const vectors = columns.map(({ type }, at) => readColumn(batch, at + 1, type));
      const selected = named(source, compiled, vectors, n);
      const rest = vectors.slice(compiled.reads.length);
      const passing = selected.rows.length === n ? rest : rest.map((vector) => gatherVector(vector, selected.rows));
      take([...selected.vectors, ...passing], selected.rows.length);
      rows += n;
    }
    // A query that fails in the middle of a stream ends as any other does.
    if (rows !== expected)
      throw new IsochronError(
        'UNAVAILABLE',
        `Reading ${source.of} ended after ${rows} of ${expected} rows; run it again.`,
      );
  } finally {
    engine.release(connection);
  }
}

async function countRows(connection: DuckDBConnection, relation: string): Promise<number> {
  const [row] = await allRows(connection, `SELECT count(*) AS rows FROM ${relation}`);
  return count(row?.['rows']);
}

/** A fault of a row gets the row's key. */
function named(source: StageSource, compiled: CompiledSelection, vectors: readonly Vector[], n: number) {
  try {
    return compiled.apply(vectors, n);
  } catch (thrown) {
    if (!(thrown instanceof ExpressionError) || thrown.row === null) throw thrown;
    throw thrown.of(null, `of ${source.of} with ${keyText(source, compiled, vectors, thrown.row)}`);
  }
}

function keyText(
  { identify }: StageSource,
  { reads }: CompiledSelection,
  vectors: readonly Vector[],
  row: number,
): string {
  const texts = identify.map(({ name, analyzed }) => {
    const { columns, evaluate, type } = compileExpression(analyzed);
    const values = columns.map((column) => {
      const at = reads.findIndex((read) => read.name === column.name);
      const vector = vectors[at];
      return vector === undefined ? null : getValue(column.type, vector, row);
    });
    try {
      return `${name} = ${valueText(type, evaluate(values))}`;
    } catch (thrown) {
      if (thrown instanceof ExpressionError) return `${name} without a value`;
      throw thrown;
    }
  });
  return texts.join(', ');
}

/** Appends vectors to a table of the engine, whose columns have their forms. */
class StagedRows {
  readonly #appender: DuckDBAppender;
  readonly #chunk: DuckDBDataChunk;
  readonly #columns: readonly Field[];

  constructor(appender: DuckDBAppender, columns: readonly Field[]) {
    this.#appender = appender;
    this.#columns = columns;
    const types = columns.map((_, at): DuckDBType => appender.columnType(at));
    this.#chunk = DuckDBDataChunk.create(types);
  }

  append(vectors: readonly Vector[], n: number): void {
    if (n === 0) return;
    this.#chunk.reset();
    this.#chunk.rowCount = n;
    for (const [at, vector] of vectors.entries()) {
      const target = duckdb.data_chunk_get_vector(this.#chunk.chunk, at);
      const column = this.#columns[at];
      if (column === undefined) continue;
      if (vector.kind === 'values') {
        writeValues(target, column.type, vector.data, n);
        continue;
      }
      // Vectors of batches lie over an ArrayBuffer.
      put(target, vector.data.subarray(0, n) as ArrayBufferView<ArrayBuffer>);
      if (vector.valid !== null) writeValidity(target, vector.valid, n);
    }
    this.#appender.appendDataChunk(this.#chunk);
  }
}
