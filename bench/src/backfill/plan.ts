import { type Catalog, compile, expressionKey, expressionsOf, type Plan, printDiagnostic } from '@isochron/compiler';
import type { Warehouse } from '@isochron/warehouse';
import * as definitions from './definitions.ts';

/** One of the bench's joins, compiled against the tables of its warehouse as an author's would be. */
export async function planOfBench(warehouse: Warehouse, name: string): Promise<Plan> {
  const named = Object.entries(definitions).map(([exported, definition]) => ({
    team: 'bench',
    file: 'backfill',
    export: exported,
    definition,
  }));
  const tables = new Map<string, Catalog['tables'] extends ReadonlyMap<string, infer Columns> ? Columns : never>();
  for (const table of await warehouse.tables()) {
    const description = await warehouse.describe(table);
    if (description !== undefined) tables.set(table, description.columns);
  }
  const expressions = new Map<string, Catalog['expressions'] extends ReadonlyMap<string, infer Type> ? Type : never>();
  for (const { table, expression } of expressionsOf(named, tables)) {
    const [type] = await warehouse.typeOf(table, [expression]);
    if (type !== undefined) expressions.set(expressionKey(table, expression), type);
  }
  const { plans, diagnostics } = compile(named, { tables, expressions });
  const plan = [...plans.values()].find((each) => each.name.startsWith(`bench/backfill.${name}__`));
  if (plan === undefined) throw new Error(`no plan for ${name}: ${diagnostics.map(printDiagnostic).join('\n')}`);
  return plan;
}
