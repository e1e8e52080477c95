import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { IsochronError } from '@isochron/schema';
import type { Command } from 'commander';
import { type Context, runCommand } from '../context.ts';
import { countText, plural } from '../output.ts';
import { ProgressLine } from '../progress-line.ts';

export function loadCommand(program: Command): void {
  program
    .command('load')
    .description('Parquet, CSV or NDJSON files into a table of the embedded warehouse, in day partitions')
    .argument('<table>', 'name of the table; the days the files hold are replaced, others are left')
    .argument('<file...>', 'files ending in .parquet, .csv, .ndjson or .jsonl')
    .requiredOption(
      '--time <column>',
      'the column whose UTC day is the partition: a timestamp, a date, epoch milliseconds, or ISO text',
    )
    .option('--force', 'load again even if the table already holds these very files')
    .addHelpText('after', '\nExample:\n  isochron load flights flights-3m.parquet --time date')
    .action((table: string, files: string[], options: { time: string; force?: true }, command: Command) =>
      runCommand(command, (context) => load(context, table, files, options)),
    );
}

async function load(
  { output, backfill }: Context,
  table: string,
  files: readonly string[],
  { time, force }: { readonly time: string; readonly force?: true },
): Promise<void> {
  const { warehouse } = await backfill();
  const line = new ProgressLine();
  line.start(`load ${table}`);
  try {
    const report = await warehouse.load({
      table,
      files,
      time,
      contentHash: force === true ? null : await contentHashOf(files),
      onProgress: (rows, total) => line.rows(rows, total),
    });
    if (report.unchanged) line.done('unchanged');
    else line.done(`${plural(report.rows, 'row')} in ${plural(report.days, 'day')}, ${report.first} to ${report.last}`);
    output.result(`${table}: ${countText(report.rows)} rows, ${report.first} to ${report.last}`, { table, ...report });
  } finally {
    line.stop();
  }
}

/** SHA-256 over the files' bytes, in the order given. */
async function contentHashOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) {
    try {
      for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      throw new IsochronError('INVALID_ARGUMENT', `Cannot read ${file}: ${reason}`, thrown);
    }
  }
  return hash.digest('hex');
}
