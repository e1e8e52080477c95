import type { Report } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** Keys, inputs and buckets are columns that every source selects. */
export const unknownInputs: Rule = (scope, report) => {
  for (const groupBy of scope.groupBys) {
    const [first] = groupBy.sources;
    if (first === undefined || (first.query.selects === undefined && first.tableColumns === null)) continue;
    const selected = first.selects.map(({ name }) => name);
    const at = groupBy.path === '' ? '' : `${groupBy.path}.`;
    const check = (name: string, what: string, path: string): void => {
      if (selected.includes(name)) return;
      const hint = didYouMean(name, selected) ?? `Add it to select; selected are ${selected.join(', ')}.`;
      report({
        code: 'unknown-column',
        path,
        message: `The ${what} "${name}" is not a column that the sources select.`,
        hint,
      });
    };
    for (const [position, key] of groupBy.keys.entries()) check(key, 'key', `${at}keyColumns[${position}]`);
    for (const [position, { inputColumn, buckets }] of (groupBy.thrift.aggregations ?? []).entries()) {
      // The time is an input too, by the name that the platform has for it.
      if (inputColumn === undefined) missingInput(`${at}aggregations[${position}]`, report);
      else if (inputColumn !== 'ts') check(inputColumn, 'input', `${at}aggregations[${position}].inputColumn`);
      for (const [index, bucket] of (buckets ?? []).entries()) {
        check(bucket, 'bucket', `${at}aggregations[${position}].buckets[${index}]`);
      }
    }
  }
};

function missingInput(path: string, report: Report): void {
  const hint = 'Every operation reads a column: delay.sum(…) reads delay.';
  report({ code: 'missing-input', path, message: 'This aggregation names no input column.', hint });
}
