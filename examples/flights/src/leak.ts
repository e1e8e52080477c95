import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { data, days, isochron, repository, say } from './command.ts';

/**
 * `npm run leak`: how well one feature alone, the average delay at the airport in the last hour, orders flights by whether they will be
 * late; once as it was known, once with delays that nobody knew of yet.
 */
const feature = 'origin_delay_average_1h';

/**
 * The area under the ROC curve: how often a late flight has a greater value than one on time, ties counting half. By rank sums (Mann and
 * Whitney); ties share the mean of their ranks. Rows without a value are left out.
 */
const areaSql = (file: string): string => `
  WITH ranked AS (
    SELECT late, rank() OVER (ORDER BY ${feature}) + (count(*) OVER (PARTITION BY ${feature}) - 1) / 2 AS position
    FROM read_parquet('${file.replaceAll("'", "''")}') WHERE ${feature} IS NOT NULL
  ), counted AS (
    SELECT sum(position) FILTER (late) AS positions, count(*) FILTER (late) AS late, count(*) FILTER (NOT late) AS other FROM ranked
  )
  SELECT (positions - late * (late + 1) / 2) / (late * other) AS area, late + other AS flights FROM counted`;

async function measure(): Promise<void> {
  const [honest, leaking] = ['.isochron/lateness.parquet', '.isochron/leaking.parquet'] as const;
  await mkdir(join(repository, '.isochron'), { recursive: true });
  await isochron('load', 'flights', data, '--time', 'date');
  await isochron('compile');
  await isochron('backfill', 'lateness', ...days, '--out', honest);
  await isochron('backfill', 'leaking', ...days, '--out', leaking);
  say(`
${feature} against late arrival, 24 to 30 June 2001, area under the ROC curve:
  as it was known                         ${await areaOf(honest)}
  leaking (delays before they were known) ${await areaOf(leaking)}`);
}

async function areaOf(file: string): Promise<string> {
  const connection = await DuckDBInstance.create(':memory:').then((instance) => instance.connect());
  try {
    const [row] = (await connection.runAndReadAll(areaSql(join(repository, file)))).getRowObjectsJS();
    return `${Number(row?.['area']).toFixed(3)}  (${Number(row?.['flights']).toLocaleString('en-US')} flights)`;
  } finally {
    connection.closeSync();
  }
}

await measure();
