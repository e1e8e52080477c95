import { operationOf } from '@isochron/aggregation';
import type { CheckedGroupBy, CheckedSource } from '../checking/checked.ts';
import type { Rule } from './rule.ts';

/** A source says when its rows happened wherever that counts. */
export const missingTime: Rule = (scope, report) => {
  for (const groupBy of scope.groupBys) {
    for (const source of groupBy.sources) {
      const why = needsTime(groupBy, source);
      if (why === null || source.query.timeColumn !== undefined || source.kind === 'join') continue;
      const message = `This source says no time, and ${why}.`;
      const hint = 'Write time: with whole milliseconds since the epoch, such as UNIX_MILLIS(created_at).';
      report({ code: 'missing-time', path: source.path, message, hint });
    }
  }
};

/** Why a source needs a time; null where the end of its partition's day is as good. */
function needsTime({ accuracy, features }: CheckedGroupBy, { model, isCumulative }: CheckedSource): string | null {
  if (model === 'events') {
    if (accuracy === 'TEMPORAL') return 'the features of a TEMPORAL group-by are exact at the instant';
    return isCumulative ? 'of a cumulative table every partition holds all times' : null;
  }
  const windowed = features.find(({ spec }) => spec.windowMs !== null)?.spec.name;
  if (windowed !== undefined) return `${windowed} has a window`;
  const timed = features.find(({ spec }) => operationOf(spec.operation).timed)?.spec.name;
  return timed === undefined ? null : `${timed} depends on which row is first and which last`;
}
