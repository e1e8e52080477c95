import { IsochronError } from '@isochron/schema';
import { type Hash128, hashBytes, hashWord } from './murmur3.ts';
import { Utf8Buffer } from './utf-8.ts';

/** The seed of every sketch that says nothing else. Sketches of different seeds cannot meet. */
export const DEFAULT_SEED = 9001;

/**
 * How values are hashed, by kind, as the `update` overloads of DataSketches do it. Each method leaves its result in `words` (h1 low, h1 high,
 * h2 low, h2 high) until the next; those that answer false hashed nothing, because a sketch ignores an empty text or empty bytes. A
 * sketch has one of its own.
 */
export class ItemHash {
  readonly words: Hash128 = new Int32Array(4);
  readonly #seed: number;
  readonly #utf8 = new Utf8Buffer();
  readonly #double = new DataView(new ArrayBuffer(8));

  constructor(seed: number = DEFAULT_SEED) {
    this.#seed = seed;
  }

  /** A 64-bit whole number, as 8 bytes. An int is hashed as the long it is. A number must be a safe integer. */
  long(value: number | bigint): void {
    if (typeof value === 'number') hashWord(value, Math.floor(value / 0x100000000), this.#seed, this.words);
    else hashWord(Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n)), this.#seed, this.words);
  }

  /** A double, as the 8 bytes of its bits. -0 is 0, and there is one NaN. A float is hashed as the double it is. */
  double(value: number): void {
    const view = this.#double;
    view.setFloat64(0, value === 0 ? 0 : value);
    if (Number.isNaN(value)) hashWord(0, 0x7ff80000, this.#seed, this.words);
    else hashWord(view.getInt32(4), view.getInt32(0), this.#seed, this.words);
  }

  /** A text, as its UTF-8. */
  text(value: string): boolean {
    if (value === '') return false;
    const length = this.#utf8.write(value);
    hashBytes(this.#utf8.bytes, length, this.#seed, this.words);
    return true;
  }

  bytes(value: Uint8Array): boolean {
    if (value.length === 0) return false;
    hashBytes(value, value.length, this.#seed, this.words);
    return true;
  }
}

/**
 * The 16 bits by which an image says what seed its hashes were made with. A seed whose 16 bits are all 0 cannot be told apart from none, and
 * is refused with INVALID_ARGUMENT.
 */
export function seedHashOf(seed: number): number {
  const hash = new Int32Array(4);
  hashWord(seed, Math.floor(seed / 0x100000000), 0, hash);
  const seedHash = (hash[0] as number) & 0xffff;
  if (seedHash === 0) throw new IsochronError('INVALID_ARGUMENT', `the seed ${seed} cannot be used: its hash is 0`);
  return seedHash;
}
