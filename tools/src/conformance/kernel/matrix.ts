import type { Feature } from '@isochron/aggregation';
import { type Value, valueText } from '@isochron/schema';
import type { JsonValue } from '@isochron/thrift';
import { type Case, isList, jsonText, listAt, numbersAt, objectAt } from '../case-file.ts';
import { decodeCell, isAny } from '../cell.ts';
import { departureOf, values, windows as windowDepartures } from '../departures/index.ts';
import { sameValue } from '../same-value.ts';
import { allOf, failed, passed, type Verdict } from '../verdict.ts';
import { valueLikeness } from './likeness.ts';
import { naiveWindow, seenBy } from './naive-window.ts';
import { hasTies } from './ties.ts';
import type { WindowCase } from './window-features.ts';

/** Answers by query, then by feature. */
export type Answers = readonly (readonly Answer[])[];
export type Answer = { readonly value: Value } | { readonly error: string };

/**
 * Whether the answers are those of the matrix `field` of a case, cell by cell, or of its `semantics` where they are given: a text
 * there, "same", says that they are no others. `way` is how the answers were come by, for the report.
 */
export function sameMatrix(from: Case, field: string, way: string, windows: WindowCase, answers: Answers): Verdict {
  const wanted = listAt(from, isList(from['semantics']) ? 'semantics' : field);
  const cells = numbersAt(from, 'queries').flatMap((atMs, query) =>
    windows.features.map((feature, index): Verdict => {
      const line = wanted[query];
      const cell = (isList(line) ? line[index] : null) ?? null;
      const answer = answers[query]?.[index] ?? { error: 'no answer' };
      const verdict = sameAnswer(windows, feature, atMs, cell, answer);
      if (verdict.kind === 'passed') return verdict;
      return failed(`${way} ${feature.spec.name} at ${atMs}: ${verdict.expected}`, verdict.actual);
    }),
  );
  const failures = cells.filter(({ kind }) => kind === 'failed').length;
  const verdict = allOf(cells);
  if (verdict.kind === 'passed' || failures === 1) return verdict;
  return failed(verdict.expected, `${verdict.actual} (and ${failures - 1} other cells)`);
}

/** The rules by which the case's own answers are not the ones to give. */
export function departuresOf(from: Case): Verdict {
  const rules = isList(from['differs']) ? from['differs'] : [];
  return allOf(rules.map((rule) => passed(departureOf(String(objectAt({ rule }, 'rule')['rule'])))));
}

function sameAnswer(windows: WindowCase, feature: Feature, atMs: number, cell: JsonValue, answer: Answer): Verdict {
  const { bound, spec, input } = feature;
  if (isAny(cell)) return passed(windowDepartures.untrimmed);
  if ('error' in answer) return cell === 'ERROR' ? passed() : failed(jsonText(cell), `error: ${answer.error}`);
  if (cell === 'ERROR' && bound.output.kind !== 'string')
    return failed('an error', valueText(bound.output, answer.value));
  const likeness = valueLikeness(
    spec.operation,
    windows.rows.map(({ values }) => ({ value: values[input] ?? null })),
  );
  if (sameValue(bound.output, decodeCell(bound.output, cell), answer.value, likeness)) return passed();
  const seen = seenBy(windows, feature, atMs);
  const isTied = hasTies(spec.operation, bound.input, seen);
  if (isTied && sameValue(bound.output, naiveWindow(feature, seen), answer.value, likeness)) return passed(values.ties);
  return failed(jsonText(cell), valueText(bound.output, answer.value));
}
