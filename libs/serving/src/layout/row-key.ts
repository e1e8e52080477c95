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
const TILES_KIND = 0x74;

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
export const batchPrefixOf = (dataset: string, generation: number): RowPrefix =>
  prefixOf(BATCH_KIND, dataset, generation);

/** Of rows that hold a key's tiles, packed (`packTiles`), beside the batch rows of the same key. */
export const tilesPrefixOf = (dataset: string, generation: number): RowPrefix =>
  prefixOf(TILES_KIND, dataset, generation);

function prefixOf(kind: number, dataset: string, generation: number): RowPrefix {
  const prefix = new Uint8Array(PREFIX_BYTES);
  prefix[1] = kind;
  prefix.set(sha256(bytesOfText(dataset)).subarray(0, DATASET_BYTES), 2);
  const view = new DataView(prefix.buffer);
  view.setUint16(2 + DATASET_BYTES, Math.floor(generation / 2 ** 32));
  view.setUint32(4 + DATASET_BYTES, generation % 2 ** 32);
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
  const bytes = prefix.length + (isPlain ? length : 1 + 32);
  const key = spare?.length === bytes ? spare : new Uint8Array(bytes);
  key.set(prefix);
  key[0] = saltOf(keyBytes, length);
  if (isPlain) for (let at = 0; at < length; at++) key[PREFIX_BYTES + at] = keyBytes[at] as number;
  else {
    key[prefix.length] = HASHED;
    key.set(sha256(keyBytes.subarray(0, length)), prefix.length + 1);
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
