import type { Checked } from '../checking/checked.ts';
import type { Plan } from './plan.ts';
import { type PlannedGroupBys, planGroupBy } from './plan-group-by.ts';
import { planJoin } from './plan-join.ts';
import { planModel, planModelTransforms } from './plan-model.ts';
import { planStagingQuery } from './plan-staging-query.ts';

/** The plan of an object that no rule has anything against. `known`: plans that were made before, which it adds to. */
export function planChecked(object: Checked, known: PlannedGroupBys): Plan {
  switch (object.kind) {
    case 'group-by':
      return planGroupBy(object, known);
    case 'join':
      return planJoin(object, known);
    case 'staging-query':
      return planStagingQuery(object);
    case 'model':
      return planModel(object, known);
    case 'model-transforms':
      return planModelTransforms(object, known);
  }
}
