import type { Feature } from '@isochron/aggregation';
import { type Case, numberAt, numbersAt } from '../case-file.ts';
import { sameBatchIr } from '../kernel/batch-ir.ts';
import { batchHalf, lambdaAnswers, rowsFrom, tilesFrom } from '../kernel/lambda-answers.ts';
import { type Answers, departuresOf, sameMatrix } from '../kernel/matrix.ts';
import { type WindowCase, windowCaseOf } from '../kernel/window-features.ts';
import { allOf, type Verdict } from '../verdict.ts';

/**
 * A batch half and what came after it, in the three ways in which a request may find it: with the events, with tiles of them, and
 * with each window alone in its GroupBy. One answer is right for all three.
 */
export function lambda(from: Case): Verdict {
  const windows = windowCaseOf(from, 'TEMPORAL');
  const { features, schema, rows } = windows;
  const batchEndMs = numberAt(from, 'batchEnd');
  const batch = batchHalf(features, schema, beforeEnd(windows, batchEndMs), batchEndMs);
  const queries = numbersAt(from, 'queries');
  const live = rowsFrom(schema, rows, batchEndMs);
  const tiles = tilesFrom(features, schema, rows, batchEndMs);
  const same = (what: string, answers: Answers) => sameMatrix(from, 'values', what, windows, answers);
  const inputs = rows.map(({ values }) => ({ value: values[features[0]?.input ?? 0] ?? null }));
  return allOf([
    departuresOf(from),
    sameBatchIr(from, features, inputs, batch),
    same('lambda', lambdaAnswers(features, batchEndMs, batch, queries, live)),
    same('tiled', lambdaAnswers(features, batchEndMs, batch, queries, tiles)),
    same('isolated', side(features.map((feature) => isolated(feature, windows, batchEndMs, queries)))),
  ]);
}

/** One feature as if it were the only one. */
function isolated(feature: Feature, windows: WindowCase, batchEndMs: number, queries: readonly number[]): Answers {
  const { schema, rows } = windows;
  const batch = batchHalf([feature], schema, beforeEnd(windows, batchEndMs), batchEndMs);
  return lambdaAnswers([feature], batchEndMs, batch, queries, rowsFrom(schema, rows, batchEndMs));
}

/** Answers of one feature each, side by side. */
function side(columns: readonly Answers[]): Answers {
  const [first = []] = columns;
  return first.map((_, query) => columns.flatMap((column) => column[query] ?? []));
}

const beforeEnd = ({ rows }: WindowCase, batchEndMs: number) => rows.filter(({ ts }) => ts < batchEndMs);
