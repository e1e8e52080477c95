import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The quickstart: from a file of real flights to a checked training table, by the commands a person would type. */
const cli = fileURLToPath(new URL('../../../cli/src/main.ts', import.meta.url));
const repository = fileURLToPath(new URL('..', import.meta.url));
const data = fileURLToPath(new URL('../data/flights-3m.parquet', import.meta.resolve('vega-datasets')));

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Runs a command as it would be typed, and stops the quickstart if it fails. */
function isochron(shown: string, args: readonly string[]): void {
  say(`\n$ npx isochron ${shown}`);
  const { status, signal } = spawnSync(process.execPath, [cli, ...args], { stdio: 'inherit' });
  if (signal !== null) process.exit(130);
  if (status !== 0) process.exit(status ?? 1);
}

const started = performance.now();
const home = `${repository}.isochron`;
const here = ['--dir', repository, '--home', home];
say('A training table from 3,000,000 real flights: to predict late arrivals, as of the last week of June 2001.');
isochron('load flights flights-3m.parquet --time date', ['load', 'flights', data, '--time', 'date', ...here]);
isochron('compile', ['compile', repository, ...here]);
isochron('backfill lateness --start 2001-06-24 --end 2001-06-30', ['backfill', 'lateness', '--start', '2001-06-24', '--end', '2001-06-30', ...here]);
isochron('verify lateness --rows 1000', ['verify', 'lateness', '--rows', '1000', ...here]);
say('\nFive rows of one quiet route, and the flights they were made from:');
