import type { Rule } from './rule.ts';

/** Features of entities are exact at an instant only where the changes since the last midnight are known. */
export const temporalEntities: Rule = (scope, report) => {
  for (const { accuracy, sources } of scope.groupBys) {
    if (accuracy === 'SNAPSHOT') continue;
    for (const { path, kind, mutations, topic } of sources) {
      if (kind !== 'entities' || mutations !== null) continue;
      const why = topic === null ? 'it is said to be TEMPORAL' : `it has the topic ${topic}`;
      const message = `The features of this group-by are exact at the instant, because ${why}, and a source has no table of changes.`;
      report({ code: 'missing-mutations', path, message, hint: "Write mutations: table, or accuracy: 'snapshot'." });
    }
  }
};
