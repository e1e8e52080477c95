// Generated from thrift/planner.thrift by tools/src/generate.ts. Do not edit.

import type { EnumDescriptor, StructDescriptor } from '../descriptor.ts';
import {
  type DataModel,
  dataModelEnum,
  type EngineType,
  engineTypeEnum,
  type GroupBy,
  groupByStruct,
  type Join,
  type JoinPart,
  joinPartStruct,
  joinStruct,
  type MetaData,
  metaDataStruct,
  type Model,
  modelStruct,
  type ModelTransforms,
  modelTransformsStruct,
  type Source,
  sourceStruct,
  type StagingQuery,
  stagingQueryStruct,
} from './api.ts';
import { type TableDependency, tableDependencyStruct } from './common.ts';

/** Writes the rows of a Join's left side, without those whose keys are left out. */
export interface SourceWithFilterNode {
  /** The left side. */
  readonly source?: Source;
  /** Left column -> SQL literals of keys that are left out. */
  readonly excludeKeys?: Readonly<Record<string, readonly string[]>>;
}

export const sourceWithFilterNodeStruct: StructDescriptor<SourceWithFilterNode> = {
  name: 'SourceWithFilterNode',
  kind: 'struct',
  fields: [
    { id: 2, name: 'source', type: { kind: 'struct', struct: () => sourceStruct }, requiredness: 'optional' },
    { id: 3, name: 'excludeKeys', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'list', element: { kind: 'string' } } }, requiredness: 'optional' },
  ],
};

/** Writes the left rows with the values that bootstrap tables give. */
export interface JoinBootstrapNode {
  /** The Join. */
  readonly join?: Join;
}

export const joinBootstrapNodeStruct: StructDescriptor<JoinBootstrapNode> = {
  name: 'JoinBootstrapNode',
  kind: 'struct',
  fields: [
    { id: 2, name: 'join', type: { kind: 'struct', struct: () => joinStruct }, requiredness: 'optional' },
  ],
};

/** Joins the left rows with the tables of the parts. */
export interface JoinMergeNode {
  /** The Join. */
  readonly join?: Join;
  /** The version in production, whose unchanged columns may be taken over. */
  readonly productionJoin?: Join;
}

export const joinMergeNodeStruct: StructDescriptor<JoinMergeNode> = {
  name: 'JoinMergeNode',
  kind: 'struct',
  fields: [
    { id: 2, name: 'join', type: { kind: 'struct', struct: () => joinStruct }, requiredness: 'optional' },
    { id: 3, name: 'productionJoin', type: { kind: 'struct', struct: () => joinStruct }, requiredness: 'optional' },
  ],
};

/** Computes the derived columns of a Join. */
export interface JoinDerivationNode {
  /** The Join. */
  readonly join?: Join;
}

export const joinDerivationNodeStruct: StructDescriptor<JoinDerivationNode> = {
  name: 'JoinDerivationNode',
  kind: 'struct',
  fields: [
    { id: 2, name: 'join', type: { kind: 'struct', struct: () => joinStruct }, requiredness: 'optional' },
  ],
};

/** Writes the features of one part of a Join at the left rows. */
export interface JoinPartNode {
  /** The table with the left rows. */
  readonly leftSourceTable?: string;
  /** Whether the left rows are events or entities. */
  readonly leftDataModel?: DataModel;
  /** The part. */
  readonly joinPart?: JoinPart;
  /** Left column -> SQL literals of keys that are left out. */
  readonly skewKeys?: Readonly<Record<string, readonly string[]>>;
  /** The part as it is in production, whose unchanged columns may be taken over. */
  readonly productionJoinPart?: JoinPart;
}

export const joinPartNodeStruct: StructDescriptor<JoinPartNode> = {
  name: 'JoinPartNode',
  kind: 'struct',
  fields: [
    { id: 2, name: 'leftSourceTable', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 3, name: 'leftDataModel', type: { kind: 'enum', enum: dataModelEnum }, requiredness: 'optional' },
    { id: 4, name: 'joinPart', type: { kind: 'struct', struct: () => joinPartStruct }, requiredness: 'optional' },
    { id: 5, name: 'skewKeys', type: { kind: 'map', key: { kind: 'string' }, value: { kind: 'list', element: { kind: 'string' } } }, requiredness: 'optional' },
    { id: 6, name: 'productionJoinPart', type: { kind: 'struct', struct: () => joinPartStruct }, requiredness: 'optional' },
  ],
};

/** Computes a Join in one step. */
export interface MonolithJoinNode {
  /** The Join. */
  readonly join?: Join;
}

export const monolithJoinNodeStruct: StructDescriptor<MonolithJoinNode> = {
  name: 'MonolithJoinNode',
  kind: 'struct',
  fields: [
    { id: 1, name: 'join', type: { kind: 'struct', struct: () => joinStruct }, requiredness: 'optional' },
  ],
};

/** Computes a Join of one part by sorting its events and left rows together. */
export interface UnionJoinNode {
  /** The Join. */
  readonly join?: Join;
}

export const unionJoinNodeStruct: StructDescriptor<UnionJoinNode> = {
  name: 'UnionJoinNode',
  kind: 'struct',
  fields: [
    { id: 1, name: 'join', type: { kind: 'struct', struct: () => joinStruct }, requiredness: 'optional' },
  ],
};

/** Runs a staging query. */
export interface StagingQueryNode {
  /** The staging query. */
  readonly stagingQuery?: StagingQuery;
}

export const stagingQueryNodeStruct: StructDescriptor<StagingQueryNode> = {
  name: 'StagingQueryNode',
  kind: 'struct',
  fields: [
    { id: 2, name: 'stagingQuery', type: { kind: 'struct', struct: () => stagingQueryStruct }, requiredness: 'optional' },
  ],
};

/** Writes a GroupBy's values, one row a key and day. */
export interface GroupByBackfillNode {
  /** The GroupBy. */
  readonly groupBy?: GroupBy;
}

export const groupByBackfillNodeStruct: StructDescriptor<GroupByBackfillNode> = {
  name: 'GroupByBackfillNode',
  kind: 'struct',
  fields: [
    { id: 2, name: 'groupBy', type: { kind: 'struct', struct: () => groupByStruct }, requiredness: 'optional' },
  ],
};

/** Writes the batch half of a served GroupBy as a table. */
export interface GroupByUploadNode {
  /** The GroupBy. */
  readonly groupBy?: GroupBy;
}

export const groupByUploadNodeStruct: StructDescriptor<GroupByUploadNode> = {
  name: 'GroupByUploadNode',
  kind: 'struct',
  fields: [
    { id: 2, name: 'groupBy', type: { kind: 'struct', struct: () => groupByStruct }, requiredness: 'optional' },
  ],
};

/** Moves that table into the KV store. */
export interface GroupByUploadToKVNode {
  /** The GroupBy. */
  readonly groupBy?: GroupBy;
}

export const groupByUploadToKVNodeStruct: StructDescriptor<GroupByUploadToKVNode> = {
  name: 'GroupByUploadToKVNode',
  kind: 'struct',
  fields: [
    { id: 2, name: 'groupBy', type: { kind: 'struct', struct: () => groupByStruct }, requiredness: 'optional' },
  ],
};

/** Folds a stream into tiles, without end. */
export interface GroupByStreamingNode {
  /** The GroupBy. */
  readonly groupBy?: GroupBy;
}

export const groupByStreamingNodeStruct: StructDescriptor<GroupByStreamingNode> = {
  name: 'GroupByStreamingNode',
  kind: 'struct',
  fields: [
    { id: 2, name: 'groupBy', type: { kind: 'struct', struct: () => groupByStruct }, requiredness: 'optional' },
  ],
};

/** Makes a Join known to the fetchers. */
export interface JoinMetadataUpload {
  /** The Join. */
  readonly join?: Join;
}

export const joinMetadataUploadStruct: StructDescriptor<JoinMetadataUpload> = {
  name: 'JoinMetadataUpload',
  kind: 'struct',
  fields: [
    { id: 2, name: 'join', type: { kind: 'struct', struct: () => joinStruct }, requiredness: 'optional' },
  ],
};

/** Moves the predictions of models into the KV store. */
export interface ModelTransformsUploadNode {
  /** The rows and the models. */
  readonly modelTransforms?: ModelTransforms;
}

export const modelTransformsUploadNodeStruct: StructDescriptor<ModelTransformsUploadNode> = {
  name: 'ModelTransformsUploadNode',
  kind: 'struct',
  fields: [
    { id: 2, name: 'modelTransforms', type: { kind: 'struct', struct: () => modelTransformsStruct }, requiredness: 'optional' },
  ],
};

/** Writes the predictions of models as a table. */
export interface ModelTransformsBackfillNode {
  /** The rows and the models. */
  readonly modelTransforms?: ModelTransforms;
}

export const modelTransformsBackfillNodeStruct: StructDescriptor<ModelTransformsBackfillNode> = {
  name: 'ModelTransformsBackfillNode',
  kind: 'struct',
  fields: [
    { id: 2, name: 'modelTransforms', type: { kind: 'struct', struct: () => modelTransformsStruct }, requiredness: 'optional' },
  ],
};

/** Creates the endpoint of a model. */
export interface CreateModelEndpointNode {
  /** The model. */
  readonly model?: Model;
}

export const createModelEndpointNodeStruct: StructDescriptor<CreateModelEndpointNode> = {
  name: 'CreateModelEndpointNode',
  kind: 'struct',
  fields: [
    { id: 2, name: 'model', type: { kind: 'struct', struct: () => modelStruct }, requiredness: 'optional' },
  ],
};

/** Deploys a model to its endpoint. */
export interface DeployModelNode {
  /** The model. */
  readonly model?: Model;
}

export const deployModelNodeStruct: StructDescriptor<DeployModelNode> = {
  name: 'DeployModelNode',
  kind: 'struct',
  fields: [
    { id: 2, name: 'model', type: { kind: 'struct', struct: () => modelStruct }, requiredness: 'optional' },
  ],
};

/** Trains a model. */
export interface TrainModelNode {
  /** The model. */
  readonly model?: Model;
}

export const trainModelNodeStruct: StructDescriptor<TrainModelNode> = {
  name: 'TrainModelNode',
  kind: 'struct',
  fields: [
    { id: 2, name: 'model', type: { kind: 'struct', struct: () => modelStruct }, requiredness: 'optional' },
  ],
};

/** Waits for a table that something outside writes. */
export interface ExternalSourceSensorNode {
  /** Its name and how it runs. */
  readonly metaData?: MetaData;
  /** The table, and which days of it. */
  readonly sourceTableDependency?: TableDependency;
  /** How many looks before it gives up. */
  readonly retryCount?: number | bigint;
  /** Pause between two looks; minutes. */
  readonly retryIntervalMin?: number | bigint;
  /** The engine that is asked. */
  readonly engineType?: EngineType;
}

export const externalSourceSensorNodeStruct: StructDescriptor<ExternalSourceSensorNode> = {
  name: 'ExternalSourceSensorNode',
  kind: 'struct',
  fields: [
    { id: 1, name: 'metaData', type: { kind: 'struct', struct: () => metaDataStruct }, requiredness: 'optional' },
    { id: 2, name: 'sourceTableDependency', type: { kind: 'struct', struct: () => tableDependencyStruct }, requiredness: 'optional' },
    { id: 3, name: 'retryCount', type: { kind: 'i64' }, requiredness: 'optional' },
    { id: 4, name: 'retryIntervalMin', type: { kind: 'i64' }, requiredness: 'optional' },
    { id: 5, name: 'engineType', type: { kind: 'enum', enum: engineTypeEnum }, requiredness: 'optional' },
  ],
};

/** Computes statistics of a Join's output. */
export interface JoinStatsComputeNode {
  /** The Join. */
  readonly join?: Join;
}

export const joinStatsComputeNodeStruct: StructDescriptor<JoinStatsComputeNode> = {
  name: 'JoinStatsComputeNode',
  kind: 'struct',
  fields: [
    { id: 1, name: 'join', type: { kind: 'struct', struct: () => joinStruct }, requiredness: 'optional' },
  ],
};

/** Moves the statistics of a Join's output into the KV store. */
export interface JoinStatsUploadToKVNode {
  /** The Join. */
  readonly join?: Join;
}

export const joinStatsUploadToKVNodeStruct: StructDescriptor<JoinStatsUploadToKVNode> = {
  name: 'JoinStatsUploadToKVNode',
  kind: 'struct',
  fields: [
    { id: 1, name: 'join', type: { kind: 'struct', struct: () => joinStruct }, requiredness: 'optional' },
  ],
};

/** What a step does. Numbers between are not in use. */
export type NodeContent =
  | {
      readonly sourceWithFilter: SourceWithFilterNode;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap: JoinBootstrapNode;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart: JoinPartNode;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge: JoinMergeNode;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation: JoinDerivationNode;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin: MonolithJoinNode;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery: StagingQueryNode;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin: UnionJoinNode;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload: JoinMetadataUpload;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor: ExternalSourceSensorNode;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload: ModelTransformsUploadNode;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill: ModelTransformsBackfillNode;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint: CreateModelEndpointNode;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel: DeployModelNode;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel: TrainModelNode;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute: JoinStatsComputeNode;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill: GroupByBackfillNode;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload: GroupByUploadNode;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming: GroupByStreamingNode;
      readonly groupByUploadToKV?: never;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV: GroupByUploadToKVNode;
      readonly stagingQueryBackfill?: never;
    }
  | {
      readonly sourceWithFilter?: never;
      readonly joinBootstrap?: never;
      readonly joinPart?: never;
      readonly joinMerge?: never;
      readonly joinDerivation?: never;
      readonly monolithJoin?: never;
      readonly stagingQuery?: never;
      readonly unionJoin?: never;
      readonly joinMetadataUpload?: never;
      readonly externalSourceSensor?: never;
      readonly modelTransformsUpload?: never;
      readonly modelTransformsBackfill?: never;
      readonly createModelEndpoint?: never;
      readonly deployModel?: never;
      readonly trainModel?: never;
      readonly joinStatsCompute?: never;
      readonly groupByBackfill?: never;
      readonly groupByUpload?: never;
      readonly groupByStreaming?: never;
      readonly groupByUploadToKV?: never;
      /** The staging query itself, without a node around it. */
      readonly stagingQueryBackfill: StagingQuery;
    };

export const nodeContentStruct: StructDescriptor<NodeContent> = {
  name: 'NodeContent',
  kind: 'union',
  fields: [
    { id: 1, name: 'sourceWithFilter', type: { kind: 'struct', struct: () => sourceWithFilterNodeStruct }, requiredness: 'optional' },
    { id: 2, name: 'joinBootstrap', type: { kind: 'struct', struct: () => joinBootstrapNodeStruct }, requiredness: 'optional' },
    { id: 3, name: 'joinPart', type: { kind: 'struct', struct: () => joinPartNodeStruct }, requiredness: 'optional' },
    { id: 4, name: 'joinMerge', type: { kind: 'struct', struct: () => joinMergeNodeStruct }, requiredness: 'optional' },
    { id: 5, name: 'joinDerivation', type: { kind: 'struct', struct: () => joinDerivationNodeStruct }, requiredness: 'optional' },
    { id: 7, name: 'monolithJoin', type: { kind: 'struct', struct: () => monolithJoinNodeStruct }, requiredness: 'optional' },
    { id: 8, name: 'stagingQuery', type: { kind: 'struct', struct: () => stagingQueryNodeStruct }, requiredness: 'optional' },
    { id: 9, name: 'unionJoin', type: { kind: 'struct', struct: () => unionJoinNodeStruct }, requiredness: 'optional' },
    { id: 10, name: 'joinMetadataUpload', type: { kind: 'struct', struct: () => joinMetadataUploadStruct }, requiredness: 'optional' },
    { id: 11, name: 'externalSourceSensor', type: { kind: 'struct', struct: () => externalSourceSensorNodeStruct }, requiredness: 'optional' },
    { id: 12, name: 'modelTransformsUpload', type: { kind: 'struct', struct: () => modelTransformsUploadNodeStruct }, requiredness: 'optional' },
    { id: 13, name: 'modelTransformsBackfill', type: { kind: 'struct', struct: () => modelTransformsBackfillNodeStruct }, requiredness: 'optional' },
    { id: 14, name: 'createModelEndpoint', type: { kind: 'struct', struct: () => createModelEndpointNodeStruct }, requiredness: 'optional' },
    { id: 15, name: 'deployModel', type: { kind: 'struct', struct: () => deployModelNodeStruct }, requiredness: 'optional' },
    { id: 16, name: 'trainModel', type: { kind: 'struct', struct: () => trainModelNodeStruct }, requiredness: 'optional' },
    { id: 20, name: 'joinStatsCompute', type: { kind: 'struct', struct: () => joinStatsComputeNodeStruct }, requiredness: 'optional' },
    { id: 100, name: 'groupByBackfill', type: { kind: 'struct', struct: () => groupByBackfillNodeStruct }, requiredness: 'optional' },
    { id: 101, name: 'groupByUpload', type: { kind: 'struct', struct: () => groupByUploadNodeStruct }, requiredness: 'optional' },
    { id: 102, name: 'groupByStreaming', type: { kind: 'struct', struct: () => groupByStreamingNodeStruct }, requiredness: 'optional' },
    { id: 103, name: 'groupByUploadToKV', type: { kind: 'struct', struct: () => groupByUploadToKVNodeStruct }, requiredness: 'optional' },
    { id: 200, name: 'stagingQueryBackfill', type: { kind: 'struct', struct: () => stagingQueryStruct }, requiredness: 'optional' },
  ],
};

/** What steps are run for. */
export const Mode = {
  /** To fill tables. */
  BACKFILL: 0,
  /** To serve. */
  DEPLOY: 1,
  /** To watch what is served. */
  MONITOR: 2,
} as const;
export type Mode = (typeof Mode)[keyof typeof Mode];

export const modeEnum: EnumDescriptor = { name: 'Mode', numbers: Mode };

/** One step. */
export interface Node {
  /** Its name, how it runs, and what it waits for. */
  readonly metaData?: MetaData;
  /** What it does. */
  readonly content?: NodeContent;
  /** A short name for what it computes. */
  readonly semanticHash?: string;
  /** True when it never ends, as streaming does. */
  readonly isLongRunning?: boolean;
}

export const nodeStruct: StructDescriptor<Node> = {
  name: 'Node',
  kind: 'struct',
  fields: [
    { id: 1, name: 'metaData', type: { kind: 'struct', struct: () => metaDataStruct }, requiredness: 'optional' },
    { id: 2, name: 'content', type: { kind: 'struct', struct: () => nodeContentStruct }, requiredness: 'optional' },
    { id: 3, name: 'semanticHash', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 4, name: 'isLongRunning', type: { kind: 'bool' }, requiredness: 'optional' },
  ],
};

/** All steps of a definition. */
export interface ConfPlan {
  /** The steps. */
  readonly nodes?: readonly Node[];
  /** What they are run for -> the last step for it. */
  readonly terminalNodeNames?: Readonly<Record<number, string>>;
}

export const confPlanStruct: StructDescriptor<ConfPlan> = {
  name: 'ConfPlan',
  kind: 'struct',
  fields: [
    { id: 1, name: 'nodes', type: { kind: 'list', element: { kind: 'struct', struct: () => nodeStruct } }, requiredness: 'optional' },
    { id: 2, name: 'terminalNodeNames', type: { kind: 'map', key: { kind: 'enum', enum: modeEnum }, value: { kind: 'string' } }, requiredness: 'optional' },
  ],
};

/** A step without what it does. */
export interface NodeMeta {
  /** Its name. */
  readonly name?: string;
  /** A short name for what it computes. */
  readonly hash?: string;
  /** The tables it waits for. */
  readonly deps?: readonly TableDependency[];
  /** True when it never ends. */
  readonly continuous?: boolean;
  /** How many partitions it computes at once. */
  readonly stepSize?: number;
  /** The table it writes. */
  readonly outputTable?: string;
  /** How often it is tried again. */
  readonly retries?: number;
}

export const nodeMetaStruct: StructDescriptor<NodeMeta> = {
  name: 'NodeMeta',
  kind: 'struct',
  fields: [
    { id: 1, name: 'name', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'hash', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 3, name: 'deps', type: { kind: 'list', element: { kind: 'struct', struct: () => tableDependencyStruct } }, requiredness: 'optional' },
    { id: 4, name: 'continuous', type: { kind: 'bool' }, requiredness: 'optional' },
    { id: 5, name: 'stepSize', type: { kind: 'i32' }, requiredness: 'optional' },
    { id: 6, name: 'outputTable', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 7, name: 'retries', type: { kind: 'i32' }, requiredness: 'optional' },
  ],
};

/** Steps as an orchestrator keeps them. */
export interface WorkflowPlan {
  /** The steps. */
  readonly nodes?: readonly NodeMeta[];
  /** The last step. */
  readonly terminalNode?: string;
}

export const workflowPlanStruct: StructDescriptor<WorkflowPlan> = {
  name: 'WorkflowPlan',
  kind: 'struct',
  fields: [
    { id: 1, name: 'nodes', type: { kind: 'list', element: { kind: 'struct', struct: () => nodeMetaStruct } }, requiredness: 'optional' },
    { id: 2, name: 'terminalNode', type: { kind: 'string' }, requiredness: 'optional' },
  ],
};
