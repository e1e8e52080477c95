import type { GroupByPlan, Plan, ScanPlan } from '@isochron/compiler';
import { IsochronError } from '@isochron/schema';
import type { Warehouse } from '@isochron/warehouse';
import { type RunnablePlan, runnable } from '../runnable.ts';

/**
 * The plan as one that reads tables alone: of a source that is a Join, the Join's table as it was last filled, which a backfill would bring up to date
 * first. Rejects with FAILED_PRECONDITION, naming it, where that has no table yet; throws UNIMPLEMENTED as {@link runnable}.
 */
export async function readable(warehouse: Warehouse, plan: Plan): Promise<RunnablePlan> {
  const missing: string[] = [];
  const readScan = async (scan: ScanPlan): Promise<ScanPlan> => {
    if (scan.upstream?.kind !== 'join') return scan;
    if ((await warehouse.describe(scan.table)) === undefined) missing.push(scan.upstream.name);
    return { ...scan, upstream: null };
  };
  const readGroupBy = async (groupBy: GroupByPlan): Promise<GroupByPlan> => ({
    ...groupBy,
    scans: await Promise.all(groupBy.scans.map(readScan)),
  });
  const read = runnable(await withTables(plan, readScan, readGroupBy));
  const [first] = missing;
  if (first === undefined) return read;
  throw new IsochronError(
    'FAILED_PRECONDITION',
    `${plan.name} reads the rows of ${first}, which has no table yet: run isochron backfill ${first} --start DAY --end DAY first.`,
  );
}

async function withTables(
  plan: Plan,
  readScan: (scan: ScanPlan) => Promise<ScanPlan>,
  readGroupBy: (groupBy: GroupByPlan) => Promise<GroupByPlan>,
): Promise<Plan> {
  if (plan.kind === 'group-by') return readGroupBy(plan);
  if (plan.kind !== 'join') return plan;
  const parts = plan.parts.map(async (part) => ({ ...part, groupBy: await readGroupBy(part.groupBy) }));
  return { ...plan, left: await readScan(plan.left), parts: await Promise.all(parts) };
}
