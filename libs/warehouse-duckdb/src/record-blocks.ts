/** Records of one block: few enough that buckets waste little, many enough that a block is copied at once. */
const BLOCK_RECORDS = 512;

/**
 * Records of `stride` 32-bit words, kept in blocks of one memory that is reserved at once and touched as it fills. Blocks that were read are
 * written again, so records can be moved about without room for both their places.
 */
export class RecordBlocks {
  readonly words: Int32Array;
  readonly stride: number;
  /** How many words a block has. */
  readonly blockWords: number;
  readonly #free: number[] = [];
  #fresh = 0;

  /** Room for `records` records in up to `chains` unfinished chains of blocks. */
  constructor(stride: number, records: number, chains: number) {
    this.stride = stride;
    this.blockWords = stride * BLOCK_RECORDS;
    this.words = new Int32Array(blockCount(records, chains) * this.blockWords);
  }

  /** The bytes of such a memory. */
  static bytes(stride: number, records: number, chains: number): number {
    return blockCount(records, chains) * BLOCK_RECORDS * stride * 4;
  }

  /** The first word of a block that is nobody's. */
  take(): number {
    const freed = this.#free.pop();
    if (freed !== undefined) return freed;
    if (this.#fresh === this.words.length) throw new RangeError(`all ${this.words.length} words of records are taken`);
    const first = this.#fresh;
    this.#fresh += this.blockWords;
    return first;
  }

  give(first: number): void {
    this.#free.push(first);
  }
}

const blockCount = (records: number, chains: number): number => Math.ceil(records / BLOCK_RECORDS) + chains;
