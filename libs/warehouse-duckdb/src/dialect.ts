import { duckDbMacros, toDuckDb } from '@isochron/expression';

/** Where GoogleSQL meets DuckDB: definitions to run once an instance, and the text of an expression, parenthesized. */
export const macros: string = duckDbMacros;

export const dialect = (expression: string): string => `(${toDuckDb(expression)})`;
