export { type BootstrapOptions, bootstrap } from './bootstrap.ts';
export type { Aggregation, BucketedAggregation, ColumnHandle, Parameters, Window } from './column-handle.ts';
export type { Columns, ColumnType, Select } from './column-type.ts';
export { type ColumnsOf, columnsOf } from './columns-of.ts';
export { type ConfigOptions, config, type EnvironmentOptions, isConfig, type TeamOptions } from './config.ts';
export * from './config-definition.ts';
export * from './definition.ts';
export { DefinitionError } from './definition-error.ts';
export { type DefinitionsIn, definitionsIn } from './definitions-in.ts';
export { type Dependency, type DependencyOptions, dependency } from './dependency.ts';
export { type EntitySource, type EntitySourceOptions, entitySource } from './entity-source.ts';
export { type EventSource, type EventSourceOptions, eventSource } from './event-source.ts';
export {
  contextual,
  type ExternalOptions,
  type ExternalSourceOptions,
  externalPart,
  externalSource,
} from './external.ts';
export { type ColumnHandles, type GroupBy, type GroupByOptions, groupBy } from './group-by.ts';
export { type JoinOptions, join } from './join.ts';
export { type JoinSource, type JoinSourceOptions, joinSource } from './join-source.ts';
export { type Label, type LabelOptions, label } from './label.ts';
export { isDefinition } from './made.ts';
export type { MetadataOptions } from './metadata.ts';
export * from './metadata-definition.ts';
export { type ModelOptions, model } from './model.ts';
export * from './model-definition.ts';
export type { DeploymentOptions, InferenceOptions, ResourceOptions, TrainingOptions } from './model-options.ts';
export { type ModelSource, type ModelSourceOptions, modelSource } from './model-source.ts';
export { type ModelTransformsOptions, modelTransforms } from './model-transforms.ts';
export type { DriftOptions, MonitorOptions } from './monitor-options.ts';
export type { OutputOptions } from './output-options.ts';
export { type Part, type PartOptions, part } from './part.ts';
export * from './part-definition.ts';
export type { PartitionOptions, TablePartitionOptions } from './partition-options.ts';
export type { QueryOptions } from './query-options.ts';
export type { Readable } from './readable.ts';
export type { Layered, RunOptions } from './run-options.ts';
export type { AnySource, TypedRows } from './source.ts';
export * from './source-definition.ts';
export { type StagingQuery, type StagingQueryOptions, stagingQuery } from './staging-query.ts';
export * from './staging-query-definition.ts';
export { type Table, table } from './table.ts';
