import { SawtoothFold } from '@isochron/aggregation';
import type { GroupByPlan } from '@isochron/compiler';
import { sliceVector } from '@isochron/schema';
import type { FoldChunk, FoldStep } from '@isochron/warehouse';
import { featuresOf } from './features.ts';
import type { Folding } from './folding.ts';

/** Left rows whose features are held at once, and rows that are folded between two looks at whether there is room for them. */
const ROWS_MAX = 8192;
const SLICE_ROWS = 2048;

/** The fold on the thread that reads. */
export class FoldHere implements Folding {
  readonly #step: FoldStep;
  readonly #fold: SawtoothFold;

  constructor(step: FoldStep, plan: GroupByPlan) {
    this.#step = step;
    this.#fold = new SawtoothFold(featuresOf(plan), { accuracy: plan.accuracy, rowsMax: ROWS_MAX });
  }

  async push({ n, key, ts, row, inputs }: FoldChunk): Promise<void> {
    for (let from = 0; from < n; from += SLICE_ROWS) {
      const to = Math.min(n, from + SLICE_ROWS);
      if (this.#fold.held + to - from > ROWS_MAX) await this.finish();
      this.#fold.push({
        n: to - from,
        key: key.subarray(from, to),
        ts: ts.subarray(from, to),
        row: row.subarray(from, to),
        columns: inputs.map((input) => sliceVector(input, from, to)),
      });
    }
  }

  async finish(): Promise<void> {
    if (this.#fold.held > 0) await this.#step.write(this.#fold.rows, this.#fold.outputs, this.#fold.held);
    this.#fold.take();
  }

  async close(): Promise<void> {}
}
