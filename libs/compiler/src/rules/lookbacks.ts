import { DAY_MS } from '@isochron/aggregation';
import { windowText } from '../window-text.ts';
import type { Rule } from './rule.ts';

/** No window is longer than its sources have days: what it computes is right, and never what its name says. */
export const lookbacks: Rule = (scope, report) => {
  for (const { sources, features } of scope.groupBys) {
    const longest = features.reduce((most, { spec }) => Math.max(most, spec.windowMs ?? 0), 0);
    const feature = features.find(({ spec }) => spec.windowMs === longest && longest > 0);
    // The source with the most days decides: the others may have stopped.
    const days = Math.max(...sources.map(({ query }) => daysOf(query)));
    if (feature === undefined || !(longest > days * DAY_MS)) continue;
    const message = `The window ${windowText(feature.window)} of ${feature.spec.name} is longer than the ${days} days that its sources have, from start to end.`;
    const hint = 'No row can ever have the whole of it: shorten the window, or read more days.';
    report({ code: 'lookback', severity: 'warning', path: feature.path, message, hint });
  }
};

/** How many days a source has; Infinity where it has no end. Bounds that are no days are another rule's. */
function daysOf({
  startPartition,
  endPartition,
}: {
  readonly startPartition?: string;
  readonly endPartition?: string;
}): number {
  if (startPartition === undefined || endPartition === undefined) return Number.POSITIVE_INFINITY;
  const days = (startOf(endPartition) - startOf(startPartition)) / DAY_MS + 1;
  return days > 0 ? days : Number.POSITIVE_INFINITY;
}

const startOf = (day: string): number => (/^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN);
