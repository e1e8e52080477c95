import { boundFeatures, type Feature } from '@isochron/aggregation';
import type { GroupByPlan, JoinPlan } from '@isochron/compiler';
import type { Field } from '@isochron/schema';

/** The features of a plan settled on its inputs. */
export const featuresOf = (plan: Pick<GroupByPlan, 'name' | 'features' | 'inputs'>): readonly Feature[] =>
  boundFeatures(plan.name, plan.features, plan.inputs);

/** The features of a plan's table, in the end. */
export const outputsOf = (plan: GroupByPlan | JoinPlan): readonly Field[] =>
  plan.kind === 'join' ? plan.outputs : (plan.derived ?? plan.outputs);
