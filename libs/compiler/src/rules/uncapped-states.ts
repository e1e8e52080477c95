import { operationOf } from '@isochron/aggregation';
import type { CheckedGroupBy, CheckedJoin } from '../checking/checked.ts';
import type { Scope } from '../checking/walk.ts';
import type { Rule } from './rule.ts';

/**
 * What is served has states that are bounded by how they are written: one that grows with the data ends, of a key that has much, as an error in place of a value. It may
 * well be that a column has few values, so it is a warning. Nothing is said of buckets and keys of maps: there is no other way to write these.
 */
export const uncappedStates: Rule = (scope, report) => {
  for (const [{ features }, at] of served(scope)) {
    const seen = new Set<string>();
    for (const feature of features) {
      const path = at + feature.path.replace(/\.windows\[\d+\]$/, '');
      const { operation, input } = feature.spec;
      const { withoutCap } = operationOf(operation);
      if (withoutCap === undefined || seen.has(path)) continue;
      seen.add(path);
      const message = `${operation} of ${input} keeps every value there is, and nothing says how many there may be. A key whose states come to more than 10 MB is answered with an error.`;
      const hint = `${withoutCap} Leave it where ${input} has few values.`;
      report({ code: 'uncapped-state', severity: 'warning', path, message, hint });
    }
  }
};

/** GroupBys that are said to be online, and those that an online join asks; with what their paths lack to be paths of what is checked. */
function served({ groupBys, joins }: Scope): ReadonlyMap<CheckedGroupBy, string> {
  const online = groupBys.filter(isOnline).map((groupBy) => [groupBy, ''] as const);
  const asked = joins.filter(isOnline).flatMap(({ parts }) =>
    // Of one that is checked by itself and online, it is said there.
    parts
      .filter(({ groupBy, isCopy }) => !isCopy || !isOnline(groupBy))
      .map(({ path, groupBy, isCopy }) => [groupBy, isCopy ? `${path}.groupBy.` : ''] as const),
  );
  return new Map([...asked, ...online]);
}

const isOnline = ({ thrift }: CheckedGroupBy | CheckedJoin): boolean => thrift.metaData?.online === true;
