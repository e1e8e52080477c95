import { typeText } from '@isochron/schema';
import type { CheckedSource } from '../checking/checked.ts';
import type { Report } from '../finding.ts';
import type { Rule } from './rule.ts';

/** All sources of a group-by select columns of the same names and types, and so do the changes of entities and their snapshots. */
export const sourceColumns: Rule = (scope, report) => {
  for (const source of scope.sources) checkChanges(source, report);
  for (const { sources } of scope.groupBys) {
    const [first, ...others] = sources;
    if (first === undefined) continue;
    for (const other of others) {
      const path = `${other.queryPath}.selects`;
      const theirs = new Map(other.selects.map(({ name, type }) => [name, type]));
      for (const { name, type } of first.selects) {
        const their = theirs.get(name);
        if (their === undefined) {
          const message = `This source does not select ${name}, which the first source does.`;
          report({
            code: 'different-sources',
            path,
            message,
            hint: 'Sources of one group-by select the same columns.',
          });
        } else if (type !== null && their !== null && typeText(type) !== typeText(their)) {
          const message = `This source selects ${name} as ${typeText(their)}, the first one as ${typeText(type)}.`;
          report({
            code: 'different-sources',
            path: `${path}.${name}`,
            message,
            hint: 'Make them equal with CAST(… AS …).',
          });
        }
        theirs.delete(name);
      }
      for (const name of theirs.keys()) {
        const message = `This source selects ${name}, which the first source does not.`;
        report({ code: 'different-sources', path, message, hint: 'Sources of one group-by select the same columns.' });
      }
    }
  }
};

function checkChanges({ selects, mutations, table, queryPath }: CheckedSource, report: Report): void {
  for (const { name, type } of mutations?.selects ?? []) {
    const snapshot = selects.find((each) => each.name === name)?.type ?? null;
    if (type === null || snapshot === null || typeText(type) === typeText(snapshot)) continue;
    const message = `${name} is of type ${typeText(type)} in ${mutations?.table}, and of type ${typeText(snapshot)} in ${table}.`;
    const path = `${queryPath}.selects.${name}`;
    report({ code: 'different-sources', path, message, hint: 'Make them equal with CAST(… AS …).' });
  }
}
