import { readCatalog } from '@isochron/backfill/wiring';
import { compile, type GroupByPlan, printDiagnostic } from '@isochron/compiler';
import type { GroupBy } from '@isochron/thrift';
import type { Warehouse } from '@isochron/warehouse';
import * as definitions from './definitions.ts';

/** One of the bench's GroupBys, compiled against the tables of its warehouse. */
export async function plannedOfBench(
  warehouse: Warehouse,
  name: string,
): Promise<{ readonly plan: GroupByPlan; readonly groupBy: GroupBy }> {
  const { numbers, daily } = definitions;
  const named = Object.entries({ numbers, daily }).map(([exported, definition]) => ({
    ...{ team: 'bench', file: 'upload', export: exported, definition },
  }));
  const { plans, diagnostics } = compile(named, await readCatalog(warehouse));
  const plan = [...plans.values()].find((each) => each.name.startsWith(`bench/upload.${name}__`));
  if (plan?.kind !== 'group-by') throw new Error(`no plan for ${name}: ${diagnostics.map(printDiagnostic).join('\n')}`);
  return { plan, groupBy: { metaData: { name: plan.name } } };
}
