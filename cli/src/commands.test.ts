import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ended, more, openWorkplace, rides, rows, tables, type Workplace } from './workplace.fixture.ts';

/** The commands as a person types them, one after another on one repository. */
let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
  await place.write('features/tables.ts', tables);
  await place.write('features/team/rides.ts', rides());
  await place.write('features/team/more.ts', more);
  await place.write('trips.csv', rows);
});
afterAll(() => place.dispose());

const asked = ['--start', '2001-01-01', '--end', '2001-01-03'];

async function run(line: string, ...more_: readonly string[]): Promise<Ended> {
  return place.run([...line.split(' '), ...more_]);
}

/** Expects a failure told in one sentence for people: nothing on standard output, never a stack. */
async function fails(code: number, line: string, ...words: readonly string[]): Promise<void> {
  const { code: actual, stdout, stderr } = await run(line);
  expect(stdout).toBe('');
  for (const word of words) expect(stderr).toContain(word);
  expect(stderr).toMatch(/^error: .*\n(\(isochron --help lists the commands\)\n)?$/);
  expect(stderr).not.toMatch(/ {4}at |node:internal/);
  expect(actual).toBe(code);
}

it('loads, once', async () => {
  expect(await run('load trips trips.csv --time seen')).toMatchObject({
    code: 0,
    stdout: 'trips: 5 rows, 2001-01-01 to 2001-01-03\n',
    stderr: expect.stringMatching(/^load trips {2}5 rows in 3 days, 2001-01-01 to 2001-01-03, /),
  });
  const again = await run('load trips trips.csv --time seen --format json');
  expect(again).toMatchObject({ code: 0, stderr: expect.stringMatching(/^load trips {2}unchanged, /) });
  expect(JSON.parse(again.stdout)).toEqual({
    table: 'trips',
    unchanged: true,
    rows: 5,
    days: 3,
    first: '2001-01-01',
    last: '2001-01-03',
  });
});

it('compiles', async () => {
  expect(await run('compile --check')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('compiled/ is not current'),
  });
  expect(await run('compile')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^4 definitions: 4 added\n( {2}added .*\n( {11}4 steps: .*\n)?){4}$/),
  });
  expect(await run('compile --check')).toMatchObject({ code: 0, stdout: '4 definitions, nothing changed\n' });
});

it('backfills, once, and is right', async () => {
  const backfilled = await run('backfill training', ...asked);
  expect(backfilled.code).toBe(0);
  // No terminal: a line for each step that is done, no line rewritten.
  expect(backfilled.stderr).toMatch(
    /^left side {2}2001-01-01\.\.2001-01-03 {2}5 rows, .*\nteam_rides_byUser__1 .*\nagain_team_rides_byUser__1 .*\nteam\/rides\.training__1 .*\n/,
  );
  expect(backfilled.stderr).not.toContain('\r');
  expect(backfilled.stderr).toContain('team_rides_byUser__1: 1 left row has a null key and null features\n');
  expect(backfilled.stderr).toContain('team_rides_byUser__1: 1 event was left out: its key is null\n');
  expect(backfilled.stdout).toMatch(/^user_fare_sum_1d +80\.0 +1\.5 +1\.5 +1\.5$/m);
  expect(backfilled.stdout).toContain('\n(of lists and maps: their sizes)\n');
  expect(backfilled.stdout).toMatch(
    /\n5 rows and 10 features in team_rides_training__1, 2001-01-01\.\.2001-01-03 \(4 steps computed, .*\)\n$/,
  );

  const second = await run('backfill rides.training --format json --out table.parquet', ...asked);
  expect(second).toMatchObject({ code: 0, stderr: 'table.parquet: 5 rows\n' });
  expect(JSON.parse(second.stdout)).toMatchObject({
    table: 'team_rides_training__1',
    rows: 5,
    computed: [],
    features: expect.arrayContaining([
      expect.objectContaining({ name: 'user_fare_sum_1d', nulls: 4, least: 1.5, mean: 1.5, greatest: 1.5 }),
    ]),
  });

  expect(await run('verify training --rows 100')).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/^5 of 5 rows equal the oracle \(50 values, .*\)\n$/),
  });
});

it('shows definitions, tables and columns', async () => {
  expect((await run('show')).stdout).toMatch(
    /^definition[\s\S]*\nteam\/rides\.training__1 +join\n\ntable[\s\S]*\ntrips +5 {2}3 days 2001-01-01\.\.2001-01-03 /,
  );
  expect((await run('show training')).stdout).toMatch(
    /^join team\/rides\.training__1\n[\s\S]*\nuser_fare_last2_1d +list_double +LAST_K of fare +1d +TEMPORAL +team\/rides\.byUser__1$/m,
  );
  expect((await run('show training')).stdout).toContain(
    '\nmade of\n├─ table trips: fare, kind, seen, user\n└─ group-by team/rides.byUser__1: ',
  );
  const column = await run('show training --format json --column again_fare_sum_1d');
  expect(column).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('has no column again_fare_sum_1d; it has '),
  });
  expect(JSON.parse((await run('show trips --format json --column fare')).stdout)).toMatchObject({
    kind: 'table',
    column: 'fare',
    upstream: [],
    downstream: expect.arrayContaining([
      expect.objectContaining({ kind: 'group-by', name: 'team/rides.byUser__1', column: 'fare_sum_1d' }),
    ]),
  });
});

it('shows rows', async () => {
  const some = await place.run([
    'show',
    'training',
    '--where',
    "user = 'b'",
    '--columns',
    'ds,ts,user_fare_sum_1d,user_kind_histogram_1d',
  ]);
  expect(some.stdout).toMatch(
    /\n2001-01-01 {2}2001-01-01T11:00:00\.000Z +null +null\n2001-01-03 {2}2001-01-03T10:30:00\.000Z +null +null\n$/,
  );
  const wide = await run('show training --rows 2');
  expect(wide.stdout).toMatch(/^column +row 1 +row 2\nds +2001-01-01 +2001-01-01\n/);
  expect(
    JSON.parse(
      (
        await run(
          'show training --rows 1 --columns ts,user,again_user_kind_histogram_1d --where',
          'fare IS NULL',
          '--format',
          'json',
        )
      ).stdout,
    ),
  ).toEqual([{ ts: Date.UTC(2001, 0, 2, 10), user: 'a', again_user_kind_histogram_1d: { car: 1 } }]);
});

it('says which name, day or partition is wrong, and exits with 2 for the call and 1 for the work', async () => {
  await Promise.all([
    fails(
      2,
      `backfill byUser ${asked.join(' ')}`,
      'byUser could be any of team/more.byUser__1, team/rides.byUser__1: write more of the name.',
    ),
    fails(1, `backfill nobody ${asked.join(' ')}`, 'There is no definition nobody. There are team/more.byUser__1'),
    fails(1, 'show nobody', 'There is no definition nobody.', 'Tables are ', 'trips'),
    fails(1, 'verify other', 'team/more.other__1 has no rows yet: run isochron backfill other --start DAY --end DAY.'),
    fails(
      2,
      'backfill training --start 2001-01-03 --end 2001-01-01',
      'starts at 2001-01-03 and ends before that, at 2001-01-01',
    ),
    fails(2, 'backfill training --start 2001-01-01 --end 2001-02-30', '"2001-02-30"', 'a day of the calendar'),
    fails(1, 'backfill training --start 2001-01-01 --end 2001-01-04', 'Table trips lacks the partition 2001-01-04'),
    fails(2, 'backfill training --start 2001-01-01', "required option '--end <day>'"),
    fails(2, 'show training --rows 0', 'It must be a whole number from 1 to 10,000, not "0"'),
    fails(2, 'show trips --columns fares', 'Table trips has no column fares; it has ds, user, seen, fare, kind.'),
    fails(2, 'show trips --where fares>1', 'There is no column fares'),
    fails(2, 'frobnicate', "unknown command 'frobnicate'"),
    fails(2, 'compile --format xml', "'xml' is invalid"),
  ]);
}, 60_000);

it('verifies and shows what an edit has left behind', async () => {
  await place.write('features/team/rides.ts', rides('2d'));
  const checked = await run('compile --check');
  expect(checked.code).toBe(1);
  expect(checked.stdout).toContain(
    'changed  compiled/group_bys/team/rides.byUser__1: adds fare_sum_2d; removes fare_sum_1d\n',
  );
  expect((await run('compile')).code).toBe(0);
  await fails(
    1,
    'verify training',
    'has no user_fare_sum_2d',
    'computed by an earlier definition',
    'Run isochron backfill',
  );
  await fails(
    1,
    'backfill training --start 2001-01-01 --end 2001-01-02',
    'Backfill all of it (2001-01-01 to 2001-01-03)',
  );
  expect((await run('backfill training', ...asked)).stdout).toContain('(3 steps computed');
}, 60_000);

it('shows and verifies a table with a gap', async () => {
  for (const of of ['2001-01-01', '2001-01-03']) {
    expect((await run(`backfill more.byUser --start ${of} --end ${of}`)).code).toBe(0);
  }
  expect((await run('show more.byUser')).stdout).toContain('2 days 2001-01-01..2001-01-03, with gaps');
  expect((await run('show more.byUser --rows 9')).stdout).toMatch(/^ds .*\n(2001-01-01 .*\n){2}2001-01-03 +b +1\n$/);
  expect((await run('verify more.byUser')).stdout).toMatch(/^3 of 3 rows equal the oracle/);
}, 60_000);

it('finds that a table was tampered with', async () => {
  // The source changes under the table: what is stored is no longer what the source says.
  await place.write('changed.csv', rows.replace('a,2001-01-01 10:00:00,1.5', 'a,2001-01-01 10:00:00,7.5'));
  await run('load trips changed.csv --time seen');
  const { code, stdout, stderr } = await run('verify training');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^4 of 5 rows equal the oracle/);
  expect(stderr).toContain(
    'user_fare_sum_2d of ["a"] at 2001-01-02T10:00:00.000Z: the table has 1.5, the oracle says 7.5\n',
  );
}, 60_000);

it('has an example in the help of every command', async () => {
  const commands = ['load', 'compile', 'sample', 'backfill', 'verify', 'why', 'show'];
  for (const [index, { code, stdout }] of (
    await Promise.all(commands.map((command) => run(`${command} --help`)))
  ).entries()) {
    expect(code).toBe(0);
    expect(stdout).toMatch(
      new RegExp(`^Usage: isochron ${commands[index]} [\\s\\S]*\nExamples?:\n {2}isochron ${commands[index]}`),
    );
  }
}, 60_000);
