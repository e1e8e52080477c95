import {
  type DefinitionObject,
  type GroupByPlan,
  type Plan,
  type ServedGroupBy,
  type ServedPlanned,
  servedPlanOfGroupBy,
  servedPlanOfJoin,
} from '@isochron/compiler';
import type { Field } from '@isochron/schema';
import { allOf, failed, passed, sameText, type Verdict } from '../verdict.ts';
import { theirs } from './guessed-catalog.ts';

/** Whether what is planned with tables gives the same features planned without them, of what uploads of its GroupBys say. */
export function servedAsPlanned(object: DefinitionObject, plan: Plan): Verdict {
  if (object.kind === 'join' && plan.kind === 'join') {
    const parts = plan.parts.map(({ groupBy }) => groupBy);
    return compared(servedPlanOfJoin(object.thrift, uploadsOf(parts)), plan.outputs, parts);
  }
  if (object.kind === 'group-by' && plan.kind === 'group-by') {
    return compared(servedPlanOfGroupBy(object.thrift, uploadsOf([plan])), plan.derived ?? plan.outputs, [plan]);
  }
  return passed();
}

function uploadsOf(groupBys: readonly GroupByPlan[]) {
  const columns = new Map(groupBys.map(({ name, keys, inputs }) => [name, { keys, inputs }]));
  return { ...theirs, uploadedOf: (name: string) => columns.get(name) ?? null };
}

function compared(
  { plan, diagnostics }: ServedPlanned,
  outputs: readonly Field[],
  groupBys: readonly GroupByPlan[],
): Verdict {
  if (plan === null) return failed('a plan to serve', diagnostics.map(({ message }) => message).join(' '));
  return allOf([
    sameText('served features', textOf(outputs), textOf(plan.outputs)),
    ...plan.parts.map(({ groupBy }, at) =>
      sameText(`aggregations of ${groupBy.name}`, foldOf(groupBys[at]), foldOf(groupBy)),
    ),
  ]);
}

const textOf = (fields: readonly Field[]): string => JSON.stringify(fields.map(({ name, type }) => ({ name, type })));

const foldOf = (groupBy: ServedGroupBy | undefined): string => {
  const { accuracy, shape, keys, inputs, features, outputs } = groupBy ?? {};
  return JSON.stringify({ accuracy, shape, keys, inputs, features, outputs });
};
