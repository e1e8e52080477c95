import type { Rule } from './rule.ts';

/** Rows are features as they are only where they are one a key: snapshots of entities, whose changes are not known. */
export const rowsAsFeatures: Rule = (scope, report) => {
  for (const { rowFeatures, sources } of scope.groupBys) {
    if (rowFeatures === null) continue;
    for (const { path, model, mutations } of sources) {
      if (model === 'entities' && mutations === null) continue;
      const what = model === 'events' ? 'of events, of which a key may have any number' : 'of entities with changes';
      const message = `This group-by has no aggregations, and a source ${what}.`;
      const hint = 'Aggregate, by lastK(1) or last() for instance, or read snapshots of entities alone.';
      report({ code: 'rows-as-features', path, message, hint });
    }
  }
};
