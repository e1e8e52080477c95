import { SawtoothFold } from '@isochron/aggregation';
import type { GroupByPlan } from '@isochron/compiler';
import type { FoldChunk, FoldStep } from '@isochron/warehouse';
import { featuresOf } from './features.ts';
import { CHUNK_ROWS_MAX, type Folding } from './folding.ts';

const ROWS_MAX = 4 * CHUNK_ROWS_MAX;

/** The fold on the thread that reads. */
export class FoldHere implements Folding {
  readonly #step: FoldStep;
  readonly #fold: SawtoothFold;

  constructor(step: FoldStep, plan: GroupByPlan) {
    this.#step = step;
    this.#fold = new SawtoothFold(featuresOf(plan), { accuracy: plan.accuracy, rowsMax: ROWS_MAX });
  }

  async push({ n, key, ts, row, inputs }: FoldChunk): Promise<void> {
    if (this.#fold.held + CHUNK_ROWS_MAX > ROWS_MAX) await this.finish();
    this.#fold.push({ n, key, ts, row, columns: inputs });
  }

  async finish(): Promise<void> {
    if (this.#fold.held > 0) await this.#step.write(this.#fold.rows, this.#fold.outputs, this.#fold.held);
    this.#fold.take();
  }

  async close(): Promise<void> {}
}
