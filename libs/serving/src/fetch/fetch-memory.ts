import { AvroOutput } from '@isochron/avro';
import { Chunk } from './chunk.ts';
import type { FetchedPool } from './fetched.ts';
import { SpareVectors } from './spare-vectors.ts';

/** How many chunks are kept, to be used again. */
const CHUNKS_MAX = 64;
/** Of how many Joins answers are kept. */
const POOLS_MAX = 512;

/**
 * What requests are made in, kept to be used again: by all Joins together, so that one that is seldom asked for holds nothing. Of the answers, which have the columns of
 * their Join, those of some hundreds are kept; what others were asked for longest ago gives theirs up.
 */
export class FetchMemory {
  /** Where key bytes are written before they are copied into a row's key. */
  readonly keyBytes = new AvroOutput();
  readonly vectors = new SpareVectors();
  readonly #chunks: Chunk[] = [];
  /** In the order in which they began to hold something. Those of Joins that are served no more are not held: a service that follows its definitions makes more and more of them. */
  readonly #pools = new Set<WeakRef<FetchedPool>>();

  takeChunk(): Chunk {
    return this.#chunks.pop() ?? new Chunk();
  }

  giveChunk(chunk: Chunk): void {
    if (this.#chunks.length < CHUNKS_MAX && !chunk.isLarge) this.#chunks.push(chunk);
  }

  /** A pool that held nothing holds something now. */
  note(pool: FetchedPool): void {
    this.#pools.delete(pool.reference);
    this.#pools.add(pool.reference);
    const [first] = this.#pools;
    if (this.#pools.size <= POOLS_MAX || first === undefined) return;
    this.#pools.delete(first);
    first.deref()?.clear();
  }
}
