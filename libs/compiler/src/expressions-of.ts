import { type Checked, groupBysOf, sourcesOf } from './checked.ts';
import type { CheckedExpression } from './checked-expression.ts';

/** Every SQL text of an object, those of a join's parts too. */
export function expressionsOf(object: Checked): readonly CheckedExpression[] {
  return [
    ...sourcesOf(object).flatMap(({ expressions }) => expressions),
    ...groupBysOf(object).flatMap(({ derivations }) => derivations.expressions),
    ...(object.kind === 'join' ? object.derivations.expressions : []),
  ];
}
