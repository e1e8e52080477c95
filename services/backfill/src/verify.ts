import type { Plan } from '@isochron/compiler';
import { IsochronError, valueText } from '@isochron/schema';
import type { DayRange, TableDescription, Warehouse } from '@isochron/warehouse';
import { runsOf } from './days.ts';
import { derivedExpectations } from './derived-expectations.ts';
import { type Expected, expectedOf, Occurrences } from './expected.ts';
import { outputsOf } from './features.ts';
import { checksOf } from './questions.ts';
import { eventsFor, keyTextOf, type Row } from './raw-events.ts';
import { type RunnablePlan, runnable } from './runnable.ts';

export interface VerifyRequest {
  readonly plan: Plan;
  /** Rows are taken from those of these days that the table has. */
  readonly days: DayRange;
  readonly rows: number;
  readonly seed: number;
}

export interface VerifyReport {
  readonly rows: number;
  /** Rows whose every feature equals the oracle's. */
  readonly equal: number;
  readonly values: number;
  /** The first of them, no more than a person reads. */
  readonly mismatches: readonly Mismatch[];
}

export interface Mismatch {
  readonly feature: string;
  readonly keys: string;
  /** null for a row that matches nothing and should have no value. */
  readonly atMs: number | null;
  readonly stored: string;
  readonly expected: string;
}

const MISMATCHES_MAX = 20;

/**
 * Recomputes a sample of a table's rows the naive way: events come from the source tables by a plain query without order, each feature
 * is the oracle's brute force over the events its window rule lets in. Nothing of the fold, the sort or the step tables takes part.
 */
export async function verify(warehouse: Warehouse, request: VerifyRequest): Promise<VerifyReport> {
  const { days } = request;
  const plan = runnable(request.plan);
  const description = await warehouse.describe(plan.table);
  if (description === undefined) {
    throw new IsochronError(
      'NOT_FOUND',
      `There is no table ${plan.table} to verify: run isochron backfill ${plan.name} first.`,
    );
  }
  const outputs = outputsOf(plan);
  const absent = outputs
    .filter(({ name }) => !description.columns.some((column) => column.name === name))
    .map(({ name }) => name);
  if (absent.length > 0) {
    throw new IsochronError(
      'FAILED_PRECONDITION',
      `Table ${plan.table} has no ${absent.join(', ')}: it was computed by an earlier definition. Run isochron backfill ${plan.name} first.`,
    );
  }
  const stored = await sampleOf(warehouse, description, { ...request, plan });
  if (stored.length === 0)
    throw new IsochronError('NOT_FOUND', `Table ${plan.table} has no rows from ${days.start} to ${days.end}.`);
  const columns = await expectedColumns(warehouse, plan, stored);
  const failed = new Set<number>();
  const mismatches: Mismatch[] = [];
  for (const { name, type } of outputs) {
    const expected = columns.get(name);
    if (expected === undefined) throw new Error(`${name} is expected to be nothing`);
    for (const [index, row] of stored.entries()) {
      const actual = row[name] ?? null;
      const { value, isMet } = expected[index] ?? nothing;
      if (isMet(actual)) continue;
      failed.add(index);
      if (mismatches.length >= MISMATCHES_MAX) continue;
      mismatches.push({
        feature: name,
        ...askedBy(plan, row),
        stored: valueText(type, actual),
        expected: valueText(type, value()),
      });
    }
  }
  const values = stored.length * outputs.length;
  return { rows: stored.length, equal: stored.length - failed.size, values, mismatches };
}

/** Of a row that matches nothing. */
const nothing: Expected = { value: () => null, isMet: (actual) => actual === null };

/** What every output column should hold, row by row: the oracle's features, and what is derived of them. */
async function expectedColumns(
  warehouse: Warehouse,
  plan: RunnablePlan,
  stored: readonly Row[],
): Promise<ReadonlyMap<string, readonly Expected[]>> {
  const columns = new Map<string, readonly Expected[]>();
  for (const check of checksOf(plan)) {
    const asked = stored.map((row) => check.ask(row));
    const events = await eventsFor(warehouse, check.groupBy, asked);
    const keyText = keyTextOf(check.groupBy.keys);
    const occurrences = new Occurrences();
    const eventsOf = asked.map((question) => (question === null ? [] : (events.get(keyText(question.keys)) ?? [])));
    for (const [f, spec] of check.groupBy.features.entries()) {
      const output = check.outputs[f];
      if (output === undefined) throw new Error(`${spec.name} has no output column`);
      const typed = check.groupBy.outputs[f] ?? output;
      const values = asked.map((question, row) =>
        question === null
          ? nothing
          : expectedOf(check.groupBy, spec, typed, eventsOf[row] ?? [], question.atMs, occurrences),
      );
      columns.set(output.name, values);
    }
  }
  return derivedExpectations(plan, stored, columns);
}

/** What a mismatch says of its row: the keys and the instant of the first part. */
function askedBy(plan: RunnablePlan, row: Row): Pick<Mismatch, 'keys' | 'atMs'> {
  const [first] = checksOf(plan);
  const question = first?.ask(row) ?? null;
  if (first === undefined || question === null) return { keys: 'null', atMs: null };
  return { keys: keyTextOf(first.groupBy.keys)(question.keys), atMs: question.atMs };
}

/** Random rows, from each run of days without a gap in proportion to its rows. */
async function sampleOf(
  warehouse: Warehouse,
  { columns, partitions }: TableDescription,
  request: VerifyRequest & { readonly plan: RunnablePlan },
): Promise<readonly Row[]> {
  const { plan, days, seed } = request;
  const within = partitions.filter(({ day }) => day >= days.start && day <= days.end);
  const rowsIn = (range: DayRange): number =>
    within.reduce((sum, { day, rows }) => (day >= range.start && day <= range.end ? sum + rows : sum), 0);
  const total = rowsIn(days);
  const wanted = Math.min(request.rows, total);
  const sample: Row[] = [];
  let before = 0;
  for (const run of runsOf(
    within.map(({ day }) => day),
    Number.POSITIVE_INFINITY,
  )) {
    before += rowsIn(run);
    const rows = Math.round((wanted * before) / total) - sample.length;
    if (!(rows > 0)) continue;
    const names = ['ds', ...columns.map(({ name }) => name)];
    const scan = {
      table: plan.table,
      days: run,
      columns: names.map((name) => ({ name, expression: `\`${name}\`` })),
      where: [],
    };
    sample.push(...(await warehouse.rows({ scan, sample: { rows, seed }, limit: rows })));
  }
  return sample;
}
