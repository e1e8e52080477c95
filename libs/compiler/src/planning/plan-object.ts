import type { Checked } from '../checking/checked.ts';
import type { Plan } from './plan.ts';
import { planGroupBy } from './plan-group-by.ts';
import { planJoin } from './plan-join.ts';
import { planModel, planModelTransforms } from './plan-model.ts';
import { planStagingQuery } from './plan-staging-query.ts';

/** The plan of an object that no rule has anything against. */
export function planChecked(object: Checked): Plan {
  switch (object.kind) {
    case 'group-by':
      return planGroupBy(object);
    case 'join':
      return planJoin(object);
    case 'staging-query':
      return planStagingQuery(object);
    case 'model':
      return planModel(object);
    case 'model-transforms':
      return planModelTransforms(object);
  }
}
