import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { data, days, isochron, repository, say } from './command.ts';

/** The quickstart: from a file of real flights to a checked training table, by the commands a person would type. */

const help = `npm start                 the quickstart; what is already computed is not computed again
npm start -- --fresh      the same from nothing: examples/flights/.isochron is emptied first
npm start -- --help       these lines`;

/** Two flights a day. On 27 June the morning's was 608 minutes late, which the noon flight could not know. */
const route = "origin = 'MSP' AND destination = 'COS'";
const routeFeatures = ['delay_count_7d', 'delay_average_7d', 'late_sum_7d', 'delay_last5_30d'];

async function quickstart(): Promise<void> {
  const startedMs = performance.now();
  say(`A training table to predict late arrivals from, made of 3,000,000 real flights within the United States in 2001.
Its features are defined in examples/flights/features/flights/. The commands below work in examples/flights.`);
  await isochron('load', 'flights', data, '--time', 'date');
  await isochron('compile');
  await isochron('backfill', 'lateness', ...days);
  await isochron('verify', 'lateness', '--rows', '1000');
  await rowsToCheck();
  say(next(`${((performance.now() - startedMs) / 1000).toFixed(1)} s`));
}

async function rowsToCheck(): Promise<void> {
  say('\nFive rows to check by hand: a route with two flights a day, Minneapolis to Colorado Springs,');
  const columns = ['date', 'late', ...routeFeatures.map((feature) => `origin_destination_${feature}`)].join(',');
  const rows = ['--rows', '5', '--columns', columns, '--where', `${route} AND date >= '2001-06-26'`];
  await isochron('show', 'lateness', ...rows);
  say('\nand the flights they were made from:');
  const flights = `${route} AND date BETWEEN '2001-06-19' AND '2001-06-29'`;
  await isochron('show', 'flights', '--rows', '50', '--columns', 'date,delay', '--where', flights);
  say(`
A flight counts from the moment its delay was known: the time of the flight plus the delay. So the row of 27 June 11:37 knows nothing
of the flight that left at 07:03 and came 608 minutes late; the row of 28 June does. A window ends just before the time of its row;
it begins on a full hour, for the 7 days of 26 June 11:45 on 19 June at 11:00: 14 flights, which add up to -2 minutes, 1 of them
more than 15 minutes late.`);
}

const next = (elapsed: string): string => `
Done in ${elapsed}. What next? Each of these in examples/flights:
  change a window in features/flights/delays.ts, and npm start again: only what it touches is recomputed
  npx isochron show lateness                                    every feature, its window, where it comes from
  npx isochron backfill lateness ${days.join(' ')} --out lateness.parquet
  python -c "import pandas; print(pandas.read_parquet('lateness.parquet'))"
  npm run leak                                                  how far a leaking version flatters itself`;

const options = { help: { type: 'boolean' }, fresh: { type: 'boolean' } } as const;

function flags(): { readonly help?: boolean; readonly fresh?: boolean } {
  try {
    return parseArgs({ options }).values;
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n\n${help}\n`);
    process.exit(2);
  }
}

const { help: isHelp, fresh: isFresh } = flags();
if (isHelp === true) say(help);
else {
  if (isFresh === true) await rm(join(repository, '.isochron'), { recursive: true, force: true });
  await quickstart();
}
