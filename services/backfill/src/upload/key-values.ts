import type { AvroSchema } from '@isochron/avro';
import type { GroupByPlan } from '@isochron/compiler';
import { limits } from '@isochron/kv';
import { IsochronError } from '@isochron/schema';
import type { FoldChunk } from '@isochron/warehouse';

/** What an upload keeps of a key. */
export interface KeyValue {
  /** The number of the key's left row. */
  readonly row: number;
  /** Null where there is no value: with a fault, why; without, the key has no values at all and no row. */
  readonly bytes: Uint8Array | null;
  readonly fault: string | null;
}

/**
 * The fold of an upload: events of keys in, for each key that is complete its value's bytes out. It is given the stream of a fold in which every
 * key has one left row, at the batch end.
 */
export interface KeyValues {
  /** What the values are written with. */
  readonly schema: AvroSchema;
  /** The keys whose left rows are in the chunk, in their order. The chunk may be reused afterwards. */
  push(chunk: FoldChunk): readonly KeyValue[];
}

/** The kind of fold that an accuracy asks for: what it is made by, and what its schema is. */
export type MakeKeyValues = (plan: GroupByPlan, batchEndMs: number) => KeyValues;

/** Folds a chunk, then asks for each key that it completes. Left rows stand at the batch end, where a fold of batch values passes over all rows. */
export function pushChunk(
  { n, key, ts, row, inputs }: FoldChunk,
  fold: {
    update(rows: { n: number; key: Int32Array; ts: Float64Array; columns: FoldChunk['inputs'] }): void;
    free(key: number): void;
  },
  bytesOf: (key: number) => Uint8Array | null,
): readonly KeyValue[] {
  fold.update({ n, key, ts, columns: inputs });
  const complete: KeyValue[] = [];
  for (let r = 0; r < n; r++) {
    if ((row[r] as number) < 0) continue;
    complete.push({ row: row[r] as number, ...told(() => bytesOf(key[r] as number)) });
    fold.free(key[r] as number);
  }
  return complete;
}

/** A value that cannot be told, or kept, is the fault of its key alone. */
export function told(bytesOf: () => Uint8Array | null): Pick<KeyValue, 'bytes' | 'fault'> {
  try {
    const bytes = bytesOf();
    if (bytes === null || bytes.length <= limits.valueBytes) return { bytes, fault: null };
    return {
      bytes: null,
      fault: `Its value has ${bytes.length} bytes; ${limits.valueBytes} is the most. Cap its states.`,
    };
  } catch (thrown) {
    if (thrown instanceof IsochronError && thrown.code === 'OUT_OF_RANGE')
      return { bytes: null, fault: thrown.message };
    throw thrown;
  }
}
