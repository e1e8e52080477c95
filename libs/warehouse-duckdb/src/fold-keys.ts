import { type Field, intType } from '@isochron/schema';
import type { RowChunk } from '@isochron/warehouse';
import { CountedRows } from './counted-rows.ts';
import type { Engine } from './engine.ts';
import { keyColumns } from './fold-left.ts';

/** The keys of a fold by their numbers. A table of the engine keeps its order; that is checked, because it is an option of it. */
export class FoldKeys {
  readonly #rows: CountedRows;
  #next = 0;

  constructor(engine: Engine, dictionary: string, keys: readonly Field[], expected: number) {
    const fields = [{ name: 'id', type: intType }, ...keys];
    const columns = ['id', ...keyColumns(keys)];
    this.#rows = new CountedRows(engine, { relation: dictionary, columns, fields }, expected, 'Reading keys');
  }

  async read(): Promise<RowChunk | null> {
    const chunk = await this.#rows.read();
    if (chunk === null) return null;
    const [ids, ...columns] = chunk.columns;
    for (let row = 0; row < chunk.n; row++) {
      if (ids?.kind !== 'ints' || ids.data[row] !== this.#next++)
        throw new Error('the keys do not come in the order of their numbers');
    }
    return { n: chunk.n, columns };
  }

  close(): Promise<void> {
    return this.#rows.close();
  }
}
