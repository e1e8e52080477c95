import type { CheckedJoin } from '../checking/checked.ts';
import type { Report } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** Every key of a part is a column of the left side, and what `on` maps to is a key. */
export const keyMapping: Rule = (scope, report) => {
  for (const join of scope.joins) {
    for (const part of [...join.parts, ...join.labels.map((label) => label.part)]) checkPart(part, join, report);
  }
};

function checkPart(
  { path, thrift, groupBy, keys }: CheckedJoin['parts'][number],
  { left }: CheckedJoin,
  report: Report,
): void {
  const selected = left.selects.map(({ name }) => name);
  const mapped = Object.entries(thrift.keyMapping ?? {});
  for (const [column, key] of mapped) {
    if (groupBy.keys.includes(key)) continue;
    const message = `on maps ${column} to "${key}", which is not a key of ${groupBy.name}.`;
    const hint = didYouMean(key, groupBy.keys) ?? `Its keys are ${groupBy.keys.join(', ')}.`;
    report({ code: 'unknown-key', path: `${path}.keyMapping.${column}`, message, hint });
  }
  for (const key of groupBy.keys) {
    const columns = mapped.filter(([, to]) => to === key).map(([column]) => column);
    if (columns.length < 2) continue;
    const message = `on maps ${columns.join(' and ')} to the one key ${key}.`;
    const hint = 'One column of the left side carries one key.';
    report({ code: 'unknown-key', path: `${path}.keyMapping`, message, hint });
  }
  // With no select on the left and no table in the catalog it cannot be known what the left side has.
  if (left.query.selects === undefined && left.tableColumns === null) return;
  for (const { left: column, right } of keys) {
    if (selected.includes(column)) continue;
    const message = `The left side has no column ${column} for the key ${right} of ${groupBy.name}.`;
    const near = didYouMean(column, selected);
    const hint = `${near === null ? '' : `${near} `}Select it on the left, or name the column that carries it: on: { column: '${right}' }.`;
    report({ code: 'missing-key', path, message, hint });
  }
}
