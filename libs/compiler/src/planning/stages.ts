import { type ExpressionText, quotedName } from '@isochron/expression';
import { longType } from '@isochron/schema';
import type { CheckedJoin, CheckedPart } from '../checking/checked.ts';
import { type CheckedExpression, columnOf } from '../checking/checked-expression.ts';
import type { ExternalPlan, PartPlan, ScanPlan, SelectedColumn } from './plan.ts';
import { derivedOf } from './plan-group-by.ts';
import { unsettled } from './unsettled.ts';

/**
 * How a join's output is made of left columns, `ts` and the features of all parts: first what the parts derive, each of its own keys and
 * features, then what the join derives of the result. Nothing where nobody derives.
 */
export function stagesOf(
  join: CheckedJoin,
  left: ScanPlan,
  parts: readonly PartPlan[],
  externals: readonly ExternalPlan[],
): readonly (readonly SelectedColumn[])[] {
  const kept = [...left.columns, { name: 'ts', type: longType }].map(passedOn);
  const stages: (readonly SelectedColumn[])[] = [];
  if (join.parts.some(({ groupBy }) => groupBy.derivations.areThere)) {
    const derived = join.parts.flatMap((part, at) => derivedOfPart(part, parts[at] ?? unsettled(part.path)));
    stages.push([...kept, ...derived, ...externals.flatMap(({ outputs }) => outputs.map(passedOn))]);
  }
  const own = derivedOf(join.derivations);
  if (own !== null) stages.push([...kept, ...own]);
  return stages;
}

const passedOn = ({ name, type }: Pick<SelectedColumn, 'name' | 'type'>): SelectedColumn => ({
  name,
  type,
  expression: quotedName(name),
});

/** What a part derives, over the columns of the join: its keys are left columns there, and its features have its prefix. */
function derivedOfPart(part: CheckedPart, plan: PartPlan): readonly SelectedColumn[] {
  const names = new Map<string, string>([
    ...part.keys.map(({ left, right }): [string, string] => [right, left]),
    ...plan.groupBy.outputs.map(({ name }): [string, string] => [name, part.columnPrefix + name]),
  ]);
  const renamed = (column: string): string => names.get(column) ?? column;
  return part.groupBy.derivations.outputs.map(({ name, type, expression }) => ({
    name: part.columnPrefix + name,
    type: type ?? unsettled(name),
    expression: expression === null ? quotedName(renamed(name)) : renamedText(expression, renamed),
  }));
}

/** An expression as it is written, over columns that have other names. */
function renamedText(expression: CheckedExpression, renamed: (column: string) => string): ExpressionText {
  const { text, dialect } = expression;
  const analyzed = expression.analyzed ?? unsettled(text);
  const column = columnOf(analyzed);
  if (column !== null) return quotedName(renamed(column));
  return { text, dialect, names: Object.fromEntries(analyzed.columns.map(({ name }) => [name, renamed(name)])) };
}
