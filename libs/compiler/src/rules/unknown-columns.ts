import { inspect } from '@isochron/expression';
import { sourcesOf } from '../checked.ts';
import { didYouMean } from '../nearest.ts';
import { expressionsOfSource } from '../source-expressions.ts';
import { tableNames } from '../typed-expressions.ts';
import type { Rule } from './rule.ts';

/** Every name in an expression is a column: of the table, or, in a condition, of the selects. */
export const unknownColumns: Rule = (object, report) => {
  for (const source of sourcesOf(object)) {
    if (source.tableColumns === null) continue;
    const selected = source.selects.map(({ name }) => name);
    for (const { path, text, what, seesSelects } of expressionsOfSource(source)) {
      const known = new Set([...(seesSelects ? selected : []), ...tableNames(source)]);
      for (const { name, offset, length } of inspect(text).columns) {
        if (known.has(name)) continue;
        const message = `Table ${source.table} has no column ${name}, which ${what} names.`;
        const hint = didYouMean(name, known) ?? `Its columns are ${[...known].join(', ')}.`;
        report({ code: 'unknown-column', path, message, hint, sql: { text, offset, length } });
      }
    }
  }
};
