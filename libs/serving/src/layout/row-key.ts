import { bytesOfText, keyAfterPrefix, limits } from '@isochron/kv';
import { sha256 } from '@noble/hashes/sha2.js';

/**
 * Keys of rows in `features`:
 *
 * | bytes | |
 * |---|---|
 * | 1 | salt: a hash of the key bytes. Rows that are near in any other way are far apart by it, so that neither a load nor a busy dataset is all in one range |
 * | 8 | dataset: the first bytes of the SHA-256 of its name |
 * | … | the key bytes, as Avro writes them; where they do not fit, 0xff and their SHA-256 (the first byte that Avro writes of a key is 0 or 2) |
 *
 * A dataset's rows are thus 256 ranges ({@link rangesOf}).
 */
export type RowPrefix = Uint8Array;

const DATASET_BYTES = 8;
const PREFIX_BYTES = 1 + DATASET_BYTES;

/** Longer key bytes stand as their hash. */
export const plainKeyBytesMax = limits.keyBytes - PREFIX_BYTES;

const HASHED = 0xff;

/**
 * The key bytes of the row whose batch cells hold the GroupByServingInfo of their generation, as Thrift JSON; no Avro key begins like it. The schema of the other
 * values of a generation is its `batchValueAvroSchema`, that of the keys its `keyAvroSchema`.
 */
export const servingInfoKey: Uint8Array = bytesOfText('__group_by_serving_info__');

/** What the rows of a batch dataset have in common, made once; the salt, at 0, is each row's own. */
export function rowPrefixOf(dataset: string): RowPrefix {
  const prefix = new Uint8Array(PREFIX_BYTES);
  prefix.set(sha256(bytesOfText(dataset)).subarray(0, DATASET_BYTES), 1);
  return prefix;
}

/** The row of these key bytes, or of the first `length` of them. A fresh array, but where `spare` is as long: that is written to then. */
export function rowKeyOf(
  prefix: RowPrefix,
  keyBytes: Uint8Array,
  length = keyBytes.length,
  spare: Uint8Array | null = null,
): Uint8Array {
  const isPlain = length <= plainKeyBytesMax;
  const bytes = PREFIX_BYTES + (isPlain ? length : 1 + 32);
  const key = spare?.length === bytes ? spare : new Uint8Array(bytes);
  // So few bytes are copied faster one by one than by a call.
  for (let at = 1; at < PREFIX_BYTES; at++) key[at] = prefix[at] as number;
  key[0] = saltOf(keyBytes, length);
  if (isPlain) for (let at = 0; at < length; at++) key[PREFIX_BYTES + at] = keyBytes[at] as number;
  else {
    key[PREFIX_BYTES] = HASHED;
    key.set(sha256(keyBytes.subarray(0, length)), PREFIX_BYTES + 1);
  }
  return key;
}

/** Rows from `from` to just before `to`; null: to the last. */
export interface KeyRange {
  readonly from: Uint8Array;
  readonly to: Uint8Array | null;
}

/** All rows of a prefix: a range a salt, in their order. */
export function* rangesOf(prefix: RowPrefix): Generator<KeyRange> {
  for (let salt = 0; salt < 256; salt++) {
    const from = prefix.slice();
    from[0] = salt;
    yield { from, to: keyAfterPrefix(from) };
  }
}

/** FNV-1a of the key bytes, folded into one byte. */
function saltOf(keyBytes: Uint8Array, length: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (keyBytes[at] as number), 0x01000193);
  return (hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & 0xff;
}
