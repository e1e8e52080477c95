import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkplace, rides, rows, tables, type Workplace } from './workplace.fixture.ts';

let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
  await place.write('features/tables.ts', tables);
  await place.write('trips.csv', rows);
  expect(await place.run(['load', 'trips', 'trips.csv', '--time', 'seen'])).toMatchObject({ code: 0 });
});
afterAll(() => place.dispose());

/** Without a histogram, of which the compiler warns where it is served. */
const online = (window?: string): string =>
  rides(window)
    .replaceAll('version: 1,', 'version: 1, online: true,')
    .replace("kind.histogram('1d')", "kind.count('1d')");

async function compiled(...flags: readonly string[]) {
  const { code, stdout, stderr } = await place.run(['compile', '--format', 'json', ...flags]);
  return { code, stderr, value: JSON.parse(stdout) };
}

describe('an online object', () => {
  it('is refused to change in place, and the hint is what a person does next', async () => {
    await place.write('features/team/rides.ts', online());
    expect(await place.run(['compile'])).toMatchObject({ code: 0, stderr: '' });
    await place.write('features/team/rides.ts', online('2d'));

    const refused = await place.run(['compile']);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatchInlineSnapshot(`
      "features/team/rides.ts:11:23 online-change The online group-by team/rides.byUser__1 would change in place: it adds fare_sum_2d; removes fare_sum_1d.
        Raise its version to 2, and its callers go over to that. For both to be asked, leave it as it is and export what is new under another name.
      features/team/rides.ts:19:25 online-change The online join team/rides.training__1 would change in place: it adds user_fare_sum_2d, again_user_fare_sum_2d; removes user_fare_sum_1d, again_user_fare_sum_1d.
        Raise its version to 2, and its callers go over to that. For both to be asked, leave it as it is and export what is new under another name.

      2 errors; nothing was written.
      "
    `);
    // Nothing was written: what stands there is still what the first compilation wrote.
    await place.write('features/team/rides.ts', online());
    expect(await place.run(['compile', '--check'])).toMatchObject({ code: 0 });

    await place.write('features/team/rides.ts', online('2d'));
    const { code, value } = await compiled();
    expect(code).toBe(1);
    expect(value).toMatchObject({
      isWritten: false,
      diagnostics: [{ code: 'online-change', severity: 'error' }, { code: 'online-change' }],
    });
    const changes = value.changes.map(({ name, breaks }: { name: string; breaks: string[] }) => [name, breaks]);
    expect(changes).toEqual([
      ['team/rides.byUser__1', ['team/rides.byUser__1', 'team/rides.training__1']],
      ['team/rides.training__1', ['team/rides.training__1']],
    ]);
  });

  it('has its version raised, and is told what the table of the version before holds already', async () => {
    await place.write('features/team/rides.ts', online('2d').replaceAll('version: 1,', 'version: 2,'));
    const { value } = await compiled('--check');
    expect(value.plans['team/rides.byUser__2']).toMatchObject({
      table: 'team_rides_byUser__2',
      steps: [
        {
          kind: 'group-by',
          of: 'team/rides.byUser__2',
          table: 'team_rides_byUser__2',
          reads: [{ table: 'trips', firstDaysBefore: 1, lastDaysBefore: 0 }],
        },
      ],
      reuse: [{ name: 'team/rides.byUser__1', table: 'team_rides_byUser__1', columns: { length: 4 } }],
    });
    const raised = await place.run(['compile']);
    expect(raised).toMatchObject({ code: 0, stderr: '' });
    expect(raised.stdout).toMatchInlineSnapshot(`
      "2 definitions: 2 added, 2 removed
        removed  compiled/group_bys/team/rides.byUser__1
        added    compiled/group_bys/team/rides.byUser__2 (after team/rides.byUser__1): adds fare_sum_2d; removes fare_sum_1d
                 team_rides_byUser__1 has 4 columns of it already: fare_sum_1h, fare_average_1d, fare_last2_1d, kind_count_1d
        removed  compiled/joins/team/rides.training__1
        added    compiled/joins/team/rides.training__2 (after team/rides.training__1): adds user_fare_sum_2d, again_user_fare_sum_2d; removes user_fare_sum_1d, again_user_fare_sum_1d
                 4 steps: team_rides_training__2__left, team_rides_training__2__team_rides_byUser__2, team_rides_training__2__again_team_rides_byUser__2, team_rides_training__2
                 team_rides_training__1 has 11 columns of it already: user, fare, kind, user_fare_sum_1h, user_fare_average_1d, user_fare_last2_1d, user_kind_count_1d, again_user_fare_sum_1h and 3 more
      "
    `);
  });
});

it('recognises a file that was moved and a feature that is called otherwise', async () => {
  await place.write('features/team/rides.ts', rides());
  await place.run(['compile']);
  await rename(join(place.folder, 'features/team/rides.ts'), join(place.folder, 'features/team/journeys.ts'));
  const { value } = await compiled('--check');
  expect(value.changes).toMatchObject([
    { kind: 'moved', before: 'team/rides.byUser__1', name: 'team/journeys.byUser__1' },
    { kind: 'moved', before: 'team/rides.training__1', name: 'team/journeys.training__1' },
  ]);
  expect((await place.run(['compile'])).stdout).toMatchInlineSnapshot(`
    "2 definitions: 2 moved
      moved    compiled/group_bys/team/journeys.byUser__1 (was team/rides.byUser__1)
      moved    compiled/joins/team/journeys.training__1 (was team/rides.training__1)
    "
  `);

  const renamed = rides()
    .replace("fare: 'fare'", "paid: 'fare'")
    .replace('({ fare, kind })', '({ paid, kind })')
    .replaceAll('fare.', 'paid.');
  await place.write('features/team/journeys.ts', renamed);
  const { value: after } = await compiled('--check');
  expect(after.changes[0].columns).toEqual({
    added: [],
    changed: [],
    removed: [],
    renamed: [
      { before: 'fare_sum_1h', after: 'paid_sum_1h' },
      { before: 'fare_sum_1d', after: 'paid_sum_1d' },
      { before: 'fare_average_1d', after: 'paid_average_1d' },
      { before: 'fare_last2_1d', after: 'paid_last2_1d' },
    ],
    unchanged: 1,
  });
  expect((await place.run(['compile'])).stdout).toContain(
    'changed  compiled/group_bys/team/journeys.byUser__1: renames fare_sum_1h to paid_sum_1h, fare_sum_1d to paid_sum_1d, ',
  );
}, 60_000);

/** One mistake of each kind. Written without types, because the editor would find some of them. */
const mistakes = `import { eventSource, groupBy, join, part, table } from '@isochron/authoring';
import { trips } from '../tables.ts';

const source = eventSource({
  table: trips,
  time: 'UNIX_MILLIS(seen)',
  start: '2001-01-01',
  select: { user: 'user', fare: 'fair', kind: 'kind', odd: 'FROBNICATE(fare)', sum: 'fare + kind', cut: 'IF(fare >' },
});
const good = eventSource({ table: trips, time: 'UNIX_MILLIS(seen)', start: '2001-01-01', select: { user: 'user', fare: 'fare', kind: 'kind' } });
const lost = eventSource({ table: table('tripz', { user: 'STRING' }), time: 'UNIX_MILLIS(seen)', select: { user: 'user' } });
const untimed = eventSource({ table: trips, time: 'seen', select: { user: 'user', kind: 'kind' } });

export const columns = groupBy({ version: 1, sources: [source], keys: ['user'], aggregations: ({ kind }) => [kind.count('1d')] });
export const tables = groupBy({ version: 1, sources: [lost], keys: ['user'], aggregations: ({ user }) => [user.count('1d')] });
export const time = groupBy({ version: 1, sources: [untimed], keys: ['user'], aggregations: ({ kind }) => [kind.count('1d')] });
export const windows = groupBy({ version: 1, sources: [good], keys: ['user'], aggregations: ({ kind }) => [kind.count('7x')] });
export const operations = groupBy({ version: 1, sources: [good], keys: ['user'], aggregations: ({ kind }) => [kind.sum('1d')] });
export const twice = groupBy({ version: 1, sources: [good], keys: ['user'], aggregations: ({ kind }) => [kind.count('1d'), kind.count('24h')] });
export const schedule = groupBy({ version: 1, run: { schedule: 'at noon' }, sources: [good], keys: ['user'], aggregations: ({ kind }) => [kind.count('1d')] });
export const keys = join({ version: 1, left: good, parts: [part(twice, { on: { nobody: 'user' } })] });
`;

it('tells ten different mistakes, in several files, in one run', async () => {
  await place.write('features/team/mistakes.ts', mistakes);
  await place.write('features/other/broken.ts', 'export const broken = (;\n');
  const { code, value, stderr } = await compiled();
  const codes = new Set(value.diagnostics.map((each: { code: string }) => each.code));
  expect([...codes].sort()).toEqual([
    'bad-schedule',
    'bad-window',
    'expression-fault',
    'expression-type',
    'missing-key',
    'refused-operation',
    'time-type',
    'unknown-column',
    'unknown-function',
    'unknown-table',
  ]);
  expect(value.faults).toEqual([expect.stringMatching(/broken\.ts:1:24: Expression expected$/)]);
  expect(code).toBe(1);
  for (const { place: at, message, hint } of value.diagnostics) {
    expect(at).toMatchObject({ file: expect.stringMatching(/mistakes\.ts$/), line: expect.any(Number) });
    expect(message).toMatch(/[.?]$/);
    expect(hint).not.toBe('');
    expect(stderr).toContain(message);
  }
}, 60_000);
