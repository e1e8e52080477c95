import { operationOf } from '@isochron/aggregation';
import type { CheckedGroupBy } from '../checking/checked.ts';
import type { Scope } from '../checking/walk.ts';
import type { Rule } from './rule.ts';

/**
 * What is served has states that are bounded by how they are written: one that grows with the data ends, of a key that has much, as an error in place of a value. It may
 * well be that a column has few values, so it is a warning. Nothing is said of buckets and keys of maps: there is no other way to write these.
 */
export const uncappedStates: Rule = (scope, report) => {
  for (const { features } of served(scope)) {
    const seen = new Set<string>();
    for (const feature of features) {
      const path = feature.path.replace(/\.windows\[\d+\]$/, '');
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

/** GroupBys that are said to be online, and those that an online join asks. */
function served({ groupBys, joins }: Scope): ReadonlySet<CheckedGroupBy> {
  const asked = joins
    .filter(({ thrift }) => thrift.metaData?.online === true)
    .flatMap(({ parts }) => parts.map(({ groupBy }) => groupBy));
  return new Set([...groupBys.filter(({ thrift }) => thrift.metaData?.online === true), ...asked]);
}
