import { type Lineage, type Plan, type Reached, stepsOf } from '@isochron/compiler';
import { type DataType, IsochronError, jsonOf, timestampType, type Value, valueText } from '@isochron/schema';
import type { TableDescription, Warehouse } from '@isochron/warehouse';
import { type Command, InvalidArgumentError } from 'commander';
import { type Context, runCommand } from '../context.ts';
import { columnOf, definitionLineage, repositoryLineage } from '../lineage-of.ts';
import { lineageText, lineageTrees } from '../lineage-tree.ts';
import { countText, tableText } from '../output.ts';
import { freshness, planText, tableDescription, tableOf } from '../plan-text.ts';
import { planOf } from '../plans.ts';
import { compiledFiles } from '../repository.ts';
import { rowsText } from '../rows-text.ts';
import { runsOf } from '../wiring.ts';

interface Options {
  readonly column?: string;
  readonly rows?: number;
  readonly columns?: string;
  readonly where?: string;
}

const ROWS_MAX = 10_000;
/** How many are shown where only their columns or a condition were asked for. */
const ROWS_UNLESS_SAID = 10;

const rowCount = (text: string): number => {
  if (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= ROWS_MAX) return Number(text);
  throw new InvalidArgumentError(
    `It must be a whole number from 1 to ${countText(ROWS_MAX)}, not ${JSON.stringify(text)}.`,
  );
};

export function showCommand(program: Command): void {
  program
    .command('show')
    .description('what a definition or a table is: columns, windows, where they come from and go, what is there')
    .argument('[name]', 'a compiled name, a tail of it, a compiled file, or a table; none lists all there is')
    .option('--column <name>', 'what this column is made of and goes into, column by column')
    .option('--rows <n>', 'rows of its table instead, in order of day and time', rowCount)
    .option('--columns <names>', 'rows with these columns alone, with commas between them (ds is the day)')
    .option('--where <condition>', 'rows for which this GoogleSQL condition holds')
    .addHelpText(
      'after',
      '\nExamples:\n  isochron show lateness\n  isochron show lateness --column origin_late_share_1d\n  isochron show flights --rows 5 --where "origin = \'SFO\'"',
    )
    .action((name: string | undefined, options: Options, command: Command) =>
      runCommand(command, (context) => run(context, name, options)),
    );
}

async function run(context: Context, name: string | undefined, options: Options): Promise<void> {
  const { output, repository } = context;
  const { warehouse } = await context.backfill();
  const wanted = options.rows ?? (options.columns === undefined && options.where === undefined ? 0 : ROWS_UNLESS_SAID);
  if (name === undefined) {
    if (wanted === 0) return list(output, warehouse, repository);
    throw new IsochronError(
      'INVALID_ARGUMENT',
      'Rows of what? Name a definition or a table; isochron show lists them.',
    );
  }
  const tables = await warehouse.tables();
  const plan = tables.includes(name) ? null : await planNamed(context, name, tables);
  const filled = plan === null ? name : tableOf(plan);
  const table = filled === null ? undefined : await warehouse.describe(filled);
  if (wanted > 0 && options.column !== undefined) {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      '--column shows where one column comes from, not rows: leave it or --rows, --columns and --where out.',
    );
  }
  if (wanted > 0) {
    if (table === undefined)
      throw new IsochronError(
        'NOT_FOUND',
        `${name} has no rows yet: run isochron backfill ${name} --start DAY --end DAY.`,
      );
    return rows(output, warehouse, table, plan, { ...options, rows: wanted });
  }
  if (plan !== null) return definition(context, name, plan, options.column);
  if (table !== undefined) return tableShown(context, table, options.column);
}

/** What a definition is and where it stands among the others, or where a column of it does. */
async function definition(context: Context, name: string, plan: Plan, column: string | undefined): Promise<void> {
  const { output } = context;
  const { warehouse } = await context.backfill();
  const { lineage, object } = await definitionLineage(context, name);
  if (column !== undefined) {
    const known = object.columns.map((each) => each.name);
    return columnShown(output, lineage, columnOf(object, known, column));
  }
  const filled = tableOf(plan);
  const table = filled === null ? undefined : await warehouse.describe(filled);
  const trees = lineageTrees(lineage, { kind: object.kind, name: object.name, column: null });
  const text = await planText(plan, (of) => warehouse.describe(of));
  output.result(`${text}\n\n${lineageText(trees)}`, {
    plan,
    steps: stepsOf(plan),
    table: table ?? null,
    lineage: trees,
  });
}

async function tableShown(context: Context, table: TableDescription, column: string | undefined): Promise<void> {
  const lineage = await repositoryLineage(context);
  const whole: Reached = { kind: 'table', name: table.name, column: null };
  if (column !== undefined) {
    const known = ['ds', ...table.columns.map((each) => each.name)];
    return columnShown(context.output, lineage, columnOf(whole, known, column));
  }
  const trees = lineageTrees(lineage, whole);
  context.output.result(`${tableDescription(table)}\n\n${lineageText(trees)}`, { ...table, lineage: trees });
}

function columnShown(output: Context['output'], lineage: Lineage, column: Reached): void {
  const trees = lineageTrees(lineage, column);
  output.result(`${column.kind} ${column.name}: ${column.column}\n${lineageText(trees)}`, { ...column, ...trees });
}

async function planNamed(context: Context, name: string, tables: readonly string[]): Promise<Plan> {
  try {
    return await planOf(context, name);
  } catch (thrown) {
    if (!(thrown instanceof IsochronError) || thrown.code !== 'NOT_FOUND') throw thrown;
    const known = tables.length === 0 ? 'There are no tables.' : `Tables are ${tables.join(', ')}.`;
    throw new IsochronError('NOT_FOUND', `${thrown.message} ${known}`, thrown);
  }
}

async function list(output: Context['output'], warehouse: Warehouse, repository: string): Promise<void> {
  const definitions = compiledFiles(repository).map(({ name, kind }) => ({ name, kind }));
  const tables: TableDescription[] = [];
  for (const name of await warehouse.tables()) {
    const description = await warehouse.describe(name);
    if (description !== undefined) tables.push(description);
  }
  const parts = [
    definitions.length === 0
      ? 'no definitions compiled'
      : tableText(
          ['definition', 'kind'],
          definitions.map(({ name, kind }) => [name, kind]),
        ),
    tables.length === 0
      ? 'no tables'
      : tableText(
          ['table', 'rows', 'days', 'written'],
          tables.map((table) => [table.name, ...freshness(table)]),
        ),
  ];
  output.result(parts.join('\n\n'), { definitions, tables });
}

/** The first rows that hold, day by day and in each run of days by time. */
async function rows(
  output: Context['output'],
  warehouse: Warehouse,
  table: TableDescription,
  plan: Plan | null,
  options: Options & { readonly rows: number },
): Promise<void> {
  const names = options.columns?.split(',').map((name) => name.trim()) ?? [
    'ds',
    ...table.columns.map(({ name }) => name),
  ];
  const types = names.map((name) => typeOfColumn(table, name));
  const order = table.columns.some(({ name }) => name === 'ts') ? ['ds', 'ts'] : [];
  const found: Readonly<Record<string, Value>>[] = [];
  for (const days of runsOf(
    table.partitions.map(({ day }) => day),
    Number.POSITIVE_INFINITY,
  )) {
    const lacking = options.rows - found.length;
    if (lacking === 0) break;
    const scan = {
      table: table.name,
      days,
      columns: [...new Set([...names, ...order])].map((name) => ({ name, expression: `\`${name}\`` })),
      where: options.where === undefined ? [] : [options.where],
    };
    found.push(
      ...(await warehouse.rows({
        scan,
        ...(order.length > 0 ? { orderBy: order } : {}),
        first: lacking,
        limit: lacking,
      })),
    );
  }
  const value = found.map((row) =>
    Object.fromEntries(names.map((name, index) => [name, jsonOf(types[index] ?? textType)(row[name] ?? null)])),
  );
  if (found.length === 0)
    output.say(`no rows in ${table.name}${options.where === undefined ? '' : ` where ${options.where}`}`);
  // A definition's own ts is an instant in milliseconds, which only machines read.
  const shown = names.map((name, index) =>
    plan?.kind === 'join' && name === 'ts' ? timestampType : (types[index] ?? textType),
  );
  output.result(
    rowsText(
      names,
      found.map((row) => names.map((name, index) => valueText(shown[index] ?? textType, row[name] ?? null))),
    ),
    value,
  );
}

const textType: DataType = { kind: 'string' };

function typeOfColumn(table: TableDescription, name: string): DataType {
  if (name === 'ds') return textType;
  const column = table.columns.find((known) => known.name === name);
  if (column !== undefined) return column.type;
  throw new IsochronError(
    'INVALID_ARGUMENT',
    `Table ${table.name} has no column ${name}; it has ds, ${table.columns.map((known) => known.name).join(', ')}.`,
  );
}
