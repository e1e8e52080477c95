import { inspect } from '@isochron/expression';
import { sourcesOf } from '../checked.ts';
import { expressionsOfSource } from '../source-expressions.ts';
import type { Rule } from './rule.ts';

/** An expression can be read. */
export const expressionFaults: Rule = (object, report) => {
  for (const source of sourcesOf(object)) {
    for (const { path, text, what } of expressionsOfSource(source)) {
      for (const { offset, length, message } of inspect(text).faults) {
        report({ code: 'expression-fault', path, message: `In ${what}: ${message}`, sql: { text, offset, length } });
      }
    }
  }
};
