import type { JoinDefinition, Place, TableDefinition } from './definition.ts';
import type { ModelTransformsDefinition } from './model-definition.ts';
import type { StagingQueryDefinition } from './staging-query-definition.ts';

/** Where rows come from. */
export type SourceDefinition =
  | EventSourceDefinition
  | EntitySourceDefinition
  | JoinSourceDefinition
  | ModelSourceDefinition;

/** What rows are read from: a table of the warehouse, or what a staging query writes. */
export type ReadTable = TableDefinition | StagingQueryDefinition;

/** How rows are read, whatever they are. */
export interface QueryDefinition {
  /** SQL for the row's time in milliseconds since the epoch; null: the end of its partition's day. */
  readonly time: string | null;
  /** First and last partition that may be read, inclusive; null is no bound. */
  readonly start: string | null;
  readonly end: string | null;
  /** Name -> SQL expression over the table's columns, in the dialect of the definition that reads it. */
  readonly select: Readonly<Record<string, string>>;
  readonly where: readonly string[];
  readonly partition: PartitionDefinition | null;
  /** Statements that are run once before the rows are read. */
  readonly setup: readonly string[];
}

/** How a table is cut into partitions; null is what the warehouse is configured with. */
export interface PartitionDefinition {
  readonly column: string | null;
  /** A pattern of java.time: `yyyyMMdd`. */
  readonly format: string | null;
  /** The span of time of one partition; null is a day. */
  readonly every: string | null;
  /** How late partitions usually are. */
  readonly late: string | null;
  /** Partitions below the day that must be there before the day may be read. */
  readonly waitFor: readonly string[];
  /** True where the column holds times, and partitions are ranges of it. */
  readonly isTime: boolean;
}

/** Things that happened. */
export interface EventSourceDefinition extends QueryDefinition {
  readonly kind: 'event-source';
  readonly place: Place;
  readonly table: ReadTable;
  readonly topic: string | null;
  /** By how much event time may leave the day of its partition, either way; null is `0d`. */
  readonly lag: string | null;
  /** SQL for the event's own identity: of events that have the same, one counts. null: every row is an event. */
  readonly id: string | null;
  /** True where each partition holds everything since the beginning. */
  readonly cumulative: boolean;
}

/** Things that are: a row an entity each day, and what changed. */
export interface EntitySourceDefinition extends QueryDefinition {
  readonly kind: 'entity-source';
  readonly place: Place;
  readonly snapshots: ReadTable;
  readonly mutations: ReadTable | null;
  readonly topic: string | null;
  /** SQL for the time of a change in milliseconds since the epoch; null: the column `mutation_ts`. */
  readonly mutationTime: string | null;
  /** SQL that is true of the row before a change; null: the column `is_before`. */
  readonly reversal: string | null;
}

/** The rows of a join. */
export interface JoinSourceDefinition extends QueryDefinition {
  readonly kind: 'join-source';
  readonly place: Place;
  readonly join: JoinDefinition;
}

/** Rows with the predictions of models. */
export interface ModelSourceDefinition {
  readonly kind: 'model-source';
  readonly place: Place;
  readonly transforms: ModelTransformsDefinition;
  /** Nothing: the columns are as they are. */
  readonly select: Readonly<Record<string, string>>;
}
