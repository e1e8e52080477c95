import type { Plan } from '@isochron/compiler';
import type { Field, Value } from '@isochron/schema';
import type { Warehouse } from '@isochron/warehouse';
import { derivedExpectations } from '../derived-expectations.ts';
import type { Expected } from '../expected.ts';
import { Inputs } from '../inputs.ts';
import { askedAt } from '../questions.ts';
import type { Question, Row } from '../raw-events.ts';
import type { RunnablePlan } from '../runnable.ts';
import { readable } from '../sample/readable.ts';
import { type FeatureWhy, featureWhy } from './feature-why.ts';
import { type RowRequest, rowAsked } from './row-asked.ts';
import { type StoredValue, storedValue } from './stored-value.ts';
import { type BaseFeature, type WantedColumn, type WrittenColumn, wantedColumn } from './wanted-column.ts';

export interface WhyRequest extends RowRequest {
  readonly plan: Plan;
  /** A feature of the plan's table, or one that a derivation of it reads. */
  readonly column: string;
  /** How many events of a feature are told, of those that count and of those that do not. */
  readonly eventsMax: number;
}

export interface WhyReport {
  readonly name: string;
  readonly column: Field;
  /** The row's own columns, `ds` and `ts` (milliseconds). */
  readonly row: Row;
  readonly value: Value;
  readonly stored: StoredValue;
  /** The expressions that make the column of features; none of a feature as it is aggregated. */
  readonly written: readonly WrittenColumn[];
  /** Columns of the row that these read. */
  readonly context: readonly (Field & { readonly value: Value })[];
  readonly features: readonly FeatureWhy[];
  /** Whether all that was computed agrees: the kernel with the oracle, and the table, where it has the row, with both. */
  readonly agrees: boolean;
}

/**
 * The events whose fold a value is, from the source tables, and the value as the naive oracle and the kernel make it of exactly these. Rejects with
 * NOT_FOUND for a column or a row that there is not, INVALID_ARGUMENT where several rows are meant (naming what tells them apart), FAILED_PRECONDITION
 * for partitions that are missing, UNIMPLEMENTED for what a backfill does not compute.
 */
export async function why(warehouse: Warehouse, request: WhyRequest): Promise<WhyReport> {
  const plan = await readable(warehouse, request.plan);
  const wanted = wantedColumn(plan, request.column);
  const inputs = new Inputs(warehouse);
  const row = await rowAsked(warehouse, inputs, plan, wanted, request);
  const features: FeatureWhy[] = [];
  for (const feature of wanted.features) {
    const question = questionOf(plan, feature, row);
    const rowMs = Number(row['ts'] ?? Number.NaN);
    features.push(await featureWhy(warehouse, inputs, feature, { row, question, rowMs, eventsMax: request.eventsMax }));
  }
  const expected = expectedOf(plan, wanted, row, features);
  const stored = await storedValue(warehouse, plan, row, wanted.field, expected.isMet);
  return {
    name: plan.name,
    column: wanted.field,
    row,
    value: expected.value(),
    stored,
    written: wanted.written,
    context: wanted.context.map((field) => ({ ...field, value: row[field.name] ?? null })),
    features,
    agrees: features.every(({ agrees }) => agrees) && (stored.kind === 'absent' || stored.agrees),
  };
}

/** A GroupBy's row has any instant; a join's what its own times and lag say. */
function questionOf(plan: RunnablePlan, { check }: BaseFeature, row: Row): Question | null {
  if (plan.kind === 'join') return check.ask(row);
  return { keys: plan.keys.map(({ name }) => row[name] ?? null), atMs: askedAt(plan, Number(row['ts'])) };
}

function expectedOf(plan: RunnablePlan, wanted: WantedColumn, row: Row, features: readonly FeatureWhy[]): Expected {
  const { name } = wanted.field;
  const own = features.map(({ output, expected }) => [output.name, [expected]] as const);
  const made =
    wanted.written.length === 0
      ? new Map(own)
      : derivedExpectations(plan, [row], new Map(own), {
          names: [name],
          contextOf: (of, column) => of[column] ?? null,
        });
  const expected = made.get(name)?.[0];
  if (expected === undefined) throw new Error(`${name} is expected to be nothing`);
  return expected;
}
