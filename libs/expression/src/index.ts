export * from './analysis/analyze.ts';
export { type DialectName, dialectLabel, dialectNames, functionNamesIn } from './analysis/dialect.ts';
export * from './analysis/elsewhere.ts';
export * from './analysis/expression-text.ts';
export * from './analysis/selection.ts';
export type { Typed } from './analysis/typed.ts';
export * from './expression-error.ts';
export {
  type CodeFactory,
  type CompiledColumns,
  type CompiledExpression,
  compileColumns,
  compileExpression,
  compileTyped,
  type KnownCode,
} from './javascript/compile.ts';
export * from './javascript/selection.ts';
export type { CastRow } from './registry/cast.ts';
export { castRows, functionNames, functionRows } from './registry/index.ts';
export { refusedFunctions } from './registry/refused.ts';
export type { Difference, Family, FunctionRow, Signature } from './registry/row.ts';
export { sameAsGoogle, sparkRefusals, sparkRows } from './registry/spark/index.ts';
export { googleInSpark, sparkInGoogle } from './registry/spark/words.ts';
export { editDistance } from './runtime/edit-distance.ts';
export { type ZoneData, zoneData, zoneNameList } from './runtime/zone-names.ts';
export { asGoogle } from './sql/as-google.ts';
export { duckDbLiteral, duckDbType } from './sql/literal.ts';
export { macroFile } from './sql/macros.ts';
export { bigQueryOf, duckDbDifference, duckDbOf, hasGoogleText, isProven } from './sql/print.ts';
export { googleName as quotedName } from './sql/text.ts';
export { type Canonical, canonicalOf } from './syntax/canonical.ts';
export * from './syntax/names.ts';
export type { Fault, FaultCode } from './syntax/token.ts';
export type { Param, Pattern } from './types/pattern.ts';
export * from './types/sql-type.ts';
export * from './value.ts';
