import type { Layers, RunDefinition } from '@isochron/authoring';
import type { ExecutionInfo } from '@isochron/thrift';
import { said } from './context.ts';

/** How and when jobs run. */
export function lowerRun(run: RunDefinition): ExecutionInfo {
  const [env, conf, clusterConf] = [split(run.env), split(run.conf), split(run.clusterConf)];
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

/** What is common to all modes, and what each has besides. */
function split(layers: Layers): { readonly common: Readonly<Record<string, string>>; readonly modes: Layers } {
  const { common = {}, ...modes } = layers;
  return { common, modes };
}
