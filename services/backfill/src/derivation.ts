import { analyzeStages, compileSelection, type SelectedExpression, type Selection } from '@isochron/expression';
import { type Field, getValue, longType, stringType, type Value, vectorOf } from '@isochron/schema';
import { addDays, dayStartMs } from './days.ts';
import type { Row } from './raw-events.ts';
import type { RunnablePlan } from './runnable.ts';

/** What a plan's table is made of in the end, as one selection of features, left columns or keys, `ts` and `ds`; null where nothing is derived. */
export function derivationOf(plan: RunnablePlan): Selection | null {
  const stages = stagesOf(plan);
  if (stages.length === 0) return null;
  const { selection, faults } = analyzeStages(stages, baseFieldsOf(plan));
  if (selection === null) throw new Error(`${plan.name} was planned with ${faults[0]?.text}, which has faults`);
  return selection;
}

/** Columns of a derivation by the closures, whatever an engine would do: of each row, given the value of each column it reads. */
export function derivedColumns(
  columns: readonly SelectedExpression[],
  rows: number,
  read: (name: string, row: number) => Value,
): ReadonlyMap<string, readonly Value[]> {
  const compiled = compileSelection({ columns, where: [] });
  const vectors = compiled.reads.map(({ name, type }) =>
    vectorOf(
      type,
      Array.from({ length: rows }, (_, row) => read(name, row)),
    ),
  );
  const made = compiled.apply(vectors, rows).vectors;
  return new Map(
    compiled.makes.map(({ name, type }, at) => {
      const vector = made[at];
      const values = Array.from(
        { length: rows },
        (_, row): Value => (vector === undefined ? null : getValue(type, vector, row)),
      );
      return [name, values];
    }),
  );
}

export const stagesOf = (plan: RunnablePlan) =>
  plan.kind === 'join' ? plan.derive : plan.derived === null ? [] : [plan.derived];

/** The columns that the first stage of a derivation may read. */
export const baseFieldsOf = (plan: RunnablePlan): readonly Field[] => [
  ...(plan.kind === 'join' ? plan.left.columns : plan.keys).map(({ name, type }) => ({ name, type })),
  { name: 'ts', type: longType },
  { name: 'ds', type: stringType },
  ...(plan.kind === 'join' ? plan.parts.flatMap(({ outputs }) => outputs) : plan.outputs),
];

/** A column that is no feature: of the left side or a key, and the row's instant. */
export function contextOf(plan: RunnablePlan, row: Row, name: string): Value {
  if (name === 'ts' && plan.kind === 'group-by') return dayStartMs(addDays(String(row['ds']), 1));
  return row[name] ?? null;
}

/** Whether a column is that of another under its own name, so that nothing is derived. */
export const isPassedOn = ({ name, analyzed }: SelectedExpression): boolean =>
  analyzed.typed.kind === 'column' && analyzed.columns[0]?.name === name;
