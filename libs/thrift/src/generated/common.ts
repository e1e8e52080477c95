// Generated from thrift/common.thrift by tools/src/generate.ts. Do not edit.

import type { EnumDescriptor, StructDescriptor } from '../descriptor.ts';

/** The unit of a time span. */
export const TimeUnit = {
  HOURS: 0,
  DAYS: 1,
  MINUTES: 2,
} as const;
export type TimeUnit = (typeof TimeUnit)[keyof typeof TimeUnit];

export const timeUnitEnum: EnumDescriptor = { name: 'TimeUnit', numbers: TimeUnit };

/** A span of time, `length` units long. */
export interface Window {
  /** How many units. 2147483647, zero and negative lengths mean "since ever". */
  readonly length: number;
  /** What is counted. */
  readonly timeUnit: TimeUnit;
}

export const windowStruct: StructDescriptor<Window> = {
  name: 'Window',
  kind: 'struct',
  fields: [
    { id: 1, name: 'length', type: { kind: 'i32' }, requiredness: 'required' },
    { id: 2, name: 'timeUnit', type: { kind: 'enum', enum: timeUnitEnum }, requiredness: 'required' },
  ],
};

/** Days from `startDate` to `endDate`, both included, as `yyyy-MM-dd`. */
export interface DateRange {
  /** The first day. */
  readonly startDate?: string;
  /** The last day. */
  readonly endDate?: string;
}

export const dateRangeStruct: StructDescriptor<DateRange> = {
  name: 'DateRange',
  kind: 'struct',
  fields: [
    { id: 1, name: 'startDate', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'endDate', type: { kind: 'string' }, requiredness: 'optional' },
  ],
};

/** Environment variables of a job. */
export interface EnvironmentVariables {
  /** Variables of every mode. */
  readonly common?: Readonly<Record<string, string>>;
  /** Mode (`backfill`, `upload`, `streaming`, …) -> variables laid over the common ones. */
  readonly modeEnvironments?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const environmentVariablesStruct: StructDescriptor<EnvironmentVariables> = {
  name: 'EnvironmentVariables',
  kind: 'struct',
  fields: [
    { id: 1, name: 'common', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'default' },
    { id: 2, name: 'modeEnvironments', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } } }, requiredness: 'default' },
  ],
};

/** Settings of the engine that runs a job. */
export interface ConfigProperties {
  /** Settings of every mode. */
  readonly common?: Readonly<Record<string, string>>;
  /** Mode -> settings laid over the common ones. */
  readonly modeConfigs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const configPropertiesStruct: StructDescriptor<ConfigProperties> = {
  name: 'ConfigProperties',
  kind: 'struct',
  fields: [
    { id: 1, name: 'common', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'default' },
    { id: 2, name: 'modeConfigs', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } } }, requiredness: 'default' },
  ],
};

/** Settings of the cluster that a job runs on. */
export interface ClusterConfigProperties {
  /** Settings of every mode. */
  readonly common?: Readonly<Record<string, string>>;
  /** Mode -> settings laid over the common ones. */
  readonly modeClusterConfigs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const clusterConfigPropertiesStruct: StructDescriptor<ClusterConfigProperties> = {
  name: 'ClusterConfigProperties',
  kind: 'struct',
  fields: [
    { id: 1, name: 'common', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'default' },
    { id: 2, name: 'modeClusterConfigs', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } } }, requiredness: 'default' },
  ],
};

/** A table of the warehouse and how it is partitioned. */
export interface TableInfo {
  /** Its full name. */
  readonly table?: string;
  /** The column that names the partition; unset means the one the warehouse is configured with. */
  readonly partitionColumn?: string;
  /** The pattern of a partition's value, as java.time writes it (`yyyy-MM-dd`). */
  readonly partitionFormat?: string;
  /** The span of time that one partition covers; unset means a day. */
  readonly partitionInterval?: Window;
  /** True when each partition holds everything up to its day: any partition at or after the needed one will do. */
  readonly isCumulative?: boolean;
  /** A SQL scalar that a sensor compares with the end of the range it waits for. */
  readonly triggerExpr?: string;
  /** True when the table has a time column instead of partitions, and is filtered by it. */
  readonly timePartitioned?: boolean;
}

export const tableInfoStruct: StructDescriptor<TableInfo> = {
  name: 'TableInfo',
  kind: 'struct',
  fields: [
    { id: 1, name: 'table', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 100, name: 'partitionColumn', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 101, name: 'partitionFormat', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 102, name: 'partitionInterval', type: { kind: 'struct', struct: () => windowStruct }, requiredness: 'optional' },
    { id: 200, name: 'isCumulative', type: { kind: 'bool' }, requiredness: 'optional' },
    { id: 300, name: 'triggerExpr', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 400, name: 'timePartitioned', type: { kind: 'bool' }, requiredness: 'optional' },
  ],
};

/** A table that has to be there before a job may run, and for which days. */
export interface TableDependency {
  /** Which table. */
  readonly tableInfo?: TableInfo;
  /** The first day needed is the first day computed minus this; unset means that there is no first day. */
  readonly startOffset?: Window;
  /** The last day needed is the last day computed minus this. */
  readonly endOffset?: Window;
  /** No day before this one is needed. */
  readonly startCutOff?: string;
  /** No day after this one is needed. */
  readonly endCutOff?: string;
  /** True when the job may run although the table is missing. */
  readonly isSoftNodeDependency?: boolean;
  /** The semantic hash of the node that writes the table. */
  readonly semanticHash?: string;
  /** True when the producing node must be run again even if its table is there. */
  readonly forceCompute?: boolean;
}

export const tableDependencyStruct: StructDescriptor<TableDependency> = {
  name: 'TableDependency',
  kind: 'struct',
  fields: [
    { id: 1, name: 'tableInfo', type: { kind: 'struct', struct: () => tableInfoStruct }, requiredness: 'optional' },
    { id: 2, name: 'startOffset', type: { kind: 'struct', struct: () => windowStruct }, requiredness: 'optional' },
    { id: 3, name: 'endOffset', type: { kind: 'struct', struct: () => windowStruct }, requiredness: 'optional' },
    { id: 4, name: 'startCutOff', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 5, name: 'endCutOff', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 6, name: 'isSoftNodeDependency', type: { kind: 'bool' }, requiredness: 'optional' },
    { id: 7, name: 'semanticHash', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 201, name: 'forceCompute', type: { kind: 'bool' }, requiredness: 'optional' },
  ],
};

/** Which values of a key a reader of the KV store wants. */
export const KvScanStrategy = {
  ALL: 0,
  LATEST: 1,
} as const;
export type KvScanStrategy = (typeof KvScanStrategy)[keyof typeof KvScanStrategy];

export const kvScanStrategyEnum: EnumDescriptor = { name: 'KvScanStrategy', numbers: KvScanStrategy };

/** A value in a KV store. */
export interface KvInfo {
  /** Which store. */
  readonly cluster?: string;
  /** Which table of it. */
  readonly table?: string;
  /** The key's bytes in Base64. */
  readonly keyBase64?: string;
}

export const kvInfoStruct: StructDescriptor<KvInfo> = {
  name: 'KvInfo',
  kind: 'struct',
  fields: [
    { id: 1, name: 'cluster', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'table', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 3, name: 'keyBase64', type: { kind: 'string' }, requiredness: 'optional' },
  ],
};

/** A value that has to be in a KV store before a job may run. */
export interface KvDependency {
  /** Which value. */
  readonly kvInfo?: KvInfo;
  /** No version written before this instant counts; milliseconds since the epoch. */
  readonly startMillis?: number | bigint;
  /** No version written after this instant counts; milliseconds since the epoch. */
  readonly endMillis?: number | bigint;
  /** Which of the versions between are wanted. */
  readonly scanStrategy?: KvScanStrategy;
}

export const kvDependencyStruct: StructDescriptor<KvDependency> = {
  name: 'KvDependency',
  kind: 'struct',
  fields: [
    { id: 1, name: 'kvInfo', type: { kind: 'struct', struct: () => kvInfoStruct }, requiredness: 'optional' },
    { id: 10, name: 'startMillis', type: { kind: 'i64' }, requiredness: 'optional' },
    { id: 11, name: 'endMillis', type: { kind: 'i64' }, requiredness: 'optional' },
    { id: 20, name: 'scanStrategy', type: { kind: 'enum', enum: kvScanStrategyEnum }, requiredness: 'optional' },
  ],
};

/** How and when the jobs of a definition run. */
export interface ExecutionInfo {
  /** Environment variables. */
  readonly env?: EnvironmentVariables;
  /** Settings of the engine. */
  readonly conf?: ConfigProperties;
  /** Pause between two looks at the dependencies; milliseconds. */
  readonly dependencyPollIntervalMillis?: number | bigint;
  /** Pause between two looks at a running job; milliseconds. */
  readonly healthCheckIntervalMillis?: number | bigint;
  /** Settings of the cluster. */
  readonly clusterConf?: ClusterConfigProperties;
  /** When offline tables are computed: a cron line, `@daily` or `@never`. */
  readonly offlineSchedule?: string;
  /** How many partitions one step of a backfill computes. */
  readonly stepDays?: number;
  /** False when only the newest partition is computed, and nothing before it. */
  readonly historicalBackfill?: boolean;
  /** Tables that must be there first; the planner fills it, or the author of a staging query. */
  readonly tableDependencies?: readonly TableDependency[];
  /** The table that is written; its name replaces the one made from the definition's name. */
  readonly outputTableInfo?: TableInfo;
  /** True when statistics of the written table are computed too. */
  readonly enableStatsCompute?: boolean;
  /** When uploads to the KV store run: a cron line or `@daily`. */
  readonly onlineSchedule?: string;
  /** Values that must be in a KV store first. */
  readonly kvDependencies?: readonly KvDependency[];
  /** The value that the job writes to a KV store when it is done. */
  readonly outputKvInfo?: KvInfo;
  /** Pause between two looks at the KV store; milliseconds. */
  readonly kvPollIntervalMillis?: number | bigint;
}

export const executionInfoStruct: StructDescriptor<ExecutionInfo> = {
  name: 'ExecutionInfo',
  kind: 'struct',
  fields: [
    { id: 1, name: 'env', type: { kind: 'struct', struct: () => environmentVariablesStruct }, requiredness: 'optional' },
    { id: 2, name: 'conf', type: { kind: 'struct', struct: () => configPropertiesStruct }, requiredness: 'optional' },
    { id: 3, name: 'dependencyPollIntervalMillis', type: { kind: 'i64' }, requiredness: 'optional' },
    { id: 4, name: 'healthCheckIntervalMillis', type: { kind: 'i64' }, requiredness: 'optional' },
    { id: 5, name: 'clusterConf', type: { kind: 'struct', struct: () => clusterConfigPropertiesStruct }, requiredness: 'optional' },
    { id: 10, name: 'offlineSchedule', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 11, name: 'stepDays', type: { kind: 'i32' }, requiredness: 'optional' },
    { id: 12, name: 'historicalBackfill', type: { kind: 'bool' }, requiredness: 'optional' },
    { id: 13, name: 'tableDependencies', type: { kind: 'list', element: { kind: 'struct', struct: () => tableDependencyStruct } }, requiredness: 'optional' },
    { id: 14, name: 'outputTableInfo', type: { kind: 'struct', struct: () => tableInfoStruct }, requiredness: 'optional' },
    { id: 15, name: 'enableStatsCompute', type: { kind: 'bool' }, requiredness: 'optional' },
    { id: 16, name: 'onlineSchedule', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 200, name: 'kvDependencies', type: { kind: 'list', element: { kind: 'struct', struct: () => kvDependencyStruct } }, requiredness: 'optional' },
    { id: 201, name: 'outputKvInfo', type: { kind: 'struct', struct: () => kvInfoStruct }, requiredness: 'optional' },
    { id: 202, name: 'kvPollIntervalMillis', type: { kind: 'i64' }, requiredness: 'optional' },
  ],
};
