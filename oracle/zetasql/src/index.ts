export { installOracle } from './install.ts';
export { type EvaluateOptions, type Oracle, type OracleOptions, startOracle } from './oracle.ts';
export type { Outcome } from './outcome.ts';
export type { Interval, JsonText, SqlValue } from './sql-value.ts';
