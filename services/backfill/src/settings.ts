import type { DayRange } from '@isochron/warehouse';
import type { RunnablePlan } from './runnable.ts';

/** Of a Join whose author wants no days before the newest, the last of those asked for. A GroupBy's days are all wanted, as in the existing system. */
export const wantedDays = ({ kind, run }: RunnablePlan, { start, end }: DayRange): DayRange =>
  kind === 'join' && run.isLastDayOnly ? { start: end, end } : { start, end };

/**
 * What an author says of a definition's jobs that changes nothing in a backfill, by the names in which it is written. Schedules are for what starts backfills,
 * environments and settings of engines for what they run on.
 */
export const unusedSettings = ({ kind, run }: RunnablePlan): readonly string[] => [
  ...(run.schedule === null ? [] : ['run.schedule']),
  ...(run.onlineSchedule === null ? [] : ['run.onlineSchedule']),
  ...(kind === 'group-by' && run.isLastDayOnly ? ['run.historical'] : []),
  ...run.others,
];
