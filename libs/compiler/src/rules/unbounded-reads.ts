import type { Rule } from './rule.ts';

/** What reads a table of events since ever says since when, or it will read more each day. It is only costly, not wrong. */
export const unboundedReads: Rule = (scope, report) => {
  for (const { features, sources } of scope.groupBys) {
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
