/*
 * What definitions and the orchestrator share: time spans, tables, their dependencies, and how a job is to be run.
 * Names, field ids and enum numbers are those of the existing system, so that either side reads the other's files.
 */

/** The unit of a time span. */
enum TimeUnit {
  HOURS = 0,
  DAYS = 1,
  MINUTES = 2,
}

/** A span of time, `length` units long. */
struct Window {
  /** How many units. 2147483647, zero and negative lengths mean "since ever". */
  1: required i32 length,
  /** What is counted. */
  2: required TimeUnit timeUnit,
}

/** Days from `startDate` to `endDate`, both included, as `yyyy-MM-dd`. */
struct DateRange {
  /** The first day. */
  1: optional string startDate,
  /** The last day. */
  2: optional string endDate,
}

/** Environment variables of a job. */
struct EnvironmentVariables {
  /** Variables of every mode. */
  1: map<string, string> common,
  /** Mode (`backfill`, `upload`, `streaming`, …) -> variables laid over the common ones. */
  2: map<string, map<string, string>> modeEnvironments,
}

/** Settings of the engine that runs a job. */
struct ConfigProperties {
  /** Settings of every mode. */
  1: map<string, string> common,
  /** Mode -> settings laid over the common ones. */
  2: map<string, map<string, string>> modeConfigs,
}

/** Settings of the cluster that a job runs on. */
struct ClusterConfigProperties {
  /** Settings of every mode. */
  1: map<string, string> common,
  /** Mode -> settings laid over the common ones. */
  2: map<string, map<string, string>> modeClusterConfigs,
}

/** A table of the warehouse and how it is partitioned. */
struct TableInfo {
  /** Its full name. */
  1: optional string table,
  /** The column that names the partition; unset means the one the warehouse is configured with. */
  100: optional string partitionColumn,
  /** The pattern of a partition's value, as java.time writes it (`yyyy-MM-dd`). */
  101: optional string partitionFormat,
  /** The span of time that one partition covers; unset means a day. */
  102: optional Window partitionInterval,
  /** True when each partition holds everything up to its day: any partition at or after the needed one will do. */
  200: optional bool isCumulative,
  /** A SQL scalar that a sensor compares with the end of the range it waits for. */
  300: optional string triggerExpr,
  /** True when the table has a time column instead of partitions, and is filtered by it. */
  400: optional bool timePartitioned,
}

/** A table that has to be there before a job may run, and for which days. */
struct TableDependency {
  /** Which table. */
  1: optional TableInfo tableInfo,
  /** The first day needed is the first day computed minus this; unset means that there is no first day. */
  2: optional Window startOffset,
  /** The last day needed is the last day computed minus this. */
  3: optional Window endOffset,
  /** No day before this one is needed. */
  4: optional string startCutOff,
  /** No day after this one is needed. */
  5: optional string endCutOff,
  /** True when the job may run although the table is missing. */
  6: optional bool isSoftNodeDependency,
  /** The semantic hash of the node that writes the table. */
  7: optional string semanticHash,
  /** True when the producing node must be run again even if its table is there. */
  201: optional bool forceCompute,
}

/** Which values of a key a reader of the KV store wants. */
enum KvScanStrategy {
  ALL = 0,
  LATEST = 1,
}

/** A value in a KV store. */
struct KvInfo {
  /** Which store. */
  1: optional string cluster,
  /** Which table of it. */
  2: optional string table,
  /** The key's bytes in Base64. */
  3: optional string keyBase64,
}

/** A value that has to be in a KV store before a job may run. */
struct KvDependency {
  /** Which value. */
  1: optional KvInfo kvInfo,
  /** No version written before this instant counts; milliseconds since the epoch. */
  10: optional i64 startMillis,
  /** No version written after this instant counts; milliseconds since the epoch. */
  11: optional i64 endMillis,
  /** Which of the versions between are wanted. */
  20: optional KvScanStrategy scanStrategy,
}

/** How and when the jobs of a definition run. */
struct ExecutionInfo {
  /** Environment variables. */
  1: optional EnvironmentVariables env,
  /** Settings of the engine. */
  2: optional ConfigProperties conf,
  /** Pause between two looks at the dependencies; milliseconds. */
  3: optional i64 dependencyPollIntervalMillis,
  /** Pause between two looks at a running job; milliseconds. */
  4: optional i64 healthCheckIntervalMillis,
  /** Settings of the cluster. */
  5: optional ClusterConfigProperties clusterConf,
  /** When offline tables are computed: a cron line, `@daily` or `@never`. */
  10: optional string offlineSchedule,
  /** How many partitions one step of a backfill computes. */
  11: optional i32 stepDays,
  /** False when only the newest partition is computed, and nothing before it. */
  12: optional bool historicalBackfill,
  /** Tables that must be there first; the planner fills it, or the author of a staging query. */
  13: optional list<TableDependency> tableDependencies,
  /** The table that is written; its name replaces the one made from the definition's name. */
  14: optional TableInfo outputTableInfo,
  /** True when statistics of the written table are computed too. */
  15: optional bool enableStatsCompute,
  /** When uploads to the KV store run: a cron line or `@daily`. */
  16: optional string onlineSchedule,
  /** Values that must be in a KV store first. */
  200: optional list<KvDependency> kvDependencies,
  /** The value that the job writes to a KV store when it is done. */
  201: optional KvInfo outputKvInfo,
  /** Pause between two looks at the KV store; milliseconds. */
  202: optional i64 kvPollIntervalMillis,
}
