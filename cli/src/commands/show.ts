import type { Plan, ScanPlan } from '@isochron/compiler';
import { IsochronError, type Value, typeText, valueText } from '@isochron/schema';
import type { TableDescription, Warehouse } from '@isochron/warehouse';
import { type Command, InvalidArgumentError } from 'commander';
import { type Context, runCommand } from '../context.ts';
import { countText, plural, tableText } from '../output.ts';
import { planOfFile } from '../plans.ts';
import { compiledFiles, resolveName } from '../repository.ts';
import { rangeText, stepTables } from '../wiring.ts';

interface Options {
  readonly rows?: number;
  readonly columns?: string;
  readonly where?: string;
}

const ROWS_MAX = 10_000;

const rowCount = (text: string): number => {
  if (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= ROWS_MAX) return Number(text);
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${countText(ROWS_MAX)}, not ${JSON.stringify(text)}.`);
};

export function showCommand(program: Command): void {
  program
    .command('show')
    .description('what a definition or a table is: columns, windows, where they come from, what is there')
    .argument('[name]', 'a compiled name, a tail of it, a compiled file, or a table; none lists all there is')
    .option('--rows <n>', 'rows of its table instead, in order of day and time', rowCount)
    .option('--columns <names>', 'which columns of the rows, with commas between them')
    .option('--where <condition>', 'GoogleSQL: which rows')
    .addHelpText('after', "\nExamples:\n  isochron show lateness\n  isochron show flights --rows 5 --where \"origin = 'SFO'\"")
    .action((name: string | undefined, options: Options, command: Command) => runCommand(command, (context) => run(context, name, options)));
}

async function run({ output, backfill, repository }: Context, name: string | undefined, options: Options): Promise<void> {
  const { warehouse } = await backfill();
  if (name === undefined) return list(output, warehouse, repository);
  const table = await warehouse.describe(name).catch(() => undefined);
  const plan = table === undefined ? await planOfFile(warehouse, resolveName(await compiledFiles(repository), name)) : null;
  const shown = table ?? (plan === null ? undefined : await warehouse.describe(plan.table));
  if (options.rows !== undefined) {
    if (shown === undefined) throw new IsochronError('NOT_FOUND', `${name} has no rows yet: run isochron backfill ${name} --start DAY --end DAY.`);
    return rows(output, warehouse, shown, { ...options, rows: options.rows });
  }
  if (plan === null && shown !== undefined) output.result(tableDescription(shown), shown);
  else if (plan !== null) output.result(await planDescription(warehouse, plan, shown), { plan, table: shown ?? null });
}

async function list(output: Context['output'], warehouse: Warehouse, repository: string): Promise<void> {
  const definitions = (await compiledFiles(repository)).map(({ name, kind }) => [name, kind]);
  const tables: string[][] = [];
  for (const name of await warehouse.tables()) {
    const description = await warehouse.describe(name);
    if (description !== undefined) tables.push([name, ...freshness(description)]);
  }
  const parts = [
    definitions.length === 0 ? 'no definitions compiled' : tableText(['definition', 'kind'], definitions),
    tables.length === 0 ? 'no tables' : tableText(['table', 'rows', 'days', 'written'], tables),
  ];
  output.result(parts.join('\n\n'), { definitions, tables: tables.map(([name]) => name) });
}

async function rows(
  output: Context['output'],
  warehouse: Warehouse,
  table: TableDescription,
  options: Options & { readonly rows: number },
): Promise<void> {
  const first = table.partitions[0];
  const last = table.partitions.at(-1);
  if (first === undefined || last === undefined) throw new IsochronError('NOT_FOUND', `Table ${table.name} has no partitions.`);
  const names = options.columns?.split(',').map((name) => name.trim()) ?? table.columns.map(({ name }) => name);
  const types = names.map((name) => {
    const column = table.columns.find((known) => known.name === name);
    if (column !== undefined) return column.type;
    if (name === 'ds') return { kind: 'string' } as const;
    throw new IsochronError('INVALID_ARGUMENT', `Table ${table.name} has no column ${name}; it has ds, ${table.columns.map((known) => known.name).join(', ')}.`);
  });
  const order = table.columns.some(({ name }) => name === 'ts') ? ['ts'] : [];
  const found = await warehouse.rows({
    scan: {
      table: table.name,
      days: { start: first.day, end: last.day },
      columns: [...new Set([...names, ...order])].map((name) => ({ name, expression: `\`${name}\`` })),
      where: options.where === undefined ? [] : [options.where],
    },
    ...(order.length > 0 ? { orderBy: order } : {}),
    first: options.rows,
    limit: options.rows,
  });
  const text = tableText(
    names.map(headText),
    found.map((row) => names.map((name, index) => valueText(types[index] ?? { kind: 'string' }, (row[name] ?? null) as Value))),
  );
  output.result(text, found);
}

const HEAD_MAX = 20;

/** A long name over several lines, broken after underscores: a column is then about as wide as what stands in it. */
function headText(name: string): string {
  const lines = [''];
  for (const word of name.split(/(?<=_)/)) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length <= HEAD_MAX) lines[lines.length - 1] = line + word;
    else lines.push(word);
  }
  return lines.join('\n');
}

function tableDescription(table: TableDescription): string {
  const [rowsThere, days, written] = freshness(table);
  const columns = tableText(['column', 'type'], table.columns.map(({ name, type }) => [name, typeText(type)]));
  return `table ${table.name}: ${rowsThere} rows, ${days}, written ${written}\n\n${columns}`;
}

async function planDescription(warehouse: Warehouse, plan: Plan, table: TableDescription | undefined): Promise<string> {
  const groups = plan.kind === 'group-by' ? [{ groupBy: plan, outputs: plan.outputs }] : plan.parts;
  const columns = groups.flatMap(({ groupBy, outputs }) =>
    groupBy.features.map((feature, index) => [
      outputs[index]?.name ?? feature.name,
      typeText(outputs[index]?.type ?? { kind: 'string' }),
      `${feature.operation} of ${feature.input}${feature.bucket === null ? '' : ` by ${feature.bucket}`}`,
      feature.windowMs === null ? 'since ever' : windowOf(feature.windowMs),
      groupBy.accuracy,
      groupBy.name,
    ]),
  );
  const lines = [`${plan.kind} ${plan.name}`];
  if (plan.kind === 'join') lines.push(`left side  ${scanText(plan.left)}`);
  for (const { groupBy } of groups) for (const scan of groupBy.scans) lines.push(`${groupBy.name} (${groupBy.keys.map(({ name }) => name).join(', ')})  ${scanText(scan)}`);
  lines.push(`table      ${plan.table}: ${table === undefined ? 'not computed yet' : `${freshness(table)[0]} rows, ${freshness(table)[1]}, written ${freshness(table)[2]}`}`);
  for (const step of stepTables(plan)) {
    const description = await warehouse.describe(step);
    if (description !== undefined) lines.push(`step       ${step}: ${freshness(description)[0]} rows, ${freshness(description)[1]}`);
  }
  return `${[...new Set(lines)].join('\n')}\n\n${tableText(['feature', 'type', 'what', 'window', 'accuracy', 'from'], columns)}`;
}

function scanText(scan: ScanPlan): string {
  const where = scan.where.length === 0 ? '' : ` where ${scan.where.join(' and ')}`;
  return `from ${scan.table} at ${scan.time}${where}`;
}

function windowOf(ms: number): string {
  if (ms % 86_400_000 === 0) return `${ms / 86_400_000}d`;
  return ms % 3_600_000 === 0 ? `${ms / 3_600_000}h` : `${ms / 60_000}m`;
}

/** Rows, days, and when it was last written. */
function freshness({ partitions }: TableDescription): [string, string, string] {
  const rowsThere = partitions.reduce((sum, partition) => sum + partition.rows, 0);
  const first = partitions[0]?.day ?? '';
  const last = partitions.at(-1)?.day ?? '';
  const written = partitions.reduce((latest, partition) => Math.max(latest, partition.writtenAtMs), 0);
  const when = partitions.length === 0 ? 'never' : new Date(written).toISOString().slice(0, 19).replace('T', ' ');
  return [countText(rowsThere), partitions.length === 0 ? 'no days' : `${plural(partitions.length, 'day')} ${rangeText({ start: first, end: last })}`, when];
}
