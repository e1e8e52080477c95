import { type FeatureSpec, operationOf } from '@isochron/aggregation';
import { didYouMean } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** An aggregation gives the arguments that its operation needs, and no others. */
export const argumentRule: Rule = (scope, report) => {
  for (const { features } of scope.groupBys) {
    const seen = new Set<string>();
    for (const { path, spec } of features) {
      const aggregation = path.replace(/\.windows\[\d+\]$/, '');
      const operation = operationOf(spec.operation);
      if (seen.has(aggregation)) continue;
      seen.add(aggregation);
      const names = operation.parameters.map(({ name }) => name);
      for (const name of missingArguments(spec)) {
        const message = `${spec.operation} of ${spec.input} needs the argument ${name}.`;
        report({
          code: 'missing-argument',
          path: aggregation,
          message,
          hint: `Its arguments are ${names.join(', ')}.`,
        });
      }
      for (const name of Object.keys(spec.args).filter((each) => !names.includes(each))) {
        const hint =
          didYouMean(name, names) ?? (names.length === 0 ? 'It takes none.' : `It takes ${names.join(', ')}.`);
        const message = `${spec.operation} of ${spec.input} has no argument ${name}.`;
        report({ code: 'unknown-argument', path: aggregation, message, hint });
      }
    }
  }
};

/** Whether the names of the arguments are right; their values are the operation's to judge. */
export function hasRightArguments(spec: FeatureSpec): boolean {
  const names = operationOf(spec.operation).parameters.map(({ name }) => name);
  return missingArguments(spec).length === 0 && Object.keys(spec.args).every((name) => names.includes(name));
}

/** The parameters without a default that the author left out. */
function missingArguments({ operation, args }: Pick<FeatureSpec, 'operation' | 'args'>): readonly string[] {
  return operationOf(operation)
    .parameters.filter(({ name, defaultText }) => defaultText === null && args[name] === undefined)
    .map(({ name }) => name);
}
