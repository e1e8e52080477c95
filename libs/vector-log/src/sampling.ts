import { hashBytes } from '@isochron/sketches';

/** Says of keys whether their vectors are logged. */
export type Sampling = (keyBytes: Uint8Array, length: number) => boolean;

const WORDS = 2 ** 32;

/**
 * So many percent of all keys, each with all of its vectors: those whose hash (the high 32 bits of the first word of MurmurHash3 x64 128 of the key's Avro
 * bytes, seed 0) is below that share of all 32-bit numbers. The same for every process, so that a key is logged by all that serve it or by none, and keys of a lesser
 * percentage are among those of a greater. 0 or less is none, 100 or more all.
 */
export function samplingOf(percent: number): Sampling {
  const limit = (percent / 100) * WORDS;
  const hash = new Int32Array(4);
  return (keyBytes, length) => {
    hashBytes(keyBytes, length, 0, hash);
    return (hash[1] as number) >>> 0 < limit;
  };
}
