import { bindFeature, type Feature } from '@isochron/aggregation';
import type { GroupByPlan } from '@isochron/compiler';

/** The features of a plan settled on its inputs. The compiler has bound them before, so a refusal here is a fault of ours. */
export function featuresOf(plan: Pick<GroupByPlan, 'name' | 'features' | 'inputs'>): readonly Feature[] {
  return plan.features.map((spec) => {
    const feature = bindFeature(spec, plan.inputs);
    if ('refusal' in feature)
      throw new Error(`${plan.name}: ${spec.name} was planned but does not bind: ${feature.refusal}`);
    return feature;
  });
}
