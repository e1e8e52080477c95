import type { RunDefinition } from './metadata-definition.ts';
import type { OptionReader } from './option-reader.ts';

/**
 * Settings by the mode of a job: `common` for all of them, and `backfill`, `upload`, `streaming` and so on for what one has besides. Those of an
 * object are laid over its team's, and these over everybody's.
 */
export type Layered = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * How and when the jobs of a definition run. None of it changes a value. Isochron starts nothing by itself: schedules, environments and settings of engines are
 * for what starts it, and a backfill names those that it makes no use of (docs/definitions.md, Settings). Intervals are in milliseconds.
 */
export interface RunOptions {
  /** When offline tables are computed: a cron line of at most once a day, `'@daily'` or `'@never'`. */
  readonly schedule?: string;
  /** When uploads to the store run, of what is online. */
  readonly onlineSchedule?: string;
  /** How many days one step of a backfill computes; a part of a join has those of its GroupBy, else the join's. Not given: up to 31. */
  readonly stepDays?: number;
  /** Of a join, whether days before the last one asked for are computed. Not given: yes. A GroupBy's always are, as in the existing system. */
  readonly historical?: boolean;
  /** Whether statistics of the written table are computed too. Not given: no. */
  readonly statistics?: boolean;
  /** Environment variables of its jobs. */
  readonly env?: Layered;
  /** Settings of the engine. */
  readonly conf?: Layered;
  /** Settings of the cluster. */
  readonly clusterConf?: Layered;
  /** Pause between two looks at what must be there first. */
  readonly dependencyPollIntervalMs?: number;
  /** Pause between two looks at a running job. */
  readonly healthCheckIntervalMs?: number;
  /** Pause between two looks at the store. */
  readonly kvPollIntervalMs?: number;
}

const optionNames = [
  'schedule',
  'onlineSchedule',
  'stepDays',
  'historical',
  'statistics',
  'env',
  'conf',
  'clusterConf',
  'dependencyPollIntervalMs',
  'healthCheckIntervalMs',
  'kvPollIntervalMs',
];

export function readRun(options: OptionReader): RunDefinition {
  const group = options.group('run', optionNames);
  return {
    schedule: group.optionalText('schedule'),
    onlineSchedule: group.optionalText('onlineSchedule'),
    stepDays: group.optionalWholeNumber('stepDays'),
    historical: group.optionalFlag('historical'),
    statistics: group.optionalFlag('statistics'),
    env: group.textByNameByName('env'),
    conf: group.textByNameByName('conf'),
    clusterConf: group.textByNameByName('clusterConf'),
    dependencyPollIntervalMs: group.optionalWholeNumber('dependencyPollIntervalMs'),
    healthCheckIntervalMs: group.optionalWholeNumber('healthCheckIntervalMs'),
    kvPollIntervalMs: group.optionalWholeNumber('kvPollIntervalMs'),
  };
}
