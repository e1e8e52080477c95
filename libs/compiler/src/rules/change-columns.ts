import type { Rule } from './rule.ts';

/** Times of changes, and which row was before, are said of entities alone: an event does not change. */
export const changeColumns: Rule = (scope, report) => {
  for (const { model, query, queryPath } of scope.sources) {
    if (model === 'entities') continue;
    for (const [field, what] of [
      ['mutationTimeColumn', 'the time of a change'],
      ['reversalColumn', 'which row was before a change'],
    ] as const) {
      if (query[field] === undefined) continue;
      const message = `This source of events says ${what}: "${query[field]}".`;
      const hint = 'Events do not change. Leave it out, or read the table as entities.';
      report({ code: 'change-of-events', path: `${queryPath}.${field}`, message, hint });
    }
  }
};
