export * from './duckdb-macros.ts';
export * from './functions.ts';
export * from './inspect.ts';
export * from './to-duckdb.ts';
export type { Fault } from './token.ts';
