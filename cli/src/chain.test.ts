import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ended, openWorkplace, rides, rows, tables, type Workplace } from './workplace.fixture.ts';

let place: Workplace;
const run = (call: string) => place.run(call.split(' '));
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
/** What an editor would mark in the repository. */
const marked = async (): Promise<readonly string[]> => {
  const { stdout } = await ended(
    spawn(process.execPath, [compiler, '-p', '.', '--pretty', 'false'], { cwd: place.folder }),
  );
  return stdout.split('\n').filter((line) => line.includes('error TS'));
};

/** A GroupBy over the rows of a Join, which knows the Join's columns by the types that compile writes. */
const chained = (sum: string): string => `import { columnsOf, groupBy, joinSource } from '@isochron/authoring';
import type { TrainingColumns } from '../../compiled/types/rides/rides.ts';
import { training } from './rides.ts';

const rows = joinSource({
  join: training,
  columns: columnsOf<TrainingColumns>(),
  time: 'ts',
  select: { user: 'user', sum: '${sum}' },
});

export const again = groupBy({ version: 1, sources: [rows], keys: ['user'], aggregations: ({ sum }) => [sum.max('1d')] });
`;

beforeAll(async () => {
  place = await openWorkplace();
  await place.write('trips.csv', rows);
  await place.write('features/tables.ts', tables);
  await place.write('features/rides/rides.ts', rides());
  await place.write('features/rides/chained.ts', chained('user_fare_sum_1h'));
  const options = {
    module: 'nodenext',
    target: 'es2024',
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    types: ['node'],
  };
  await place.write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { ...options, skipLibCheck: true }, include: ['features'] }),
  );
  await run('load trips trips.csv --time seen');
});
afterAll(() => place.dispose());

it('compiles a chain before its types are there, and writes them for the editor', async () => {
  expect(await marked()).toEqual([expect.stringContaining("Cannot find module '../../compiled/types/rides/rides.ts'")]);
  expect(await run('compile')).toMatchObject({ code: 0, stdout: expect.stringContaining('3 added') });
  expect(await readFile(join(place.folder, 'compiled/types/rides/rides.ts'), 'utf8')).toContain(
    "  user_fare_sum_1h: 'FLOAT64';\n",
  );
  expect(await marked()).toEqual([]);
  expect(await run('compile --check')).toMatchObject({ code: 0 });
});

it('takes types that are not current for what they are', async () => {
  await place.write('compiled/types/rides/rides.ts', 'export type TrainingColumns = {};\n');
  expect(await run('compile --check')).toMatchObject({ code: 1, stderr: expect.stringContaining('not current') });
  await place.write('compiled/types/rides/gone.ts', '');
  expect(await run('compile')).toMatchObject({ code: 0 });
  expect(await run('compile --check')).toMatchObject({ code: 0 });
});

it('a chain is sampled, and told of, over the table of the join as it was last filled', async () => {
  await place.write('features/rides/chained.ts', chained('user_fare_sum_1d'));
  expect(await run('sample again --day 2001-01-02')).toMatchObject({
    code: 1,
    stdout: '',
    stderr:
      'error: rides/chained.again__1 reads the rows of rides/rides.training__1, which has no table yet: run isochron backfill rides/rides.training__1 --start DAY --end DAY first.\n',
  });
  await run('backfill training --start 2001-01-01 --end 2001-01-03');
  const { stdout } = await run('sample again --day 2001-01-02 --format json');
  expect(JSON.parse(stdout)).toMatchObject({ rows: [{ ds: '2001-01-02', user: 'a', sum_max_1d: 1.5 }] });
  const why = await run('why again sum_max_1d --key user=a --day 2001-01-02 --format json');
  expect(JSON.parse(why.stdout)).toMatchObject({
    value: 1.5,
    agrees: true,
    features: [
      { counted: 1, events: [{ timeMs: Date.UTC(2001, 0, 2, 10), table: 'rides_rides_training__1', value: 1.5 }] },
    ],
  });
}, 60_000);

const served = `import { eventSource, join, part } from '@isochron/authoring';
import { trips } from '../tables.ts';
import { again } from './chained.ts';

const left = eventSource({ table: trips, time: 'UNIX_MILLIS(seen)', start: '2001-01-01', select: { user: 'user' } });
export const served = join({ version: 1, online: true, left, parts: [part(again)] });
`;

it('a chain is uploaded and fetched: the table of its join is filled first', async () => {
  await place.write('features/rides/chained.ts', chained('user_fare_sum_1d'));
  await place.write('features/rides/served.ts', served);
  expect(await run('compile')).toMatchObject({ code: 0 });
  const uploaded = await run('upload served --day 2001-01-02');
  expect(uploaded).toMatchObject({ code: 0, stdout: expect.stringContaining('RIDES_CHAINED_AGAIN__1_BATCH') });
  expect(await run('publish')).toMatchObject({ code: 0 });
  const { stdout, stderr } = await run('fetch served --key user=a --at 2001-01-03T00:00:00Z --format json');
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toMatchObject({ rows: [{ features: { user_sum_max_1d: 1.5 } }] });
}, 60_000);

it('a column that the join does not have is marked at its own word, and refused', async () => {
  await place.write('features/rides/chained.ts', chained('user_fare_sum_2h'));
  expect(await marked()).toEqual([
    expect.stringMatching(/^features\/rides\/chained\.ts\(9,27\): .*Did you mean '"user_fare_sum_1h"'\?$/),
  ]);
  expect(await run('compile')).toMatchObject({ code: 1, stderr: expect.stringContaining('user_fare_sum_2h') });
});
