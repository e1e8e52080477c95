import type { DayRange } from '@isochron/warehouse';
import type { BackfillReport, RunnablePlan } from './wiring.ts';
import { rangeText } from './wiring.ts';

/** What a backfill made of what the author says of its jobs, where that is not what one would expect. A sentence each. */
export function settingsSaid(plan: RunnablePlan, asked: DayRange, report: BackfillReport): readonly string[] {
  const { days, replaced, unusedSettings } = report;
  const steps = plan.run.stepDays;
  return [
    ...(days.start === asked.start
      ? []
      : [`historical is false: of ${rangeText(asked)} the last day alone is computed, ${days.end}`]),
    ...(steps === null
      ? []
      : replaced.map((table) => `${table} had other columns: all of its days were one step, not ${steps} each`)),
    ...unusedSaid('a backfill', unusedSettings),
  ];
}

/** One sentence, or none. */
export const unusedSaid = (work: string, settings: readonly string[]): readonly string[] =>
  settings.length === 0
    ? []
    : [`not used by ${work}: ${settings.join(', ')} (for what starts isochron, or for other engines)`];
