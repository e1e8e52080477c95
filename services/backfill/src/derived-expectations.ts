import { equalValues } from '@isochron/aggregation';
import { analyzeStages, compileSelection, type SelectedExpression } from '@isochron/expression';
import { type Field, getValue, longType, stringType, type Value, vectorOf } from '@isochron/schema';
import { addDays, dayStartMs } from './days.ts';
import type { Expected } from './expected.ts';
import type { Row } from './raw-events.ts';
import type { RunnablePlan } from './runnable.ts';

/** How far a double that is derived of others may be from the one expected, relative to its size. */
const TOLERANCE = 1e-9;

/**
 * What a plan derives of the oracle's features, evaluated by the closures, whatever the engine did to make the table. The features themselves
 * where nothing is derived.
 */
export function derivedExpectations(
  plan: RunnablePlan,
  stored: readonly Row[],
  features: ReadonlyMap<string, readonly Expected[]>,
): ReadonlyMap<string, readonly Expected[]> {
  const stages = stagesOf(plan);
  if (stages.length === 0) return features;
  const fields = fieldsOf(plan);
  const { selection, faults } = analyzeStages(stages, fields);
  if (selection === null) throw new Error(`${plan.name} was planned with ${faults[0]?.text}, which has faults`);
  const compiled = compileSelection(selection);
  const vectors = compiled.reads.map(({ name, type }) => {
    const expected = features.get(name);
    const values = stored.map((row, at) =>
      expected === undefined ? contextOf(plan, row, name) : inputOf(expected[at], row, name),
    );
    return vectorOf(type, values);
  });
  const made = compiled.apply(vectors, stored.length).vectors;
  return new Map(
    compiled.makes.map(({ name, type }, at) => {
      const vector = made[at];
      const values = stored.map((_, row): Value => (vector === undefined ? null : getValue(type, vector, row)));
      const expected = (value: Value): Expected => ({
        value: () => value,
        isMet: (actual) => equalValues(type, value, actual, toleranceOf(value)),
      });
      // A feature that stays as it was aggregated is still the oracle's to judge.
      return [
        name,
        isPassedOn(selection.columns[at], name) ? (features.get(name) ?? values.map(expected)) : values.map(expected),
      ];
    }),
  );
}

const stagesOf = (plan: RunnablePlan) =>
  plan.kind === 'join' ? plan.derive : plan.derived === null ? [] : [plan.derived];

const fieldsOf = (plan: RunnablePlan): readonly Field[] => [
  ...(plan.kind === 'join' ? plan.left.columns : plan.keys).map(({ name, type }) => ({ name, type })),
  { name: 'ts', type: longType },
  { name: 'ds', type: stringType },
  ...(plan.kind === 'join' ? plan.parts.flatMap(({ outputs }) => outputs) : plan.outputs),
];

/** A column that is no feature: of the left side or a key, and the row's instant. */
function contextOf(plan: RunnablePlan, row: Row, name: string): Value {
  if (name === 'ts' && plan.kind === 'group-by') return dayStartMs(addDays(String(row['ds']), 1));
  return row[name] ?? null;
}

/** A feature that is stored too, and is judged there, is taken as it is stored: two answers within a bound are not to be told apart twice. */
function inputOf(expected: Expected | undefined, row: Row, name: string): Value {
  const actual = row[name];
  return expected !== undefined && actual !== undefined && expected.isMet(actual)
    ? actual
    : (expected?.value() ?? null);
}

const isPassedOn = (column: SelectedExpression | undefined, name: string): boolean =>
  column?.analyzed.typed.kind === 'column' && column.analyzed.columns[0]?.name === name;

const toleranceOf = (value: Value): number =>
  typeof value === 'number' ? TOLERANCE * Math.max(1, Math.abs(value)) : 0;
