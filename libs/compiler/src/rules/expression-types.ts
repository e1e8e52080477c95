import { inspect } from '@isochron/expression';
import { sourcesOf } from '../checked.ts';
import { expressionsOfSource } from '../source-expressions.ts';
import { isReadable } from '../typed-expressions.ts';
import type { Rule } from './rule.ts';

/** The engine takes every expression that we can read, and says its type; a condition is true or false. */
export const expressionTypes: Rule = (object, report) => {
  for (const source of sourcesOf(object)) {
    if (source.tableColumns === null) continue;
    for (const { path, text, what, seesSelects } of expressionsOfSource(source)) {
      if (!isReadable(source, text)) continue;
      const sql = { text, offset: 0, length: text.length };
      const type = source.typeOf(text);
      if (type === null) {
        const hint =
          'Ask the warehouse for its type first: expressionsOf(definitions) lists what the catalog must hold.';
        // A condition over selected columns has no type over the table alone.
        if (!seesSelects)
          report({ code: 'untyped-expression', path, message: `The type of ${what} is not known: ${text}`, hint, sql });
      } else if ('fault' in type) {
        report({ code: 'refused-expression', path, message: `The engine refuses ${what}: ${type.fault}`, sql });
      } else if (seesSelects && type.kind !== 'boolean') {
        const hint =
          inspect(text).columns.length === 1
            ? `Write ${text} IS NOT NULL, or compare it.`
            : 'Compare it with something.';
        report({
          code: 'condition-type',
          path,
          message: `The condition ${text} is of type ${type.kind}, not true or false.`,
          hint,
          sql,
        });
      }
    }
  }
};
