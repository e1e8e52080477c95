import { IsochronError } from '@isochron/schema';
import type { DayRange } from '@isochron/warehouse';
import { type Inputs, oneDay } from '../inputs.ts';
import type { RunnablePlan } from '../runnable.ts';

/** A day with less than this share of the fullest day's rows is one of a table that was cut off, which says little. */
const SHARE_LEAST = 0.1;

/**
 * The last day with rows, not the few of a table that was cut off, that can be computed of what is loaded. Rejects with what the very last one lacks if
 * there is none, and with NOT_FOUND if the table has no rows at all.
 */
export async function lastDay(inputs: Inputs, plan: RunnablePlan): Promise<DayRange> {
  const scan = plan.kind === 'join' ? plan.left : plan.scans[0];
  if (scan === undefined) throw new Error(`${plan.name} has no source`);
  const { table, startDay, endDay } = scan;
  const within = [...(await inputs.read(table)).values()].filter(
    ({ day, rows }) => rows > 0 && day >= (startDay ?? day) && day <= (endDay ?? day),
  );
  const fullest = within.reduce((most, { rows }) => Math.max(most, rows), 0);
  let lacking: unknown;
  for (const { day, rows } of within.reverse()) {
    if (rows < fullest * SHARE_LEAST) continue;
    try {
      await inputs.check(plan, oneDay(day));
      return oneDay(day);
    } catch (thrown) {
      if (!(thrown instanceof IsochronError) || thrown.code !== 'FAILED_PRECONDITION') throw thrown;
      lacking ??= thrown;
    }
  }
  throw lacking ?? new IsochronError('NOT_FOUND', `Table ${table} has no rows to sample: load some first.`);
}
