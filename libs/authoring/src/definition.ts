import type { OperationName } from '@isochron/schema';
import type { MetadataDefinition } from './metadata-definition.ts';
import type { ModelDefinition, ModelTransformsDefinition } from './model-definition.ts';
import type {
  BootstrapDefinition,
  ContextualPartDefinition,
  ExternalPartDefinition,
  LabelDefinition,
  PartDefinition,
} from './part-definition.ts';
import type { SourceDefinition } from './source-definition.ts';
import type { StagingQueryDefinition } from './staging-query-definition.ts';

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
export type Definition =
  | GroupByDefinition
  | JoinDefinition
  | StagingQueryDefinition
  | ModelDefinition
  | ModelTransformsDefinition;

/** What expressions are written in: GoogleSQL, or Spark SQL as definitions of the existing system are. */
export type ExpressionDialect = 'googlesql' | 'spark';

/** A table as declared in `features/tables.ts`: its name in the warehouse and its columns by GoogleSQL type name. */
export interface TableDefinition {
  readonly kind: 'table';
  readonly place: Place;
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
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

/** Exact at the row's instant, or as of midnight. */
export type AccuracyName = 'temporal' | 'snapshot';

export interface GroupByDefinition {
  readonly kind: 'group-by';
  readonly place: Place;
  readonly version: number;
  readonly online: boolean | null;
  readonly metadata: MetadataDefinition;
  readonly accuracy: AccuracyName | null;
  /** Of its sources' expressions and its derivations; null: the repository's. */
  readonly dialect: ExpressionDialect | null;
  readonly sources: readonly SourceDefinition[];
  readonly keys: readonly string[];
  /** null: rows are one a key already, and their columns are the features. */
  readonly aggregations: readonly AggregationDefinition[] | null;
  /** Name -> SQL expression over keys, features, `ts` (milliseconds) and `ds`. */
  readonly derive: Readonly<Record<string, string>>;
  /** Which features stay beside what is derived; null: all. */
  readonly keep: readonly string[] | null;
}

/** A value of a key. */
export type SkewKey = string | number | bigint | boolean | null;

export interface JoinDefinition {
  readonly kind: 'join';
  readonly place: Place;
  readonly version: number;
  readonly online: boolean | null;
  readonly metadata: MetadataDefinition;
  /** Of its left side's expressions and its derivations, not of its parts; null: the repository's. */
  readonly dialect: ExpressionDialect | null;
  readonly left: SourceDefinition;
  readonly parts: readonly PartDefinition[];
  /** Features from outside, when served. */
  readonly external: readonly (ExternalPartDefinition | ContextualPartDefinition)[];
  readonly bootstrap: readonly BootstrapDefinition[];
  readonly labels: readonly LabelDefinition[];
  /** Left columns that tell a row from every other. */
  readonly rowIds: readonly string[];
  /** Left column -> keys so frequent that rows with them are left out. */
  readonly skewKeys: Readonly<Record<string, readonly SkewKey[]>>;
  /** True where features are named after their GroupBys instead of their keys. */
  readonly longNames: boolean;
  /** Name -> SQL expression over left columns, features, `ts` (milliseconds) and `ds`. */
  readonly derive: Readonly<Record<string, string>>;
  /** Which features stay beside what is derived; null: all. */
  readonly keep: readonly string[] | null;
}
