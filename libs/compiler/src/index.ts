export * from './catalog.ts';
export { type Planned, type PlanOptions, planOf, planOfGroupBy, planOfJoin } from './check.ts';
export { type CheckedSet, checkSet, type SetOptions, type WrittenObject } from './check-set.ts';
export { type CodeNotes, type DiagnosticCode, diagnosticCodes } from './codes/index.ts';
export * from './compile.ts';
export * from './diagnostic.ts';
export * from './diff/index.ts';
export * from './environment.ts';
export type { Finding } from './finding.ts';
export * from './lineage/index.ts';
export * from './macros/index.ts';
export { type ColumnMeanings, columnsOf } from './meaning/index.ts';
export {
  compiledFile,
  compiledName,
  type NameParts,
  nameOfThrift,
  tableOfName,
  thriftName,
  unversioned,
} from './names.ts';
export { didYouMean } from './nearest.ts';
export * from './objects.ts';
export { type Places, placeOf } from './places.ts';
export * from './planning/plan.ts';
export { planWithVersions } from './planning/reuse.ts';
export { type StepPlan, stepsOf } from './planning/steps.ts';
export { featureColumns } from './planning/table-columns.ts';
export * from './print-diagnostic.ts';
export { rules } from './rules/index.ts';
export * from './serving/index.ts';
export { columnTypeText } from './type-text.ts';
export { versionsIn } from './versions.ts';
export { type TablesFile, tablesFile } from './written-types/tables-file.ts';
