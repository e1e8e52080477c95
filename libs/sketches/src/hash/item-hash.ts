import { IsochronError } from '@isochron/schema';
import { type Digest, digestOf } from './digest.ts';
import { hashBytes, hashWord } from './murmur3.ts';
import { type MurmurMachine, murmurMachine } from './murmur3-machine.ts';
import { Utf8Buffer, writeUtf8 } from './utf-8.ts';

/** The seed of every sketch that says nothing else. Sketches of different seeds cannot meet. */
export const DEFAULT_SEED = 9001;

/** Its memory is that of one hash at a time. Null where there is none: then the same in JavaScript. */
const sharedMachine = murmurMachine(DEFAULT_SEED);

/**
 * How values are hashed, by kind, as the `update` overloads of DataSketches do it: to the digest that CPC and HLL sketches take. Many sketches may
 * share one. Null for what a sketch ignores: an empty text, empty bytes.
 */
export class ItemHash {
  readonly #machine: MurmurMachine | null;
  readonly #seed: number;
  /** The digest of 8 bytes. */
  readonly #word: (low: number, high: number) => Digest;
  readonly #seedLow: number;
  readonly #seedHigh: number;
  readonly #utf8 = new Utf8Buffer();
  readonly #double = new DataView(new ArrayBuffer(8));

  constructor(seed: number = DEFAULT_SEED, machine: MurmurMachine | null = sharedMachine) {
    this.#machine = machine;
    this.#seed = seed;
    this.#seedLow = seed | 0;
    this.#seedHigh = Math.floor(seed / 0x100000000) | 0;
    this.#word = wordDigest(seed, machine);
  }

  /** A 64-bit whole number, as 8 bytes. An int is hashed as the long it is. A number must be a safe integer. */
  long(value: number | bigint): Digest {
    if (typeof value === 'number') return this.#word(value | 0, highOf(value));
    return this.#word(Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n)));
  }

  /** A double, as the 8 bytes of its bits. -0 is 0, and there is one NaN. A float is hashed as the double it is. */
  double(value: number): Digest {
    if (Number.isNaN(value)) return this.#word(0, 0x7ff80000);
    const view = this.#double;
    view.setFloat64(0, value === 0 ? 0 : value);
    return this.#word(view.getInt32(4), view.getInt32(0));
  }

  /** A text, as its UTF-8. */
  text(value: string): Digest | null {
    if (value === '') return null;
    const machine = this.#machine;
    if (machine === null || 3 * value.length > machine.bytes.length) {
      const length = this.#utf8.write(value);
      return this.#slowly(this.#utf8.bytes, length);
    }
    return machine.digestOfBytes(writeUtf8(value, machine.bytes), this.#seedLow, this.#seedHigh);
  }

  bytes(value: Uint8Array): Digest | null {
    if (value.length === 0) return null;
    const machine = this.#machine;
    if (machine === null || value.length > machine.bytes.length) return this.#slowly(value, value.length);
    machine.bytes.set(value);
    return machine.digestOfBytes(value.length, this.#seedLow, this.#seedHigh);
  }

  #slowly(bytes: Uint8Array, length: number): Digest {
    const words = new Int32Array(4);
    hashBytes(bytes, length, this.#seed, words);
    return digestOf(words);
  }
}

function wordDigest(seed: number, machine: MurmurMachine | null): (low: number, high: number) => Digest {
  if (machine === null) {
    return (low, high) => {
      const words = new Int32Array(4);
      hashWord(low, high, seed, words);
      return digestOf(words);
    };
  }
  if (seed === machine.seed) return machine.digestOfWord;
  const seedLow = seed | 0;
  const seedHigh = Math.floor(seed / 0x100000000) | 0;
  return (low, high) => machine.digestOfSeededWord(low, high, seedLow, seedHigh);
}

/** The high half of a whole number; most are small. */
function highOf(value: number): number {
  return (value | 0) === value ? value >> 31 : Math.floor(value / 0x100000000) | 0;
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
