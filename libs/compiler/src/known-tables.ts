import type { Field } from '@isochron/schema';
import type { Catalog } from './catalog.ts';
import type { DefinitionObject } from './objects.ts';

/** The tables that definitions may read: those of the warehouse, and those that other definitions fill. */
export interface KnownTables {
  /** null for a table that is not there, and for one whose columns nobody knows. */
  readonly columnsOf: (table: string) => readonly Field[] | null;
  /** Those of the warehouse. */
  readonly names: readonly string[];
  /** The definition that fills a table; null: none that is known. */
  readonly makerOf: (table: string) => Pick<DefinitionObject, 'kind' | 'name'> | null;
}

/** Only those of the warehouse. */
export const tablesOf = (catalog: Catalog): KnownTables => ({
  columnsOf: (table) => catalog.tables.get(table) ?? null,
  names: [...catalog.tables.keys()],
  makerOf: () => null,
});
