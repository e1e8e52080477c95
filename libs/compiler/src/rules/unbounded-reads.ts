import type { Rule } from './rule.ts';

/** What reads a table of events since ever says since when, or it will read more each day. It is only costly, not wrong. A label reads its span alone. */
export const unboundedReads: Rule = (scope, report) => {
  const labels = new Set(scope.joins.flatMap((join) => join.labels.map(({ part }) => part.groupBy)));
  const parts = new Set(scope.joins.flatMap((join) => join.parts.map(({ groupBy }) => groupBy)));
  for (const groupBy of scope.groupBys) {
    const { features, sources } = groupBy;
    if (labels.has(groupBy) && !parts.has(groupBy)) continue;
    const endless = features.filter(({ spec }) => spec.windowMs === null).map(({ spec }) => spec.name);
    if (endless.length === 0) continue;
    for (const { path, kind, model, query, isCumulative, table } of sources) {
      if (kind === 'join' || model === 'entities' || isCumulative || query.startPartition !== undefined) continue;
      const shown =
        endless.length > 3 ? `${endless.slice(0, 3).join(', ')} and ${endless.length - 3} more` : endless.join(', ');
      const message = `${shown} ${endless.length === 1 ? 'has' : 'have'} no window, so that every backfill reads all of ${table}, which has no start.`;
      const hint = "Write start: '2001-01-01', or give every feature a window.";
      report({ code: 'unbounded-read', severity: 'warning', path, message, hint });
    }
  }
};
