import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkplace, rides, rows, tables, type Workplace } from './workplace.fixture.ts';

let place: Workplace;
const run = (call: string) => place.run(call.split(' '));

beforeAll(async () => {
  place = await openWorkplace();
  await place.write('trips.csv', rows);
  await place.write('features/tables.ts', tables);
  await place.write('features/rides/rides.ts', rides());
  await place.write(
    'isochron.config.ts',
    `import { config } from '@isochron/authoring';
export default config({
  teams: { default: { output: { namespace: 'features' } } },
  environments: { dev: { prefix: 'dev_' }, prod: {} },
});
`,
  );
  await run('load trips trips.csv --time seen');
});
afterAll(() => place.dispose());

it('compiles one definition, which each environment computes into a table of its own', async () => {
  expect(await run('compile --environment dev')).toMatchObject({ code: 0, stdout: expect.stringContaining('2 added') });
  expect(await run('compile --environment prod')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('nothing changed'),
  });
  const days = '--start 2001-01-02 --end 2001-01-03';

  expect(await run(`backfill training ${days} --environment dev`)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('in features.dev_rides_rides_training__1, 2001-01-02..2001-01-03'),
  });
  expect((await run('show training --rows 9')).stderr).toContain('training has no rows yet');
  expect((await run('show training --rows 9 --environment dev')).stdout).toContain('user_fare_sum_1h');
  expect((await run(`backfill training ${days} --environment prod`)).stdout).toContain(
    'in features.rides_rides_training__1, 2001-01-02..2001-01-03',
  );
  expect((await run('show')).stdout).toMatch(
    /features\.dev_rides_rides_training__1 .*\n.*features\.rides_rides_training__1 /s,
  );
});

it('samples, and tells why, in the environment that is asked for', async () => {
  expect((await run('sample training --day 2001-01-03 --environment dev')).stdout).toMatch(
    /^column[\s\S]*\n1 row and /,
  );
  const row = '--key user=b --at 2001-01-03T10:30:00Z';
  expect((await run(`why training user_fare_average_1d ${row} --environment dev`)).stdout).toContain(
    '\ntable    features.dev_rides_rides_training__1 has the same\n',
  );
  const byTable = `why features.dev_rides_rides_training__1 user_fare_average_1d ${row}`;
  expect((await run(`${byTable} --environment dev`)).stdout).toContain('has the same');
  expect((await run(byTable)).stderr).toContain('There is no definition features.dev_rides_rides_training__1');
});

it('knows no other environment', async () => {
  expect(await run('backfill training --start 2001-01-02 --end 2001-01-03 --environment test')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There is no environment test: there are dev, prod.'),
  });
});
