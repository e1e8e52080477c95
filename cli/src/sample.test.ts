import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ended, openWorkplace, rides, rows, tables, type Workplace } from './workplace.fixture.ts';

/** `sample` as a person types it, who has compiled nothing yet. */
let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
  await place.write('features/tables.ts', tables);
  await place.write('features/team/rides.ts', rides());
  await place.write('trips.csv', rows);
  await place.run(['load', 'trips', 'trips.csv', '--time', 'seen']);
});
afterAll(() => place.dispose());

const run = (...args: readonly string[]): Promise<Ended> => place.run(['sample', ...args]);

it('shows rows of what stands in features/, with types, and writes nothing', async () => {
  const before = await readdir(join(place.folder, '.isochron'), { recursive: true });
  const { code, stdout, stderr } = await run('training', '--rows', '2', '--start', '2001-01-01', '--end', '2001-01-03');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^column +type +row 1 +row 2\nds +string +2001-01-0\d +2001-01-0\d\n/);
  expect(stdout).toMatch(/\nuser_kind_histogram_1d +map_string_int /);
  expect(stdout).toMatch(
    /\n\n2 rows and 10 features of team\/rides\.training__1, 2001-01-01\.\.2001-01-03 \(nothing was written, .*\)\n$/,
  );
  expect(await readdir(join(place.folder, '.isochron'), { recursive: true })).toEqual(before);
  expect(await readdir(place.folder)).not.toContain('compiled');
}, 60_000);

it('gives JSON, of a day and of values that were said', async () => {
  const { code, stdout } = await run('training', '--day', '2001-01-02', '--key', 'user=a', '--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    name: 'team/rides.training__1',
    days: { start: '2001-01-02', end: '2001-01-02' },
    columns: expect.arrayContaining([{ name: 'again_user_fare_sum_1d', type: { kind: 'double' } }]),
    rows: [
      {
        ds: '2001-01-02',
        user: 'a',
        fare: null,
        ts: Date.UTC(2001, 0, 2, 10),
        user_fare_sum_1d: 1.5,
        again_user_fare_sum_1d: 1.5,
        user_fare_sum_1h: null,
        user_kind_histogram_1d: { car: 1 },
      },
    ],
  });
}, 60_000);

it('says the day it took where none was said, and that there is nothing of a key', async () => {
  expect((await run('byUser')).stdout).toMatch(/, 2001-01-03 \(nothing was written, /);
  expect((await run('byUser', '--key', 'user=nobody')).stdout).toMatch(
    /^0 rows and 5 features of team\/rides\.byUser__1 with user=nobody, 2001-01-03 \(/,
  );
}, 60_000);

it('takes an edit at once, and says what is wrong with it', async () => {
  await place.write('features/team/rides.ts', rides('2d'));
  expect((await run('byUser')).stdout).toContain('fare_sum_2d');
  await place.write('features/team/rides.ts', rides('7s'));
  const wrong = await run('byUser');
  expect(wrong.code).toBe(1);
  expect(wrong.stdout).toBe('');
  expect(wrong.stderr).toContain('features/team/rides.ts');
  await place.write('features/team/rides.ts', rides().replace("kind: 'kind'", "kind: 'kindness'"));
  const unknown = await run('byUser');
  expect(unknown.code).toBe(1);
  expect(unknown.stderr).toMatch(/^features\/team\/rides\.ts:\d+:\d+ unknown-column .*kindness/);
  await place.write('features/team/rides.ts', rides());
}, 60_000);

it('refuses a call that is wrong', async () => {
  const calls: readonly (readonly [readonly string[], string])[] = [
    [['byUser', '--rows', '0'], 'It must be a whole number from 1 to 1,000, not "0"'],
    [['byUser', '--key', 'user'], 'It must be column=value, such as origin=SFO, not "user".'],
    [['byUser', '--key', 'usr=a'], 'team/rides.byUser__1 has no column usr to look for; it has user.'],
    [['byUser', '--key', 'user=a', '--key', 'user=b'], 'user was given twice'],
    [['byUser', '--day', '2001-02-30'], '"2001-02-30"'],
    [['byUser', '--day', '2001-01-01', '--end', '2001-01-02'], 'Say --day, or --start and --end, but not both.'],
    [['training', '--key', 'fare=1.5'], 'Rows cannot be looked for by fare: it is a double.'],
  ];
  const ends = await Promise.all(calls.map(([args]) => run(...args)));
  for (const [at, { code, stdout, stderr }] of ends.entries()) {
    const [args, words] = calls[at] ?? [[], ''];
    expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
    expect(stderr).toContain(words);
  }
  const { code, stderr } = await run('nobody');
  expect(code).toBe(1);
  expect(stderr).toContain('There is no definition nobody. There are team/rides.byUser__1');
}, 60_000);
