import { type Feature, SawtoothFold, bindFeature } from '@isochron/aggregation';
import type { GroupByPlan } from '@isochron/compiler';
import { IsochronError } from '@isochron/schema';
import type { FoldStep } from '@isochron/warehouse';

/** Left rows held between writes; a chunk of the port has at most 2,048 rows. */
const ROWS_MAX = 8192;
const CHUNK_ROWS_MAX = 2048;

/** The features of a plan settled on its inputs. The compiler has bound them before, so a refusal here is a fault of ours. */
export function featuresOf(plan: GroupByPlan): readonly Feature[] {
  return plan.features.map((spec) => {
    const feature = bindFeature(spec, plan.inputs);
    if ('refusal' in feature) throw new Error(`${plan.name}: ${spec.name} was planned but does not bind: ${feature.refusal}`);
    return feature;
  });
}

/** Reads a step to its end, folds it, and hands the features of its left rows back. */
export async function runFold(
  step: FoldStep,
  features: readonly Feature[],
  accuracy: GroupByPlan['accuracy'],
  signal: AbortSignal,
  onRows: (rows: number) => void,
): Promise<void> {
  const fold = new SawtoothFold(features, { accuracy, rowsMax: ROWS_MAX });
  let rows = 0;
  for (;;) {
    signal.throwIfAborted();
    const chunk = await step.read();
    if (chunk === null) break;
    if (fold.held + CHUNK_ROWS_MAX > ROWS_MAX) await flush(step, fold);
    fold.push({ n: chunk.n, key: chunk.key, ts: chunk.ts, row: chunk.row, columns: chunk.inputs });
    rows += chunk.n;
    onRows(rows);
  }
  await flush(step, fold);
}

async function flush(step: FoldStep, fold: SawtoothFold): Promise<void> {
  if (fold.held > 0) await step.write(fold.rows, fold.outputs, fold.held);
  fold.take();
}

/** The abort of a signal as one of our errors. */
export const cancelled = (): IsochronError =>
  new IsochronError('CANCELLED', 'The backfill was interrupted. What is finished stays; run the same command again to go on.');
