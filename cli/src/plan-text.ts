import {
  type GroupByPlan,
  type JoinPlan,
  type ModelPlan,
  type Plan,
  type ScanPlan,
  type SelectedColumn,
  type StagingQueryPlan,
  type StepPlan,
  stepsOf,
} from '@isochron/compiler';
import { dialectLabel, quotedName, writtenText } from '@isochron/expression';
import { type Field, typeText } from '@isochron/schema';
import type { TableDescription } from '@isochron/warehouse';
import { countText, plural, tableText } from './output.ts';
import { daysText, reuseOf, reuseText } from './plan-summary.ts';
import { rangeText, runsOf } from './wiring.ts';

/** The table that a plan fills; null for a model, which fills none. */
export const tableOf = (plan: Plan): string | null => (plan.kind === 'model' ? null : plan.table);

/** What a table is, for people. */
export function tableDescription(table: TableDescription): string {
  const [rowsThere, days, written] = freshness(table);
  const columns = tableText(
    ['column', 'type'],
    table.columns.map(({ name, type }) => [name, typeText(type)]),
  );
  return `table ${table.name}: ${rowsThere} rows, ${days}, written ${written}\n\n${columns}`;
}

/** What a plan is, for people: where its rows come from, what is there of its tables, and its columns. `describe`: what is there of a table. */
export async function planText(
  plan: Plan,
  describe: (table: string) => Promise<TableDescription | undefined>,
): Promise<string> {
  const lines = [`${plan.kind} ${plan.name}`, ...new Set(readLines(plan))];
  const table = tableOf(plan);
  if (table !== null) lines.push(`table      ${table}: ${thereText(await describe(table))}`);
  for (const step of stepsOf(plan))
    lines.push(...stepLines(step, step.table === table ? undefined : await describe(step.table)));
  lines.push(...reuseOf(plan).map((reuse) => `reuse      ${reuseText(reuse)}`));
  lines.push(...(plan.kind === 'model' ? trainingLines(plan) : runLines(plan)));
  const columns = columnText(plan);
  return `${lines.join('\n')}${columns === '' ? '' : `\n\n${columns}`}`;
}

/** How its author wants it run. Nothing here starts by itself: schedules are for what calls isochron. */
function runLines({ kind, run }: Exclude<Plan, ModelPlan>): readonly string[] {
  const { stepDays, isLastDayOnly, schedule, onlineSchedule, others } = run;
  return [
    ...(stepDays === null ? [] : [`steps      of ${plural(stepDays, 'day')}`]),
    ...(kind === 'join' && isLastDayOnly ? ['days       of those asked for the last alone (historical is false)'] : []),
    ...(schedule === null ? [] : [`schedule   ${schedule}, ${ORCHESTRATED}`]),
    ...(onlineSchedule === null ? [] : [`uploads    ${onlineSchedule}, ${ORCHESTRATED}`]),
    ...(others.length === 0
      ? []
      : [`not used   ${others.join(', ')} (for what starts isochron, or for other engines)`]),
  ];
}

const trainingLines = ({ training }: ModelPlan): readonly string[] =>
  training?.schedule == null ? [] : [`trains     ${training.schedule}, ${ORCHESTRATED}`];

const ORCHESTRATED = 'for an orchestrator: isochron starts nothing by itself';

/** A table to fill, what is there of it (of the last one that stands above already), and what it is filled from. */
const stepLines = ({ kind, table, reads }: StepPlan, there: TableDescription | undefined): readonly string[] => [
  `step       ${kind} ${table}${there === undefined ? '' : `: ${freshness(there)[0]} rows, ${freshness(there)[1]}`}`,
  ...reads.map(
    (read) => `           reads ${read.table} ${daysText(read)}${read.isOptional ? ', if it is there' : ''}`,
  ),
];

const thereText = (table: TableDescription | undefined): string =>
  table === undefined
    ? 'not computed yet'
    : `${freshness(table)[0]} rows, ${freshness(table)[1]}, written ${freshness(table)[2]}`;

/** Where its rows come from. */
function readLines(plan: Plan): readonly string[] {
  switch (plan.kind) {
    case 'group-by':
      return groupByLines(plan);
    case 'join':
      return [
        `left side  ${scanText(plan.left)}`,
        ...plan.parts.flatMap(({ groupBy }) => groupByLines(groupBy)),
        ...plan.labels.flatMap(({ groupBy, fromMs, toMs }) =>
          groupByLines(groupBy).map((line) => `${line}, ${windowOf(fromMs)} to ${windowOf(toMs)} after the row`),
        ),
        ...plan.externals.map(({ service, isContextual }) =>
          isContextual ? 'from the caller' : `external   ${service}`,
        ),
        ...plan.bootstraps.map(({ scan, keys }) => `taken      from ${scan.table} by ${keys.join(', ')}`),
      ];
    case 'staging-query':
      return stagingQueryLines(plan);
    case 'model':
      return plan.training === null ? [] : [`learns     ${scanText(plan.training.scan)}`];
    case 'model-transforms':
      return plan.scans.map((scan) => `rows       ${scanText(scan)}`);
  }
}

const groupByLines = ({ name, keys, scans }: GroupByPlan): readonly string[] =>
  scans.map((scan) => `${name} (${keys.map((key) => key.name).join(', ')})  ${scanText(scan)}`);

const stagingQueryLines = ({ reads, query }: StagingQueryPlan): readonly string[] => [
  ...reads.map((read) => `reads      ${read.table} ${daysText(read)}`),
  ...query
    .trim()
    .split('\n')
    .map((line) => `           ${line}`),
];

function columnText(plan: Plan): string {
  switch (plan.kind) {
    case 'group-by':
    case 'join':
      return tableText(['feature', 'type', 'what', 'window', 'accuracy', 'from'], featureRows(plan));
    case 'staging-query':
      return '';
    case 'model':
      return tableText(['column', 'type', 'what'], modelRows(plan));
    case 'model-transforms': {
      const made = new Map(plan.models.flatMap(modelRows).map((row) => [row[0], row]));
      return tableText(
        ['column', 'type', 'what'],
        plan.outputs.map(({ name, type }) => made.get(name) ?? [name, typeText(type), 'passed on']),
      );
    }
  }
}

const modelRows = ({ outputs }: ModelPlan): readonly (readonly string[])[] =>
  outputs.map(({ name, type, expression }) => [name, typeText(type), expressionShown(expression)]);

function featureRows(plan: GroupByPlan | JoinPlan): readonly (readonly string[])[] {
  const groups =
    plan.kind === 'group-by' ? [{ groupBy: plan, outputs: plan.outputs }] : [...plan.parts, ...plan.labels];
  const aggregated = groups.flatMap(({ groupBy, outputs }) =>
    outputs.map((output, at) => featureRow(groupBy, output, at)),
  );
  if (plan.kind === 'group-by') return featuresInTheEnd(plan, aggregated);
  const external = plan.externals.flatMap(({ service, isContextual, outputs }) =>
    outputs.map(({ name, type, field }) => [
      name,
      typeText(type),
      `${field} of ${isContextual ? 'the caller' : service}`,
      '',
      '',
      plan.name,
    ]),
  );
  return featuresInTheEnd(plan, [...aggregated, ...external]);
}

function featureRow(groupBy: GroupByPlan, { name, type }: Field, at: number): readonly string[] {
  const feature = groupBy.features[at];
  if (feature === undefined) return [name, typeText(type), 'as it is', '', groupBy.accuracy, groupBy.name];
  const what = `${feature.operation} of ${feature.input}${feature.bucket === null ? '' : ` by ${feature.bucket}`}`;
  const window = feature.windowMs === null ? 'all time' : windowOf(feature.windowMs);
  return [name, typeText(type), what, window, groupBy.accuracy, groupBy.name];
}

/** The columns of features: those that stay as they were aggregated, and those that are derived, by the last expression that makes them. */
function featuresInTheEnd(
  plan: GroupByPlan | JoinPlan,
  aggregated: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const stages = plan.kind === 'join' ? plan.derive : plan.derived === null ? [] : [plan.derived];
  if (stages.length === 0) return aggregated;
  const outputs = plan.kind === 'join' ? plan.outputs : (plan.derived ?? []);
  return outputs.map(({ name, type }) => {
    const made = stages.findLast((stage) => stage.some((column) => column.name === name && !isPassedOn(column)));
    const expression = made?.find((column) => column.name === name)?.expression;
    const row = aggregated.find(([feature]) => feature === name);
    return expression === undefined && row !== undefined
      ? row
      : [name, typeText(type), `derived: ${expressionShown(expression ?? '')}`, '', '', plan.name];
  });
}

const isPassedOn = ({ name, expression }: Pick<SelectedColumn, 'name' | 'expression'>): boolean =>
  expression === quotedName(name);

/** What was written, and what its words stand for where they are not the columns' names. */
export function expressionShown(expression: SelectedColumn['expression']): string {
  const names = typeof expression === 'string' ? {} : (expression.names ?? {});
  const others = Object.entries(names).flatMap(([word, column]) => (word === column ? [] : [`${word} is ${column}`]));
  return writtenText(expression) + (others.length === 0 ? '' : ` (${others.join(', ')})`);
}

function scanText({ where, table, time, columns, mutations }: ScanPlan): string {
  const kept = where.length === 0 ? '' : ` where ${where.map(writtenText).join(' and ')}`;
  const changes = mutations === null ? '' : ` and its changes, ${mutations.table},`;
  const others = [time, ...where, ...columns.map(({ expression }) => expression)].flatMap(otherDialect);
  const dialects = others.length === 0 ? '' : ` (${[...new Set(others)].join(', ')})`;
  return `from ${table}${changes} at ${writtenText(time)}${kept}${dialects}`;
}

/** What an expression is written in, where that is not GoogleSQL. */
const otherDialect = (expression: SelectedColumn['expression']): readonly string[] =>
  typeof expression === 'string' || expression.dialect === 'googlesql' ? [] : [dialectLabel(expression.dialect)];

function windowOf(ms: number): string {
  if (ms % 86_400_000 === 0) return `${ms / 86_400_000}d`;
  return ms % 3_600_000 === 0 ? `${ms / 3_600_000}h` : `${ms / 60_000}m`;
}

/** Rows, days, and when it was last written. */
export function freshness({ partitions }: TableDescription): [string, string, string] {
  const rowsThere = partitions.reduce((sum, partition) => sum + partition.rows, 0);
  const first = partitions[0]?.day ?? '';
  const last = partitions.at(-1)?.day ?? '';
  const written = partitions.reduce((latest, partition) => Math.max(latest, partition.writtenAtMs), 0);
  const when = partitions.length === 0 ? 'never' : new Date(written).toISOString().slice(0, 19).replace('T', ' ');
  const gap =
    runsOf(
      partitions.map(({ day }) => day),
      Number.POSITIVE_INFINITY,
    ).length > 1
      ? ', with gaps'
      : '';
  return [
    countText(rowsThere),
    partitions.length === 0
      ? 'no days'
      : `${plural(partitions.length, 'day')} ${rangeText({ start: first, end: last })}${gap}`,
    when,
  ];
}
