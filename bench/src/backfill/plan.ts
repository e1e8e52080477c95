import { readCatalog } from '@isochron/backfill/wiring';
import { compile, type Plan, printDiagnostic } from '@isochron/compiler';
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
  const catalog = await readCatalog(warehouse);
  const { plans, diagnostics } = compile(named, catalog);
  const plan = [...plans.values()].find((each) => each.name.startsWith(`bench/backfill.${name}__`));
  if (plan === undefined) throw new Error(`no plan for ${name}: ${diagnostics.map(printDiagnostic).join('\n')}`);
  return plan;
}
