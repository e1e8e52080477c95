import type { RunDefinition } from '@isochron/authoring';
import type { ExecutionInfo } from '@isochron/thrift';
import { said } from './context.ts';
import { overlaid } from './layers.ts';

/** What is laid under the settings of an object: everybody's, then its team's. */
export type RunDefaults = readonly Pick<RunDefinition, 'env' | 'conf' | 'clusterConf'>[];

/** How and when jobs run. */
export function lowerRun(run: RunDefinition, defaults: RunDefaults): ExecutionInfo {
  const settings = (of: keyof RunDefaults[number]) => overlaid([...defaults.map((each) => each[of]), run[of]]);
  const [env, conf, clusterConf] = [settings('env'), settings('conf'), settings('clusterConf')];
  return said({
    env: said({ common: env.common, modeEnvironments: env.modes }),
    conf: said({ common: conf.common, modeConfigs: conf.modes }),
    clusterConf: said({ common: clusterConf.common, modeClusterConfigs: clusterConf.modes }),
    dependencyPollIntervalMillis: run.dependencyPollIntervalMs,
    healthCheckIntervalMillis: run.healthCheckIntervalMs,
    offlineSchedule: run.schedule,
    stepDays: run.stepDays,
    historicalBackfill: run.historical,
    enableStatsCompute: run.statistics,
    onlineSchedule: run.onlineSchedule,
    kvPollIntervalMillis: run.kvPollIntervalMs,
  });
}
