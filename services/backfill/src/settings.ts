import type { GroupByPlan, ScanPlan } from '@isochron/compiler';
import type { DayRange } from '@isochron/warehouse';
import type { RunnablePlan } from './runnable.ts';

/** Of a Join whose author wants no days before the newest, the last of those asked for. A GroupBy's days are all wanted, as in the existing system. */
export const wantedDays = ({ kind, run }: RunnablePlan, { start, end }: DayRange): DayRange =>
  kind === 'join' && run.isLastDayOnly ? { start: end, end } : { start, end };

/**
 * What an author says of a definition that changes nothing in a backfill or an upload of it, by the names in which it is written. Schedules are for what starts
 * them, environments and settings of engines for what they run on; `historical` is of Joins.
 */
export const unusedSettings = (plan: RunnablePlan): readonly string[] => [
  ...(plan.kind === 'group-by' && plan.run.isLastDayOnly ? ['run.historical'] : []),
  ...unusedAnywhere(plan),
];

/** An upload is of one day, so that steps and days before it are no matter. */
export const unusedByUpload = (plan: GroupByPlan): readonly string[] => unusedAnywhere(plan);

const unusedAnywhere = (plan: RunnablePlan): readonly string[] => [
  ...(plan.run.schedule === null ? [] : ['run.schedule']),
  ...(plan.run.onlineSchedule === null ? [] : ['run.onlineSchedule']),
  ...plan.run.others,
  ...(scansOf(plan).some(({ partition }) => partition.lateMs > 0) ? ['partition.late'] : []),
];

const scansOf = (plan: RunnablePlan): readonly ScanPlan[] =>
  plan.kind === 'group-by' ? plan.scans : [plan.left, ...plan.parts.flatMap(({ groupBy }) => groupBy.scans)];
