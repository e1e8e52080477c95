/*
 * Definitions as they are compiled: sources, queries, aggregations, GroupBys, Joins, models, and what is known of each.
 * Names, field ids and enum numbers are those of the existing system. What is ours alone has numbers from 1001 on, so that a number
 * the existing system gives out later cannot mean two things.
 */

include "common.thrift"
include "observability.thrift"

/** How rows of a source are read: which, when, and with which columns. */
struct Query {
  /** Output column -> SQL expression over one row. Unset means every column as it is. */
  1: optional map<string, string> selects,
  /** SQL conditions that a row must all meet. */
  2: optional list<string> wheres,
  /** The first partition that may be read. */
  3: optional string startPartition,
  /** The last partition that may be read. */
  4: optional string endPartition,
  /** SQL expression for the event's time, in milliseconds since the epoch. */
  5: optional string timeColumn,
  /** Statements run once before the query. */
  6: optional list<string> setups,
  /** SQL expression for the time at which an entity was changed, in milliseconds since the epoch; unset means `mutation_ts`. */
  7: optional string mutationTimeColumn,
  /** SQL expression that is true where a row is an entity as it was before the change; unset means `is_before`. */
  8: optional string reversalColumn,
  /** The table's partition column; unset means the one the warehouse is configured with. */
  20: optional string partitionColumn,
  /** The pattern of a partition's value, as java.time writes it. */
  21: optional string partitionFormat,
  /** The span of time that one partition covers; unset means a day. */
  22: optional common.Window partitionInterval,
  /** How late the table usually is. */
  23: optional common.Window partitionLag,
  /** Partitions below the day that must be there before the day may be read. */
  24: optional list<string> subPartitionsToWaitFor,
  /** True when the table has a time column instead of partitions, and is filtered by it. */
  25: optional bool timePartitioned,
  /** How far an event's time may leave the day of its partition, either way; unset means not at all. Ours. */
  1001: optional common.Window eventLag,
  /** SQL expression for the event's own identity: of events that have the same, one counts. Unset means that every row is an event. Ours. */
  1002: optional string eventId,
}

/** Which engine runs a staging query. */
enum EngineType {
  SPARK = 0,
  BIGQUERY = 1,
  SNOWFLAKE = 2,
}

/** A table made by a SQL query, day by day. */
struct StagingQuery {
  /** Its name and how it runs. */
  1: optional MetaData metaData,
  /** The SQL, with macros such as `{{ start_date }}`. */
  2: optional string query,
  /** The first partition to be computed. */
  3: optional string startPartition,
  /** Statements run once before the query. */
  4: optional list<string> setups,
  /** The engine; unset means Spark in the existing system and the warehouse here. */
  5: optional EngineType engineType,
  /** The tables that the query reads, and which days of them. */
  6: optional list<common.TableDependency> tableDependencies,
  /** How many of the last days are computed anew on each run. */
  20: optional i32 recomputeDays,
}

/** Things that happened: rows with a time of their own. */
struct EventSource {
  /** The table; sub-partitions may follow as `/key=value`. */
  1: optional string table,
  /** The same events as a stream. */
  2: optional string topic,
  /** How both are read. */
  3: optional Query query,
  /** True when each partition holds everything since the beginning, so that one is enough. */
  4: optional bool isCumulative,
}

/** Things that are: one row an entity each day, and its changes. */
struct EntitySource {
  /** All entities as they were at the end of each day. */
  1: optional string snapshotTable,
  /** Each day's changes: rows before and after. */
  2: optional string mutationTable,
  /** The same changes as a stream. */
  3: optional string mutationTopic,
  /** How all three are read. */
  4: optional Query query,
}

/** Features that a service outside gives. */
struct ExternalSource {
  /** Its name is what the service is registered under. */
  1: optional MetaData metadata,
  /** The struct of its keys. */
  2: optional TDataType keySchema,
  /** The struct of its values. */
  3: optional TDataType valueSchema,
}

/** The output of a Join, read as events. */
struct JoinSource {
  /** The Join, whole. */
  1: optional Join join,
  /** How its rows are read. */
  2: optional Query query,
}

/** Where rows come from. */
union Source {
  /** A table of events. */
  1: EventSource events,
  /** A table of entities. */
  2: EntitySource entities,
  /** The output of a Join. */
  3: JoinSource joinSource,
  /** Rows with the predictions of models. */
  4: ModelTransforms modelTransforms,
}

/** What is computed of the rows in a window. */
enum Operation {
  MIN = 0,
  MAX = 1,
  FIRST = 2,
  LAST = 3,
  UNIQUE_COUNT = 4,
  APPROX_UNIQUE_COUNT = 5,
  COUNT = 6,
  SUM = 7,
  AVERAGE = 8,
  VARIANCE = 9,
  SKEW = 10,
  KURTOSIS = 11,
  APPROX_PERCENTILE = 12,
  LAST_K = 13,
  FIRST_K = 14,
  TOP_K = 15,
  BOTTOM_K = 16,
  HISTOGRAM = 17,
  APPROX_FREQUENT_K = 18,
  APPROX_HEAVY_HITTERS_K = 19,
  UNIQUE_TOP_K = 20,
  /** An older fork calls this 19. */
  BOUNDED_UNIQUE_COUNT = 1001,
}

/** One operation on one column, over any number of windows and buckets. */
struct Aggregation {
  /** A column of the selected rows. */
  1: optional string inputColumn,
  /** The operation. */
  2: optional Operation operation,
  /** Its parameters, such as `k`, as text. */
  3: optional map<string, string> argMap,
  /** One output for each; unset means one output since ever. */
  4: optional list<common.Window> windows,
  /** Columns whose values are told apart, one output for each; unset means none. */
  5: optional list<string> buckets,
}

/** One output of an aggregation: one window, at most one bucket. */
struct AggregationPart {
  /** A column of the selected rows. */
  1: optional string inputColumn,
  /** The operation. */
  2: optional Operation operation,
  /** Its parameters, as text. */
  3: optional map<string, string> argMap,
  /** The window; unset means since ever. */
  4: optional common.Window window,
  /** The column whose values are told apart. */
  5: optional string bucket,
}

/** How fresh features are. */
enum Accuracy {
  /** To the moment of the request. */
  TEMPORAL = 0,
  /** To the last midnight. */
  SNAPSHOT = 1,
}

/** A language of expressions. Ours. */
enum ExpressionDialect {
  /** As BigQuery has it. */
  GOOGLESQL = 0,
  /** Spark SQL, as the existing system has it. */
  SPARK = 1,
}

/** What is known of a definition besides what it computes. */
struct MetaData {
  /** `{team}.{file}.{variable}__{version}`. */
  1: optional string name,
  /** Whose it is. */
  2: optional string team,
  /** The version, as text. */
  3: optional string version,
  /** The database or dataset of its output tables. */
  4: optional string outputNamespace,
  /** Partition columns of the output besides the day. */
  5: optional list<string> additionalOutputPartitionColumns,
  /** Properties given to the output tables. */
  6: optional map<string, string> tableProperties,
  /** Free tags of the definition. */
  20: optional map<string, string> tags,
  /** Output column -> its free tags. */
  21: optional map<string, map<string, string>> columnTags,
  /** Output column -> the hash of what it means; the compiler fills it. */
  22: optional map<string, string> columnHashes,
  /** True when it is served. Its meaning is then frozen: a change is a new version. */
  100: optional bool online,
  /** True when production depends on it. */
  101: optional bool production,
  /** The file it was written in. */
  102: optional string sourceFile,
  /** Free JSON for other tools. */
  103: optional string customJson,
  /** True when served values are compared with backfilled ones. */
  200: optional bool consistencyCheck,
  /** How many percent of the responses are logged. */
  201: optional double samplePercent,
  /** How many percent of the logged rows are compared. */
  202: optional double consistencySamplePercent,
  /** Which drift is watched. */
  203: optional observability.DriftSpec driftSpec,
  /** How and when its jobs run. */
  204: optional common.ExecutionInfo executionInfo,
  /** What its own expressions are written in: selects, conditions, times and derivations. Unset means that the reader has to be told. Ours. */
  1001: optional ExpressionDialect expressionDialect,
}

/** The kinds of definitions. */
enum ConfType {
  GROUP_BY = 0,
  JOIN = 1,
  STAGING_QUERY = 2,
  MODEL = 3,
  MODEL_TRANSFORMS = 4,
}

/** A compiled file as it travels to the orchestrator. */
struct Conf {
  /** The definition's name. */
  1: optional string name,
  /** The hash of the contents. */
  2: optional string hash,
  /** The compiled JSON. */
  3: optional string contents,
  /** Which struct the contents are. */
  4: optional ConfType confType,
  /** Where the file lay. */
  5: optional string localPath,
}

/** Features of an entity: aggregations of rows by key. */
struct GroupBy {
  /** Its name and how it runs. */
  1: optional MetaData metaData,
  /** Where rows come from; all sources select columns of the same names. */
  2: optional list<Source> sources,
  /** Columns that make the key, in the order of the key record's fields. */
  3: optional list<string> keyColumns,
  /** What is computed. Unset means that rows are one a key already and are taken as they are. */
  4: optional list<Aggregation> aggregations,
  /** How fresh the features are; unset means TEMPORAL where a source has a stream, else SNAPSHOT. */
  5: optional Accuracy accuracy,
  /** Columns computed from the features. */
  7: optional list<Derivation> derivations,
}

/** A GroupBy as part of a Join. */
struct JoinPart {
  /** The GroupBy, whole. */
  1: optional GroupBy groupBy,
  /** Left column -> key column of the GroupBy; a key not named here has the left column of its own name. */
  2: optional map<string, string> keyMapping,
  /** Put before the names of the part's columns, so that one GroupBy can be joined twice. */
  3: optional string prefix,
  /** As in the Join; the compiler copies it here. */
  10: optional bool useLongNames,
}

/** Features from outside as part of a Join. */
struct ExternalPart {
  /** The service. */
  1: optional ExternalSource source,
  /** Left column -> key of the service. */
  2: optional map<string, string> keyMapping,
  /** Put before the names of the part's columns. */
  3: optional string prefix,
}

/** A column computed from other columns. */
struct Derivation {
  /** The column's name; `*` stands for all columns there are. */
  1: optional string name,
  /** A column's name, which renames it, or a SQL expression. */
  2: optional string expression,
}

/** Rows, each with the features of its entities as they were at the row's time. */
struct Join {
  /** Its name and how it runs. */
  1: optional MetaData metaData,
  /** The rows. */
  2: optional Source left,
  /** The features. */
  3: list<JoinPart> joinParts,
  /** Left column -> SQL literals of keys so frequent that rows with them are left out. */
  4: optional map<string, list<string>> skewKeys,
  /** Features from outside, when served. */
  5: optional list<ExternalPart> onlineExternalParts,
  /** Tables whose values are taken instead of computed ones. */
  7: optional list<BootstrapPart> bootstrapParts,
  /** The left columns that identify a row. */
  8: optional list<string> rowIds,
  /** Columns computed from the features. */
  9: optional list<Derivation> derivations,
  /** True when a feature is named after its GroupBy, false when after its keys; unset means true. */
  50: optional bool useLongNames,
  /** What happened after each row's time, as its labels. Ours: an older fork has another field 6 for it. */
  1001: optional list<LabelPart> labelParts,
}

/** A GroupBy whose values over a span after a row's time q are the row's labels: over [q + startOffset, q + endOffset). Ours. */
struct LabelPart {
  /** The GroupBy, its keys and its prefix. */
  1: optional JoinPart joinPart,
  /** How long after the row's time the span begins; unset means at once. */
  2: optional common.Window startOffset,
  /** How long after the row's time the span ends. */
  3: optional common.Window endOffset,
}

/** A table whose values are taken instead of computed ones. */
struct BootstrapPart {
  /** Its name. */
  1: optional MetaData metaData,
  /** The table. */
  2: optional string table,
  /** How it is read. */
  3: optional Query query,
  /** The columns that find the left row; unset means the row ids of the Join. */
  4: optional list<string> keyColumns,
}

/** What a fetcher must know of an uploaded GroupBy. It lies beside the values. */
struct GroupByServingInfo {
  /** The GroupBy as it was when it was uploaded. */
  1: optional GroupBy groupBy,
  /** Avro schema of a row as it comes from the stream. */
  2: optional string inputAvroSchema,
  /** Avro schema of a row after its selects. */
  3: optional string selectedAvroSchema,
  /** Avro schema of the key. */
  4: optional string keyAvroSchema,
  /** The first day that the upload does not cover. */
  5: optional string batchEndDate,
  /** The pattern of that day. */
  6: optional string dateFormat,
  /** Avro schema that the upload's values are written with: of a batch half where the GroupBy is temporal, else of its features. Ours. */
  1001: optional string batchValueAvroSchema,
}

/** The kinds of data types. Their order here is their number. */
enum DataKind {
  BOOLEAN = 0,
  BYTE = 1,
  SHORT = 2,
  INT = 3,
  LONG = 4,
  FLOAT = 5,
  DOUBLE = 6,
  STRING = 7,
  BINARY = 8,
  DATE = 9,
  TIMESTAMP = 10,
  MAP = 11,
  LIST = 12,
  STRUCT = 13,
  DECIMAL = 14,
}

/** A named type: a field of a struct, or a parameter of a container. */
struct DataField {
  /** Its name. */
  1: optional string name,
  /** Its type. */
  2: optional TDataType dataType,
}

/** A data type. */
struct TDataType {
  /** Which kind. */
  1: required DataKind kind,
  /** LIST: `elem`. MAP: `key` and `value`. STRUCT: its fields. DECIMAL: two, whose names are the precision and the scale. */
  2: optional list<DataField> params,
  /** The name of a STRUCT. */
  3: optional string name,
}

/** What is known of a table's data. */
struct DataSpec {
  /** The struct of a row. */
  1: optional TDataType schema,
  /** The columns that name a partition. */
  2: optional list<string> partitionColumns,
  /** How many days are kept. */
  3: optional i32 retentionDays,
  /** Free properties. */
  4: optional map<string, string> props,
}

/** Defaults of everything a team owns. */
struct Team {
  /** Its name. */
  1: optional string name,
  /** Who they are. */
  2: optional string description,
  /** Where to write to. */
  3: optional string email,
  /** The database or dataset of their output tables. */
  10: optional string outputNamespace,
  /** Properties given to their output tables. */
  11: optional map<string, string> tableProperties,
  /** Environment variables of their jobs. */
  20: optional common.EnvironmentVariables env,
  /** Settings of the engine. */
  21: optional common.ConfigProperties conf,
  /** Settings of the cluster. */
  22: optional common.ClusterConfigProperties clusterConf,
}

/** Whether rows are things that are or things that happened. */
enum DataModel {
  ENTITIES = 0,
  EVENTS = 1,
}

/** Where a model runs. */
enum ModelBackend {
  VertexAI = 0,
  SageMaker = 1,
}

/** A model and how its inputs and outputs hang together with columns. */
struct Model {
  /** Its name and how it runs. */
  1: optional MetaData metaData,
  /** How it is asked. */
  2: optional InferenceSpec inferenceSpec,
  /** Input of the model -> SQL expression over a row. */
  3: optional map<string, string> inputMapping,
  /** Output column -> SQL expression over a prediction. */
  4: optional map<string, string> outputMapping,
  /** The struct of a prediction. */
  5: optional TDataType valueSchema,
  /** Where its artifacts lie. */
  6: optional string modelArtifactBaseUri,
  /** How it is trained. */
  7: optional TrainingSpec trainingConf,
  /** How it is deployed. */
  8: optional DeploymentSpec deploymentConf,
}

/** How a model is asked. */
struct InferenceSpec {
  /** Where it runs. */
  1: optional ModelBackend modelBackend,
  /** Parameters of that backend. */
  2: optional map<string, string> modelBackendParams,
  /** The machines it runs on. */
  3: optional ResourceConfig resourceConfig,
}

/** How many machines of which type. */
struct ResourceConfig {
  /** At least so many. */
  1: optional i32 minReplicaCount,
  /** At most so many. */
  2: optional i32 maxReplicaCount,
  /** The provider's name of the type. */
  3: optional string machineType,
}

/** Rows enriched with the predictions of models. */
struct ModelTransforms {
  /** The rows. */
  1: optional list<Source> sources,
  /** The models. */
  2: optional list<Model> models,
  /** Columns of the rows that are kept. */
  3: optional list<string> passthroughFields,
  /** Its name and how it runs. */
  4: optional MetaData metaData,
  /** The struct of the key; it may be left out over a Join. */
  5: optional TDataType keySchema,
}

/** How a model is trained. */
struct TrainingSpec {
  /** The rows it learns from. */
  1: optional Source trainingDataSource,
  /** How far back they go. */
  2: optional common.Window trainingDataWindow,
  /** When: a cron line or `@daily`. */
  3: optional string schedule,
  /** The container's image. */
  4: optional string image,
  /** The Python module that trains. */
  5: optional string pythonModule,
  /** The machines it is trained on. */
  6: optional ResourceConfig resourceConfig,
  /** Free settings of the job. */
  7: optional map<string, string> jobConfigs,
}

/** The container that serves a model. */
struct ServingContainerConfig {
  /** Its image. */
  1: optional string image,
  /** The path that tells whether it is well. */
  2: optional string servingHealthRoute,
  /** The path that predicts. */
  3: optional string servingPredictRoute,
  /** Its environment variables. */
  4: optional map<string, string> servingContainerEnvVars,
}

/** The endpoint of a served model. */
struct EndpointConfig {
  /** Its name. */
  1: optional string endpointName,
  /** Free settings. */
  2: optional map<string, string> additionalConfigs,
}

/** How a new model replaces the old one. */
enum DeploymentStrategyType {
  BLUE_GREEN = 0,
  ROLLING = 1,
  IMMEDIATE = 2,
}

/** A number that is watched, and where it becomes too much. */
struct Metric {
  /** Its name. */
  1: optional string name,
  /** Where it becomes too much. */
  2: optional double threshold,
}

/** The steps in which a new model takes over. */
struct RolloutStrategy {
  /** Which way. */
  1: optional DeploymentStrategyType rolloutType,
  /** Percent of the traffic at each step. */
  2: optional list<i32> validationTrafficPercentRamps,
  /** Minutes that each step lasts. */
  3: optional list<i32> validationTrafficDurationMins,
  /** Numbers that stop it. */
  4: optional list<Metric> rolloutMetricThresholds,
}

/** How a model is deployed. */
struct DeploymentSpec {
  /** Its container. */
  1: optional ServingContainerConfig containerConfig,
  /** Its endpoint. */
  2: optional EndpointConfig endpointConfig,
  /** The machines it runs on. */
  3: optional ResourceConfig resourceConfig,
  /** How it takes over. */
  4: optional RolloutStrategy rolloutStrategy,
}
