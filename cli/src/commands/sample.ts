import { IsochronError, jsonOf } from '@isochron/schema';
import type { DayRange } from '@isochron/warehouse';
import { type Command, InvalidArgumentError } from 'commander';
import { planInFeatures } from '../compilation.ts';
import { type Context, runCommand } from '../context.ts';
import { countText, durationText, plural } from '../output.ts';
import { typedRowsText } from '../rows-text.ts';
import { type Said, said } from '../said.ts';
import { parseDayRange, rangeText, type SampleReport } from '../wiring.ts';

interface Options {
  readonly rows: number;
  readonly seed: number;
  readonly day?: string;
  readonly start?: string;
  readonly end?: string;
  readonly key: readonly Said[];
}

const ROWS_MAX = 1_000;

const rowCount = (text: string): number => {
  if (/^[1-9]\d{0,3}$/.test(text) && Number(text) <= ROWS_MAX) return Number(text);
  throw new InvalidArgumentError(
    `It must be a whole number from 1 to ${countText(ROWS_MAX)}, not ${JSON.stringify(text)}.`,
  );
};

const seedNumber = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`It must be a whole number from 0 on, not ${JSON.stringify(text)}.`);
};

export function sampleCommand(program: Command): void {
  program
    .command('sample')
    .description(
      'a few rows of a GroupBy or Join as it is in features/ now, computed as a backfill would; writes nothing',
    )
    .argument('<name>', 'a definition’s name, a tail of it, or a compiled file')
    .option('--rows <n>', 'how many rows', rowCount, 5)
    .option('--day <day>', 'rows of this day (default: the last one that can be computed)')
    .option('--start <day>', 'rows of this day and later ones, to --end')
    .option('--end <day>', 'the last day')
    .option(
      '--key <column=value>',
      'rows with this value alone, of a key or another left column; may be repeated',
      said,
      [],
    )
    .option('--seed <n>', 'which rows: the same seed takes the same rows', seedNumber, 1)
    .addHelpText(
      'after',
      '\nExamples:\n  isochron sample lateness\n  isochron sample lateness --day 2001-06-26 --key origin=MSP --key destination=COS',
    )
    .action((name: string, options: Options, command: Command) =>
      runCommand(command, (context) => run(context, name, options)),
    );
}

async function run(context: Context, name: string, options: Options): Promise<void> {
  const { output, backfill, signal } = context;
  const started = performance.now();
  const days = daysAsked(options);
  const service = await backfill();
  const plan = await planInFeatures(context, name);
  const { rows, seed, key } = options;
  const report = await service.sample({ plan, days, rows, seed, said: key, signal });
  const isInstant = (column: string): boolean => plan.kind === 'join' && column === 'ts';
  const text = report.rows.length === 0 ? '' : `${typedRowsText(report.columns, report.rows, isInstant)}\n\n`;
  const took = durationText(performance.now() - started);
  output.result(
    `${text}${summary(report, plan.name, options)} (nothing was written, ${took})`,
    reported(report, plan.name),
  );
}

function summary({ rows, days, features }: SampleReport, name: string, { key }: Options): string {
  const of = key.map(({ column, text }) => `${column}=${text}`).join(', ');
  return `${plural(rows.length, 'row')} and ${plural(features.length, 'feature')} of ${name}${of === '' ? '' : ` with ${of}`}, ${rangeText(days)}`;
}

function reported({ days, columns, features, rows }: SampleReport, name: string): unknown {
  const json = columns.map((column) => ({ name: column.name, json: jsonOf(column.type) }));
  return {
    name,
    days,
    columns,
    features,
    rows: rows.map((row) => Object.fromEntries(json.map((each) => [each.name, each.json(row[each.name] ?? null)]))),
  };
}

/** null where the call leaves the day to us. */
function daysAsked({ day, start, end }: Options): DayRange | null {
  if (day !== undefined && (start !== undefined || end !== undefined))
    throw new IsochronError('INVALID_ARGUMENT', 'Say --day, or --start and --end, but not both.');
  const [first, last] = [start ?? end ?? day, end ?? start ?? day];
  return first === undefined || last === undefined ? null : parseDayRange(first, last);
}
