import type { GroupByPlan, ScanPlan } from '@isochron/compiler';
import type { Warehouse } from '@isochron/warehouse';
import { Inputs } from '../inputs.ts';
import { withinLeft } from './upstream.ts';

/**
 * The last day that can be uploaded of all of these: the last that each of their sources has. A source that was said to end, and has its last day, holds
 * nobody back. Of a source that is a Join it is the Join's left side that decides, for its table is made when it is uploaded. Rejects with NOT_FOUND where a table is not there; null where no table has a partition.
 */
export async function lastDayOf(warehouse: Warehouse, plans: readonly GroupByPlan[]): Promise<string | null> {
  const inputs = new Inputs(warehouse);
  const growing: string[] = [];
  const ended: string[] = [];
  for (const { table, endDay } of plans.flatMap(({ scans }) => scans.map(tableOf))) {
    const last = [...(await inputs.read(table)).keys()].at(-1);
    if (last === undefined) return null;
    if (endDay !== null && last >= endDay) ended.push(last);
    else growing.push(last);
  }
  return growing.sort()[0] ?? ended.sort().at(-1) ?? null;
}

const tableOf = (scan: ScanPlan): Pick<ScanPlan, 'table' | 'endDay'> => {
  const { table, upstream } = scan;
  return { table: upstream?.kind === 'join' ? upstream.left.table : table, endDay: withinLeft(scan).endDay };
};
