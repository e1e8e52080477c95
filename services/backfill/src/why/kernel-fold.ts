import type { FeatureSpec } from '@isochron/aggregation';
import { bindFeature, SawtoothFold } from '@isochron/aggregation';
import type { GroupByPlan } from '@isochron/compiler';
import { getValue, type Value, vectorOf } from '@isochron/schema';
import type { Event } from '../raw-events.ts';

/** The kernel's value of a feature for one row over exactly these events, all of its key and in order of time. */
export function kernelFold(plan: GroupByPlan, spec: FeatureSpec, events: readonly Event[], atMs: number): Value {
  const feature = bindFeature(spec, plan.inputs);
  if ('refusal' in feature)
    throw new Error(`${plan.name}: ${spec.name} was planned but does not bind: ${feature.refusal}`);
  const fold = new SawtoothFold([feature], { accuracy: plan.accuracy, rowsMax: 1 });
  // The left row is the last of the batch, and has no inputs.
  const n = events.length + 1;
  fold.push({
    n,
    key: new Int32Array(n),
    ts: Float64Array.from([...events.map(({ ts }) => ts), atMs]),
    row: Int32Array.from({ length: n }, (_, at) => (at === n - 1 ? 0 : -1)),
    columns: plan.inputs.map(({ name, type }) => vectorOf(type, [...events.map(({ row }) => row[name] ?? null), null])),
  });
  const [output] = fold.outputs;
  if (output === undefined || fold.held !== 1) throw new Error('the fold of one row has one row');
  return getValue(feature.bound.output, output, 0);
}
