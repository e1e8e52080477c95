import { type Codec, keyCodecOf } from '@isochron/avro';
import { type Field, getValue, type Value, type Vector } from '@isochron/schema';
import type { FoldStep, RowChunk } from '@isochron/warehouse';
import type { KeyValue, KeyValues } from './key-values.ts';

/** Rows that are handed over together, at most, and about how many bytes. */
const ROWS_MAX = 1_024;
const BYTES_MAX = 4 * 2 ** 20;

/**
 * Reads a step to its end and writes for each key what is kept of it: its key bytes, its value bytes, its fault. Rejects with the signal's reason when it is
 * aborted.
 */
export async function foldUpload(
  step: FoldStep,
  values: KeyValues,
  keys: readonly Field[],
  { signal, onRows }: { readonly signal: AbortSignal; readonly onRows: (rows: number) => void },
): Promise<void> {
  const keyBytes = new KeyBytes(step, keys);
  const rows = new UploadRows(step);
  let read = 0;
  for (let chunk = await step.read(); chunk !== null; chunk = await step.read()) {
    signal.throwIfAborted();
    for (const value of values.push(chunk)) await rows.write(await keyBytes.next(), value);
    read += chunk.n;
    onRows(read);
  }
  await rows.flush();
}

/** The key bytes of the fold's keys, one after the other. */
class KeyBytes {
  readonly #step: FoldStep;
  readonly #keys: readonly Field[];
  readonly #codec: Codec;
  #chunk: RowChunk | null = null;
  #row = 0;

  constructor(step: FoldStep, keys: readonly Field[]) {
    this.#step = step;
    this.#keys = keys;
    this.#codec = keyCodecOf(keys);
  }

  async next(): Promise<Uint8Array> {
    if (this.#chunk === null || this.#row === this.#chunk.n) {
      this.#chunk = await this.#step.readKeys();
      this.#row = 0;
      if (this.#chunk === null) throw new Error('the fold has more left rows than keys');
    }
    const { columns } = this.#chunk;
    const row = this.#row++;
    const key: Record<string, Value> = {};
    this.#keys.forEach(({ name, type }, at) => {
      key[name] = getValue(type, columns[at] as Vector, row);
    });
    return this.#codec.encode(key);
  }
}

/** Rows on their way to the warehouse. */
class UploadRows {
  readonly #step: FoldStep;
  readonly #numbers = new Int32Array(ROWS_MAX);
  readonly #columns: readonly [Value[], Value[], Value[]] = [[], [], []];
  #bytes = 0;

  constructor(step: FoldStep) {
    this.#step = step;
  }

  /** A key without a value and without a fault is a row of nulls, which are not kept. */
  async write(key: Uint8Array, { row, bytes, fault }: KeyValue): Promise<void> {
    const [keys, values, faults] = this.#columns;
    this.#numbers[keys.length] = row;
    keys.push(bytes === null && fault === null ? null : key);
    values.push(bytes);
    faults.push(fault);
    this.#bytes += key.length + (bytes?.length ?? 0);
    if (keys.length === ROWS_MAX || this.#bytes > BYTES_MAX) await this.flush();
  }

  async flush(): Promise<void> {
    const n = this.#columns[0].length;
    if (n === 0) return;
    await this.#step.write(
      this.#numbers.subarray(0, n),
      this.#columns.map((data): Vector => ({ kind: 'values', data })),
      n,
    );
    for (const column of this.#columns) column.length = 0;
    this.#bytes = 0;
  }
}
