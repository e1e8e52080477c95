import type { GroupByPlan } from '@isochron/compiler';
import type { Field } from '@isochron/schema';
import type { FoldRequest, LeftRows, TimedScan } from '@isochron/warehouse';
import { featuresOf } from './features.ts';

/** What a GroupBy's fold asks of the warehouse: left rows, and the events of the days that matter. `outputs`: its features by the names they are to have. */
export const foldRequestOf = (
  plan: GroupByPlan,
  from: {
    readonly left: LeftRows;
    readonly events: readonly TimedScan[];
    readonly fromMs: number;
    readonly outputs: readonly Field[];
  },
): FoldRequest => ({
  ...from,
  at: plan.accuracy === 'SNAPSHOT' ? 'day' : 'time',
  lookbackMs: plan.lookbackMs ?? Infinity,
  keys: plan.keys,
  inputs: plan.inputs,
  orderTies: featuresOf(plan).some((feature) => feature.bound.orderSensitive),
});
