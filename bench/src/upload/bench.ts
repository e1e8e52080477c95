import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { prepareEvents } from '../backfill/bench.ts';
import { median, type Run, runContender } from '../contender.ts';
import type { BenchOptions } from '../main.ts';

interface UploadRun extends Run {
  readonly computeMs: number;
  readonly loadMs: number;
  readonly bytes: number;
}

const contender = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/**
 * An upload end to end (read Parquet, sort, fold, write the upload table; load that into an empty store) beside what bounds its two halves from below: DuckDB scanning
 * and sorting the same events, and LMDB being given the same rows in the order of keys.
 */
export async function uploadBench({ quick, runs }: BenchOptions): Promise<void> {
  const home = await prepareEvents(quick);
  const events = `${home}/warehouse/events/data/*/*.parquet`;
  const ours: UploadRun[] = [];
  const sorts: Run[] = [];
  const writes: Run[] = [];
  const daily: UploadRun[] = [];
  for (let run = 0; run < runs; run++) {
    daily.push(runContender<UploadRun>(contender('upload-contender.ts'), [home, 'daily']));
    ours.push(runContender<UploadRun>(contender('upload-contender.ts'), [home, 'numbers']));
    // It reads what the upload before it has stored.
    writes.push(runContender(contender('write-contender.ts'), [home]));
    sorts.push(runContender(contender('../backfill/sql-contender.ts'), ['../upload/sort.sql', events, events, '-']));
    say(
      `run ${run + 1}: compute ${last(ours, 'computeMs')}, load ${last(ours, 'loadMs')}; floors: sort ${last(sorts, 'ms')}, write ${last(writes, 'ms')}; daily: compute ${last(daily, 'computeMs')}, load ${last(daily, 'loadMs')}`,
    );
  }
  say(lineOf('temporal, sum, count, max x 1h, 1d, 7d, 30d', ours, middle(sorts, 'ms')));
  say(lineOf('snapshot, sum, count, max x 1d, 7d, 30d', daily, middle(sorts, 'ms')));
  const [load, write] = [middle(ours, 'loadMs'), middle(writes, 'ms')];
  say(
    `upload: the load of the first takes ${(load / write).toFixed(2)}x what LMDB takes for the same rows (${seconds(write)}, ${rateOf(ours, write)}); CPU of all of the first ${seconds(middle(ours, 'cpuMs'))}, of the write ${seconds(middle(writes, 'cpuMs'))}, of the sort ${seconds(middle(sorts, 'cpuMs'))}; ${cpus().length} cores`,
  );
}

function lineOf(what: string, runs: readonly UploadRun[], sortMs: number): string {
  const [compute, load] = [middle(runs, 'computeMs'), middle(runs, 'loadMs')];
  const peak = Math.round(Math.max(...runs.map(({ peakMib }) => peakMib)));
  return (
    `upload ${what}: ${seconds(compute + load)}, peak ${peak} MiB; ` +
    `compute ${seconds(compute)} (${rateOf(runs, compute)}), ${(compute / sortMs).toFixed(2)}x the sort (${seconds(sortMs)}); load ${seconds(load)} (${rateOf(runs, load)})`
  );
}

/** Keys, and their bytes, a second. */
function rateOf([first]: readonly UploadRun[], ms: number): string {
  const a = (count: number, unit: number): string => (count / unit / (ms / 1000)).toFixed(1);
  return first === undefined ? '–' : `${a(first.rows, 1_000)} thousand keys/s, ${a(first.bytes, 2 ** 20)} MiB/s`;
}

type Figure<T> = { readonly [K in keyof T]: T[K] extends number ? K : never }[keyof T];

const middle = <T extends Run>(runs: readonly T[], figure: Figure<T>): number =>
  median(runs.map((run) => Number(run[figure])));
const last = <T extends Run>(runs: readonly T[], figure: Figure<T>): string => seconds(middle(runs.slice(-1), figure));
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
