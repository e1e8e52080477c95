import type { Place } from './definition.ts';
import type { MetadataDefinition } from './metadata-definition.ts';
import type { PartitionDefinition, ReadTable } from './source-definition.ts';

export type EngineName = 'spark' | 'bigquery' | 'snowflake';

/** A table made by a query, day by day. */
export interface StagingQueryDefinition {
  readonly kind: 'staging-query';
  readonly place: Place;
  readonly version: number;
  readonly metadata: MetadataDefinition;
  /** SQL with macros such as `{{ start_date }}`. */
  readonly query: string;
  /** The first partition that is computed; null: the first that is asked for. */
  readonly start: string | null;
  readonly setup: readonly string[];
  /** null: the warehouse's. */
  readonly engine: EngineName | null;
  readonly dependsOn: readonly DependencyDefinition[];
  /** How many of the last days are computed anew each time. */
  readonly recomputeDays: number | null;
  /** What it makes, by GoogleSQL type name, as its author declares it; null: nothing is said. */
  readonly columns: Readonly<Record<string, string>> | null;
}

/** A table that must be there before something is computed, and for which days. */
export interface DependencyDefinition {
  readonly kind: 'dependency';
  readonly place: Place;
  readonly table: ReadTable;
  /** How far before the first day computed the first day needed is; null: everything before is needed. */
  readonly startOffset: string | null;
  /** How far before the last day computed the last day needed is. */
  readonly endOffset: string;
  /** No day outside of these is needed; null is no bound. */
  readonly startCutOff: string | null;
  readonly endCutOff: string | null;
  readonly partition: PartitionDefinition | null;
  /** True where each partition holds everything up to its day. */
  readonly cumulative: boolean | null;
  /** A SQL scalar that is compared with the end of what is waited for. */
  readonly trigger: string | null;
  /** True where the table may be missing. */
  readonly optional: boolean | null;
  /** True where what writes the table is run again even if it is there. */
  readonly recompute: boolean | null;
}
