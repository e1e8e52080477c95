export type { ExternalAnswer } from './external.ts';
export { Fetched, type FetchedPart } from './fetched.ts';
export * from './generations.ts';
export { Interned } from './interned.ts';
export * from './join-reader.ts';
export { KeyEncoder } from './key-encoder.ts';
export { PartReaders } from './part-readers.ts';
export { type ReadExternal, type ReadOptions, type ReadPlan, readPlanOf, type TileSource } from './plan.ts';
export * from './status.ts';
