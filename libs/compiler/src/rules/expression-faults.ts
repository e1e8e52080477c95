import {
  type Elsewhere,
  type Fault,
  functionElsewhere,
  functionNamesIn,
  readableElsewhere,
} from '@isochron/expression';
import type { CheckedExpression } from '../checking/checked-expression.ts';
import type { Finding } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** An expression can be read, its names are columns, its functions are there, and its types fit. */
export const expressionFaults: Rule = (scope, report) => {
  for (const expression of scope.expressions) {
    for (const fault of expression.faults) {
      const { path, text } = expression;
      report({ path, sql: { text, offset: fault.offset, length: fault.length }, ...saying(fault, expression) });
    }
  }
};

function saying(
  fault: Fault,
  { text, dialect, what, owner, names }: CheckedExpression,
): Pick<Finding, 'code' | 'message' | 'hint'> {
  const named = text.slice(fault.offset, fault.offset + fault.length).replaceAll('`', '');
  const message = `In ${what}: ${fault.message}`;
  switch (fault.code) {
    case 'unknown-column': {
      const hint = didYouMean(named, names) ?? `Its columns are ${names.join(', ')}.`;
      return { code: 'unknown-column', message: `${owner} has no column ${named}, which ${what} names.`, hint };
    }
    case 'unknown-function': {
      const hint =
        inAnother(functionElsewhere(named, dialect)) ??
        didYouMean(named.toUpperCase(), functionNamesIn(dialect)) ??
        'The functions there are stand in docs/functions.md.';
      return { code: 'unknown-function', message, hint };
    }
    case 'syntax':
      return {
        code: 'expression-fault',
        message,
        hint: inAnother(readableElsewhere(text, dialect, named)) ?? instead(fault),
      };
    case 'type':
      return { code: 'expression-type', message, hint: `${instead(fault)} CAST(… AS …) makes one type of another.` };
    case 'value':
      return { code: 'expression-value', message, hint: instead(fault) };
  }
}

const instead = ({ expected }: Fault): string => `Expected there: ${expected}.`;

/** How an author gets by who wrote in one dialect what only another one has. */
function inAnother(found: Elsewhere | null): string | null {
  if (found === null) return null;
  const instead = found.instead === null ? '' : `, or write ${found.instead}`;
  return `If it is ${found.label}, say dialect: '${found.dialect}'${instead}.`;
}
