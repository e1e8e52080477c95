import type { PartitionDefinition } from './source-definition.ts';

/** What is said of a definition besides what it computes; null or empty where nothing was said. */
export interface MetadataDefinition {
  readonly production: boolean | null;
  readonly description: string | null;
  readonly owners: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  /** Output column -> what it is. */
  readonly columnDescriptions: Readonly<Record<string, string>>;
  readonly columnTags: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly output: OutputDefinition;
  readonly run: RunDefinition;
  readonly monitor: MonitorDefinition;
  /** JSON for other tools, kept as it is. */
  readonly customJson: string | null;
}

/** The table that is written. */
export interface OutputDefinition {
  /** Its database or dataset. */
  readonly namespace: string | null;
  /** Its whole name, in place of the one made of the definition's. */
  readonly table: string | null;
  readonly properties: Readonly<Record<string, string>>;
  /** Columns it is partitioned by, besides the day. */
  readonly partitionColumns: readonly string[];
  readonly partition: PartitionDefinition | null;
}

/** Mode of a job (`backfill`, `upload`, `streaming`, ...), or `common` for all of them -> settings. */
export type Layers = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** How and when its jobs run. */
export interface RunDefinition {
  /** When offline tables are computed: a cron line, `@daily` or `@never`. */
  readonly schedule: string | null;
  /** When uploads run. */
  readonly onlineSchedule: string | null;
  readonly stepDays: number | null;
  /** False where only the newest partition is computed. */
  readonly historical: boolean | null;
  /** True where statistics of the table are computed too. */
  readonly statistics: boolean | null;
  readonly env: Layers;
  readonly conf: Layers;
  readonly clusterConf: Layers;
  readonly dependencyPollIntervalMs: number | null;
  readonly healthCheckIntervalMs: number | null;
  readonly kvPollIntervalMs: number | null;
}

/** What is watched of what it serves. */
export interface MonitorDefinition {
  /** How many percent of the answers are logged. */
  readonly samplePercent: number | null;
  /** True where logged answers are compared with backfilled ones. */
  readonly consistency: boolean | null;
  /** How many percent of the logged answers are compared. */
  readonly consistencyPercent: number | null;
  readonly drift: DriftDefinition | null;
}

export interface DriftDefinition {
  readonly slices: readonly string[];
  /** More that is watched: name -> SQL expression. */
  readonly derive: Readonly<Record<string, string>>;
  /** Column -> whether it has few values or many. */
  readonly cardinality: Readonly<Record<string, 'low' | 'high'>>;
  readonly tile: string | null;
  readonly lookbacks: readonly string[];
  readonly metric: 'jensen-shannon' | 'hellinger' | 'psi' | null;
}
