/*
 * The steps that a definition is made of, as a planner hands them to an orchestrator: each writes one table, uploads or serves. Contents
 * hold the definition whole, because a step may run long after the definition was changed.
 * Names, field ids and enum numbers are those of the existing system.
 */

include "common.thrift"
include "api.thrift"

/** Writes the rows of a Join's left side, without those whose keys are left out. */
struct SourceWithFilterNode {
  /** The left side. */
  2: optional api.Source source,
  /** Left column -> SQL literals of keys that are left out. */
  3: optional map<string, list<string>> excludeKeys,
}

/** Writes the left rows with the values that bootstrap tables give. */
struct JoinBootstrapNode {
  /** The Join. */
  2: optional api.Join join,
}

/** Joins the left rows with the tables of the parts. */
struct JoinMergeNode {
  /** The Join. */
  2: optional api.Join join,
  /** The version in production, whose unchanged columns may be taken over. */
  3: optional api.Join productionJoin,
}

/** Computes the derived columns of a Join. */
struct JoinDerivationNode {
  /** The Join. */
  2: optional api.Join join,
}

/** Writes the features of one part of a Join at the left rows. */
struct JoinPartNode {
  /** The table with the left rows. */
  2: optional string leftSourceTable,
  /** Whether the left rows are events or entities. */
  3: optional api.DataModel leftDataModel,
  /** The part. */
  4: optional api.JoinPart joinPart,
  /** Left column -> SQL literals of keys that are left out. */
  5: optional map<string, list<string>> skewKeys,
  /** The part as it is in production, whose unchanged columns may be taken over. */
  6: optional api.JoinPart productionJoinPart,
}

/** Computes a Join in one step. */
struct MonolithJoinNode {
  /** The Join. */
  1: optional api.Join join,
}

/** Computes a Join of one part by sorting its events and left rows together. */
struct UnionJoinNode {
  /** The Join. */
  1: optional api.Join join,
}

/** Runs a staging query. */
struct StagingQueryNode {
  /** The staging query. */
  2: optional api.StagingQuery stagingQuery,
}

/** Writes a GroupBy's values, one row a key and day. */
struct GroupByBackfillNode {
  /** The GroupBy. */
  2: optional api.GroupBy groupBy,
}

/** Writes the batch half of a served GroupBy as a table. */
struct GroupByUploadNode {
  /** The GroupBy. */
  2: optional api.GroupBy groupBy,
}

/** Moves that table into the KV store. */
struct GroupByUploadToKVNode {
  /** The GroupBy. */
  2: optional api.GroupBy groupBy,
}

/** Folds a stream into tiles, without end. */
struct GroupByStreamingNode {
  /** The GroupBy. */
  2: optional api.GroupBy groupBy,
}

/** Makes a Join known to the fetchers. */
struct JoinMetadataUpload {
  /** The Join. */
  2: optional api.Join join,
}

/** Moves the predictions of models into the KV store. */
struct ModelTransformsUploadNode {
  /** The rows and the models. */
  2: optional api.ModelTransforms modelTransforms,
}

/** Writes the predictions of models as a table. */
struct ModelTransformsBackfillNode {
  /** The rows and the models. */
  2: optional api.ModelTransforms modelTransforms,
}

/** Creates the endpoint of a model. */
struct CreateModelEndpointNode {
  /** The model. */
  2: optional api.Model model,
}

/** Deploys a model to its endpoint. */
struct DeployModelNode {
  /** The model. */
  2: optional api.Model model,
}

/** Trains a model. */
struct TrainModelNode {
  /** The model. */
  2: optional api.Model model,
}

/** Waits for a table that something outside writes. */
struct ExternalSourceSensorNode {
  /** Its name and how it runs. */
  1: optional api.MetaData metaData,
  /** The table, and which days of it. */
  2: optional common.TableDependency sourceTableDependency,
  /** How many looks before it gives up. */
  3: optional i64 retryCount,
  /** Pause between two looks; minutes. */
  4: optional i64 retryIntervalMin,
  /** The engine that is asked. */
  5: optional api.EngineType engineType,
}

/** Computes statistics of a Join's output. */
struct JoinStatsComputeNode {
  /** The Join. */
  1: optional api.Join join,
}

/** Moves the statistics of a Join's output into the KV store. */
struct JoinStatsUploadToKVNode {
  /** The Join. */
  1: optional api.Join join,
}

/** What a step does. Numbers between are not in use. */
union NodeContent {
  1: SourceWithFilterNode sourceWithFilter,
  2: JoinBootstrapNode joinBootstrap,
  3: JoinPartNode joinPart,
  4: JoinMergeNode joinMerge,
  5: JoinDerivationNode joinDerivation,
  7: MonolithJoinNode monolithJoin,
  8: StagingQueryNode stagingQuery,
  9: UnionJoinNode unionJoin,
  10: JoinMetadataUpload joinMetadataUpload,
  11: ExternalSourceSensorNode externalSourceSensor,
  12: ModelTransformsUploadNode modelTransformsUpload,
  13: ModelTransformsBackfillNode modelTransformsBackfill,
  14: CreateModelEndpointNode createModelEndpoint,
  15: DeployModelNode deployModel,
  16: TrainModelNode trainModel,
  20: JoinStatsComputeNode joinStatsCompute,
  100: GroupByBackfillNode groupByBackfill,
  101: GroupByUploadNode groupByUpload,
  102: GroupByStreamingNode groupByStreaming,
  103: GroupByUploadToKVNode groupByUploadToKV,
  /** The staging query itself, without a node around it. */
  200: api.StagingQuery stagingQueryBackfill,
}

/** What steps are run for. */
enum Mode {
  /** To fill tables. */
  BACKFILL = 0,
  /** To serve. */
  DEPLOY = 1,
  /** To watch what is served. */
  MONITOR = 2,
}

/** One step. */
struct Node {
  /** Its name, how it runs, and what it waits for. */
  1: optional api.MetaData metaData,
  /** What it does. */
  2: optional NodeContent content,
  /** A short name for what it computes. */
  3: optional string semanticHash,
  /** True when it never ends, as streaming does. */
  4: optional bool isLongRunning,
}

/** All steps of a definition. */
struct ConfPlan {
  /** The steps. */
  1: optional list<Node> nodes,
  /** What they are run for -> the last step for it. */
  2: optional map<Mode, string> terminalNodeNames,
}

/** A step without what it does. */
struct NodeMeta {
  /** Its name. */
  1: optional string name,
  /** A short name for what it computes. */
  2: optional string hash,
  /** The tables it waits for. */
  3: optional list<common.TableDependency> deps,
  /** True when it never ends. */
  4: optional bool continuous,
  /** How many partitions it computes at once. */
  5: optional i32 stepSize,
  /** The table it writes. */
  6: optional string outputTable,
  /** How often it is tried again. */
  7: optional i32 retries,
}

/** Steps as an orchestrator keeps them. */
struct WorkflowPlan {
  /** The steps. */
  1: optional list<NodeMeta> nodes,
  /** The last step. */
  2: optional string terminalNode,
}
