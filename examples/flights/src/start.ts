import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { columnsOf, data, days, isochron, repository, say } from './command.ts';
import { served } from './served.ts';

/** The quickstart: from a file of real flights to a checked training table and to the same numbers in a live request, by the commands a person would type. */

const help = `npm start                 the quickstart; what is already computed is not computed again
npm start -- --fresh      the same from nothing: examples/flights/.isochron is emptied first
npm start -- --help       these lines`;

/** Two flights a day. On 27 June the morning's was 608 minutes late, which the noon flight could not know. */
const route = "origin = 'MSP' AND destination = 'COS'";
const routeColumns = ['delay_count_7d', 'delay_average_7d', 'late_sum_7d', 'delay_last5_30d'].map(
  (feature) => `origin_destination_${feature}`,
);

async function quickstart(): Promise<void> {
  const startedMs = performance.now();
  say(`A training table to predict late arrivals from, made of 3,000,000 real flights within the United States in 2001.
Its features are defined in examples/flights/features/flights/. The commands below work in examples/flights.`);
  await isochron('load', 'flights', data, '--time', 'date');
  await isochron('compile');
  await isochron('backfill', 'lateness', ...days);
  await isochron('verify', 'lateness', '--rows', '1000');
  await rowsToCheck();
  if (!(await served())) process.exit(1);
  say(next(`${((performance.now() - startedMs) / 1000).toFixed(1)} s`));
}

/** Whoever has edited the route's windows sees those of the columns that are still there. */
async function rowsToCheck(): Promise<void> {
  say('\nFive rows to check by hand: a route with two flights a day, Minneapolis to Colorado Springs,');
  const there = await columnsOf('lateness');
  const columns = ['date', 'late', ...routeColumns].filter((name) => there.includes(name));
  const where = `${route} AND date >= '2001-06-26'`;
  await isochron('show', 'lateness', '--rows', '5', '--columns', columns.join(','), '--where', where);
  say('\nand the flights they were made from:');
  const flights = `${route} AND date BETWEEN '2001-06-19' AND '2001-06-29'`;
  await isochron('show', 'flights', '--rows', '50', '--columns', 'date,delay', '--where', flights);
  say(`
A late flight counts once that was known, at its time plus the delay: the row of 27 June 11:37 knows nothing of the flight of 07:03,
608 minutes late; the row of 28 June does. A window ends just before its row's time and begins on a full hour: the 7 days of 26 June
11:45 begin on 19 June at 11:00 and hold 14 flights, 1 of them late (more than 15 minutes), whose delays add up to -2 minutes.`);
}

const next = (elapsed: string): string => `
Done in ${elapsed}. What next? Each of these in examples/flights:
  change a window in features/flights/delays.ts, and npm start again: only what it touches is recomputed
  npx isochron show lateness                                    every feature, its window, where it comes from
  npx isochron sample lateness                                  five rows of it as it is in your editor, nothing written
  npx isochron why lateness origin_destination_delay_average_7d --key origin=MSP --key destination=COS --at 2001-06-26T11:45:00Z
      the flights behind the average in the first row above, and those that just miss the window
  npx isochron backfill lateness ${days.join(' ')} --out lateness.parquet
      then, in Python: pandas.read_parquet('lateness.parquet'); in DuckDB: FROM 'lateness.parquet'
  npx isochron serve                                            boarding for whoever asks on ports 7410 (HTTP) and 7411 (gRPC)
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
