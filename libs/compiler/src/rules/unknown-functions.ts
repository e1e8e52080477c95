import { functions, inspect } from '@isochron/expression';
import { sourcesOf } from '../checked.ts';
import { didYouMean } from '../nearest.ts';
import { expressionsOfSource } from '../source-expressions.ts';
import type { Rule } from './rule.ts';

/** Every function that is called is one whose meaning is proven. */
export const unknownFunctions: Rule = (object, report) => {
  for (const source of sourcesOf(object)) {
    for (const { path, text, what } of expressionsOfSource(source)) {
      for (const { name, known, offset, length } of inspect(text).functions) {
        if (known) continue;
        const hint =
          didYouMean(name, Object.keys(functions)) ?? 'The functions there are stand in the README of libs/expression.';
        const message = `The function ${name}, which ${what} calls, is not one that expressions can use.`;
        report({ code: 'unknown-function', path, message, hint, sql: { text, offset, length } });
      }
    }
  }
};
