import type { MetaData } from '@isochron/thrift';
import type { Rule } from './rule.ts';

/** What is served is made of what is served, and what production depends on of what production may depend on. */
export const onlineParts: Rule = (scope, report) => {
  for (const { thrift, name, parts } of scope.joins) {
    for (const { path, groupBy } of parts) {
      for (const [field, what, not] of [
        ['online', 'online', 'offline'],
        ['production', 'in production', 'not in production'],
      ] as const) {
        // What is not said is not denied.
        if (!isSaid(thrift.metaData, field, true) || !isSaid(groupBy.thrift.metaData, field, false)) continue;
        const message = `The join ${name} is ${what}, and its part ${groupBy.name} is said to be ${not}.`;
        report({
          code: `${field}-part`,
          path,
          message,
          hint: `Write ${field}: true in ${groupBy.name}, or leave it out of the join.`,
        });
      }
    }
  }
};

const isSaid = (metaData: MetaData | undefined, field: 'online' | 'production', value: boolean): boolean =>
  metaData?.[field] === value;
