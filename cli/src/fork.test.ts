import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from './workplace.fixture.ts';

/** A file of the existing system whose operation 19 means one thing in one of its forks and another in the other. */
let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
  await place.write('trips.csv', 'user,seen,city\na,2001-01-01 10:00:00,x\na,2001-01-01 11:00:00,y\n');
  await place.write(doubtful, JSON.stringify(groupBy({})));
  await place.write(certain, JSON.stringify({ ...groupBy({ modeToEnvMap: { backfill: {} } }), isIncremental: 1 }));
  await run('load trips trips.csv --time seen');
});
afterAll(() => place.dispose());

const run = (line: string) => place.run(line.split(' '));
const doubtful = 'theirs/production/group_bys/team/trips.doubtful';
const certain = 'theirs/production/group_bys/team/trips.certain';
const asked = '--start 2001-01-01 --end 2001-01-01 --dialect spark';

function groupBy(metaData: object) {
  const query = {
    selects: { user: 'user', city: 'city' },
    startPartition: '2001-01-01',
    timeColumn: 'UNIX_TIMESTAMP(seen) * 1000',
  };
  return {
    metaData: { name: 'team.trips.by_user', team: 'team', ...metaData },
    sources: [{ events: { table: 'trips', query } }],
    keyColumns: ['user'],
    aggregations: [{ inputColumn: 'city', operation: 19, argMap: { k: '8' }, windows: [{ length: 1, timeUnit: 1 }] }],
  };
}

it('a file in doubt is refused with both readings, and read as the call says', async () => {
  expect(await run(`backfill ${doubtful} ${asked}`)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      'aggregations[0].operation: 19 is APPROX_HEAVY_HITTERS_K in files of zipline and BOUNDED_UNIQUE_COUNT in those of airbnb, and nothing in the file tells which it is; say which fork compiled it',
    ),
  });
  expect(await run(`backfill ${doubtful} ${asked} --fork airbnb`)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^city_bounded_unique_count_1d +0\.0 +2 +2 +2$/m),
  });
  expect(await run(`show ${doubtful} --dialect spark --fork zipline`)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('city_approx_heavy_hitters_k_1d'),
  });
});

it('a file that tells its fork needs nobody to, and what else it has is told', async () => {
  expect(await run(`show ${certain} --dialect spark`)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('city_bounded_unique_count_1d'),
    stderr: expect.stringContaining('nothing is computed of them: isIncremental.\n'),
  });
});

it('a fork is one of two', async () => {
  expect(await run(`show ${certain} --fork uber`)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Allowed choices are zipline, airbnb'),
  });
});
