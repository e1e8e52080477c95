import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ended, openWorkplace, rides, rows, tables, type Workplace } from './workplace.fixture.ts';

/** `why` as a person types it, before and after a backfill. */
let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
  await place.write('features/tables.ts', tables);
  await place.write(
    'features/team/rides.ts',
    rides()
      .replace("kind: 'kind' },", "kind: 'kind' },\n  where: ['fare IS NULL OR fare < 1000'],")
      .replace("kind.histogram('1d')],", "kind.histogram('1d')],\n  derive: { twice: '2 * fare_sum_1d' },"),
  );
  await place.write('trips.csv', `${rows}a,2001-01-01 09:30:00,8.5,bus\na,2001-01-01 11:00:00,2000,car\n`);
  await place.run(['load', 'trips', 'trips.csv', '--time', 'seen']);
  await place.run(['compile']);
});
afterAll(() => place.dispose());

const run = (...args: readonly string[]): Promise<Ended> => place.run(['why', ...args]);
const row = ['--key', 'user=a', '--at', '2001-01-02T10:00:00Z'];

it('shows the events of a feature, what is left out and why', async () => {
  const { code, stdout, stderr } = await run('training', 'user_fare_sum_1d', ...row);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(`user_fare_sum_1d = 1.5
of       team/rides.training__1, user a, at 2001-01-02T10:00:00.000Z, ds 2001-01-02
table    team_rides_training__1 is not there: nothing was backfilled
is       SUM of fare, 1d, TEMPORAL, of team/rides.byUser__1 (user a)
window   [2001-01-01T10:00:00.000Z, 2001-01-02T10:00:00.000Z); it begins on a whole hop of 1h
fold     of 1 event: the oracle and the kernel agree

time                      fare  without it
2001-01-01T10:00:00.000Z   1.5        null

3 events left out:
time                      fare  why
2001-01-01T09:30:00.000Z   8.5  before the window
2001-01-01T11:00:00.000Z  2000  not so: fare IS NULL OR fare < 1000
2001-01-02T10:00:00.000Z  null  not before the row
`);
}, 60_000);

it('shows what a derived column is made of, and says it in JSON, with keys as JSON too', async () => {
  const { code, stdout } = await run('training', 'again_user_twice', ...row);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^again_user_twice = 3\n/);
  expect(stdout).toMatch(
    /\nderived {2}again_user_twice = 2 \* fare_sum_1d \(fare_sum_1d is again_user_fare_sum_1d\)\n/,
  );
  expect(stdout).toMatch(/\n\nagain_user_fare_sum_1d = 1\.5\nis +SUM of fare, 1d/);
  const at = String(Date.UTC(2001, 0, 2, 10));
  const json = await run(
    'training',
    '--feature',
    'user_twice',
    '--keys',
    '{"user":"a"}',
    '--at',
    at,
    '--format',
    'json',
  );
  expect(JSON.parse(json.stdout)).toMatchObject({
    name: 'team/rides.training__1',
    column: { name: 'user_twice', type: { kind: 'double' } },
    row: { ds: '2001-01-02', ts: Number(at) },
    value: 3,
    table: { kind: 'absent', because: 'no-table' },
    features: [
      {
        operation: 'SUM',
        keys: [{ name: 'user', value: 'a' }],
        window: { fromMs: Date.UTC(2001, 0, 1, 10), toMs: Number(at), hopMs: 3_600_000 },
        value: 1.5,
        kernel: 1.5,
        counted: 1,
        events: [{ timeMs: Date.UTC(2001, 0, 1, 10), ds: '2001-01-01', value: 1.5, isByHop: false, without: null }],
        leftOutCounts: { 'before-window': 1, condition: 1, 'not-before-row': 1 },
      },
    ],
    agrees: true,
  });
}, 60_000);

it('compares with the table that was filled, by the name of which it can be asked as well', async () => {
  await place.run(['backfill', 'training', '--start', '2001-01-01', '--end', '2001-01-03']);
  expect((await run('team_rides_training__1', 'user_fare_sum_1d', ...row)).stdout).toContain(
    '\ntable    team_rides_training__1 has the same\n',
  );
  await place.write('changed.csv', rows.replace('a,2001-01-01 10:00:00,1.5', 'a,2001-01-01 10:00:00,7.5'));
  await place.run(['load', 'trips', 'changed.csv', '--time', 'seen']);
  const stale = await run('training', 'user_fare_sum_1d', ...row);
  expect(stale.code).toBe(1);
  expect(stale.stdout).toMatch(/^user_fare_sum_1d = 7\.5\n/);
  expect(stale.stdout).toContain('\ntable    team_rides_training__1 has 1.5 INSTEAD: ');
}, 60_000);

it('refuses a call that is wrong, and says what there is', async () => {
  const calls: readonly (readonly [readonly string[], number, string])[] = [
    [['training'], 2, 'Of which feature? isochron show training lists them.'],
    [['training', 'user_fare_sum_2d', ...row], 1, 'Did you mean user_fare_sum_1d, '],
    [['training', 'user_fare_sum_1d', '--at', 'noon'], 2, 'It must be a time such as 2001-06-26T11:45:00Z'],
    [['training', 'user_fare_sum_1d', '--at', '2001-02-30'], 2, 'It must be a time such as'],
    [['training', 'user_fare_sum_1d', '--keys', '[1]'], 2, 'It must be a JSON object'],
    [['training', 'user_fare_sum_1d', '--at', '2001-01-02T10:00'], 1, ''],
    [
      ['training', 'user_fare_sum_1d', '--key', 'user=a', '--at', '2001-01-02T10:01Z'],
      1,
      'There are rows at 2001-01-02T10:00:00.000Z.',
    ],
    [
      ['training', 'user_fare_sum_1d', '--key', 'user=a', '--at', '2002-01-02'],
      1,
      'Table trips lacks the partition 2002-01-02',
    ],
    [['byUser', 'fare_sum_1d'], 2, 'say --key user=… as well'],
    [['nothing', 'fare_sum_1d'], 1, 'There is no definition nothing'],
  ];
  const ends = await Promise.all(calls.map(([args]) => run(...args)));
  for (const [at, ended] of ends.entries()) {
    const [args, code, words] = calls[at] ?? [[], 0, ''];
    if (words === '') expect(ended.stdout).toMatch(/^user_fare_sum_1d = /);
    else expect({ args, code: ended.code, stdout: ended.stdout }).toEqual({ args, code, stdout: '' });
    expect(ended.stderr).toContain(words);
    expect(ended.stderr).not.toMatch(/ {4}at |node:internal/);
  }
}, 60_000);
