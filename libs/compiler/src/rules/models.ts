import { didYouMean } from '../nearest.ts';
import { within } from '../places.ts';
import type { Rule } from './rule.ts';

/** What a model answers can be read, and what is passed on is there. */
export const models: Rule = (scope, report) => {
  for (const model of scope.models) {
    for (const { path, message } of model.faults) {
      report({ code: 'model-schema', path, message, hint: 'Types are those of TDataType; a MAP has STRING keys.' });
    }
    if (Object.keys(model.thrift.outputMapping ?? {}).length > 0 && model.thrift.valueSchema === undefined) {
      const message = `${model.name} maps what it answers to columns, and nothing says what it answers.`;
      report({
        code: 'model-schema',
        path: within(model.path, 'outputMapping'),
        message,
        hint: 'Say the fields of a prediction in valueSchema.',
      });
    }
  }
  for (const transforms of scope.modelTransforms) {
    const [source] = transforms.sources;
    if (source === undefined || (source.query.selects === undefined && source.tableColumns === null)) continue;
    const selected = source.selects.map(({ name }) => name);
    for (const [position, name] of (transforms.thrift.passthroughFields ?? []).entries()) {
      if (selected.includes(name)) continue;
      const hint = didYouMean(name, selected) ?? `Its rows have ${selected.join(', ')}.`;
      const path = within(transforms.path, `passthroughFields[${position}]`);
      report({
        code: 'unknown-column',
        path,
        message: `The column "${name}" is to be passed on, and the rows have none of that name.`,
        hint,
      });
    }
  }
};
