import { type Field, IsochronError } from '@isochron/schema';
import type { RowChunk } from '@isochron/warehouse';
import { toForm } from './column-form.ts';
import { readColumn } from './column-reader.ts';
import type { Engine } from './engine.ts';
import { RowStream } from './row-stream.ts';
import { list } from './sql.ts';

/** Rows read ahead are a quarter of what a fold alone may have: they are read beside one. */
const STREAMS = 4;

/** The rows of a relation, of which it is known how many there are: the engine ends a query that failed in the middle as it ends any other. */
export class CountedRows {
  readonly #stream: RowStream;
  readonly #fields: readonly Field[];
  readonly #expected: number;
  readonly #what: string;
  #read = 0;
  #isEnded = false;

  /** `columns`: SQL for the fields, in their types. `what` begins the sentence of an error: `Reading table "flights"`. */
  constructor(
    engine: Engine,
    { relation, columns, fields }: { relation: string; columns: readonly string[]; fields: readonly Field[] },
    expected: number,
    what: string,
  ) {
    const forms = fields.map(({ type }, at) => toForm(columns[at] ?? '', type));
    // There may be no column at all.
    this.#stream = new RowStream(engine, `SELECT ${list(['true', ...forms])} FROM ${relation}`, STREAMS);
    this.#fields = fields;
    this.#expected = expected;
    this.#what = what;
  }

  async read(): Promise<RowChunk | null> {
    if (this.#isEnded) return null;
    const chunk = await this.#stream.next();
    if (chunk === null) {
      if (this.#read !== this.#expected) throw await this.#failure();
      await this.close();
      return null;
    }
    this.#read += chunk.rowCount;
    return { n: chunk.rowCount, columns: this.#fields.map(({ type }, at) => readColumn(chunk, at + 1, type)) };
  }

  async close(): Promise<void> {
    this.#isEnded = true;
    await this.#stream.close();
  }

  async #failure(): Promise<unknown> {
    const cause = await this.#stream.failure();
    if (!(cause instanceof IsochronError)) return cause;
    return new IsochronError(
      'UNAVAILABLE',
      `${this.#what} ended after ${this.#read} of ${this.#expected} rows; run it again.`,
    );
  }
}
