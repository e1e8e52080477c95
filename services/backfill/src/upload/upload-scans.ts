import { DAY_MS, operationOf } from '@isochron/aggregation';
import type { GroupByPlan, ScanPlan } from '@isochron/compiler';
import type { TimedScan } from '@isochron/warehouse';
import { addDays, dayStartMs } from '../days.ts';
import { askedOfKeys, type Inputs, oneDay, refuseNoEvents, spanOf, timedScan } from '../inputs.ts';

export interface UploadScans {
  readonly scans: readonly TimedScan[];
  /** Of what the scans read, as text for a fingerprint. */
  readonly versions: readonly string[];
  /** No row before it counts. */
  readonly fromMs: number;
}

/** Longer than any table goes back: rows of one partition may be of all times. */
const ALL_TIMES_MS = 200 * 366 * DAY_MS;

/**
 * What an upload as of the end of a day reads: of tables of events the days that its windows see; of snapshots, and of cumulative tables, the day alone, which holds all that
 * is. Rejects with FAILED_PRECONDITION where one of these is not there.
 */
export async function uploadScans(inputs: Inputs, plan: GroupByPlan, day: string): Promise<UploadScans> {
  const span = askedOfKeys(plan, oneDay(day));
  const batchEndMs = dayStartMs(addDays(day, 1));
  const scans: TimedScan[] = [];
  const versions: string[] = [];
  for (const scan of plan.scans) {
    const isWhole = scan.kind === 'entities' || scan.isCumulative;
    const read = isWhole ? wholeScan(plan, scan, batchEndMs) : scan;
    const days = isWhole
      ? await inputs.daysFor({ ...scan, lagMs: 0 }, spanOf(oneDay(day), 0))
      : await inputs.daysFor(scan, span);
    if (days !== null) scans.push({ ...timedScan(read, days), identify: plan.keys.map(({ name }) => name) });
    versions.push(await inputs.versions(scan.table, days));
  }
  refuseNoEvents(plan, scans, oneDay(day));
  return { scans, versions, fromMs: plan.shape === 'rows' ? Number.NEGATIVE_INFINITY : span.fromMs };
}

/** Of entities whose features ask for no time, every row of the partition is as it is at the batch end. */
function wholeScan({ features }: GroupByPlan, scan: ScanPlan, batchEndMs: number): ScanPlan {
  const needsTime =
    scan.isCumulative || features.some(({ windowMs, operation }) => windowMs !== null || operationOf(operation).timed);
  return { ...scan, lagMs: ALL_TIMES_MS, ...(needsTime ? {} : { time: String(batchEndMs - 1) }) };
}
