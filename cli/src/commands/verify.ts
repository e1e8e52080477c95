import { IsochronError } from '@isochron/schema';
import { type Command, InvalidArgumentError } from 'commander';
import { type Context, runCommand, WorkFailed } from '../context.ts';
import { countText, durationText, plural } from '../output.ts';
import { planOf } from '../plans.ts';
import { parseDayRange, runnable, type VerifyReport } from '../wiring.ts';

interface Options {
  readonly rows: number;
  readonly seed: number;
  readonly start?: string;
  readonly end?: string;
}

const wholeNumber = (text: string): number => {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`It must be a whole number from 1 on, not ${JSON.stringify(text)}.`);
};

export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description('recomputes random rows of a table by brute force over the source files, and prints one number')
    .argument('<name>', 'a compiled name, a tail of it, or a compiled file')
    .option('--rows <n>', 'how many rows', wholeNumber, 1000)
    .option('--seed <n>', 'which rows: the same seed takes the same rows', wholeNumber, 1)
    .option('--start <day>', "first day to take rows from (default: the table's first)")
    .option('--end <day>', "last day to take rows from (default: the table's last)")
    .addHelpText('after', '\nExample:\n  isochron verify lateness --rows 1000')
    .action((name: string, options: Options, command: Command) =>
      runCommand(command, (context) => run(context, name, options)),
    );
}

async function run(context: Context, name: string, options: Options): Promise<void> {
  const { output } = context;
  const service = await context.backfill();
  const plan = runnable(await planOf(context, name));
  const partitions = (await service.warehouse.describe(plan.table))?.partitions ?? [];
  const [first, last] = [partitions[0]?.day, partitions.at(-1)?.day];
  if (first === undefined || last === undefined) {
    throw new IsochronError(
      'NOT_FOUND',
      `${plan.name} has no rows yet: run isochron backfill ${name} --start DAY --end DAY.`,
    );
  }
  const {
    start = options.end !== undefined && options.end < first ? options.end : first,
    end = start > last ? start : last,
  } = options;
  const days = parseDayRange(start, end);
  const started = performance.now();
  const report = await service.verify({ plan, days, rows: options.rows, seed: options.seed });
  for (const { feature, keys, atMs, stored, expected } of report.mismatches) {
    const at = atMs === null ? 'without an instant' : `at ${new Date(atMs).toISOString()}`;
    output.say(`${feature} of ${keys} ${at}: the table has ${stored}, the oracle says ${expected}`);
  }
  if (report.mismatches.length > 0) output.say(`(the first ${plural(report.mismatches.length, 'value')} that differ)`);
  output.result(verdict(report, performance.now() - started), report);
  if (report.equal < report.rows) throw new WorkFailed();
}

const verdict = ({ rows, equal, values }: VerifyReport, ms: number): string =>
  `${countText(equal)} of ${plural(rows, 'row')} equal the oracle (${countText(values)} values, ${durationText(ms)})`;
