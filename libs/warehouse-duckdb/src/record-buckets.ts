import type { RecordBlocks } from './record-blocks.ts';

/** Bits of a word of the records, which say which bucket they belong to. */
export interface Digit {
  /** Which word of the record. */
  readonly word: number;
  readonly shift: number;
  readonly bits: number;
}

/** Records of one bucket: blocks, the last one filled to `records`. */
export interface Bucket {
  readonly records: number;
  /** The first word of each block. */
  readonly blocks: readonly number[];
}

/** Records divided into buckets by a digit; those of a bucket stay in the order they came. */
export class RecordBuckets {
  readonly #memory: RecordBlocks;
  readonly #digit: Digit;
  readonly #blocks: number[][];
  readonly #counts: Int32Array;
  /** Where the next record of each bucket goes, and where its block ends. */
  readonly #next: Int32Array;
  readonly #ends: Int32Array;

  constructor(memory: RecordBlocks, digit: Digit) {
    const size = 2 ** digit.bits;
    this.#memory = memory;
    this.#digit = digit;
    this.#blocks = Array.from({ length: size }, () => []);
    this.#counts = new Int32Array(size);
    this.#next = new Int32Array(size);
    this.#ends = new Int32Array(size);
  }

  /**
   * Makes room for `n` records from record `first` on, of which `words[r * stride + digit.word]` is the digit's word, and answers in `at` where
   * each belongs: the first of its words in the memory.
   */
  place(words: Int32Array, stride: number, first: number, n: number, at: Int32Array): void {
    const { word, shift, bits } = this.#digit;
    const mask = 2 ** bits - 1;
    const next = this.#next;
    const ends = this.#ends;
    const counts = this.#counts;
    const size = this.#memory.stride;
    for (let r = 0, from = first * stride + word; r < n; r++, from += stride) {
      const bucket = ((words[from] as number) >>> shift) & mask;
      let to = next[bucket] as number;
      if (to === ends[bucket]) to = this.#grow(bucket);
      at[r] = to;
      next[bucket] = to + size;
      (counts[bucket] as number)++;
    }
  }

  /** The buckets that have records, in order; they are the caller's. */
  take(): Bucket[] {
    return this.#blocks.flatMap((blocks, bucket) =>
      blocks.length === 0 ? [] : [{ records: this.#counts[bucket] as number, blocks }],
    );
  }

  #grow(bucket: number): number {
    const first = this.#memory.take();
    (this.#blocks[bucket] as number[]).push(first);
    this.#ends[bucket] = first + this.#memory.blockWords;
    return first;
  }
}
