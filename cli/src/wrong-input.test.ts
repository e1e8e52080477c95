import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkplace, rides, rows, tables, type Workplace } from './workplace.fixture.ts';

let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
  await place.write('features/tables.ts', tables);
  await place.write('trips.csv', rows);
  expect(await place.run(['load', 'trips', 'trips.csv', '--time', 'seen'])).toMatchObject({ code: 0 });
});
afterAll(() => place.dispose());

const wrong = `// Written without types: every fault of it is the compiler's to find.
import { eventSource, groupBy } from '@isochron/authoring';
import { trips } from '../tables.ts';

const source = eventSource({
  table: trips,
  time: 'UNIX_MILLIS(seen)',
  select: { user: 'user', fare: 'fair', kind: 'kind', odd: 'FROBNICATE(fare)', more: 'IF(fare > 3, tip, 0)' },
});

export const wrong = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [source],
  keys: ['user'],
  aggregations: ({ fare, kind }) => [
    fare.count('7x'),
    kind.sum('1d'),
  ],
});

export const daily = groupBy({
  version: 1,
  accuracy: 'snapshot',
  sources: [source],
  keys: ['user'],
  aggregations: ({ kind }) => [kind.count('1h')],
});
`;

it('tells all that is wrong with definitions at once, each with its place', async () => {
  await place.write('features/team/wrong.ts', wrong);
  const { code, stdout, stderr } = await place.run(['compile']);
  expect(code).toBe(1);
  expect(stdout).toBe('');
  const place5 = 'features/team/wrong.ts:5:16';
  expect(stderr).toContain(
    `${place5} unknown-column Table trips has no column fair, which the select fare names.\n    fair\n    ^^^^\n`,
  );
  expect(stderr).toContain(
    `${place5} unknown-column Table trips has no column tip, which the select more names.\n    IF(fare > 3, tip, 0)\n                 ^^^\n`,
  );
  expect(stderr).toContain(`${place5} unknown-function In the select odd: There is no function FROBNICATE.`);
  expect(stderr).toContain('    FROBNICATE(fare)\n    ^^^^^^^^^^\n');
  expect(stderr).toContain(
    'features/team/wrong.ts:17:10 bad-window The window "7x" is not a length of time.\n  Write whole minutes, hours or days',
  );
  expect(stderr).toContain('features/team/wrong.ts:18:10 refused-operation kind_sum_1d: SUM takes ');
  expect(stderr).toContain('features/team/wrong.ts:27:37 bad-window The window 1h is not whole days');
  expect(stderr).toMatch(/\n\n6 errors; nothing was written\.\n$/);
});

it('names the file, line and column of what is no TypeScript, and of what throws', async () => {
  await place.write('features/team/wrong.ts', rides());
  await place.write('features/team/broken.ts', "import { trips } from '../tables.ts';\n\nexport const broken = (;\n");
  await place.write(
    'features/team/throws.ts',
    'const none = {} as { of?: { it: number } };\nexport const it = none.of.it;\n',
  );
  await place.write('features/team/lost.ts', "export * from '../nowhere.ts';\n");
  await place.write(
    'features/team/shape.ts',
    "import { groupBy } from '@isochron/authoring';\n\nexport const shape = groupBy({ sorces: [] });\n",
  );
  const { code, stdout, stderr } = await place.run(['--format', 'json', 'compile']);
  expect(code).toBe(1);
  const { faults, diagnostics, objects, changes } = JSON.parse(stdout);
  expect(faults).toEqual([
    expect.stringMatching(/^features\/team\/broken\.ts:3:24: Expression expected$/),
    expect.stringMatching(/^features\/team\/lost\.ts: Cannot find module .*nowhere\.ts/),
    expect.stringMatching(/^features\/team\/shape\.ts:3:22: groupBy has no option 'sorces'; it has /),
    expect.stringMatching(/^features\/team\/throws\.ts:2:27: Cannot read properties of undefined/),
  ]);
  expect({ diagnostics, objects, changes }).toEqual({
    diagnostics: [],
    objects: ['team/wrong.byUser__1', 'team/wrong.training__1'],
    changes: [],
  });
  expect(stderr).toContain('features/team/broken.ts:3:24: Expression expected\n');
  expect(stderr).not.toMatch(/ {4}at |node:internal/);
  expect((await place.run(['show', '--format', 'json'])).stdout).toMatch(
    /^\{"definitions":\[\],"tables":\[\{"name":"trips",.*\}\n$/,
  );
});

it('names the file that cannot be loaded, and why', async () => {
  await place.write('cut.parquet', '');
  await (await open(join(place.folder, 'cut.parquet'), 'w')).close();
  await place.write('garbage.parquet', `PAR1${'garbage'.repeat(1000)}PAR1`);
  await place.write('times.csv', 'user,seen,fare,kind\na,yesterday,1.5,car\nb,2001-01-01,2.5,bus\n');
  await place.write('nulls.csv', 'user,seen,fare,kind\na,,1.5,car\nb,2001-01-01 00:00:00,2.5,bus\n');
  await place.write(
    'ragged.csv',
    `user,seen,fare,kind\n${'a,2001-01-01 00:00:00,1.5,car\n'.repeat(30_000)}a,2001-01-01 00:00:00,dear,car\n`,
  );
  await place.write('notes.txt', 'nothing');
  await Promise.all(
    [
      ['cut.parquet', 'seen', 'cut.parquet cannot be read'],
      ['garbage.parquet', 'seen', 'garbage.parquet cannot be read'],
      ['gone.parquet', 'seen', 'Cannot read gone.parquet'],
      ['trips.csv', 'when', 'trips.csv has no column "when"', 'it has user, seen, fare, kind'],
      ['trips.csv', 'fare', 'trips.csv, column "fare"'],
      [
        'times.csv',
        'seen',
        'times.csv has 1 rows whose "seen" is no time (for example "yesterday"); nothing was loaded',
      ],
      ['nulls.csv', 'seen', 'nulls.csv has 1 rows whose "seen" is null; nothing was loaded'],
      ['ragged.csv', 'seen', 'ragged.csv', 'dear'],
      ['notes.txt', 'seen', 'notes.txt has none of the endings .parquet, .csv'],
      ['features', 'seen', 'Cannot read features'],
    ].map(async ([file = '', time = '', ...words]) => {
      const { code, stdout, stderr } = await place.run(['load', 'other', file, '--time', time]);
      for (const word of words) expect(stderr).toContain(word);
      expect(stderr, file).toMatch(/^error: .*\n$/);
      expect(stdout).toBe('');
      expect([1, 2]).toContain(code);
    }),
  );
  expect(JSON.parse((await place.run(['show', '--format', 'json'])).stdout).tables).toHaveLength(1);
}, 60_000);
