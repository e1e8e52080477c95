import type { GroupByPlan, JoinPlan, ScanPlan } from '@isochron/compiler';
import type { DayRange, Warehouse } from '@isochron/warehouse';
import { backfill } from '../backfill.ts';
import { dayOf } from '../days.ts';
import { askedOfKeys, Inputs, oneDay } from '../inputs.ts';
import type { OnProgress } from '../progress.ts';
import { runnable } from '../runnable.ts';

export interface UpstreamRequest {
  readonly plan: GroupByPlan;
  readonly day: string;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

/**
 * The plan as one that reads tables alone: the table of each source that is a Join is backfilled first, over the days that the windows see as of the end of `day`, so that it is as
 * the Join is defined now and has what its inputs have now. Where nothing is missing, nothing is computed. Rejects as `backfill` does, for the Join.
 */
export async function withUpstream(warehouse: Warehouse, request: UpstreamRequest): Promise<GroupByPlan> {
  const { plan } = request;
  const joins = plan.scans.flatMap((scan) => (scan.upstream?.kind === 'join' ? [{ scan, join: scan.upstream }] : []));
  // All that can be refused is, before the first is computed.
  for (const { join } of joins) runnable(join);
  for (const { scan, join } of joins) await fill(warehouse, request, scan, join);
  return {
    ...plan,
    scans: plan.scans.map((scan) => (scan.upstream?.kind === 'join' ? { ...scan, upstream: null } : scan)),
  };
}

async function fill(warehouse: Warehouse, request: UpstreamRequest, scan: ScanPlan, join: JoinPlan): Promise<void> {
  const days = await daysOfJoin(warehouse, request, scan, join);
  if (days === null) return;
  const { onProgress, signal } = request;
  await backfill(warehouse, { plan: join, days, onProgress, signal });
}

/** The days of the Join's table that can hold events which count; null if the source's bounds leave none. Without bounds "all there is" begins with the table of the Join's left side. */
async function daysOfJoin(
  warehouse: Warehouse,
  { plan, day }: UpstreamRequest,
  { startDay, endDay, lagMs }: ScanPlan,
  { left }: JoinPlan,
): Promise<DayRange | null> {
  const { fromMs, toMs } = askedOfKeys(plan, oneDay(day));
  const last = dayOf(toMs - 1 + lagMs);
  const end = endDay !== null && endDay < last ? endDay : last;
  const [firstOfLeft = end] = (await new Inputs(warehouse).read(left.table)).keys();
  const everything = [startDay, left.startDay, firstOfLeft].find((each) => each !== null) ?? end;
  const first = fromMs === Number.NEGATIVE_INFINITY ? everything : dayOf(fromMs - lagMs);
  const start = startDay !== null && startDay > first ? startDay : first;
  return start > end ? null : { start, end };
}
