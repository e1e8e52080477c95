import type { Rule } from './rule.ts';

/** The sources of one object are all of events or all of entities. Rows are predicted for events, of one source. */
export const sourceModels: Rule = (scope, report) => {
  for (const { sources } of scope.groupBys) {
    const [first, ...others] = sources;
    for (const { path, model } of others) {
      if (model === first?.model) continue;
      const message = `This source is of ${model}, the first one of ${first?.model}.`;
      const hint = 'Make two group-bys, one of events and one of entities, and join both.';
      report({ code: 'mixed-sources', path, message, hint });
    }
  }
  for (const { path, sources } of scope.modelTransforms) {
    if (sources.length > 1) {
      const message = `These model transforms have ${sources.length} sources.`;
      report({ code: 'mixed-sources', path, message, hint: 'Give them one: a join, or one source of events.' });
    }
    for (const source of sources.filter(({ model }) => model === 'entities')) {
      const message = 'Rows to predict for are events, and this source is of entities.';
      report({ code: 'mixed-sources', path: source.path, message, hint: 'Read events, or the rows of a join.' });
    }
  }
};
