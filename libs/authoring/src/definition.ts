import type { OperationName } from '@isochron/schema';

/** Where in an author's file something was written; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * What an author's call leaves behind: plain data with its place, not checked yet. The compiler lowers it to Thrift and says what is
 * wrong with it. Windows stay the text that was written ('7d').
 */
export type Definition = GroupByDefinition | JoinDefinition;

/** What expressions are written in: GoogleSQL, or Spark SQL as definitions of the existing system are. */
export type ExpressionDialect = 'googlesql' | 'spark';

/** A table as declared in `features/tables.ts`: its name in the warehouse and its columns by GoogleSQL type name. */
export interface TableDefinition {
  readonly kind: 'table';
  readonly place: Place;
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
}

export interface EventSourceDefinition {
  readonly kind: 'event-source';
  readonly place: Place;
  readonly table: TableDefinition;
  readonly topic: string | null;
  /** SQL for the event's time in milliseconds since the epoch. */
  readonly time: string;
  /** By how much event time may leave the day of its partition, either way; null is `0d`. */
  readonly lag: string | null;
  /** First and last partition the table may be read from, inclusive; null is no bound. */
  readonly start: string | null;
  readonly end: string | null;
  /** Name -> SQL expression over the table's columns, in the dialect of the definition that reads it. */
  readonly select: Readonly<Record<string, string>>;
  readonly where: readonly string[];
}

export interface AggregationDefinition {
  readonly kind: 'aggregation';
  readonly place: Place;
  readonly input: string;
  readonly operation: OperationName;
  readonly args: Readonly<Record<string, string>>;
  /** Empty: since ever. */
  readonly windows: readonly string[];
  readonly buckets: readonly string[];
}

export interface GroupByDefinition {
  readonly kind: 'group-by';
  readonly place: Place;
  readonly version: number;
  readonly online: boolean;
  readonly accuracy: 'TEMPORAL' | 'SNAPSHOT' | null;
  /** Of its sources' expressions and its derivations; null: the repository's. */
  readonly dialect: ExpressionDialect | null;
  readonly sources: readonly EventSourceDefinition[];
  readonly keys: readonly string[];
  readonly aggregations: readonly AggregationDefinition[];
  /** Name -> SQL expression over keys, features, `ts` (milliseconds) and `ds`. */
  readonly derive: Readonly<Record<string, string>>;
  /** Which features stay beside what is derived; null: all. */
  readonly keep: readonly string[] | null;
}

export interface PartDefinition {
  readonly kind: 'part';
  readonly place: Place;
  readonly groupBy: GroupByDefinition;
  /** Left column -> key of the GroupBy; keys that are not named here have the left column of their own name. */
  readonly on: Readonly<Record<string, string>>;
  readonly prefix: string | null;
}

export interface JoinDefinition {
  readonly kind: 'join';
  readonly place: Place;
  readonly version: number;
  readonly online: boolean;
  /** Of its left side's expressions and its derivations, not of its parts; null: the repository's. */
  readonly dialect: ExpressionDialect | null;
  readonly left: EventSourceDefinition;
  readonly parts: readonly PartDefinition[];
  /** Name -> SQL expression over left columns, features, `ts` (milliseconds) and `ds`. */
  readonly derive: Readonly<Record<string, string>>;
  /** Which features stay beside what is derived; null: all. */
  readonly keep: readonly string[] | null;
}
