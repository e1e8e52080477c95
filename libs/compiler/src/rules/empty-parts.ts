import type { Rule } from './rule.ts';

/** Sources, keys, aggregations, selects and parts are there. */
export const emptyParts: Rule = (scope, report) => {
  const refuse = (path: string, message: string, hint: string): void => report({ code: 'empty', path, message, hint });
  for (const groupBy of scope.groupBys) {
    const { path, sources, keys, thrift } = groupBy;
    if (sources.length === 0) refuse(path, 'This group-by has no source.', 'Write sources: [eventSource({ … })].');
    if (keys.length === 0) refuse(path, 'This group-by has no key.', "Write keys: ['…'].");
    // Without a list at all, rows are features as they are.
    if (thrift.aggregations?.length === 0) {
      refuse(path, 'This group-by has no aggregation.', "Write aggregations: ({ … }) => [ … .sum('7d')].");
    }
    for (const [position, key] of keys.entries()) {
      if (keys.indexOf(key) !== position) refuse(path, `The key "${key}" is named twice.`, 'Name it once.');
    }
  }
  for (const { path, query, selects } of scope.sources) {
    if (query.selects !== undefined && selects.length === 0) {
      refuse(path, 'This source selects no column.', "Write select: { origin: 'origin', … }.");
    }
  }
  for (const { path, parts, externals, labels } of scope.joins) {
    if (parts.length + externals.length + labels.length > 0) continue;
    refuse(path, 'This join has no part.', 'Write parts: [part(…)].');
  }
  for (const { path, sources } of scope.modelTransforms) {
    if (sources.length === 0)
      refuse(path, 'These model transforms have no source.', 'Give them the rows to predict for.');
  }
};
