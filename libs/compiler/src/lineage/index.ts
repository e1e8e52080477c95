export { type LineageGraph, lineageGraph, type Reached } from './graph.ts';
export { type ColumnLineage, type Lineage, lineageOf, type ObjectLineage, type Read } from './lineage.ts';
export type { Origin, Purpose, Reference } from './origin.ts';
