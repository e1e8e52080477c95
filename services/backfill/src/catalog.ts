import { type Catalog, type ExpressionFault, expressionKey, type TableExpression } from '@isochron/compiler';
import type { DataType, Field } from '@isochron/schema';
import type { Warehouse } from '@isochron/warehouse';

/** What the compiler must know of the warehouse: every table's columns, and the types of the expressions that `needed` asks for. */
export async function readCatalog(
  warehouse: Warehouse,
  needed: (tables: Catalog['tables']) => readonly TableExpression[],
): Promise<Catalog> {
  const tables = new Map<string, readonly Field[]>();
  for (const name of await warehouse.tables()) {
    const description = await warehouse.describe(name);
    if (description !== undefined) tables.set(name, description.columns);
  }
  const byTable = Map.groupBy(needed(tables), ({ table }) => table);
  const expressions = new Map<string, DataType | ExpressionFault>();
  for (const [table, asked] of byTable) {
    const types = await warehouse.typeOf(
      table,
      asked.map(({ expression }) => expression),
    );
    asked.forEach(({ expression }, index) => {
      const type = types[index];
      if (type !== undefined) expressions.set(expressionKey(table, expression), type);
    });
  }
  return { tables, expressions };
}
