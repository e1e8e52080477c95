import { SawtoothFold } from '@isochron/aggregation';
import { getValue, type Value, vectorOf } from '@isochron/schema';
import type { Answers } from './matrix.ts';
import type { TimedRow, WindowCase } from './window-features.ts';

/** The features at each query, in the order of the queries, from one fold over the events with all queries as left rows. */
export function sawtoothAnswers({ schema, rows, features, accuracy }: WindowCase, queries: readonly number[]): Answers {
  const sorted = sortedRows(rows, queries);
  const fold = new SawtoothFold(features, { accuracy, rowsMax: Math.max(queries.length, 1) });
  fold.push({
    n: sorted.length,
    key: new Int32Array(sorted.length),
    ts: Float64Array.from(sorted, ({ ts }) => ts),
    row: Int32Array.from(sorted, ({ query }) => query),
    columns: schema.map(({ type }, index) =>
      vectorOf(
        type,
        sorted.map(({ values }) => values?.[index] ?? null),
      ),
    ),
  });
  const answers: Value[][] = queries.map(() => []);
  for (let held = 0; held < fold.held; held++) {
    answers[fold.rows[held] ?? -1] = features.map(({ bound }, index) => {
      const output = fold.outputs[index];
      return output === undefined ? null : getValue(bound.output, output, held);
    });
  }
  return answers.map((values) => values.map((value) => ({ value })));
}

interface FoldRow {
  readonly ts: number;
  /** The query's position; -1 of an event. */
  readonly query: number;
  readonly values: readonly Value[] | null;
}

/** A left row stands before the events of its instant. */
function sortedRows(rows: readonly TimedRow[], queries: readonly number[]): readonly FoldRow[] {
  const events = rows.map(({ ts, values }): FoldRow => ({ ts, query: -1, values }));
  const lefts = queries.map((ts, query): FoldRow => ({ ts, query, values: null }));
  return [...lefts, ...events].sort((a, b) => a.ts - b.ts || Number(a.query < 0) - Number(b.query < 0));
}
