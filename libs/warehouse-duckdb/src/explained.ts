import { ExpressionError } from '@isochron/expression';
import type { Engine } from './engine.ts';
import { type PreparedScan, stageSource } from './scan.ts';
import { type StageSource, tryRows } from './stage.ts';

/** What the engine says of a value that an expression does not take: it names neither the expression nor the row. */
const OF_A_VALUE = /^(Conversion|Invalid Input|Out of Range) Error/;

/**
 * What `work` gives. Where the engine failed over a value, the closures evaluate the same expressions over the same rows, to say which expression,
 * which row and what value it was.
 */
export async function explained<T>(
  engine: Engine,
  sources: () => readonly StageSource[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw await explanation(engine, sources(), thrown);
  }
}

export async function explanation(engine: Engine, sources: readonly StageSource[], thrown: unknown): Promise<unknown> {
  if (!isOfValue(thrown)) return thrown;
  for (const source of sources) {
    try {
      await tryRows(engine, source);
    } catch (fault) {
      if (fault instanceof ExpressionError) return fault;
      return thrown;
    }
  }
  return thrown;
}

export const sourcesOf = (scans: readonly PreparedScan[]): readonly StageSource[] => scans.map(stageSource);

const isOfValue = (thrown: unknown): boolean =>
  thrown instanceof Error && (OF_A_VALUE.test(thrown.message) || isOfValue(thrown.cause));
