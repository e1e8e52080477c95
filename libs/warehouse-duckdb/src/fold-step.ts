import { IsochronError, type Vector } from '@isochron/schema';
import type { FoldChunk, FoldCounts, FoldStep, RowChunk, Target, WriteReport } from '@isochron/warehouse';
import type { Engine } from './engine.ts';
import type { FoldKeys } from './fold-keys.ts';
import type { FoldRows } from './fold-rows.ts';
import type { FoldOutput } from './fold-write.ts';

/** What a fold needs of what opened it. */
interface Ways {
  readonly dispose: () => Promise<void>;
  /** What a failure of the engine over a value really is. */
  readonly explain: (thrown: unknown) => Promise<unknown>;
}

/** Where a fold's rows and keys come from, and where what is made of them goes. */
interface Streams {
  readonly reader: FoldRows;
  readonly keys: FoldKeys;
  readonly output: FoldOutput;
}

/** One fold: its connections and tables live until `close`, or until the warehouse closes. */
export class DuckDbFoldStep implements FoldStep {
  readonly counts: FoldCounts;
  readonly #engine: Engine;
  readonly #reader: FoldRows;
  readonly #keys: FoldKeys;
  readonly #output: FoldOutput;
  readonly #ways: Ways;
  #closed = false;

  constructor(engine: Engine, counts: FoldCounts, { reader, keys, output }: Streams, ways: Ways) {
    this.counts = counts;
    this.#engine = engine;
    this.#reader = reader;
    this.#keys = keys;
    this.#output = output;
    this.#ways = ways;
  }

  read(): Promise<FoldChunk | null> {
    return this.#guarded('Sorting rows', () => this.#reader.read());
  }

  readKeys(): Promise<RowChunk | null> {
    return this.#guarded('Reading keys', () => this.#keys.read());
  }

  write(rows: Int32Array, outputs: readonly Vector[], n: number): Promise<void> {
    return this.#guarded('Keeping computed rows', async () => this.#output.write(rows, outputs, n));
  }

  publish(target: Target, form: 'features' | 'joined'): Promise<WriteReport> {
    return this.#guarded(`Writing table "${target.table}"`, async () => {
      if (!this.#reader.whole)
        throw new IsochronError(
          'FAILED_PRECONDITION',
          'The rows were not read to their end; read until null before publishing.',
        );
      return this.#output.publish(target, form);
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#output.close().catch(() => undefined);
    await this.#keys.close().catch(() => undefined);
    await this.#reader.close().catch(() => undefined);
    await this.#ways.dispose();
  }

  async #guarded<T>(what: string, work: () => Promise<T>): Promise<T> {
    this.#engine.check();
    if (this.#closed) throw new IsochronError('ABORTED', 'This fold was closed; open another.');
    try {
      return await work();
    } catch (thrown) {
      throw this.#engine.error(await this.#ways.explain(thrown), what);
    }
  }
}
