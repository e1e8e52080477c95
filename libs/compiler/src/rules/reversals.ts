import { operationOf } from '@isochron/aggregation';
import type { Rule } from './rule.ts';

/**
 * What is served of entities that change takes changes back, which not every operation can. A backfill computes it all the same, from rows; who serves it
 * has to refuse it.
 */
export const reversals: Rule = (scope, report) => {
  for (const { thrift, sources, features, accuracy } of scope.groupBys) {
    const changes =
      accuracy === 'TEMPORAL' &&
      sources.some(({ mutations, topic, model }) => model === 'entities' && (mutations !== null || topic !== null));
    if (thrift.metaData?.online !== true || !changes) continue;
    const seen = new Set<string>();
    for (const { path, spec } of features) {
      const aggregation = path.replace(/\.windows\[\d+\]$/, '');
      if (operationOf(spec.operation).deletable || seen.has(aggregation)) continue;
      seen.add(aggregation);
      const message = `${spec.operation} of ${spec.input} cannot take a row back, and the rows of these entities change while they are served.`;
      const hint = "Use COUNT, SUM, AVERAGE, VARIANCE, SKEW, KURTOSIS or HISTOGRAM, or accuracy: 'snapshot'.";
      report({ code: 'irreversible', severity: 'warning', path: aggregation, message, hint });
    }
  }
};
