import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { openBackfill } from '@isochron/backfill/wiring';
import { median, type Run, runContender } from '../contender.ts';
import type { BenchOptions } from '../main.ts';

interface Size {
  readonly name: string;
  readonly events: number;
  readonly asks: number;
  readonly keys: number;
  /** The share of events that one key has. */
  readonly hot: number;
}

const full: Size = { name: '10m', events: 10_000_000, asks: 1_000_000, keys: 100_000, hot: 0 };
const quick: Size = { name: '1m', events: 1_000_000, asks: 100_000, keys: 10_000, hot: 0 };
const hotKey = (size: Size): Size => ({ ...size, name: `${size.name}-hot`, hot: 0.5 });

const contender = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/**
 * A backfill end to end (read Parquet, fold, write Parquet) beside what bounds it from below and what it replaces, in turns:
 * DuckDB sorting and copying the same rows and computing nothing, and DuckDB computing the same features with window frames. Of each it
 * says the time, and the CPU time of all its threads.
 */
export async function backfillBench({ quick: isQuick, runs }: BenchOptions): Promise<void> {
  const size = isQuick ? quick : full;
  const home = await prepare(size);
  const hotHome = await prepare(hotKey(size));
  const events = `${home}/warehouse/events/data/*/*.parquet`;
  const asks = `${home}/warehouse/asks/data/*/*.parquet`;
  const output = `${home}/contender.parquet`;
  const ours: Run[] = [];
  const floor: Run[] = [];
  const frames: Run[] = [];
  const objects: Run[] = [];
  for (let run = 0; run < runs; run++) {
    ours.push(runContender(contender('isochron-contender.ts'), [home, 'twelveScalars']));
    floor.push(runContender(contender('sql-contender.ts'), ['floor.sql', events, asks, output]));
    if (run < 2) frames.push(runContender(contender('sql-contender.ts'), ['window-frames.sql', events, asks, output]));
    if (run < 2) objects.push(runContender(contender('isochron-contender.ts'), [home, 'withObjects']));
    say(
      `run ${run + 1}: isochron ${seconds(ours)}, floor ${seconds(floor)}, window frames ${seconds(frames)}, with objects ${seconds(objects)}`,
    );
  }
  const hot = runContender(contender('isochron-contender.ts'), [hotHome, 'twelveScalars']);
  rmSync(output, { force: true });
  const line = (what: string, own: readonly Run[], rest: string): string =>
    `backfill ${size.name} ${what}: ${middle(own).toFixed(2)} s (${cpu(own)} of CPU), peak ${Math.round(Math.max(...own.map(({ peakMib }) => peakMib)))} MiB${rest}`;
  say(
    line(
      'sum, count, max x 1h, 1d, 7d, 30d',
      ours,
      `, ${(middle(ours) / middle(floor)).toFixed(2)}x the floor (${middle(floor).toFixed(2)} s, ${cpu(floor)} of CPU), ` +
        `${(middle(frames) / middle(ours)).toFixed(1)}x as fast as window frames (${middle(frames).toFixed(2)} s, ${cpu(frames)} of CPU), ` +
        `one key with half of the events: ${(hot.ms / 1000).toFixed(2)} s, peak ${Math.round(hot.peakMib)} MiB`,
    ),
  );
  say(
    line(
      'the same and last_k, unique_count, histogram',
      objects,
      `, ${(middle(objects) / middle(floor)).toFixed(2)}x the floor; ${cpus().length} cores`,
    ),
  );
}

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const middle = (runs: readonly Run[]): number => median(runs.map(({ ms }) => ms)) / 1000;
const cpu = (runs: readonly Run[]): string => `${(median(runs.map(({ cpuMs }) => cpuMs)) / 1000).toFixed(2)} s`;
const seconds = (runs: readonly Run[]): string =>
  runs.length === 0 ? '–' : `${((runs.at(-1)?.ms ?? 0) / 1000).toFixed(2)} s (${cpu(runs.slice(-1))})`;

/** The home of the bench's tables, as {@link backfillBench} reads them. */
export const prepareEvents = (isQuick: boolean): Promise<string> => prepare(isQuick ? quick : full);

/** The bench's tables in a warehouse of their own, made once and kept. */
async function prepare(size: Size): Promise<string> {
  const home = fileURLToPath(new URL(`../../.data/${size.name}`, import.meta.url));
  if (existsSync(`${home}/ready`)) return home;
  say(
    `making ${size.events.toLocaleString('en-US')} events and ${size.asks.toLocaleString('en-US')} left rows in bench/.data/${size.name}`,
  );
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const holes: Readonly<Record<string, string>> = { ...mapValues(size), folder: home };
  const sql = readFileSync(new URL('data.sql', import.meta.url), 'utf8').replaceAll(
    /\{(\w+)\}/g,
    (_, hole: string) => holes[hole] ?? '',
  );
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
  const { warehouse, close } = await openBackfill({ home });
  for (const table of ['events', 'asks']) {
    await warehouse.load({ table, files: [`${home}/${table}.parquet`], time: 'ts', contentHash: null });
    rmSync(`${home}/${table}.parquet`);
  }
  await close();
  mkdirSync(`${home}/ready`);
  return home;
}

const mapValues = (size: Size): Record<string, string> =>
  Object.fromEntries(Object.entries(size).map(([name, value]) => [name, String(value)]));
