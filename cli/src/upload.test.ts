import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkplace, rides, tables, type Workplace } from './workplace.fixture.ts';

const TRIPS = 40_000;
const DAYS = 4;

const kinds = `import { contextual, eventSource, groupBy, join, part } from '@isochron/authoring';
import { trips } from '../tables.ts';
import { byUser } from './rides.ts';

const source = eventSource({ table: trips, time: 'UNIX_MILLIS(seen)', start: '2001-01-01', select: { user: 'user', kind: 'kind' } });
export const byKind = groupBy({ version: 1, accuracy: 'snapshot', sources: [source], keys: ['kind'], aggregations: ({ user }) => [user.count('1d')] });
export const offline = groupBy({ version: 1, online: false, sources: [source], keys: ['kind'], aggregations: ({ user }) => [user.count('1d')] });
export const served = join({
  version: 1,
  left: source,
  parts: [part(byUser), part(byKind), part(byUser, { prefix: 'again' })],
  external: [contextual({ mood: 'STRING' })],
});
`;

let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
  await place.write('features/tables.ts', tables);
  await place.write('features/team/rides.ts', rides());
  await place.write('features/team/kinds.ts', kinds);
  await loadTrips(DAYS, 'car');
  expect(await place.run(['compile'])).toMatchObject({ code: 0 });
}, 60_000);
afterAll(() => place.dispose());

async function loadTrips(days: number, kind: string): Promise<void> {
  const lines = Array.from({ length: TRIPS }, (_, n) => {
    const time = new Date(Date.UTC(2001, 0, 1) + Math.floor((n * days * 86_400_000) / TRIPS)).toISOString();
    return `user_${(n * 7919) % 19_997},${time.slice(0, 19).replace('T', ' ')},${(n % 400) / 4},${n % 3 === 0 ? 'bus' : kind}`;
  });
  await place.write('trips.csv', ['user,seen,fare,kind', ...lines, ''].join('\n'));
  expect(await place.run(['load', 'trips', 'trips.csv', '--time', 'seen'])).toMatchObject({ code: 0 });
}

const upload = async (...args: readonly string[]) => {
  const { code, stdout, stderr } = await place.run(['upload', ...args, '--format', 'json']);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
};

const fails = async (code: number, args: readonly string[], ...words: readonly string[]): Promise<void> => {
  const ended = await place.run(['upload', ...args]);
  for (const word of words) expect(ended.stderr).toContain(word);
  expect(ended.stderr).toMatch(/^error: .*\n$/);
  expect(ended).toMatchObject({ code, stdout: '' });
};

it('says what is wrong in a sentence', async () => {
  await fails(1, ['offline'], 'team/kinds.offline__1 is said to be offline', 'online: true');
  await fails(1, ['byUser', '--day', '2001-01-09'], 'trips lacks', '2001-01-09', 'Load it');
  await fails(2, ['byUser', '--day', 'yesterday'], 'yesterday');
  await fails(1, ['nothing'], 'nothing');
});

it('stops at an interrupt, changes nothing, and goes on with what was computed', async () => {
  const stop = (child: ChildProcess): void => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      if (/byUser__1 .* rows, /.test(said)) return;
      said += chunk.toString();
      // The table is there, and the load has begun.
      if (/byUser__1 .* rows, /.test(said)) child.kill('SIGINT');
    });
  };
  const stopped = await place.run(['upload', 'byUser'], stop);
  expect(stopped.stderr).toMatch(
    /\nerror: Interrupted\. What is finished stays: run the same command again to go on\.\n$/,
  );
  expect(stopped).toMatchObject({ code: 130, stdout: '' });
  const [again] = (await upload('byUser')).datasets;
  expect(again).toMatchObject({ isComputed: false, isLoaded: true, previous: null, day: '2001-01-04' });
}, 60_000);

it('puts all that a join needs in force, as of the last day there is, and then has nothing to do until inputs change', async () => {
  const text = await place.run(['upload', 'served']);
  expect(text.code, text.stderr).toBe(0);
  expect(text.stdout).toMatch(
    /^TEAM_RIDES_BYUSER__1_BATCH +\d{13} +2001-01-05T00:00:00\.000Z +\d\d,\d{3} .* was there +was in force/m,
  );
  expect(text.stdout).toMatch(/\n2 datasets in force as of the end of 2001-01-04 \(1 new generation, .*\)\n$/);

  const report = await upload('served');
  expect(report).toMatchObject({ day: '2001-01-04' });
  expect(report.datasets.map(({ dataset }: { dataset: string }) => dataset)).toEqual([
    'TEAM_RIDES_BYUSER__1_BATCH',
    'TEAM_KINDS_BYKIND__1_BATCH',
  ]);
  for (const each of report.datasets) {
    expect(each).toMatchObject({
      isComputed: false,
      isLoaded: false,
      generation: { batchEndMs: Date.UTC(2001, 0, 5) },
    });
    expect(each.generation.bytes).toBeGreaterThan(0);
  }

  await loadTrips(DAYS, 'tram');
  const changed = await upload('served');
  expect(changed.datasets).toMatchObject([
    { isComputed: true, isLoaded: true },
    { isComputed: true, isLoaded: true },
  ]);
  expect(changed.datasets[0].generation.id).toBeGreaterThan(report.datasets[0].generation.id);

  await fails(1, ['byUser', '--day', '2001-01-03'], '--replace-later');
  expect(await upload('byUser', '--day', '2001-01-03', '--replace-later')).toMatchObject({
    datasets: [{ isLoaded: true, generation: { batchEndMs: Date.UTC(2001, 0, 4) }, previous: null }],
  });
}, 60_000);
