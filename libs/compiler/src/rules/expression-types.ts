import { namesIn } from '@isochron/expression';
import type { Rule } from './rule.ts';

/** A condition is true or false, and what becomes a column is of a type that columns have. */
export const expressionTypes: Rule = (scope, report) => {
  for (const { path, text, dialect, what, role, analyzed } of scope.expressions) {
    if (analyzed === null) continue;
    const { type, dataType } = analyzed;
    const sql = { text, offset: 0, length: text.length };
    if (role === 'condition') {
      if (type.kind === 'BOOL') continue;
      const hint =
        namesIn(text, dialect).length === 1
          ? `Write ${text} IS NOT NULL, or compare it.`
          : 'Compare it with something.';
      const message = `The condition ${text} is of type ${type.kind}, not BOOL: it is neither true nor false.`;
      report({ code: 'condition-type', path, message, hint, sql });
    } else if ('unstorable' in dataType) {
      const message = `The value of ${what} is of type ${dataType.unstorable}, which no column can hold.`;
      report({
        code: 'column-type',
        path,
        message,
        hint: `Write CAST(${text} AS STRING), or take what you need of it.`,
        sql,
      });
    }
  }
};
