import { isRefusal } from '@isochron/aggregation';
import { hasRightArguments } from './arguments.ts';
import type { Rule } from './rule.ts';

/** An operation takes the type of its input, and its arguments are what it can work with; the operation itself says so. */
export const operationInputs: Rule = (scope, report) => {
  for (const { features } of scope.groupBys) {
    const seen = new Set<string>();
    for (const { path, spec, bound } of features) {
      // That an argument is missing or unknown is said by the rule for that.
      if (bound === null || !isRefusal(bound) || !hasRightArguments(spec)) continue;
      const aggregation = path.replace(/\.windows\[\d+\]$/, '');
      // One aggregation in many windows is refused once.
      if (seen.has(`${aggregation} ${bound.refusal}`)) continue;
      seen.add(`${aggregation} ${bound.refusal}`);
      const hint = 'Give it another input or another argument, or use another operation.';
      report({ code: 'refused-operation', path: aggregation, message: `${spec.name}: ${bound.refusal}`, hint });
    }
  }
};
