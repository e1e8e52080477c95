import type { GroupByPlan } from '@isochron/compiler';
import type { FoldChunk } from '@isochron/warehouse';
import { FoldHere } from './fold-here.ts';
import { FoldThread } from './fold-thread.ts';
import { chunkRows, type FoldEnds, type Folding } from './folding.ts';

/**
 * A fold on two threads, which share the keys: all rows of a key go to one of them. The other thread has them until it has enough to do; this
 * one, which reads and writes as well, takes those of the next key then.
 */
export class FoldShared implements Folding {
  readonly #there: FoldThread;
  readonly #here: FoldHere;
  #isHere = false;
  #key: number | undefined;

  constructor(step: FoldEnds, plan: GroupByPlan) {
    this.#there = new FoldThread(step, plan);
    this.#here = new FoldHere(step, plan);
  }

  async push(chunk: FoldChunk): Promise<void> {
    const { n, key } = chunk;
    let next = 0;
    while (next < n && key[next] === this.#key) next++;
    if (next > 0) await this.#push(chunk, 0, next);
    if (next === n) return;
    this.#isHere = !(await this.#there.hasRoom());
    this.#key = key[n - 1];
    await this.#push(chunk, next, n);
  }

  async finish(): Promise<void> {
    await this.#here.finish();
    await this.#there.finish();
  }

  close(): Promise<void> {
    return this.#there.close();
  }

  #push(chunk: FoldChunk, from: number, to: number): Promise<void> {
    const folding = this.#isHere ? this.#here : this.#there;
    if (from === 0 && to === chunk.n) return folding.push(chunk);
    return folding.push(chunkRows(chunk, from, to));
  }
}
