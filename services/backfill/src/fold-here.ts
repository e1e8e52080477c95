import { SawtoothFold } from '@isochron/aggregation';
import type { GroupByPlan } from '@isochron/compiler';
import { vectorKind } from '@isochron/schema';
import type { FoldChunk } from '@isochron/warehouse';
import { featuresOf } from './features.ts';
import { chunkRows, type FoldEnds, type Folding } from './folding.ts';

/** Left rows whose features are held at once, and rows that are folded between two looks at whether there is room for them. */
interface Sizes {
  readonly heldMax: number;
  readonly slice: number;
}

const OF_NUMBERS: Sizes = { heldMax: 8192, slice: 2048 };
/** A map can have as many entries as its window has events. */
const OF_VALUES: Sizes = { heldMax: 1024, slice: 512 };

/** The fold on the thread that reads. */
export class FoldHere implements Folding {
  readonly #step: FoldEnds;
  readonly #fold: SawtoothFold;
  readonly #sizes: Sizes;

  constructor(step: FoldEnds, plan: GroupByPlan) {
    this.#step = step;
    this.#sizes = plan.outputs.some(({ type }) => vectorKind(type) === 'values') ? OF_VALUES : OF_NUMBERS;
    this.#fold = new SawtoothFold(featuresOf(plan), { accuracy: plan.accuracy, rowsMax: this.#sizes.heldMax });
  }

  async push(chunk: FoldChunk): Promise<void> {
    const { heldMax, slice } = this.#sizes;
    for (let from = 0; from < chunk.n; from += slice) {
      const { n, key, ts, row, inputs } = chunkRows(chunk, from, Math.min(chunk.n, from + slice));
      if (this.#fold.held + n > heldMax) await this.finish();
      this.#fold.push({ n, key, ts, row, columns: inputs });
    }
  }

  async finish(): Promise<void> {
    if (this.#fold.held > 0) await this.#step.write(this.#fold.rows, this.#fold.outputs, this.#fold.held);
    this.#fold.take();
  }

  async close(): Promise<void> {}
}
