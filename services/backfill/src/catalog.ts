import type { Catalog } from '@isochron/compiler';
import type { Field } from '@isochron/schema';
import type { Warehouse } from '@isochron/warehouse';

/** What the compiler must know of the warehouse: every table's columns. */
export async function readCatalog(warehouse: Warehouse): Promise<Catalog> {
  const tables = new Map<string, readonly Field[]>();
  for (const name of await warehouse.tables()) {
    const description = await warehouse.describe(name);
    if (description !== undefined) tables.set(name, description.columns);
  }
  return { tables };
}
