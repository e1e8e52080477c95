import type { Field } from '@isochron/schema';

/** What the compiler is told of the warehouse, as a value. */
export interface Catalog {
  readonly tables: ReadonlyMap<string, readonly Field[]>;
}
