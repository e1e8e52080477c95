import { again, type KeyValueStore, type RowMutation } from '@isochron/kv';
import {
  type BatchCellNames,
  type BatchValue,
  batchCellNamesOf,
  batchCellOf,
  featuresTable,
  type RowPrefix,
  rowKeyOf,
  rowPrefixOf,
} from '@isochron/serving';

/** Rows of one call, and their bytes, at most: large enough that a call costs little, small enough that others who write get their turn. */
const ROWS_MAX = 5_000;
const BYTES_MAX = 8 * 2 ** 20;
/** Calls under way at once. */
const CALLS_MAX = 3;

/** Writes the cells of one generation, many rows at a time. They may be written again as they are. */
export class GenerationWriter {
  readonly #store: KeyValueStore;
  readonly #prefix: RowPrefix;
  readonly #names: BatchCellNames;
  readonly #generation: number;
  readonly #beforeCall: () => Promise<void>;
  #rows: RowMutation[] = [];
  #bytes = 0;
  readonly #calls = new Set<Promise<void>>();

  /** `beforeCall` is waited for before rows are sent. */
  constructor(
    store: KeyValueStore,
    { dataset, generation }: { readonly dataset: string; readonly generation: number },
    beforeCall: () => Promise<void>,
  ) {
    this.#store = store;
    this.#prefix = rowPrefixOf(dataset);
    this.#names = batchCellNamesOf(generation);
    this.#generation = generation;
    this.#beforeCall = beforeCall;
  }

  /** Key bytes come once. Rejects where rows that were written before could not be stored. */
  async write(keyBytes: Uint8Array, value: BatchValue): Promise<void> {
    const { qualifier, value: bytes } = batchCellOf(this.#names, value);
    const key = rowKeyOf(this.#prefix, keyBytes);
    const size = key.length + bytes.length;
    if (this.#rows.length === ROWS_MAX || this.#bytes + size > BYTES_MAX) await this.#send();
    this.#rows.push({
      key,
      mutations: [{ kind: 'set', family: 'value', qualifier, timestampMs: this.#generation, value: bytes }],
    });
    this.#bytes += size;
  }

  /** Resolves when all is stored. */
  async finish(): Promise<void> {
    if (this.#rows.length > 0) await this.#send();
    await Promise.all(this.#calls);
  }

  /** Resolves when nothing is under way, whatever came of it. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#calls);
  }

  async #send(): Promise<void> {
    await this.#beforeCall();
    // A store that keeps rows in order takes them faster in order.
    const rows = this.#rows.sort((a, b) => Buffer.compare(a.key, b.key));
    this.#rows = [];
    this.#bytes = 0;
    // A call that failed stays, so that whoever waits next is told.
    const call = again(() => this.#store.mutate(featuresTable.name, rows)).then(() => {
      this.#calls.delete(call);
    });
    call.catch(() => undefined);
    this.#calls.add(call);
    if (this.#calls.size >= CALLS_MAX) await Promise.race(this.#calls);
  }
}
