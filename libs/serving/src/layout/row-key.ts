import { bytesOfText, keyAfterPrefix, limits } from '@isochron/kv';
import { sha256 } from '@noble/hashes/sha2.js';

/**
 * Keys of rows in `features`:
 *
 * | bytes | |
 * |---|---|
 * | 1 | salt: a hash of the key bytes. Rows that are near in any other way are far apart by it, so that neither a load nor a busy dataset is all in one range |
 * | 1 | kind: what the row holds |
 * | 8 | dataset: the first bytes of the SHA-256 of its name |
 * | 6 | generation, big-endian |
 * | … | the key bytes, as Avro writes them; where they do not fit, 0xff and their SHA-256 (the first byte that Avro writes of a key is 0 or 2) |
 *
 * A generation's rows are thus 256 ranges ({@link rangesOf}). Another kind can have more between generation and key bytes.
 */
export type RowPrefix = Uint8Array;

/** The values of a batch generation. */
const BATCH_KIND = 0x62;

const DATASET_BYTES = 8;
const GENERATION_BYTES = 6;
const PREFIX_BYTES = 2 + DATASET_BYTES + GENERATION_BYTES;

/** Longer key bytes stand as their hash. */
export const plainKeyBytesMax = limits.keyBytes - PREFIX_BYTES;

const HASHED = 0xff;

/**
 * The key bytes of the row that holds a generation's GroupByServingInfo, as Thrift JSON; no Avro key begins like it. The schema of the other
 * values is its `batchValueAvroSchema`, that of the keys its `keyAvroSchema`.
 */
export const servingInfoKey: Uint8Array = bytesOfText('__group_by_serving_info__');

/** What the rows of a generation of a dataset have in common, made once; the salt, at 0, is each row's own. */
export function batchPrefixOf(dataset: string, generation: number): RowPrefix {
  const prefix = new Uint8Array(PREFIX_BYTES);
  prefix[1] = BATCH_KIND;
  prefix.set(sha256(bytesOfText(dataset)).subarray(0, DATASET_BYTES), 2);
  const view = new DataView(prefix.buffer);
  view.setUint16(2 + DATASET_BYTES, Math.floor(generation / 2 ** 32));
  view.setUint32(4 + DATASET_BYTES, generation % 2 ** 32);
  return prefix;
}

/** The row of these key bytes. A fresh array. */
export function rowKeyOf(prefix: RowPrefix, keyBytes: Uint8Array): Uint8Array {
  const isPlain = keyBytes.length <= plainKeyBytesMax;
  const key = new Uint8Array(prefix.length + (isPlain ? keyBytes.length : 1 + 32));
  key.set(prefix);
  key[0] = saltOf(keyBytes);
  if (isPlain) key.set(keyBytes, prefix.length);
  else {
    key[prefix.length] = HASHED;
    key.set(sha256(keyBytes), prefix.length + 1);
  }
  return key;
}

/** All rows of a prefix: a range a salt, [from, to), in their order. */
export function* rangesOf(prefix: RowPrefix): Generator<{ readonly from: Uint8Array; readonly to: Uint8Array | null }> {
  for (let salt = 0; salt < 256; salt++) {
    const from = prefix.slice();
    from[0] = salt;
    yield { from, to: keyAfterPrefix(from) };
  }
}

/** FNV-1a of the key bytes, folded into one byte. */
function saltOf(keyBytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < keyBytes.length; at++) hash = Math.imul(hash ^ (keyBytes[at] as number), 0x01000193);
  return (hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & 0xff;
}
