import { analyzeText, type ExpressionText, editDistance } from '@isochron/expression';
import { type Field, IsochronError } from '@isochron/schema';
import { baseFieldsOf, derivationOf, stagesOf } from '../derivation.ts';
import { outputsOf } from '../features.ts';
import { type Check, checksOf } from '../questions.ts';
import type { RunnablePlan } from '../runnable.ts';

/** A feature as it is aggregated: which of a plan's GroupBys has it, and which of its features it is. */
export interface BaseFeature {
  readonly check: Check;
  /** Its number among the GroupBy's features. */
  readonly at: number;
  /** Its column, by the name it has in the plan's table. */
  readonly output: Field;
}

/** A derived column, as it was written. */
export interface WrittenColumn {
  readonly name: string;
  readonly expression: ExpressionText;
}

/** What a column of a plan's table is made of, in the end. */
export interface WantedColumn {
  readonly field: Field;
  /** The expressions that make it, its own first, then those of the derived columns it reads; none of a feature that stays as it is aggregated. */
  readonly written: readonly WrittenColumn[];
  readonly features: readonly BaseFeature[];
  /** Columns of the row itself that it reads: of the left side, keys, `ts`, `ds`. */
  readonly context: readonly Field[];
}

/** A feature by its name, be it in the table or only what a derivation is made of. Throws NOT_FOUND, with names that are near, where there is none. */
export function wantedColumn(plan: RunnablePlan, name: string): WantedColumn {
  const base = baseFieldsOf(plan);
  const made = outputsOf(plan).some((output) => output.name === name)
    ? derivationOf(plan)?.columns.find((column) => column.name === name)?.analyzed
    : undefined;
  const own = base.find((field) => field.name === name);
  const features = baseFeatures(plan);
  if (made === undefined) {
    const feature = features.get(name);
    if (own === undefined || feature === undefined) throw noFeature(plan, name, own !== undefined, features);
    return { field: own, written: [], features: [feature], context: [] };
  }
  const written = writtenColumns(plan, name);
  return {
    field: { name, type: made.dataType },
    written,
    features: made.columns.flatMap((column) => features.get(column.name) ?? []),
    context: made.columns.filter((column) => !features.has(column.name)),
  };
}

function baseFeatures(plan: RunnablePlan): ReadonlyMap<string, BaseFeature> {
  return new Map(
    checksOf(plan).flatMap((check) =>
      check.outputs.map(({ name, type }, at) => [name, { check, at, output: { name, type } }] as const),
    ),
  );
}

/** Follows a column through the stages, the last first. */
function writtenColumns(plan: RunnablePlan, name: string): readonly WrittenColumn[] {
  const stages = stagesOf(plan);
  const found = new Map<string, WrittenColumn>();
  const follow = (column: string, last: number): void => {
    const stage = stages[last];
    const made = stage?.find((each) => each.name === column);
    if (made === undefined) return;
    const fields = last === 0 ? baseFieldsOf(plan) : (stages[last - 1] ?? []);
    const { analyzed } = analyzeText(
      made.expression,
      fields.map((field) => ({ name: field.name, type: field.type })),
    );
    const isPassedOn = analyzed?.typed.kind === 'column' && analyzed.columns[0]?.name === column;
    if (!isPassedOn) found.set(`${last} ${column}`, { name: column, expression: made.expression });
    for (const read of analyzed?.columns ?? []) follow(read.name, last - 1);
  };
  follow(name, stages.length - 1);
  return [...found.values()];
}

function noFeature(
  plan: RunnablePlan,
  name: string,
  isContext: boolean,
  features: ReadonlyMap<string, BaseFeature>,
): IsochronError {
  if (isContext) {
    const of = plan.kind === 'join' ? 'the left side' : 'the key';
    return new IsochronError(
      'INVALID_ARGUMENT',
      `${name} is a column of ${of} of ${plan.name}, not a feature: its value is the row's own.`,
    );
  }
  const names = new Set([...outputsOf(plan).map((output) => output.name), ...features.keys()]);
  const near = nearest(name, [...names]);
  const hint = near.length === 0 ? `It has ${[...names].join(', ')}.` : `Did you mean ${near.join(', ')}?`;
  return new IsochronError('NOT_FOUND', `${plan.name} has no feature ${name}. ${hint}`);
}

const NEAR_MAX = 5;

/** Names that hold the asked one, or differ from it by a quarter of its characters at most; the nearest first. */
export function nearest(asked: string, names: readonly string[]): readonly string[] {
  const most = Math.max(2, Math.floor(asked.length / 4));
  return names
    .map((name) => ({ name, far: name.includes(asked) ? 0 : editDistance(asked, name, most + 1) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far)
    .slice(0, NEAR_MAX)
    .map(({ name }) => name);
}
