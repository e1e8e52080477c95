import type { DataType, Field } from '@isochron/schema';

/** What the compiler is told of the warehouse, as a value. */
export interface Catalog {
  readonly tables: ReadonlyMap<string, readonly Field[]>;
  /**
   * The type of an expression over a table, as the engine tells it, keyed by {@link expressionKey}; or the engine's complaint.
   * `expressionsOf(definitions, tables)` says which are needed.
   */
  readonly expressions: ReadonlyMap<string, DataType | ExpressionFault>;
}

export interface ExpressionFault {
  readonly fault: string;
}

export const expressionKey = (table: string, expression: string): string => `${table}\u0000${expression}`;
