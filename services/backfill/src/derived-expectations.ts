import { equalValues } from '@isochron/aggregation';
import type { Value } from '@isochron/schema';
import { contextOf as contextIn, derivationOf, derivedColumns, isPassedOn } from './derivation.ts';
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
  { names, contextOf = (row, name) => contextIn(plan, row, name) }: DerivedOptions = {},
): ReadonlyMap<string, readonly Expected[]> {
  const selection = derivationOf(plan);
  if (selection === null) return features;
  const columns = selection.columns.filter(({ name }) => names?.includes(name) ?? true);
  const made = derivedColumns(columns, stored.length, (name, at) => {
    const row = stored[at] ?? {};
    const expected = features.get(name);
    return expected === undefined ? contextOf(row, name) : inputOf(expected[at], row, name);
  });
  return new Map(
    columns.map((column) => {
      const { name, analyzed } = column;
      const expected = (value: Value): Expected => ({
        value: () => value,
        isMet: (actual) => equalValues(analyzed.dataType, value, actual, toleranceOf(value)),
      });
      // A feature that stays as it was aggregated is still the oracle's to judge.
      const own = isPassedOn(column) ? features.get(name) : undefined;
      return [name, own ?? (made.get(name) ?? []).map(expected)];
    }),
  );
}

interface DerivedOptions {
  /** These columns alone. */
  readonly names?: readonly string[];
  /** What a row has in a column that is no feature; not given: as its table has it. */
  readonly contextOf?: (row: Row, name: string) => Value;
}

/** A feature that is stored too, and is judged there, is taken as it is stored: two answers within a bound are not to be told apart twice. */
function inputOf(expected: Expected | undefined, row: Row, name: string): Value {
  const actual = row[name];
  return expected !== undefined && actual !== undefined && expected.isMet(actual)
    ? actual
    : (expected?.value() ?? null);
}

const toleranceOf = (value: Value): number =>
  typeof value === 'number' ? TOLERANCE * Math.max(1, Math.abs(value)) : 0;
