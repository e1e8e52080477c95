import type { ExecutionInfo, MetaData } from '@isochron/thrift';
import type { RunPlan } from './plan.ts';

/** What an author says of the jobs that fill a table. */
export function planRun(metaData: MetaData | undefined): RunPlan {
  const { stepDays = null, historicalBackfill, offlineSchedule, onlineSchedule } = metaData?.executionInfo ?? {};
  return {
    stepDays,
    isLastDayOnly: historicalBackfill === false,
    schedule: scheduleOf(offlineSchedule),
    onlineSchedule: scheduleOf(onlineSchedule),
    others: Object.entries(otherSettings).flatMap(([name, isSaid]) => (isSaid(metaData ?? {}) ? [name] : [])),
  };
}

/** Words for no schedule are none. */
const NO_SCHEDULE: readonly string[] = ['', 'none', 'null', '@never'];

const scheduleOf = (text: string | undefined): string | null =>
  text === undefined || NO_SCHEDULE.includes(text.trim().toLowerCase()) ? null : text.trim();

/** Settings that change no value, by the names that authors write, and whether metadata has them. */
const otherSettings: Readonly<Record<string, (metaData: MetaData) => boolean>> = {
  'run.statistics': run(({ enableStatsCompute }) => enableStatsCompute === true),
  'run.env': run(({ env }) => env !== undefined),
  'run.conf': run(({ conf }) => conf !== undefined),
  'run.clusterConf': run(({ clusterConf }) => clusterConf !== undefined),
  'run.dependencyPollIntervalMs': run(({ dependencyPollIntervalMillis }) => dependencyPollIntervalMillis !== undefined),
  'run.healthCheckIntervalMs': run(({ healthCheckIntervalMillis }) => healthCheckIntervalMillis !== undefined),
  'run.kvPollIntervalMs': run(({ kvPollIntervalMillis }) => kvPollIntervalMillis !== undefined),
  'monitor.consistency': ({ consistencyCheck }) => consistencyCheck === true,
  'monitor.drift': ({ driftSpec }) => driftSpec !== undefined,
  'output.properties': ({ tableProperties = {} }) => Object.keys(tableProperties).length > 0,
};

function run(isSaid: (info: ExecutionInfo) => boolean): (metaData: MetaData) => boolean {
  return ({ executionInfo }) => executionInfo !== undefined && isSaid(executionInfo);
}
