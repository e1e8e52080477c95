import type { GroupByPlan } from '@isochron/compiler';
import { vectorKind } from '@isochron/schema';
import { FoldHere } from './fold-here.ts';
import { FoldShared } from './fold-shared.ts';
import type { FoldEnds, Folding } from './folding.ts';

/** Below this many rows a thread takes longer to start than it saves. */
const THREAD_ROWS_MIN = 300_000;

/** Reads a step to its end, folds it, and hands the features of its left rows back. Rejects with the signal's reason when it is aborted. */
export async function runFold(
  step: FoldEnds,
  plan: GroupByPlan,
  signal: AbortSignal,
  onRows: (rows: number) => void,
): Promise<void> {
  const folding = start(step, plan);
  let rows = 0;
  try {
    for (;;) {
      signal.throwIfAborted();
      const chunk = await step.read();
      if (chunk === null) break;
      await folding.push(chunk);
      rows += chunk.n;
      onRows(rows);
    }
    await folding.finish();
  } finally {
    await folding.close();
  }
}

/**
 * Columns of numbers go to another thread as they are, so that two threads fold; values of other
 * types would have to be copied one by one, which costs more than it saves.
 */
function start(step: FoldEnds, plan: GroupByPlan): Folding {
  const types = [...plan.inputs, ...plan.outputs].map(({ type }) => vectorKind(type));
  const isLarge = step.counts.rowsExpected >= THREAD_ROWS_MIN;
  return isLarge && !types.includes('values') ? new FoldShared(step, plan) : new FoldHere(step, plan);
}
