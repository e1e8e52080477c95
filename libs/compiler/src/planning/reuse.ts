import type { DialectName } from '@isochron/expression';
import { outputTable } from '@isochron/thrift';
import { columnsOf, createMeaningContext, type MeaningContext } from '../meaning/index.ts';
import { compareVersions, unversioned } from '../names.ts';
import { type DefinitionObject, metaDataOf } from '../objects.ts';
import type { Plan, ReusePlan } from './plan.ts';

/**
 * A plan that says which of its columns the tables of other versions hold already: those that mean the same there. Each column is looked for in the newest
 * version first, and named once. The hashes are of the Thrift alone: who copies a column has to see that its type is the same, and that the tables which
 * it was made of are.
 */
export function withReuse(
  plan: Plan,
  object: DefinitionObject,
  versions: readonly DefinitionObject[],
  context: MeaningContext,
): Plan {
  if (plan.kind !== 'group-by' && plan.kind !== 'join') return plan;
  const others = versions
    .filter(
      (each) =>
        each.kind === object.kind && each.name !== object.name && unversioned(each.name) === unversioned(object.name),
    )
    .sort((a, b) => compareVersions(b.name, a.name));
  if (others.length === 0) return plan;
  const wanted = new Map(object.columns ?? columnsOf(object, context));
  // What is selected from a table with all its columns is not told apart.
  wanted.delete('*');
  const reuse = others.flatMap((other): readonly ReusePlan[] => {
    const names = new Map(other.columns ?? columnsOf(other, context));
    const there = new Map([...names].map(([name, meaning]) => [meaning, name]));
    const columns = [...wanted].flatMap(([name, meaning]) => {
      // Of several that mean the same, the one of its own name.
      const from = names.get(name) === meaning ? name : there.get(meaning);
      return from === undefined ? [] : [{ name, from }];
    });
    for (const { name } of columns) wanted.delete(name);
    return columns.length === 0 ? [] : [{ name: other.name, table: outputTable(metaDataOf(other)), columns }];
  });
  return { ...plan, reuse };
}

/** A plan among other versions of its object than it was planned with: those that were compiled or published before, say. `unsaid`: the dialect of objects that do not say theirs. */
export const planWithVersions = (
  plan: Plan,
  object: DefinitionObject,
  versions: readonly DefinitionObject[],
  unsaid: DialectName = 'googlesql',
): Plan => withReuse(plan, object, versions, createMeaningContext(unsaid));
