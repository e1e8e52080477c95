import { type Field, longType } from '@isochron/schema';
import type { GroupByPlan, JoinPlan, Plan } from './plan.ts';

/** What a plan's table will have besides the day; null for a staging query, of which that is known once it has run, and for a model, which fills none. */
export function tableColumns(plan: Plan | null): readonly Field[] | null {
  switch (plan?.kind) {
    case 'group-by':
      return [...plan.keys, ...featureColumns(plan)];
    case 'join':
      return [...plan.left.columns.map(fieldOf), { name: 'ts', type: longType }, ...plan.outputs];
    case 'model-transforms':
      return plan.outputs;
    default:
      return null;
  }
}

/** The features of a plan's table in the end, after what is derived. */
export const featureColumns = (plan: GroupByPlan | JoinPlan): readonly Field[] =>
  plan.kind === 'group-by' ? (plan.derived ?? plan.outputs).map(fieldOf) : plan.outputs;

export const fieldOf = ({ name, type }: Field): Field => ({ name, type });
