import {
  BIGINT,
  DOUBLE,
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBTableFunction,
  type DuckDBType,
  INTEGER,
} from '@duckdb/node-api';
import { type DataType, vectorKind } from '@isochron/schema';

/** Rows of numbers in JavaScript that SQL can read. */
export interface RowSource {
  readonly columns: readonly { readonly name: string; readonly type: DuckDBType }[];
  /** Writes rows numbered `from`, `from + step`, … below `end`, as many as a chunk takes, and answers the number to go on from. None: the end. */
  fill(chunk: DuckDBDataChunk, from: number, end: number, step: number): number;
}

const FUNCTION = 'isochron_rows';

/** The sources that an engine can read, each by its number. The engine's threads call back on the thread of JavaScript for each chunk. */
export class RowSources {
  readonly #sources = new Map<number, RowSource>();
  #added = 0;

  /** Makes the function that reads them known to the whole engine of this connection. */
  register(connection: DuckDBConnection): void {
    connection.registerTableFunction(
      DuckDBTableFunction.create({
        name: FUNCTION,
        parameterTypes: [INTEGER, INTEGER, INTEGER, INTEGER],
        bindFunction: (info) => {
          const [id, from, end, step] = [0, 1, 2, 3].map((at) => Number(info.getParameter(at)));
          const source = this.#sources.get(id ?? -1);
          if (source === undefined) {
            info.setError(`there are no rows ${id}`);
            return;
          }
          for (const { name, type } of source.columns) info.addResultColumn(name, type);
          info.setBindData({ source, from, end, step });
          info.setCardinality(Math.ceil(((end ?? 0) - (from ?? 0)) / (step ?? 1)), false);
        },
        initFunction: (info) => {
          info.setMaxThreads(1);
          // Set above.
          const { from } = info.bindData as Reading;
          info.setInitData({ at: from });
        },
        mainFunction: (info, chunk) => {
          try {
            // Set above.
            const { source, end, step } = info.bindData as Reading;
            const position = info.initData as { at: number };
            position.at = source.fill(chunk, position.at, end, step);
          } catch (thrown) {
            info.setError(String(thrown));
          }
        },
      }),
    );
  }

  add(source: RowSource): number {
    this.#added++;
    this.#sources.set(this.#added, source);
    return this.#added;
  }

  remove(id: number): void {
    this.#sources.delete(id);
  }

  /** SQL for rows numbered `from`, `from + step`, … below `end` of a source. */
  relation(id: number, from: number, end: number, step: number): string {
    return `${FUNCTION}(${id}, ${from}, ${end}, ${step})`;
  }
}

interface Reading {
  readonly source: RowSource;
  readonly from: number;
  readonly end: number;
  readonly step: number;
}

/** The engine's type of the form of a type of numbers. */
export function formDuckDbType(type: DataType): DuckDBType {
  switch (vectorKind(type)) {
    case 'ints':
      return INTEGER;
    case 'doubles':
      return DOUBLE;
    case 'longs':
      return BIGINT;
    case 'values':
      throw new TypeError(`a ${type.kind} is not a number`);
  }
}
