import { featureColumns } from '@isochron/compiler';
import type { Field } from '@isochron/schema';
import type { Command } from 'commander';
import { type Context, runCommand } from '../context.ts';
import { leftOut } from '../left-out.ts';
import { durationText, numberText, plural, tableText } from '../output.ts';
import { planOf } from '../plans.ts';
import { ProgressLine } from '../progress-line.ts';
import { settingsSaid } from '../settings-said.ts';
import { type BackfillReport, parseDayRange, rangeText, runnable } from '../wiring.ts';

interface Options {
  readonly start: string;
  readonly end: string;
  readonly out?: string;
}

export function backfillCommand(program: Command): void {
  program
    .command('backfill')
    .description("computes what is missing of a join's or group-by's table")
    .argument('<name>', 'a compiled name (flights/training.lateness__1), a tail of it (lateness), or a compiled file')
    .requiredOption('--start <day>', 'first day, yyyy-MM-dd')
    .requiredOption('--end <day>', 'last day, yyyy-MM-dd')
    .option('--out <file>', 'also write these days as one Parquet file')
    .addHelpText(
      'after',
      '\nExample:\n  isochron backfill lateness --start 2001-06-24 --end 2001-06-30 --out lateness.parquet',
    )
    .action((name: string, options: Options, command: Command) =>
      runCommand(command, (context) => run(context, name, options)),
    );
}

async function run(context: Context, name: string, { start, end, out }: Options): Promise<void> {
  const { output, signal } = context;
  const asked = parseDayRange(start, end);
  const service = await context.backfill();
  const plan = runnable(await planOf(context, name));
  const started = performance.now();
  const line = new ProgressLine();
  let report: BackfillReport;
  try {
    report = await service.backfill({ plan, days: asked, signal, onProgress: (progress) => line.show(progress) });
  } finally {
    line.stop();
  }
  const { days } = report;
  const features = featureColumns(plan);
  const columns = features.map(({ name }) => name);
  const summaries = await service.warehouse.summarize(plan.table, days, columns);
  const elapsedMs = performance.now() - started;
  if (out !== undefined) {
    const { rows } = await service.warehouse.exportTo(plan.table, days, out);
    output.say(`${out}: ${plural(rows, 'row')}`);
  }
  const rows = summaries[0]?.rows ?? 0;
  const computed = report.computed.reduce((sum, step) => sum + step.days, 0);
  for (const sentence of [...leftOut(report.counts), ...settingsSaid(plan, asked, report)]) output.say(sentence);
  const table = tableText(
    ['feature', 'null %', 'least', 'mean', 'greatest'],
    summaries.map(({ name: feature, rows: all, nulls, least, mean, greatest }) => [
      feature,
      all === 0 ? '–' : ((100 * nulls) / all).toFixed(1),
      numberText(least),
      numberText(mean),
      numberText(greatest),
    ]),
  );
  const head = computed === 0 ? 'nothing to compute' : `${plural(report.computed.length, 'step')} computed`;
  const text = `${table}\n${sizesNote(features)}\n${plural(rows, 'row')} and ${plural(columns.length, 'feature')} in ${plan.table}, ${rangeText(days)} (${head}, ${durationText(elapsedMs)})`;
  output.result(text, {
    table: plan.table,
    asked,
    days,
    rows,
    elapsedMs,
    computed: report.computed,
    counts: report.counts,
    replaced: report.replaced,
    unusedSettings: report.unusedSettings,
    features: summaries,
  });
}

/** What least, mean and greatest are of where a value is no number. */
const sizesNote = (features: readonly Field[]): string =>
  features.some(({ type }) => type.kind === 'list' || type.kind === 'map') ? '(of lists and maps: their sizes)\n' : '';
