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
 * the Join is defined now and has what its inputs have now; also where its author wants no days before the newest, for these are looked back on. Where nothing is missing, nothing is
 * computed. Rejects as `backfill` does, for the Join.
 */
export async function withUpstream(warehouse: Warehouse, request: UpstreamRequest): Promise<GroupByPlan> {
  const plan = { ...request.plan, scans: request.plan.scans.map(withinLeft) };
  const joins = plan.scans.flatMap((scan) => (scan.upstream?.kind === 'join' ? [{ scan, join: scan.upstream }] : []));
  // All that can be refused is, before the first is computed.
  for (const { join } of joins) runnable(join);
  for (const { scan, join } of joins) await fill(warehouse, { ...request, plan }, scan, join);
  return {
    ...plan,
    scans: plan.scans.map((scan) => (scan.upstream?.kind === 'join' ? { ...scan, upstream: null } : scan)),
  };
}

/** A source that is a Join begins and ends with the Join's left side, if not within. */
export function withinLeft(scan: ScanPlan): ScanPlan {
  if (scan.upstream?.kind !== 'join') return scan;
  const { left } = scan.upstream;
  return { ...scan, startDay: last([scan.startDay, left.startDay]), endDay: first([scan.endDay, left.endDay]) };
}

type Days = readonly (string | null)[];
const first = (days: Days): string | null => days.filter((day) => day !== null).sort()[0] ?? null;
const last = (days: Days): string | null =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null;

async function fill(warehouse: Warehouse, request: UpstreamRequest, scan: ScanPlan, join: JoinPlan): Promise<void> {
  const days = await daysOfJoin(warehouse, request, scan, join);
  if (days === null) return;
  const { onProgress, signal } = request;
  const plan: JoinPlan = { ...join, run: { ...join.run, isLastDayOnly: false } };
  await backfill(warehouse, { plan, days, onProgress, signal });
}

/** The days of the Join's table that can hold events which count; null if the source's bounds leave none. Without bounds "all there is" begins with the table of the Join's left side. */
async function daysOfJoin(
  warehouse: Warehouse,
  { plan, day }: UpstreamRequest,
  { startDay, endDay, lagMs }: ScanPlan,
  { left }: JoinPlan,
): Promise<DayRange | null> {
  const { fromMs, toMs } = askedOfKeys(plan, oneDay(day));
  const lastSeen = dayOf(toMs - 1 + lagMs);
  const end = endDay !== null && endDay < lastSeen ? endDay : lastSeen;
  const [firstOfLeft = end] = (await new Inputs(warehouse).read(left.table)).keys();
  const firstSeen = fromMs === Number.NEGATIVE_INFINITY ? (startDay ?? firstOfLeft) : dayOf(fromMs - lagMs);
  const start = startDay !== null && startDay > firstSeen ? startDay : firstSeen;
  return start > end ? null : { start, end };
}
