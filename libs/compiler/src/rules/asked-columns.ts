import type { CheckedJoin } from '../checking/checked.ts';
import type { Rule } from './rule.ts';

/** What an online join derives is derived of what a request for a vector has: keys, features, values of the caller. Other columns of the left side are only in tables. */
export const askedColumns: Rule = (scope, report) => {
  for (const join of scope.joins) {
    if (join.thrift.metaData?.online !== true) continue;
    const onlyLeft = columnsOfTableAlone(join);
    for (const { analyzed, path, what } of join.derivations.expressions) {
      for (const { name } of analyzed?.columns ?? []) {
        if (!onlyLeft.has(name)) continue;
        const message = `The left column ${name}, of which ${what} is made, is no part of a request, so that this join cannot be served.`;
        const hint = `Make it a contextual feature, which the caller gives, or leave ${what} to the model.`;
        report({ code: 'left-column-online', severity: 'warning', path, message, hint });
      }
    }
  }
};

function columnsOfTableAlone({ left, parts, externals }: CheckedJoin): ReadonlySet<string> {
  const asked = new Set([...parts, ...externals].flatMap(({ keys }) => keys.map((key) => key.left)));
  return new Set(left.selects.map(({ name }) => name).filter((name) => !asked.has(name) && name !== 'ts'));
}
