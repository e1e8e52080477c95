import type { DefinitionObject } from '../objects.ts';
import { checkGroupBy } from './check-group-by.ts';
import { checkJoin } from './check-join.ts';
import { checkModel } from './check-model.ts';
import { checkModelTransforms } from './check-model-transforms.ts';
import { checkStagingQuery } from './check-staging-query.ts';
import type { Checked } from './checked.ts';
import type { Checking } from './checking.ts';

/** An object of any kind, with everything looked up. */
export function checkObject(object: DefinitionObject, checking: Checking): Checked {
  switch (object.kind) {
    case 'group-by':
      return checkGroupBy(object.thrift, checking);
    case 'join':
      return checkJoin(object.thrift, checking);
    case 'staging-query':
      return checkStagingQuery(object.thrift, checking);
    case 'model':
      return checkModel(object.thrift, null, 'The row', checking);
    case 'model-transforms':
      return checkModelTransforms(object.thrift, checking);
  }
}
