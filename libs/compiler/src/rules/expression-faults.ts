import { type Fault, functionNames } from '@isochron/expression';
import type { CheckedExpression } from '../checked-expression.ts';
import { expressionsOf } from '../expressions-of.ts';
import { didYouMean } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** An expression can be read, its names are columns, its functions are there, and its types fit. */
export const expressionFaults: Rule = (object, report) => {
  for (const expression of expressionsOf(object)) {
    for (const fault of expression.faults) {
      const { path, text } = expression;
      report({ path, sql: { text, offset: fault.offset, length: fault.length }, ...saying(fault, expression) });
    }
  }
};

function saying(
  fault: Fault,
  { text, what, owner, names }: CheckedExpression,
): { readonly code: string; readonly message: string; readonly hint?: string | null } {
  const named = text.slice(fault.offset, fault.offset + fault.length).replaceAll('`', '');
  switch (fault.code) {
    case 'unknown-column': {
      const hint = didYouMean(named, names) ?? `Its columns are ${names.join(', ')}.`;
      return { code: 'unknown-column', message: `${owner} has no column ${named}, which ${what} names.`, hint };
    }
    case 'unknown-function': {
      const hint =
        didYouMean(named.toUpperCase(), functionNames) ?? 'The functions there are stand in docs/functions.md.';
      return { code: 'unknown-function', message: `In ${what}: ${fault.message}`, hint };
    }
    case 'syntax':
      return { code: 'expression-fault', message: `In ${what}: ${fault.message}` };
    case 'type':
      return { code: 'expression-type', message: `In ${what}: ${fault.message}` };
    case 'value':
      return { code: 'expression-value', message: `In ${what}: ${fault.message}` };
  }
}
