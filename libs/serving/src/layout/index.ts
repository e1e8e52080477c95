export * from './batch-value.ts';
export * from './cell-name.ts';
export * from './dataset-changes.ts';
export * from './dataset-state.ts';
export * from './generation-at.ts';
export * from './row-key.ts';
export * from './tables.ts';
export * from './tile-pack.ts';
export { batchHalfSchemaOf, tileSchemaOf, valuesSchemaOf } from './written-features.ts';
