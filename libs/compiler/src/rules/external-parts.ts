import { CONTEXTUAL } from '../external-columns.ts';
import type { Rule } from './rule.ts';

/** A part from outside is registered under a name of its own, and its schemas can be read. */
export const externalParts: Rule = (scope, report) => {
  for (const { externals } of scope.joins) {
    for (const { path, service, isContextual, keys, outputs, faults } of externals) {
      if (service === '') {
        const hint = 'Say in source.metadata.name what it is registered under.';
        report({ code: 'external-part', path, message: 'This external part has no name.', hint });
      }
      for (const { path: at, message } of faults) {
        report({
          code: 'external-part',
          path: at,
          message,
          hint: 'Types are those of TDataType; a MAP has STRING keys.',
        });
      }
      if (outputs.length === 0) {
        const hint = 'Say in source.valueSchema which fields it has.';
        report({ code: 'external-part', path, message: `The external part ${service} gives no field.`, hint });
      }
      const asked = keys.map(({ right }) => right);
      if (!isContextual || outputs.every(({ field }) => asked.includes(field))) continue;
      const message = `The part "${CONTEXTUAL}" gives back what the caller gave, and has other values than keys.`;
      report({
        code: 'external-part',
        path,
        message,
        hint: 'Give it equal schemas of keys and values, or another name.',
      });
    }
  }
};
