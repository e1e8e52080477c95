import { AvroOutput } from '@isochron/avro';
import { Chunk } from './chunk.ts';
import { FetchedPool, layoutOf } from './fetched.ts';
import { Interned } from './interned.ts';
import type { ReadPlan } from './plan.ts';
import { SpareVectors } from './spare-vectors.ts';

/** How many chunks are kept, to be used again. */
const CHUNKS_MAX = 64;
/** How much memory the answers that are kept may take, by default. */
const KEPT_BYTES_MAX = 64 << 20;

/**
 * What requests are made in, kept to be used again: by all Joins together, so that one that is seldom asked for holds nothing. Answers are kept by how they are laid
 * out, as far as their memory goes; those that were put to use longest ago are given up then.
 */
export class FetchMemory {
  /** Where key bytes are written before they are copied into a row's key. */
  readonly keyBytes = new AvroOutput();
  readonly vectors = new SpareVectors();
  readonly #chunks: Chunk[] = [];
  readonly #keptBytesMax: number;
  readonly #pools = new Interned<FetchedPool>();
  /** Those that hold something, in the order in which they were last given something. */
  readonly #holding = new Set<FetchedPool>();
  #keptBytes = 0;

  constructor(keptBytesMax = KEPT_BYTES_MAX) {
    this.#keptBytesMax = keptBytesMax;
  }

  takeChunk(): Chunk {
    return this.#chunks.pop() ?? new Chunk();
  }

  giveChunk(chunk: Chunk): void {
    if (this.#chunks.length < CHUNKS_MAX && !chunk.isLarge) this.#chunks.push(chunk);
  }

  /** Where the answers of a plan come from. `rows`: what is more than few. */
  poolOf(plan: ReadPlan, rows: number): FetchedPool {
    return this.#pools.of(`${rows};${layoutOf(plan)}`, () => new FetchedPool(this, rows));
  }

  /** A pool holds more or less than it did. */
  note(pool: FetchedPool, bytes: number): void {
    this.#keptBytes += bytes;
    if (bytes > 0 || pool.bytes === 0) this.#holding.delete(pool);
    if (bytes > 0) this.#holding.add(pool);
    for (const oldest of this.#holding) {
      if (this.#keptBytes <= this.#keptBytesMax) return;
      oldest.clear();
    }
  }
}
