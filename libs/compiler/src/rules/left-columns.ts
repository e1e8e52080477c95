import { didYouMean } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** What tells rows apart, and what leaves rows out, are columns of the left side. */
export const leftColumns: Rule = (scope, report) => {
  for (const join of scope.joins) {
    const { left, thrift } = join;
    if (left.query.selects === undefined && left.tableColumns === null) continue;
    const selected = left.selects.map(({ name }) => name);
    const at = join.path === '' ? '' : `${join.path}.`;
    const check = (name: string, what: string, path: string): void => {
      if (selected.includes(name) || name === 'ts') return;
      const hint = didYouMean(name, selected) ?? `Select it on the left; selected are ${selected.join(', ')}.`;
      report({
        code: 'unknown-column',
        path,
        message: `The ${what} "${name}" is not a column of the left side.`,
        hint,
      });
    };
    for (const [position, name] of (thrift.rowIds ?? []).entries()) check(name, 'row id', `${at}rowIds[${position}]`);
    for (const name of Object.keys(thrift.skewKeys ?? {})) check(name, 'skew key', `${at}skewKeys.${name}`);
  }
};
