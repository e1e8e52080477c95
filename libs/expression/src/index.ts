export * from './analysis/analyze.ts';
export type { DialectName } from './analysis/dialect.ts';
export * from './analysis/selection.ts';
export type { Typed } from './analysis/typed.ts';
export * from './expression-error.ts';
export { type CompiledExpression, compileExpression, compileTyped } from './javascript/compile.ts';
export * from './javascript/selection.ts';
export type { CastRow } from './registry/cast.ts';
export { castRows, functionNames, functionRows } from './registry/index.ts';
export { refusedFunctions } from './registry/refused.ts';
export type { Difference, Family, FunctionRow, Signature } from './registry/row.ts';
<<<<<<< HEAD
export { type ZoneData, zoneData, zoneNameList } from './runtime/zone-names.ts';
=======
export { sparkRows } from './registry/spark/index.ts';
>>>>>>> 4b8d664 (docs/functions.md is generated from the registry)
export { duckDbLiteral, duckDbType } from './sql/literal.ts';
export { macroFile } from './sql/macros.ts';
export { bigQueryOf, duckDbOf, hasGoogleText, isProven } from './sql/print.ts';
export { googleName as quotedName } from './sql/text.ts';
export * from './syntax/names.ts';
export type { Fault, FaultCode } from './syntax/token.ts';
export type { Param, Pattern } from './types/pattern.ts';
export * from './types/sql-type.ts';
export * from './value.ts';
