// Generated from thrift/api.thrift by tools/src/generate.ts. Do not edit.

import type { EnumDescriptor, StructDescriptor } from '../descriptor.ts';
import {
  type ClusterConfigProperties,
  clusterConfigPropertiesStruct,
  type ConfigProperties,
  configPropertiesStruct,
  type EnvironmentVariables,
  environmentVariablesStruct,
  type ExecutionInfo,
  executionInfoStruct,
  type TableDependency,
  tableDependencyStruct,
  type Window,
  windowStruct,
} from './common.ts';
import { type DriftSpec, driftSpecStruct } from './observability.ts';

/** How rows of a source are read: which, when, and with which columns. */
export interface Query {
  /** Output column -> SQL expression over one row. Unset means every column as it is. */
  readonly selects?: Readonly<Record<string, string>>;
  /** SQL conditions that a row must all meet. */
  readonly wheres?: readonly string[];
  /** The first partition that may be read. */
  readonly startPartition?: string;
  /** The last partition that may be read. */
  readonly endPartition?: string;
  /** SQL expression for the event's time, in milliseconds since the epoch. */
  readonly timeColumn?: string;
  /** Statements run once before the query. */
  readonly setups?: readonly string[];
  /** SQL expression for the time at which an entity was changed, in milliseconds since the epoch; unset means `mutation_ts`. */
  readonly mutationTimeColumn?: string;
  /** SQL expression that is true where a row is an entity as it was before the change; unset means `is_before`. */
  readonly reversalColumn?: string;
  /** The table's partition column; unset means the one the warehouse is configured with. */
  readonly partitionColumn?: string;
  /** The pattern of a partition's value, as java.time writes it. */
  readonly partitionFormat?: string;
  /** The span of time that one partition covers; unset means a day. */
  readonly partitionInterval?: Window;
  /** How late the table usually is. */
  readonly partitionLag?: Window;
  /** Partitions below the day that must be there before the day may be read. */
  readonly subPartitionsToWaitFor?: readonly string[];
  /** True when the table has a time column instead of partitions, and is filtered by it. */
  readonly timePartitioned?: boolean;
  /** How far an event's time may leave the day of its partition, either way; unset means not at all. Ours. */
  readonly eventLag?: Window;
  /** SQL expression for the event's own identity: of events that have the same, one counts. Unset means that every row is an event. Ours. */
  readonly eventId?: string;
}

export const queryStruct: StructDescriptor<Query> = {
  name: 'Query',
  kind: 'struct',
  fields: [
    { id: 1, name: 'selects', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
    { id: 2, name: 'wheres', type: { kind: 'list', element: { kind: 'string' } }, requiredness: 'optional' },
    { id: 3, name: 'startPartition', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 4, name: 'endPartition', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 5, name: 'timeColumn', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 6, name: 'setups', type: { kind: 'list', element: { kind: 'string' } }, requiredness: 'optional' },
    { id: 7, name: 'mutationTimeColumn', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 8, name: 'reversalColumn', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 20, name: 'partitionColumn', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 21, name: 'partitionFormat', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 22, name: 'partitionInterval', type: { kind: 'struct', struct: () => windowStruct }, requiredness: 'optional' },
    { id: 23, name: 'partitionLag', type: { kind: 'struct', struct: () => windowStruct }, requiredness: 'optional' },
    { id: 24, name: 'subPartitionsToWaitFor', type: { kind: 'list', element: { kind: 'string' } }, requiredness: 'optional' },
    { id: 25, name: 'timePartitioned', type: { kind: 'bool' }, requiredness: 'optional' },
    { id: 1001, name: 'eventLag', type: { kind: 'struct', struct: () => windowStruct }, requiredness: 'optional' },
    { id: 1002, name: 'eventId', type: { kind: 'string' }, requiredness: 'optional' },
  ],
};

/** Which engine runs a staging query. */
export const EngineType = {
  SPARK: 0,
  BIGQUERY: 1,
  SNOWFLAKE: 2,
} as const;
export type EngineType = (typeof EngineType)[keyof typeof EngineType];

export const engineTypeEnum: EnumDescriptor = { name: 'EngineType', numbers: EngineType };

/** A table made by a SQL query, day by day. */
export interface StagingQuery {
  /** Its name and how it runs. */
  readonly metaData?: MetaData;
  /** The SQL, with macros such as `{{ start_date }}`. */
  readonly query?: string;
  /** The first partition to be computed. */
  readonly startPartition?: string;
  /** Statements run once before the query. */
  readonly setups?: readonly string[];
  /** The engine; unset means Spark in the existing system and the warehouse here. */
  readonly engineType?: EngineType;
  /** The tables that the query reads, and which days of them. */
  readonly tableDependencies?: readonly TableDependency[];
  /** How many of the last days are computed anew on each run. */
  readonly recomputeDays?: number;
}

export const stagingQueryStruct: StructDescriptor<StagingQuery> = {
  name: 'StagingQuery',
  kind: 'struct',
  fields: [
    { id: 1, name: 'metaData', type: { kind: 'struct', struct: () => metaDataStruct }, requiredness: 'optional' },
    { id: 2, name: 'query', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 3, name: 'startPartition', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 4, name: 'setups', type: { kind: 'list', element: { kind: 'string' } }, requiredness: 'optional' },
    { id: 5, name: 'engineType', type: { kind: 'enum', enum: engineTypeEnum }, requiredness: 'optional' },
    { id: 6, name: 'tableDependencies', type: { kind: 'list', element: { kind: 'struct', struct: () => tableDependencyStruct } }, requiredness: 'optional' },
    { id: 20, name: 'recomputeDays', type: { kind: 'i32' }, requiredness: 'optional' },
  ],
};

/** Things that happened: rows with a time of their own. */
export interface EventSource {
  /** The table; sub-partitions may follow as `/key=value`. */
  readonly table?: string;
  /** The same events as a stream. */
  readonly topic?: string;
  /** How both are read. */
  readonly query?: Query;
  /** True when each partition holds everything since the beginning, so that one is enough. */
  readonly isCumulative?: boolean;
}

export const eventSourceStruct: StructDescriptor<EventSource> = {
  name: 'EventSource',
  kind: 'struct',
  fields: [
    { id: 1, name: 'table', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'topic', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 3, name: 'query', type: { kind: 'struct', struct: () => queryStruct }, requiredness: 'optional' },
    { id: 4, name: 'isCumulative', type: { kind: 'bool' }, requiredness: 'optional' },
  ],
};

/** Things that are: one row an entity each day, and its changes. */
export interface EntitySource {
  /** All entities as they were at the end of each day. */
  readonly snapshotTable?: string;
  /** Each day's changes: rows before and after. */
  readonly mutationTable?: string;
  /** The same changes as a stream. */
  readonly mutationTopic?: string;
  /** How all three are read. */
  readonly query?: Query;
}

export const entitySourceStruct: StructDescriptor<EntitySource> = {
  name: 'EntitySource',
  kind: 'struct',
  fields: [
    { id: 1, name: 'snapshotTable', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'mutationTable', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 3, name: 'mutationTopic', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 4, name: 'query', type: { kind: 'struct', struct: () => queryStruct }, requiredness: 'optional' },
  ],
};

/** Features that a service outside gives. */
export interface ExternalSource {
  /** Its name is what the service is registered under. */
  readonly metadata?: MetaData;
  /** The struct of its keys. */
  readonly keySchema?: TDataType;
  /** The struct of its values. */
  readonly valueSchema?: TDataType;
}

export const externalSourceStruct: StructDescriptor<ExternalSource> = {
  name: 'ExternalSource',
  kind: 'struct',
  fields: [
    { id: 1, name: 'metadata', type: { kind: 'struct', struct: () => metaDataStruct }, requiredness: 'optional' },
    { id: 2, name: 'keySchema', type: { kind: 'struct', struct: () => tDataTypeStruct }, requiredness: 'optional' },
    { id: 3, name: 'valueSchema', type: { kind: 'struct', struct: () => tDataTypeStruct }, requiredness: 'optional' },
  ],
};

/** The output of a Join, read as events. */
export interface JoinSource {
  /** The Join, whole. */
  readonly join?: Join;
  /** How its rows are read. */
  readonly query?: Query;
}

export const joinSourceStruct: StructDescriptor<JoinSource> = {
  name: 'JoinSource',
  kind: 'struct',
  fields: [
    { id: 1, name: 'join', type: { kind: 'struct', struct: () => joinStruct }, requiredness: 'optional' },
    { id: 2, name: 'query', type: { kind: 'struct', struct: () => queryStruct }, requiredness: 'optional' },
  ],
};

/** Where rows come from. */
export type Source =
  | {
      /** A table of events. */
      readonly events: EventSource;
      readonly entities?: never;
      readonly joinSource?: never;
      readonly modelTransforms?: never;
    }
  | {
      readonly events?: never;
      /** A table of entities. */
      readonly entities: EntitySource;
      readonly joinSource?: never;
      readonly modelTransforms?: never;
    }
  | {
      readonly events?: never;
      readonly entities?: never;
      /** The output of a Join. */
      readonly joinSource: JoinSource;
      readonly modelTransforms?: never;
    }
  | {
      readonly events?: never;
      readonly entities?: never;
      readonly joinSource?: never;
      /** Rows with the predictions of models. */
      readonly modelTransforms: ModelTransforms;
    };

export const sourceStruct: StructDescriptor<Source> = {
  name: 'Source',
  kind: 'union',
  fields: [
    { id: 1, name: 'events', type: { kind: 'struct', struct: () => eventSourceStruct }, requiredness: 'optional' },
    { id: 2, name: 'entities', type: { kind: 'struct', struct: () => entitySourceStruct }, requiredness: 'optional' },
    { id: 3, name: 'joinSource', type: { kind: 'struct', struct: () => joinSourceStruct }, requiredness: 'optional' },
    { id: 4, name: 'modelTransforms', type: { kind: 'struct', struct: () => modelTransformsStruct }, requiredness: 'optional' },
  ],
};

/** What is computed of the rows in a window. */
export const Operation = {
  MIN: 0,
  MAX: 1,
  FIRST: 2,
  LAST: 3,
  UNIQUE_COUNT: 4,
  APPROX_UNIQUE_COUNT: 5,
  COUNT: 6,
  SUM: 7,
  AVERAGE: 8,
  VARIANCE: 9,
  SKEW: 10,
  KURTOSIS: 11,
  APPROX_PERCENTILE: 12,
  LAST_K: 13,
  FIRST_K: 14,
  TOP_K: 15,
  BOTTOM_K: 16,
  HISTOGRAM: 17,
  APPROX_FREQUENT_K: 18,
  APPROX_HEAVY_HITTERS_K: 19,
  UNIQUE_TOP_K: 20,
  /** An older fork calls this 19. */
  BOUNDED_UNIQUE_COUNT: 1001,
} as const;
export type Operation = (typeof Operation)[keyof typeof Operation];

export const operationEnum: EnumDescriptor = { name: 'Operation', numbers: Operation };

/** One operation on one column, over any number of windows and buckets. */
export interface Aggregation {
  /** A column of the selected rows. */
  readonly inputColumn?: string;
  /** The operation. */
  readonly operation?: Operation;
  /** Its parameters, such as `k`, as text. */
  readonly argMap?: Readonly<Record<string, string>>;
  /** One output for each; unset means one output since ever. */
  readonly windows?: readonly Window[];
  /** Columns whose values are told apart, one output for each; unset means none. */
  readonly buckets?: readonly string[];
}

export const aggregationStruct: StructDescriptor<Aggregation> = {
  name: 'Aggregation',
  kind: 'struct',
  fields: [
    { id: 1, name: 'inputColumn', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'operation', type: { kind: 'enum', enum: operationEnum }, requiredness: 'optional' },
    { id: 3, name: 'argMap', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
    { id: 4, name: 'windows', type: { kind: 'list', element: { kind: 'struct', struct: () => windowStruct } }, requiredness: 'optional' },
    { id: 5, name: 'buckets', type: { kind: 'list', element: { kind: 'string' } }, requiredness: 'optional' },
  ],
};

/** One output of an aggregation: one window, at most one bucket. */
export interface AggregationPart {
  /** A column of the selected rows. */
  readonly inputColumn?: string;
  /** The operation. */
  readonly operation?: Operation;
  /** Its parameters, as text. */
  readonly argMap?: Readonly<Record<string, string>>;
  /** The window; unset means since ever. */
  readonly window?: Window;
  /** The column whose values are told apart. */
  readonly bucket?: string;
}

export const aggregationPartStruct: StructDescriptor<AggregationPart> = {
  name: 'AggregationPart',
  kind: 'struct',
  fields: [
    { id: 1, name: 'inputColumn', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'operation', type: { kind: 'enum', enum: operationEnum }, requiredness: 'optional' },
    { id: 3, name: 'argMap', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
    { id: 4, name: 'window', type: { kind: 'struct', struct: () => windowStruct }, requiredness: 'optional' },
    { id: 5, name: 'bucket', type: { kind: 'string' }, requiredness: 'optional' },
  ],
};

/** How fresh features are. */
export const Accuracy = {
  /** To the moment of the request. */
  TEMPORAL: 0,
  /** To the last midnight. */
  SNAPSHOT: 1,
} as const;
export type Accuracy = (typeof Accuracy)[keyof typeof Accuracy];

export const accuracyEnum: EnumDescriptor = { name: 'Accuracy', numbers: Accuracy };

/** A language of expressions. Ours. */
export const ExpressionDialect = {
  /** As BigQuery has it. */
  GOOGLESQL: 0,
  /** Spark SQL, as the existing system has it. */
  SPARK: 1,
} as const;
export type ExpressionDialect = (typeof ExpressionDialect)[keyof typeof ExpressionDialect];

export const expressionDialectEnum: EnumDescriptor = { name: 'ExpressionDialect', numbers: ExpressionDialect };

/** What is known of a definition besides what it computes. */
export interface MetaData {
  /** `{team}.{file}.{variable}__{version}`. */
  readonly name?: string;
  /** Whose it is. */
  readonly team?: string;
  /** The version, as text. */
  readonly version?: string;
  /** The database or dataset of its output tables. */
  readonly outputNamespace?: string;
  /** Partition columns of the output besides the day. */
  readonly additionalOutputPartitionColumns?: readonly string[];
  /** Properties given to the output tables. */
  readonly tableProperties?: Readonly<Record<string, string>>;
  /** Free tags of the definition. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Output column -> its free tags. */
  readonly columnTags?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Output column -> the hash of what it means; the compiler fills it. */
  readonly columnHashes?: Readonly<Record<string, string>>;
  /** True when it is served. Its meaning is then frozen: a change is a new version. */
  readonly online?: boolean;
  /** True when production depends on it. */
  readonly production?: boolean;
  /** The file it was written in. */
  readonly sourceFile?: string;
  /** Free JSON for other tools. */
  readonly customJson?: string;
  /** True when served values are compared with backfilled ones. */
  readonly consistencyCheck?: boolean;
  /** How many percent of the responses are logged. */
  readonly samplePercent?: number;
  /** How many percent of the logged rows are compared. */
  readonly consistencySamplePercent?: number;
  /** Which drift is watched. */
  readonly driftSpec?: DriftSpec;
  /** How and when its jobs run. */
  readonly executionInfo?: ExecutionInfo;
  /** What its own expressions are written in: selects, conditions, times and derivations. Unset means that the reader has to be told. Ours. */
  readonly expressionDialect?: ExpressionDialect;
}

export const metaDataStruct: StructDescriptor<MetaData> = {
  name: 'MetaData',
  kind: 'struct',
  fields: [
    { id: 1, name: 'name', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'team', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 3, name: 'version', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 4, name: 'outputNamespace', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 5, name: 'additionalOutputPartitionColumns', type: { kind: 'list', element: { kind: 'string' } }, requiredness: 'optional' },
    { id: 6, name: 'tableProperties', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
    { id: 20, name: 'tags', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
    { id: 21, name: 'columnTags', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } } }, requiredness: 'optional' },
    { id: 22, name: 'columnHashes', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
    { id: 100, name: 'online', type: { kind: 'bool' }, requiredness: 'optional' },
    { id: 101, name: 'production', type: { kind: 'bool' }, requiredness: 'optional' },
    { id: 102, name: 'sourceFile', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 103, name: 'customJson', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 200, name: 'consistencyCheck', type: { kind: 'bool' }, requiredness: 'optional' },
    { id: 201, name: 'samplePercent', type: { kind: 'double' }, requiredness: 'optional' },
    { id: 202, name: 'consistencySamplePercent', type: { kind: 'double' }, requiredness: 'optional' },
    { id: 203, name: 'driftSpec', type: { kind: 'struct', struct: () => driftSpecStruct }, requiredness: 'optional' },
    { id: 204, name: 'executionInfo', type: { kind: 'struct', struct: () => executionInfoStruct }, requiredness: 'optional' },
    { id: 1001, name: 'expressionDialect', type: { kind: 'enum', enum: expressionDialectEnum }, requiredness: 'optional' },
  ],
};

/** The kinds of definitions. */
export const ConfType = {
  GROUP_BY: 0,
  JOIN: 1,
  STAGING_QUERY: 2,
  MODEL: 3,
  MODEL_TRANSFORMS: 4,
} as const;
export type ConfType = (typeof ConfType)[keyof typeof ConfType];

export const confTypeEnum: EnumDescriptor = { name: 'ConfType', numbers: ConfType };

/** A compiled file as it travels to the orchestrator. */
export interface Conf {
  /** The definition's name. */
  readonly name?: string;
  /** The hash of the contents. */
  readonly hash?: string;
  /** The compiled JSON. */
  readonly contents?: string;
  /** Which struct the contents are. */
  readonly confType?: ConfType;
  /** Where the file lay. */
  readonly localPath?: string;
}

export const confStruct: StructDescriptor<Conf> = {
  name: 'Conf',
  kind: 'struct',
  fields: [
    { id: 1, name: 'name', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'hash', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 3, name: 'contents', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 4, name: 'confType', type: { kind: 'enum', enum: confTypeEnum }, requiredness: 'optional' },
    { id: 5, name: 'localPath', type: { kind: 'string' }, requiredness: 'optional' },
  ],
};

/** Features of an entity: aggregations of rows by key. */
export interface GroupBy {
  /** Its name and how it runs. */
  readonly metaData?: MetaData;
  /** Where rows come from; all sources select columns of the same names. */
  readonly sources?: readonly Source[];
  /** Columns that make the key, in the order of the key record's fields. */
  readonly keyColumns?: readonly string[];
  /** What is computed. Unset means that rows are one a key already and are taken as they are. */
  readonly aggregations?: readonly Aggregation[];
  /** How fresh the features are; unset means TEMPORAL where a source has a stream, else SNAPSHOT. */
  readonly accuracy?: Accuracy;
  /** Columns computed from the features. */
  readonly derivations?: readonly Derivation[];
}

export const groupByStruct: StructDescriptor<GroupBy> = {
  name: 'GroupBy',
  kind: 'struct',
  fields: [
    { id: 1, name: 'metaData', type: { kind: 'struct', struct: () => metaDataStruct }, requiredness: 'optional' },
    { id: 2, name: 'sources', type: { kind: 'list', element: { kind: 'struct', struct: () => sourceStruct } }, requiredness: 'optional' },
    { id: 3, name: 'keyColumns', type: { kind: 'list', element: { kind: 'string' } }, requiredness: 'optional' },
    { id: 4, name: 'aggregations', type: { kind: 'list', element: { kind: 'struct', struct: () => aggregationStruct } }, requiredness: 'optional' },
    { id: 5, name: 'accuracy', type: { kind: 'enum', enum: accuracyEnum }, requiredness: 'optional' },
    { id: 7, name: 'derivations', type: { kind: 'list', element: { kind: 'struct', struct: () => derivationStruct } }, requiredness: 'optional' },
  ],
};

/** A GroupBy as part of a Join. */
export interface JoinPart {
  /** The GroupBy, whole. */
  readonly groupBy?: GroupBy;
  /** Left column -> key column of the GroupBy; a key not named here has the left column of its own name. */
  readonly keyMapping?: Readonly<Record<string, string>>;
  /** Put before the names of the part's columns, so that one GroupBy can be joined twice. */
  readonly prefix?: string;
  /** As in the Join; the compiler copies it here. */
  readonly useLongNames?: boolean;
}

export const joinPartStruct: StructDescriptor<JoinPart> = {
  name: 'JoinPart',
  kind: 'struct',
  fields: [
    { id: 1, name: 'groupBy', type: { kind: 'struct', struct: () => groupByStruct }, requiredness: 'optional' },
    { id: 2, name: 'keyMapping', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
    { id: 3, name: 'prefix', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 10, name: 'useLongNames', type: { kind: 'bool' }, requiredness: 'optional' },
  ],
};

/** Features from outside as part of a Join. */
export interface ExternalPart {
  /** The service. */
  readonly source?: ExternalSource;
  /** Left column -> key of the service. */
  readonly keyMapping?: Readonly<Record<string, string>>;
  /** Put before the names of the part's columns. */
  readonly prefix?: string;
}

export const externalPartStruct: StructDescriptor<ExternalPart> = {
  name: 'ExternalPart',
  kind: 'struct',
  fields: [
    { id: 1, name: 'source', type: { kind: 'struct', struct: () => externalSourceStruct }, requiredness: 'optional' },
    { id: 2, name: 'keyMapping', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
    { id: 3, name: 'prefix', type: { kind: 'string' }, requiredness: 'optional' },
  ],
};

/** A column computed from other columns. */
export interface Derivation {
  /** The column's name; `*` stands for all columns there are. */
  readonly name?: string;
  /** A column's name, which renames it, or a SQL expression. */
  readonly expression?: string;
}

export const derivationStruct: StructDescriptor<Derivation> = {
  name: 'Derivation',
  kind: 'struct',
  fields: [
    { id: 1, name: 'name', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'expression', type: { kind: 'string' }, requiredness: 'optional' },
  ],
};

/** Rows, each with the features of its entities as they were at the row's time. */
export interface Join {
  /** Its name and how it runs. */
  readonly metaData?: MetaData;
  /** The rows. */
  readonly left?: Source;
  /** The features. */
  readonly joinParts?: readonly JoinPart[];
  /** Left column -> SQL literals of keys so frequent that rows with them are left out. */
  readonly skewKeys?: Readonly<Record<string, readonly string[]>>;
  /** Features from outside, when served. */
  readonly onlineExternalParts?: readonly ExternalPart[];
  /** Tables whose values are taken instead of computed ones. */
  readonly bootstrapParts?: readonly BootstrapPart[];
  /** The left columns that identify a row. */
  readonly rowIds?: readonly string[];
  /** Columns computed from the features. */
  readonly derivations?: readonly Derivation[];
  /** True when a feature is named after its GroupBy, false when after its keys; unset means true. */
  readonly useLongNames?: boolean;
  /** What happened after each row's time, as its labels. Ours: an older fork has another field 6 for it. */
  readonly labelParts?: readonly LabelPart[];
}

export const joinStruct: StructDescriptor<Join> = {
  name: 'Join',
  kind: 'struct',
  fields: [
    { id: 1, name: 'metaData', type: { kind: 'struct', struct: () => metaDataStruct }, requiredness: 'optional' },
    { id: 2, name: 'left', type: { kind: 'struct', struct: () => sourceStruct }, requiredness: 'optional' },
    { id: 3, name: 'joinParts', type: { kind: 'list', element: { kind: 'struct', struct: () => joinPartStruct } }, requiredness: 'default' },
    { id: 4, name: 'skewKeys', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'list', element: { kind: 'string' } } }, requiredness: 'optional' },
    { id: 5, name: 'onlineExternalParts', type: { kind: 'list', element: { kind: 'struct', struct: () => externalPartStruct } }, requiredness: 'optional' },
    { id: 7, name: 'bootstrapParts', type: { kind: 'list', element: { kind: 'struct', struct: () => bootstrapPartStruct } }, requiredness: 'optional' },
    { id: 8, name: 'rowIds', type: { kind: 'list', element: { kind: 'string' } }, requiredness: 'optional' },
    { id: 9, name: 'derivations', type: { kind: 'list', element: { kind: 'struct', struct: () => derivationStruct } }, requiredness: 'optional' },
    { id: 50, name: 'useLongNames', type: { kind: 'bool' }, requiredness: 'optional' },
    { id: 1001, name: 'labelParts', type: { kind: 'list', element: { kind: 'struct', struct: () => labelPartStruct } }, requiredness: 'optional' },
  ],
};

/** A GroupBy whose values over a span after a row's time q are the row's labels: over [q + startOffset, q + endOffset). Ours. */
export interface LabelPart {
  /** The GroupBy, its keys and its prefix. */
  readonly joinPart?: JoinPart;
  /** How long after the row's time the span begins; unset means at once. */
  readonly startOffset?: Window;
  /** How long after the row's time the span ends. */
  readonly endOffset?: Window;
}

export const labelPartStruct: StructDescriptor<LabelPart> = {
  name: 'LabelPart',
  kind: 'struct',
  fields: [
    { id: 1, name: 'joinPart', type: { kind: 'struct', struct: () => joinPartStruct }, requiredness: 'optional' },
    { id: 2, name: 'startOffset', type: { kind: 'struct', struct: () => windowStruct }, requiredness: 'optional' },
    { id: 3, name: 'endOffset', type: { kind: 'struct', struct: () => windowStruct }, requiredness: 'optional' },
  ],
};

/** A table whose values are taken instead of computed ones. */
export interface BootstrapPart {
  /** Its name. */
  readonly metaData?: MetaData;
  /** The table. */
  readonly table?: string;
  /** How it is read. */
  readonly query?: Query;
  /** The columns that find the left row; unset means the row ids of the Join. */
  readonly keyColumns?: readonly string[];
}

export const bootstrapPartStruct: StructDescriptor<BootstrapPart> = {
  name: 'BootstrapPart',
  kind: 'struct',
  fields: [
    { id: 1, name: 'metaData', type: { kind: 'struct', struct: () => metaDataStruct }, requiredness: 'optional' },
    { id: 2, name: 'table', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 3, name: 'query', type: { kind: 'struct', struct: () => queryStruct }, requiredness: 'optional' },
    { id: 4, name: 'keyColumns', type: { kind: 'list', element: { kind: 'string' } }, requiredness: 'optional' },
  ],
};

/** What a fetcher must know of an uploaded GroupBy. It lies beside the values. */
export interface GroupByServingInfo {
  /** The GroupBy as it was when it was uploaded. */
  readonly groupBy?: GroupBy;
  /** Avro schema of a row as it comes from the stream. */
  readonly inputAvroSchema?: string;
  /** Avro schema of a row after its selects. */
  readonly selectedAvroSchema?: string;
  /** Avro schema of the key. */
  readonly keyAvroSchema?: string;
  /** The first day that the upload does not cover. */
  readonly batchEndDate?: string;
  /** The pattern of that day. */
  readonly dateFormat?: string;
  /** Avro schema that the upload's values are written with: of a batch half where the GroupBy is temporal, else of its features. Ours. */
  readonly batchValueAvroSchema?: string;
}

export const groupByServingInfoStruct: StructDescriptor<GroupByServingInfo> = {
  name: 'GroupByServingInfo',
  kind: 'struct',
  fields: [
    { id: 1, name: 'groupBy', type: { kind: 'struct', struct: () => groupByStruct }, requiredness: 'optional' },
    { id: 2, name: 'inputAvroSchema', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 3, name: 'selectedAvroSchema', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 4, name: 'keyAvroSchema', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 5, name: 'batchEndDate', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 6, name: 'dateFormat', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 1001, name: 'batchValueAvroSchema', type: { kind: 'string' }, requiredness: 'optional' },
  ],
};

/** The kinds of data types. Their order here is their number. */
export const DataKind = {
  BOOLEAN: 0,
  BYTE: 1,
  SHORT: 2,
  INT: 3,
  LONG: 4,
  FLOAT: 5,
  DOUBLE: 6,
  STRING: 7,
  BINARY: 8,
  DATE: 9,
  TIMESTAMP: 10,
  MAP: 11,
  LIST: 12,
  STRUCT: 13,
  DECIMAL: 14,
} as const;
export type DataKind = (typeof DataKind)[keyof typeof DataKind];

export const dataKindEnum: EnumDescriptor = { name: 'DataKind', numbers: DataKind };

/** A named type: a field of a struct, or a parameter of a container. */
export interface DataField {
  /** Its name. */
  readonly name?: string;
  /** Its type. */
  readonly dataType?: TDataType;
}

export const dataFieldStruct: StructDescriptor<DataField> = {
  name: 'DataField',
  kind: 'struct',
  fields: [
    { id: 1, name: 'name', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'dataType', type: { kind: 'struct', struct: () => tDataTypeStruct }, requiredness: 'optional' },
  ],
};

/** A data type. */
export interface TDataType {
  /** Which kind. */
  readonly kind: DataKind;
  /** LIST: `elem`. MAP: `key` and `value`. STRUCT: its fields. DECIMAL: two, whose names are the precision and the scale. */
  readonly params?: readonly DataField[];
  /** The name of a STRUCT. */
  readonly name?: string;
}

export const tDataTypeStruct: StructDescriptor<TDataType> = {
  name: 'TDataType',
  kind: 'struct',
  fields: [
    { id: 1, name: 'kind', type: { kind: 'enum', enum: dataKindEnum }, requiredness: 'required' },
    { id: 2, name: 'params', type: { kind: 'list', element: { kind: 'struct', struct: () => dataFieldStruct } }, requiredness: 'optional' },
    { id: 3, name: 'name', type: { kind: 'string' }, requiredness: 'optional' },
  ],
};

/** What is known of a table's data. */
export interface DataSpec {
  /** The struct of a row. */
  readonly schema?: TDataType;
  /** The columns that name a partition. */
  readonly partitionColumns?: readonly string[];
  /** How many days are kept. */
  readonly retentionDays?: number;
  /** Free properties. */
  readonly props?: Readonly<Record<string, string>>;
}

export const dataSpecStruct: StructDescriptor<DataSpec> = {
  name: 'DataSpec',
  kind: 'struct',
  fields: [
    { id: 1, name: 'schema', type: { kind: 'struct', struct: () => tDataTypeStruct }, requiredness: 'optional' },
    { id: 2, name: 'partitionColumns', type: { kind: 'list', element: { kind: 'string' } }, requiredness: 'optional' },
    { id: 3, name: 'retentionDays', type: { kind: 'i32' }, requiredness: 'optional' },
    { id: 4, name: 'props', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
  ],
};

/** Defaults of everything a team owns. */
export interface Team {
  /** Its name. */
  readonly name?: string;
  /** Who they are. */
  readonly description?: string;
  /** Where to write to. */
  readonly email?: string;
  /** The database or dataset of their output tables. */
  readonly outputNamespace?: string;
  /** Properties given to their output tables. */
  readonly tableProperties?: Readonly<Record<string, string>>;
  /** Environment variables of their jobs. */
  readonly env?: EnvironmentVariables;
  /** Settings of the engine. */
  readonly conf?: ConfigProperties;
  /** Settings of the cluster. */
  readonly clusterConf?: ClusterConfigProperties;
}

export const teamStruct: StructDescriptor<Team> = {
  name: 'Team',
  kind: 'struct',
  fields: [
    { id: 1, name: 'name', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'description', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 3, name: 'email', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 10, name: 'outputNamespace', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 11, name: 'tableProperties', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
    { id: 20, name: 'env', type: { kind: 'struct', struct: () => environmentVariablesStruct }, requiredness: 'optional' },
    { id: 21, name: 'conf', type: { kind: 'struct', struct: () => configPropertiesStruct }, requiredness: 'optional' },
    { id: 22, name: 'clusterConf', type: { kind: 'struct', struct: () => clusterConfigPropertiesStruct }, requiredness: 'optional' },
  ],
};

/** Whether rows are things that are or things that happened. */
export const DataModel = {
  ENTITIES: 0,
  EVENTS: 1,
} as const;
export type DataModel = (typeof DataModel)[keyof typeof DataModel];

export const dataModelEnum: EnumDescriptor = { name: 'DataModel', numbers: DataModel };

/** Where a model runs. */
export const ModelBackend = {
  VertexAI: 0,
  SageMaker: 1,
} as const;
export type ModelBackend = (typeof ModelBackend)[keyof typeof ModelBackend];

export const modelBackendEnum: EnumDescriptor = { name: 'ModelBackend', numbers: ModelBackend };

/** A model and how its inputs and outputs hang together with columns. */
export interface Model {
  /** Its name and how it runs. */
  readonly metaData?: MetaData;
  /** How it is asked. */
  readonly inferenceSpec?: InferenceSpec;
  /** Input of the model -> SQL expression over a row. */
  readonly inputMapping?: Readonly<Record<string, string>>;
  /** Output column -> SQL expression over a prediction. */
  readonly outputMapping?: Readonly<Record<string, string>>;
  /** The struct of a prediction. */
  readonly valueSchema?: TDataType;
  /** Where its artifacts lie. */
  readonly modelArtifactBaseUri?: string;
  /** How it is trained. */
  readonly trainingConf?: TrainingSpec;
  /** How it is deployed. */
  readonly deploymentConf?: DeploymentSpec;
}

export const modelStruct: StructDescriptor<Model> = {
  name: 'Model',
  kind: 'struct',
  fields: [
    { id: 1, name: 'metaData', type: { kind: 'struct', struct: () => metaDataStruct }, requiredness: 'optional' },
    { id: 2, name: 'inferenceSpec', type: { kind: 'struct', struct: () => inferenceSpecStruct }, requiredness: 'optional' },
    { id: 3, name: 'inputMapping', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
    { id: 4, name: 'outputMapping', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
    { id: 5, name: 'valueSchema', type: { kind: 'struct', struct: () => tDataTypeStruct }, requiredness: 'optional' },
    { id: 6, name: 'modelArtifactBaseUri', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 7, name: 'trainingConf', type: { kind: 'struct', struct: () => trainingSpecStruct }, requiredness: 'optional' },
    { id: 8, name: 'deploymentConf', type: { kind: 'struct', struct: () => deploymentSpecStruct }, requiredness: 'optional' },
  ],
};

/** How a model is asked. */
export interface InferenceSpec {
  /** Where it runs. */
  readonly modelBackend?: ModelBackend;
  /** Parameters of that backend. */
  readonly modelBackendParams?: Readonly<Record<string, string>>;
  /** The machines it runs on. */
  readonly resourceConfig?: ResourceConfig;
}

export const inferenceSpecStruct: StructDescriptor<InferenceSpec> = {
  name: 'InferenceSpec',
  kind: 'struct',
  fields: [
    { id: 1, name: 'modelBackend', type: { kind: 'enum', enum: modelBackendEnum }, requiredness: 'optional' },
    { id: 2, name: 'modelBackendParams', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
    { id: 3, name: 'resourceConfig', type: { kind: 'struct', struct: () => resourceConfigStruct }, requiredness: 'optional' },
  ],
};

/** How many machines of which type. */
export interface ResourceConfig {
  /** At least so many. */
  readonly minReplicaCount?: number;
  /** At most so many. */
  readonly maxReplicaCount?: number;
  /** The provider's name of the type. */
  readonly machineType?: string;
}

export const resourceConfigStruct: StructDescriptor<ResourceConfig> = {
  name: 'ResourceConfig',
  kind: 'struct',
  fields: [
    { id: 1, name: 'minReplicaCount', type: { kind: 'i32' }, requiredness: 'optional' },
    { id: 2, name: 'maxReplicaCount', type: { kind: 'i32' }, requiredness: 'optional' },
    { id: 3, name: 'machineType', type: { kind: 'string' }, requiredness: 'optional' },
  ],
};

/** Rows enriched with the predictions of models. */
export interface ModelTransforms {
  /** The rows. */
  readonly sources?: readonly Source[];
  /** The models. */
  readonly models?: readonly Model[];
  /** Columns of the rows that are kept. */
  readonly passthroughFields?: readonly string[];
  /** Its name and how it runs. */
  readonly metaData?: MetaData;
  /** The struct of the key; it may be left out over a Join. */
  readonly keySchema?: TDataType;
}

export const modelTransformsStruct: StructDescriptor<ModelTransforms> = {
  name: 'ModelTransforms',
  kind: 'struct',
  fields: [
    { id: 1, name: 'sources', type: { kind: 'list', element: { kind: 'struct', struct: () => sourceStruct } }, requiredness: 'optional' },
    { id: 2, name: 'models', type: { kind: 'list', element: { kind: 'struct', struct: () => modelStruct } }, requiredness: 'optional' },
    { id: 3, name: 'passthroughFields', type: { kind: 'list', element: { kind: 'string' } }, requiredness: 'optional' },
    { id: 4, name: 'metaData', type: { kind: 'struct', struct: () => metaDataStruct }, requiredness: 'optional' },
    { id: 5, name: 'keySchema', type: { kind: 'struct', struct: () => tDataTypeStruct }, requiredness: 'optional' },
  ],
};

/** How a model is trained. */
export interface TrainingSpec {
  /** The rows it learns from. */
  readonly trainingDataSource?: Source;
  /** How far back they go. */
  readonly trainingDataWindow?: Window;
  /** When: a cron line or `@daily`. */
  readonly schedule?: string;
  /** The container's image. */
  readonly image?: string;
  /** The Python module that trains. */
  readonly pythonModule?: string;
  /** The machines it is trained on. */
  readonly resourceConfig?: ResourceConfig;
  /** Free settings of the job. */
  readonly jobConfigs?: Readonly<Record<string, string>>;
}

export const trainingSpecStruct: StructDescriptor<TrainingSpec> = {
  name: 'TrainingSpec',
  kind: 'struct',
  fields: [
    { id: 1, name: 'trainingDataSource', type: { kind: 'struct', struct: () => sourceStruct }, requiredness: 'optional' },
    { id: 2, name: 'trainingDataWindow', type: { kind: 'struct', struct: () => windowStruct }, requiredness: 'optional' },
    { id: 3, name: 'schedule', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 4, name: 'image', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 5, name: 'pythonModule', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 6, name: 'resourceConfig', type: { kind: 'struct', struct: () => resourceConfigStruct }, requiredness: 'optional' },
    { id: 7, name: 'jobConfigs', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
  ],
};

/** The container that serves a model. */
export interface ServingContainerConfig {
  /** Its image. */
  readonly image?: string;
  /** The path that tells whether it is well. */
  readonly servingHealthRoute?: string;
  /** The path that predicts. */
  readonly servingPredictRoute?: string;
  /** Its environment variables. */
  readonly servingContainerEnvVars?: Readonly<Record<string, string>>;
}

export const servingContainerConfigStruct: StructDescriptor<ServingContainerConfig> = {
  name: 'ServingContainerConfig',
  kind: 'struct',
  fields: [
    { id: 1, name: 'image', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'servingHealthRoute', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 3, name: 'servingPredictRoute', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 4, name: 'servingContainerEnvVars', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
  ],
};

/** The endpoint of a served model. */
export interface EndpointConfig {
  /** Its name. */
  readonly endpointName?: string;
  /** Free settings. */
  readonly additionalConfigs?: Readonly<Record<string, string>>;
}

export const endpointConfigStruct: StructDescriptor<EndpointConfig> = {
  name: 'EndpointConfig',
  kind: 'struct',
  fields: [
    { id: 1, name: 'endpointName', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'additionalConfigs', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'string' } }, requiredness: 'optional' },
  ],
};

/** How a new model replaces the old one. */
export const DeploymentStrategyType = {
  BLUE_GREEN: 0,
  ROLLING: 1,
  IMMEDIATE: 2,
} as const;
export type DeploymentStrategyType = (typeof DeploymentStrategyType)[keyof typeof DeploymentStrategyType];

export const deploymentStrategyTypeEnum: EnumDescriptor = { name: 'DeploymentStrategyType', numbers: DeploymentStrategyType };

/** A number that is watched, and where it becomes too much. */
export interface Metric {
  /** Its name. */
  readonly name?: string;
  /** Where it becomes too much. */
  readonly threshold?: number;
}

export const metricStruct: StructDescriptor<Metric> = {
  name: 'Metric',
  kind: 'struct',
  fields: [
    { id: 1, name: 'name', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'threshold', type: { kind: 'double' }, requiredness: 'optional' },
  ],
};

/** The steps in which a new model takes over. */
export interface RolloutStrategy {
  /** Which way. */
  readonly rolloutType?: DeploymentStrategyType;
  /** Percent of the traffic at each step. */
  readonly validationTrafficPercentRamps?: readonly number[];
  /** Minutes that each step lasts. */
  readonly validationTrafficDurationMins?: readonly number[];
  /** Numbers that stop it. */
  readonly rolloutMetricThresholds?: readonly Metric[];
}

export const rolloutStrategyStruct: StructDescriptor<RolloutStrategy> = {
  name: 'RolloutStrategy',
  kind: 'struct',
  fields: [
    { id: 1, name: 'rolloutType', type: { kind: 'enum', enum: deploymentStrategyTypeEnum }, requiredness: 'optional' },
    { id: 2, name: 'validationTrafficPercentRamps', type: { kind: 'list', element: { kind: 'i32' } }, requiredness: 'optional' },
    { id: 3, name: 'validationTrafficDurationMins', type: { kind: 'list', element: { kind: 'i32' } }, requiredness: 'optional' },
    { id: 4, name: 'rolloutMetricThresholds', type: { kind: 'list', element: { kind: 'struct', struct: () => metricStruct } }, requiredness: 'optional' },
  ],
};

/** How a model is deployed. */
export interface DeploymentSpec {
  /** Its container. */
  readonly containerConfig?: ServingContainerConfig;
  /** Its endpoint. */
  readonly endpointConfig?: EndpointConfig;
  /** The machines it runs on. */
  readonly resourceConfig?: ResourceConfig;
  /** How it takes over. */
  readonly rolloutStrategy?: RolloutStrategy;
}

export const deploymentSpecStruct: StructDescriptor<DeploymentSpec> = {
  name: 'DeploymentSpec',
  kind: 'struct',
  fields: [
    { id: 1, name: 'containerConfig', type: { kind: 'struct', struct: () => servingContainerConfigStruct }, requiredness: 'optional' },
    { id: 2, name: 'endpointConfig', type: { kind: 'struct', struct: () => endpointConfigStruct }, requiredness: 'optional' },
    { id: 3, name: 'resourceConfig', type: { kind: 'struct', struct: () => resourceConfigStruct }, requiredness: 'optional' },
    { id: 4, name: 'rolloutStrategy', type: { kind: 'struct', struct: () => rolloutStrategyStruct }, requiredness: 'optional' },
  ],
};
