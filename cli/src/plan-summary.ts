import { type Plan, type ReusePlan, type StepPlan, stepsOf, type TableRead } from '@isochron/compiler';
import { plural } from './output.ts';

/** What a plan does, without what its columns are. */
export interface PlanSummary {
  readonly table: string | null;
  readonly steps: readonly StepSummary[];
  readonly reuse: readonly ReusePlan[];
}

type StepSummary = Pick<StepPlan, 'kind' | 'of' | 'table' | 'semanticHash'> & {
  readonly reads: readonly Omit<TableRead, 'partition'>[];
};

export const planSummary = (plan: Plan): PlanSummary => ({
  table: plan.kind === 'model' ? null : plan.table,
  steps: stepsOf(plan).map(({ kind, of, table, semanticHash, reads }) => ({
    kind,
    of,
    table,
    semanticHash,
    reads: reads.map(({ partition: _, ...read }) => read),
  })),
  reuse: reuseOf(plan),
});

export const reuseOf = (plan: Plan): readonly ReusePlan[] =>
  plan.kind === 'group-by' || plan.kind === 'join' ? plan.reuse : [];

/** What is behind a change, for people, each line to stand below it: the tables it fills, and the columns that another version's table has already. */
export function changedPlanLines(plan: Plan | undefined): readonly string[] {
  if (plan === undefined) return [];
  const steps = stepsOf(plan);
  const tables = steps.map(({ table }) => table).join(', ');
  return [
    ...(steps.length <= 1 ? [] : [`${plural(steps.length, 'step')}: ${tables}`]),
    ...reuseOf(plan).map(reuseText),
  ];
}

/** `flights_delays_byOrigin__1 has 3 of its columns already: delay_sum_1d, delay_sum_7d (there delays_sum_7d), …`. */
export function reuseText({ table, columns }: ReusePlan): string {
  const shown = columns
    .slice(0, COLUMNS_MAX)
    .map(({ name, from }) => (name === from ? name : `${name} (there ${from})`));
  const more = columns.length > COLUMNS_MAX ? ` and ${columns.length - COLUMNS_MAX} more` : '';
  return `${table} has ${plural(columns.length, 'column')} of it already: ${shown.join(', ')}${more}`;
}

const COLUMNS_MAX = 8;

/** The days of a table that are read for a day. */
export function daysText({ firstDaysBefore: first, lastDaysBefore: last, isCumulative }: TableRead): string {
  if (isCumulative) return `(one partition, ${dayText(last)})`;
  return first === last
    ? `(${dayText(last)})`
    : `(from ${first === null ? 'the first' : dayText(first)} to ${dayText(last)})`;
}

function dayText(before: number): string {
  if (before === 0) return 'the day';
  return before > 0 ? `${plural(before, 'day')} before` : `${plural(-before, 'day')} after`;
}
